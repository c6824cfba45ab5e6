import type { Features } from './features.ts'
import { crisisScore } from './model.ts'
import type { Voice } from './voice.ts'

/** How near to self-harm the writer's own words come; no measure of a person, and nothing that is kept. */
export type SupportLevel = 'explicit' | 'soft'

/** Turns of phrase that speak of something else. What they take is taken out before the rules look. */
const IDIOMS =
  /\b(?:(?:killed|killing|kill) (?:myself|me) (?:trying |working |laughing |studying |preparing |over |to (?:get|make|finish|meet|hit|be|please|impress)|with |for (?:that|this|the|a|them))|die of (?:embarrassment|shame|boredom|laughter|curiosity)|(?:died|dying|die) (?:a little |a bit |of |for |on |to (?:hear|know|see|find|get|work|meet|ask|tell|learn)|inside|laughing|down|out|hard)|(?:wanted|want|could have|would have|nearly|almost) (?:to )?(?:die|died) (?:of|from|when|right there|on the spot|in that|inside)|(?:shoot|shot|shooting) (?:myself|ourselves) in the foot|(?:cut|cutting) (?:myself|me) (?:off|short|some slack|shaving|on|while|out|down|loose)|(?:hang|hung|hanging) (?:up|out|on|in)|(?:jump|jumped|jumping) (?:ship|on|to|in|at|through|ahead|into|the gun)|(?:suicide|self harm) (?:prevention|awareness|risk|helpline|hotline|research|policy|safeguarding|training|mission|squad|squeeze|pact|charity|team|line|door|assessment|protocol|module|nurse)|(?:ended|end|ending) it (?:there|early|with|on|at|after|by|here|badly)|over my dead body|dead (?:end|line|tired|last|wood|serious|silence|air|silent|on|weight|beat|pan|lock)|drop dead|to die for|kill (?:for|time|the|a|an|two)|death by|sick to death|bored to death|scared to death|worried to death|to death|life after|job of my life|life insurance|overdosed? on (?:coffee|caffeine|slides|sugar|jargon|advice)|(?:hurt|cut|burned|burnt|scratched) (?:myself|my (?:\w+ )?\w+) (?:\w+ )?(?:at (?:the|work|football|home)|in the (?:gym|kitchen|garden|workshop)|playing|lifting|typing|cooking|running|skiing|moving|while|during|falling|climbing))\b/g

const HARM =
  '(?:kill|killing|killed|hang|hanging|drown|drowning|harm|harming|harmed|hurt|hurting|cut|cutting|burn|burning|burned|scratch|scratching|injure|injuring|starve|starving)'
const WISH =
  '(?:want|wanted|wants|wanting|wish|wished|going|plan|planned|planning|thinking|thought|think|thoughts|about|considering|considered|tempted|ready|decided|tried|trying|try|prefer|hoping|hope|like|need|intend|intending|dreaming|dream|fantasize|fantasizing|imagine|imagining|picture|picturing|urge|close|attempted|rather|will|might|may|should|could|am|just)'
const EXPLICIT = new RegExp(
  `\\b(?:${[
    `(?:kill|killing|killed|hang|hanging|hanged|drown|drowning|shoot|shooting|poison|stab|stabbing|starve|gas|suffocate|electrocute|unalive|off|offing|harm|harming|harmed|hurt|hurting|cut|cutting|burn|burning|burned|scratch|scratching|injure|injuring|injured|punch|punching|slash|hit|hitting|starving|end|ending|destroying) (?:\\w+ )?(?:myself)`,
    `(?:urges?|impulse|cravings?|need|want|wanted|wanting|tempted) (?:\\w+ )?(?:to |of |for )${HARM}(?= (?:is|was|again|myself|came|tonight|and|\\|)|$)`,
    `(?:cut|burned|burnt|burn|scratched|slashed|stabbed|bit) (?:my (?:arms?|wrists?|legs?|thighs?|skin)(?= again| until| last| on purpose| because it| with| \\||$)|again)`,
    `(?:slit|slash|slitting|cutting|burning|slashing|cut) (?:open )?(?:my|both) (?:\\w+ )?(?:wrists?|arms?|legs?|thighs?|skin|throat|body|veins?)`,
    `(?:end|ending|ended|take|taking|took|finish|finishing) (?:\\w+ )?my (?:own )?life`,
    `${WISH} (?:of |to |about |on |it |\\w+ ){0,3}(?:end|ending) (?:it|things|everything|it all)(?: (?:all|tonight|for good|forever|now|today|once|soon))?(?= \\||$| tonight| for good| all| once| because| after| today| soon| this)`,
    `(?:suicidal|suicide|self harm|self harming|self harmed|kms|ctb)`,
    `(?:want|wanted|wish|ready|going|rather|prefer|hoping|hope|would like|need|deserve|deserving|meant|like|planning|wants) (?:i |that |was |were |could |would |\\w+ ){0,3}(?:to )?(?:just )?(?:die|be dead|were dead|was dead|dead|died|had died)(?! of| for| laughing| to)`,
    `i (?:should|might|may|could) (?:as well |just |\\w+ )?(?:be dead|die|not be alive|not exist)`,
    `(?:better off|happier|easier|best|relieved|cheaper|lighter) (?:\\w+ ){0,3}(?:dead|if i (?:was|were|am|just|died|disappeared|had died|did it|vanished)|without me(?= \\||$| around| here| alive| in it| in the world))`,
    `(?:do|did|does|can|could|not|no longer|stopped|cease|tired of|sick of|done) (?:not )?(?:\\w+ ){0,3}(?:be |being |want(?:ing)? to be |stay(?:ing)? )?(?:want to |wanting to |wanted to |wish to |care to |need to |deserve to )(?:be (?:alive|here|on this earth|in this world|around)|live|exist|wake up|go on living|keep living|stay alive|carry on living|keep breathing)(?: any more| anymore| at all| like this)?(?! in| near| at| with| there| on my)`,
    `not (?:want|wanting|to|wish) (?:to )?(?:be (?:alive|here any ?more|around any ?more)|live any ?more|exist|wake up)`,
    `(?:no|not any|not a single|what is the|see the|see any|see a|without any|without a|lost the|lost all|lost my|have the|find a) (?:\\w+ )?(?:reason|point|purpose|will|wish|sense|desire) (?:left )?(?:to|in|of) (?:me |my |keep |go on |going on |carry on |me )?(?:live|living|life|being alive|staying alive|stay alive|exist|existing|being here|breathing|be alive|wake up|waking up)`,
    `(?:reason|point|why) (?:\\w+ ){0,6}(?:go on living|keep living|carry on living|stay alive|keep on living|continue living|be alive|still be alive|should live|to live)`,
    `(?:if|when|since|after) i (?:\\w+ )?(?:died|was dead|were dead|am dead|die|am gone for good|was gone for good|killed myself|ended it)(?! of| from| laughing| on (?:stage|the))`,
    `(?:took|swallowed|taken|swallow) (?:\\w+ ){0,4}(?:too many|all|handful|bottle|box|packet|whole) (?:\\w+ ){0,4}(?:pills|tablets|meds|medication|paracetamol|painkillers)`,
    `(?:pills|tablets|blade|razor|rope|noose|knife|gun) (?:\\w+ ){0,3}(?:next to me|beside me|in my (?:hand|bag|drawer|desk)|in front of me|on my (?:desk|bed|lap))`,
    `i (?:\\w+ ){0,4}(?:on|over|off|at|to) (?:the |a )?(?:edge of |top of )?(?:the |a )?(?:roof|bridge|ledge|railing|cliff|tracks|balcony|platform) (?:\\w+ ){0,6}(?:let go|jump|jumped|over|step off|went over|stepped off|end it|waited for)`,
    `(?:life|living|it) (?:is|was|does not seem|seems|feels) (?:\\w+ )?not (?:\\w+ )?worth living`,
    `not (?:\\w+ )?(?:be |keep myself |feel )?safe (?:with|from|around|by) (?:myself|me)`,
    `keep myself safe`,
    `(?:painless|easy|quick|best) ways? to (?:die|go|end it)`,
    `(?:never|not) (?:\\w+ )?(?:wake|waking|woke|wakes) up(?: again| tomorrow| in the morning| at all| any ?more)?(?! (?:on time|early|late|before|in time|at))`,
    `(?:go to sleep|fall asleep|sleep) and (?:never|not) (?:wake|come)`,
    `(?:jump|jumping|throw|throwing|jumped|leap|step|stepping|walk|walking|drive|driving|steer|steering|swerve|crash|crashing|lie|lying) (?:\\w+ )?(?:myself )?(?:my car )?(?:\\w+ )?(?:off|in front of|under|into|from|onto|out of) (?:a|the|my|this|that|some) (?:\\w+ ){0,2}(?:bridge|train|roof|balcony|building|cliff|traffic|truck|lorry|bus|tracks|window|tree|wall|river|platform|car park|ledge|sea|lake|rails|overpass|viaduct|road|motorway|tram|multi|floor|pier)`,
    `(?:take|taking|took|swallow|swallowing|swallowed|counted|counting|saved|saving|hoarding|stockpiled|collecting|have|got|enough|bottle of|all|bought|count|stash|eye) (?:\\w+ ){0,4}(?:pills|tablets|paracetamol|sleeping pills|medication|meds|painkillers|antidepressants|insulin|ibuprofen) (?:\\w+ ){0,4}(?:to (?:end|die|finish|be|do|stop|kill|make|never|sleep|overdose)|at once|in one go|tonight|and (?:not|never|be|that|die|end|go)|so i|would|i have|left|ready|over and)`,
    `(?:overdose|overdosed|overdosing|od)(?! on (?:coffee|caffeine|slides))`,
    `(?:goodbye|farewell|suicide|last) (?:letter|letters|note|notes)`,
    `(?:rope|noose|gun|blade|razor|knife|pills|razors) (?:\\w+ ){0,4}(?:ready|to (?:my|use|do|end|hang)|my (?:neck|head|wrist|wrists|arm|arms|throat|chest)|in (?:the|my) (?:garage|wardrobe|drawer|attic|basement|shed|closet|house))`,
    `(?:world|everyone|everybody|family|kids|children|wife|husband|partner|they|parents|mum|mom|people|friends|mother|daughter|son|all) (?:\\w+ ){0,4}(?:better off|better|happier|easier|best) (?:\\w+ )?(?:without me|if i)`,
    `wish(?:ed)? (?:i |that i )(?:was |were |had |could |would )?(?:\\w+ )?(?:never (?:been born|existed|woken|wake)|not (?:been born|be born|exist|alive|wake|woken|here|be here|survived)|dead|born|disappear|vanish|die|gone|stop existing)`,
    `(?:life|living) (?:is|was|feels|does not feel|seems|not) (?:\\w+ )?(?:not |no longer |hardly )?(?:worth (?:living|it|anything|continuing)|pointless now and i want)`,
    `worth (?:living|staying alive|being alive)`,
    `(?:not|never) (?:be |going to be |planning to be |plan to be |plan on being |want to be |see myself )(?:alive|around|here) (?:\\w+ ){0,2}(?:by|for|next|in|when|after|to see|much|long|any ?more|anymore|tomorrow)`,
    `(?:disappear|vanish|cease to exist|stop existing|stop being alive|not exist|stop breathing)(?: for good| forever| from this (?:world|earth)| permanently| and never| off the)`,
    `(?:stop|cease) (?:existing|breathing|living|being alive)`,
    `(?:end|stop) (?:\\w+ )?(?:the|my|this|all this) (?:pain|suffering|misery|existence) (?:\\w+ )?(?:for good|forever|tonight|permanently|once|myself|by)`,
    `(?:end|ending) (?:my )?(?:existence|suffering|misery)`,
    `(?:relapsed|relapse|back) (?:\\w+ )?(?:into |to |and |on )?(?:cutting|self harm|burning|hurting)`,
    `(?:started|been|began|thought about|thoughts of|urge to|urges to|want to|wanted to|stop|keep|went back to) (?:\\w+ )?(?:cutting|self harming|cut myself|harm myself|hurt myself|dying|death|suicide|killing|not being alive|not being here|not existing)(?! (?:it|the|my|out|down|corners|costs|off|back|hair|time|short))`,
    `how (?:\\w+ ){0,3}(?:i would|i will|i could|i am going to|to) (?:do it|kill|die|end it|end my)`,
  ].join('|')})\\b`,
)

const DENIED =
  /\b(?:not|never|no|without|far from|nowhere near|any) (?:(?!stop|keep|resist|help|wait|reason|point|way)\w+ ){0,4}(?:suicidal|suicide|kill myself|harm myself|hurt myself|killing myself|self harm|end my life|hurting myself|harming myself|taking my own life|take my own life|die|cut myself)\b|^(?:if|what if|suppose|imagine) (?:he|she|they|someone|anyone|a (?:patient|client|student|caller|friend|pupil)) .{0,400}/g
const SOFT =
  /\b(?:(?:no|not any|lost|losing|lose|lost all|without|not much|little|running out of|out of|given up|gave up|giving up) (?:\w+ ){0,2}hope|i (?:am|feel|felt|have been feeling) (?:\w+ ){0,2}(?:hopeless|empty|at the end of my (?:rope|tether)|trapped|so alone|broken inside|dead inside|beyond (?:help|tired|saving)|numb)|(?:no|not see (?:a|any)|can not see (?:a|any|the)|see no) (?:\w+ ){0,1}(?:way (?:out|forward|through|on)|future|light|point (?:any ?more|in (?:anything|going on|trying|carrying on|getting up|any of))|end to (?:this|it)|tomorrow)|(?:can|could) (?:not|hardly|barely) (?:\w+ ){0,2}(?:go on|carry on|keep going|do this any ?more|take (?:this|it|any more|much more)|cope|bear (?:this|it)|face (?:another|tomorrow|the day|life)|get out of bed|keep (?:doing|living))|(?:what is the point|there is no point|no point) (?:of|in|to)? ?(?:anything|any of (?:it|this)|going on|carrying on|trying|life|getting up|even|me|all this|it all)?(?= \||$| any ?more)|nothing (?:\w+ )?(?:matters|will (?:ever )?(?:get better|change|help|improve)|means anything|is (?:ever )?going to (?:get better|change)|left (?:for me|to|in me)|to (?:live|look forward|hope))|(?:given up|giving up|gave up|give up) on (?:life|everything|myself|living|the future)|(?:it|this|things|life) (?:will|is) (?:never|not (?:ever )?(?:going to )?)(?: going to)? ?(?:get|be|getting) (?:better|any better|okay|ok|worth)|nobody would (?:notice|miss me|care if|even notice)|(?:everything|life|it all|all of it) (?:is|feels|seems) (?:\w+ )?(?:hopeless|pointless|meaningless|empty|futile|dark|black)|i (?:just )?want (?:it|everything|all this|this) (?:all )?to (?:stop|be over|end)|i have nothing left|so tired of (?:everything|being me|life|living like this|fighting))\b/

/** Above this score the model alone speaks up. */
const EXPLICIT_ABOVE = 0.3
const OWN = /\b(?:i|me|my|myself|mine|kms|suicidal)\b/
const ANOTHER =
  /\b(?:he|she|they|him|her|them|you|his|their|patients?|clients?|callers?|students?|pupils?|friends?|charity|helpline|ward|book|film|article|brother|sister|father|mother|uncle|aunt|colleague)\b/

/** How near the writer's own words come. A wish to die counts however it is framed, unless another one said it. */
export const supportLevelOf = (voice: Voice, features: Features): SupportLevel | undefined => {
  const line = voice.thought.replace(IDIOMS, ' ').replace(DENIED, ' ')
  const own = OWN.test(line)
  if ((own || !ANOTHER.test(line)) && EXPLICIT.test(line)) return 'explicit'
  if (own && crisisScore(features) > EXPLICIT_ABOVE) return 'explicit'
  return SOFT.test(voice.words.join(' ')) ? 'soft' : undefined
}
