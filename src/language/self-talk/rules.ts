import { type Rule, rule } from './rule.ts'
import { RULES_ON_OTHERS } from './rules-on-others.ts'

const BE = '(?:am|was|be|being|been|have been|will be|must be|have become|became|become)'
const DEGREE =
  '(?:so|such|too|really|very|truly|basically|clearly|obviously|simply|just|such|still|UTTERLY|ALWAYS|a|an|the|that|complete|total|utter|absolute|real|big|huge|giant|walking|PUNISH|TRAIT|kind|of|FUT|honestly|only|bit)'
const END = '(?= \\||$| at all| and | or | for (?:even |ever )?\\w+ing| because| who| that| in this)'

/** Precise rules on what the writer is, does and deserves. */
const RULES_ON_ONESELF: readonly Rule[] = [
  rule('i_am_a_label', 'labeling', 'classes', new RegExp(`\\bi ${BE} (?:${DEGREE} ){0,4}LABEL\\b(?! at)`)),
  rule(
    'i_am_some_label',
    'labeling',
    'classes',
    new RegExp(
      `\\bi ${BE} (?:just |such |only |clearly |still )?(?:a|an|the) (?:\\* |TRAIT |PUNISH |UTTERLY ){1,2}LABEL(?! at| with| \\*)`,
    ),
  ),
  rule('i_am_trait', 'labeling', 'classes', new RegExp(`\\bi ${BE} (?:${DEGREE} ){0,3}TRAIT${END}`)),
  rule('label_that_i_am', 'labeling', 'classes', /\b(?:LABEL|TRAIT)(?: \*)?(?: that)? i (?:am|was)(?= \||$)/),
  rule(
    'what_a_label',
    'labeling',
    'classes',
    /^(?:what|such) (?:a |an )?(?:(?:TRAIT|complete|total|PUNISH|\*) ){0,2}LABEL(?:(?: (?:i am|of a \w+|of me))?(?= \||$)| (?:of \* |that )?i (?:am|was|have been))/,
  ),
  rule(
    'bare_label',
    'labeling',
    'classes',
    /^(?:(?:TRAIT|PUNISH|UTTERLY|complete|total|\*) ){0,2}LABEL(?: \|)?$/,
  ),
  rule(
    'makes_me_a_label',
    'labeling',
    'classes',
    /(?<!\bnot )\bmakes? me (?:(?:look|a|an|such|the|\*|TRAIT) ){0,3}LABEL\b/,
  ),
  rule(
    'not_enough',
    'labeling',
    'words',
    /\bi (?:am|was|will) (?:just |simply |never |not |never going to be |clearly |obviously |never be ){1,3}(?:going to be )?(?:ever )?(?:good|smart|clever|bright|strong|interesting|likeable|talented|intelligent|charismatic|worthy|special|capable) ?(?:enough)?(?= \||$| and | at anything| to be | to deserve| to get a| for (?:a|an|the|them|this|that|anyone|anybody|people|any))/,
  ),
  rule(
    'cut_out',
    'labeling',
    'words',
    /\b(?:am|was) not (?:cut out|made|built|meant|fit) (?:for|to) (?:this|work|any|anything|it|be|have|succeed|a career|employment|the (?:world|workplace|profession|job)|working)/,
  ),
  rule(
    'something_wrong_with_me',
    'labeling',
    'words',
    /\b(?:something|everything|what|thing) (?:must be |is |has to be )?(?:\w+ )?(?:wrong|broken|missing|off|defective) (?:with|in|about|inside) me\b/,
  ),
  rule(
    'does_not_have_it',
    'labeling',
    'words',
    /\bi (?:just |simply |clearly |obviously )?(?:do|did|will) not (?:\w+ )?have (?:what it takes|it in me|the brains?|any talent|anything to (?:offer|show)|a (?:brain|future|single))/,
  ),
  rule(
    'person_like_me',
    'labeling',
    'words',
    /\b(?:people|someone|somebody|candidates|women|men|anyone|a person|person|folk|folks|types|guys|girls|kids|losers?|the likes of) (?:like|such as|of) me (?:|just |simply |will |can |could |would |do |does |am |is |are |always |never ){1,3}(?:not|never|always|end|get|belong|deserve|last|have|make|are|is)/,
  ),
  rule(
    'no_business',
    'should_statement',
    'words',
    /\b(?:i (?:had|have) )?no business (?:being|sitting|applying|going|standing|auditioning|even|in (?:that|this|a))\b|\bnothing to show for (?:it|my|any|having|all|being|forty|thirty|myself)\b/,
  ),
  rule(
    'always_ruin',
    'overgeneralization',
    'classes',
    /\bi (?:ALWAYS|just ALWAYS|ALWAYS just|seem to ALWAYS|ALWAYS seem to|ALWAYS manage to|FUT ALWAYS) (?:have to |FUT to |end up |find a \* to |go and |\w+ )?(?:BAD|FAULT|mess|screw|fail|choke|freeze|lose|disappoint|let \w+ down|end up|come last|mess)/,
  ),
  rule(
    'ruin_everything',
    'overgeneralization',
    'words',
    /\b(?:i|i always|i just|i manage to|i will) (?:\w+ )?(?:ruin|ruined|fail at|failed at|mess up|messed up|screw up|screwed up|break|destroy|wreck|fuck up|spoil|botch) (?:absolutely |literally |just about )?(?:everything|anything|every (?:single )?(?:thing|chance|opportunity|interview|job)|all (?:of it|that))\b/,
  ),
  rule(
    'cannot_do_anything',
    'overgeneralization',
    'words',
    /\b(?:i|i just|i still) (?:can|could|do|did|have) (?:not|never) (?:\w+ )?(?:do|get|manage|done|make|got|finish) (?:\w+ )?(?:anything|a single thing|one thing|one single thing|even (?:the )?(?:simplest|the basics|one)|a thing|nothing)(?: right| properly| well| straight| correctly)?(?= \||$| right| properly| well| in)/,
  ),
  rule(
    'story_of_my_life',
    'overgeneralization',
    'words',
    /\b(?:story of my (?:\w+ )?life|nothing i (?:do|say|try|touch|ever do) (?:\w+ )?(?:works|matters|is ever|ever|goes|is|will|turns|succeeds|counts)|(?:everything|all|whatever) i (?:touch|do|try|start|say) (?:\w+ ){0,5}(?:turns|collapses|withers|falls|fails|goes|ends|is|dies|breaks|comes out))\b/,
  ),
  rule(
    'should_have_known',
    'should_statement',
    'words',
    /\bi (?:really |just |honestly |damn well |of all people )?(?:should|ought to) have (?:\w+ )?(?:known(?! the| how| what| which| when| where| about)|seen (?:it|this|that)|never (?:applied|tried|bothered|gone|even)|realized|had the sense|been (?:smarter|better|good|able|stronger|more|braver)|got this|had this|stayed in my lane)\b/,
  ),
  rule(
    'should_be_over',
    'should_statement',
    'words',
    /\b(?:someone|anyone|a person|a man|a woman|any \w+|a real \w+|a proper \w+|a decent \w+|anybody) (?:at my age|my age|with my \w+|worth \w+ \w+|worth (?:their|his|her) salt|who (?:was|were|is) any good|half decent) (?:would|should|could)\b/,
  ),
  rule(
    'my_fault',
    'personalization',
    'words',
    /\b(?:it|this|that|everything|all of (?:it|this)|the whole \w+|all this) (?:is|was|must be|must have been|has to be|is probably|was probably) (?:(?!not |never )\w+ )?(?:all |entirely |completely |totally |solely |only |somehow |entirely |clearly )?(?:my (?:own )?(?:\w+ )?(?:fault|doing)|down to me|on me|because of me)\b/,
  ),
  rule(
    'blame_only_me',
    'personalization',
    'words',
    /\b(?:only (?:have )?myself to blame|i (?:have )?(?:only )?(?:\w+ )?(?:brought|bring) (?:this|it) (?:all )?on myself|my own (?:stupid|bloody|damn|silly) fault for (?:being|not being|having)|my fault \| (?:all|the \w+) of it|i (?:must have |somehow |probably |have )?(?:jinxed|cursed|caused) (?:it|this|the|that|them))\b/,
  ),
  rule(
    'feel_so_must_be',
    'emotional_reasoning',
    'words',
    /\bfe(?:el|els|lt|eling) (?:\w+ ){1,7}(?:\| )?(?:so|therefore|which means|which proves|which tells|and that means|and that tells|hence|that is how i know|because i am|because that is what i am)(?: \|)? (?:\w+ ){0,6}(?:i|am|must|me|is|be|true)\b/,
  ),
  rule(
    'total_disaster',
    'magnification',
    'words',
    /\b(?:that|it|this|the \w+) (?:was|is|will be|has been) (?:\w+ )?(?:the end of (?:everything|my|the world|me)|unforgivable|the worst (?:thing|interview|performance) (?:\w+ ){0,3}(?:ever|in history|could)|catastrophic|a catastrophe)|\b(?:ruined|destroyed|wrecked|blown|blew|thrown away|threw away|killed|ended|torpedoed|finished|wasted) (?:my (?:whole |entire |only )?(?:life|career|future|chance|chances|one chance|reputation|shot)|everything i)\b|\bi will never (?:live (?:this|it|that) down|recover|get over (?:this|it)|be able to show)\b/,
  ),
  rule(
    'hate_myself',
    'self_attack',
    'words',
    /\b(?:hate|loathe|despise|disgusted (?:with|by)|sick of|ashamed of|can not stand|could (?:kick|slap|punch|strangle)|want to (?:kick|slap|punch)|kicking|kick|cursing|curse|disgust|deserve to punish|angry at|can not forgive|will never forgive|furious with|stupid|idiot) (?:being )?(?:myself|me)(?= \||$| for| so| because| right| every| that| over| when)/,
  ),
  rule(
    'not_even_me',
    'self_attack',
    'words',
    /\bi would (?:not (?:hire|employ|pick|choose|appoint|want|trust|give|reply to|promote) me(?! to)|fire me|sack me)\b/,
  ),
  rule(
    'they_deserve_better',
    'self_attack',
    'words',
    /\b(?:deserves?|deserved|ought to have|should have (?:had|married|got)|needs?) (?:a|an|some(?:body|one)) (?:\w+ )?(?:dad|father|mum|mother|mom|husband|wife|man|woman|parent|daughter|son)?(?: ?(?:who|that|she|he|they)) (?:can|could|is|has|would|does|actually)\b|\b(?:deserves?|deserved|could (?:do|have done)|do) (?:so much |much |far |a lot )?better than me\b|\bmarried the wrong \w+/,
  ),
  rule(
    'says_about_me',
    'emotional_reasoning',
    'words',
    /\b(?:says|tells you|shows|proves|goes to show|confirms) (?:(?!whether|if|not)\w+ ){0,7}(?:about me|what i am|what i have always|how \w+ i (?:really )?am|who i am)(?= \||$| that| underneath| inside| deep| as)/,
  ),
  rule(
    'disgust',
    'self_attack',
    'words',
    /\b(?:i (?:\w+ )?(?:disgust|sicken|make) (?:myself|me) ?(?:sick)?|i (?:deserve|deserved|merit|have earned) (?:\w+ )?(?:this|it|nothing|to (?!be (?:heard|paid|happy|treated|hired|here|seen|asked|told|known))|every (?:\w+ )?(?:no|rejection|bit)|the rejection|worse|whatever|all of|no better|rejection)|i (?:do|did|will) not (?:\w+ )?(?:deserve|merit) (?!this|that|it)|serves me right|shame on me|what (?:the hell )?is wrong with me|why am i (?:\w+ )?(?:so|such|like this|even (?:trying|bothering|here)|always)|why can i (?:never|not)|why do i (?:always|even|never)|how (?:could|can) i (?:be|have been) (?:so|such))\b/,
  ),
  rule(
    'waste_of',
    'labeling',
    'words',
    /\bi (?:am|was|have been|feel like|must be)(?: just| nothing but| basically| such| only| really| clearly)? (?:a |an |the )?(?:waste of|lost cause|disgrace|poor excuse|sorry excuse|bad joke|nobody|nothing|no good|good for nothing|hopeless case|screw up|mess up|fuck up|has been|write off|laughing stock|train wreck|basket case|second rate|third rate|square peg|dead weight|one trick|damaged goods|past it|over the hill|washed up|all talk|not much of|the problem|the common denominator|dead wood|bottom of|black sheep|born|rotten|the wrong (?:shape|size|sort|kind|class|breed)|what is left|what (?:\w+ ){1,2}settles? for)\b/,
  ),
  rule(
    'all_or_nothing',
    'all_or_nothing',
    'words',
    /\b(?:if i (?:can not|do not|did not|could not|am not|fail) (?:\w+ ){1,9}\| ?(?:then )?i (?:am|might as well|do not|have|should|may as well)|(?:either|unless) i (?:\w+ ){1,10}(?:or (?:i am|it is|else)|\| (?:i am|it is|it was))|(?:anything|one|a single|second|coming second|second place|silver) (?:\w+ ){0,5}(?:is|means|equals|makes) (?:\w+ )?(?:failure|failing|losing|worthless|worth nothing|nothing|a failure|useless|the same as)|not (?:one|a single) (?:good |redeeming |decent )(?:thing|quality|bone|answer|moment) (?:\w+ )?(?:about|in|to) me|one (?:mistake|slip|wrong \w+|stumble|bad \w+) (?:\w+ ){0,3}(?:and|means) (?:\w+ ){0,3}(?:i am|all|everything|total|worthless|nothing))\b/,
  ),
]

export const RULES: readonly Rule[] = [...RULES_ON_ONESELF, ...RULES_ON_OTHERS]

/** Judgements within one field, as "useless at SQL": reported as soft. */
export const SOFT_RULES: readonly Rule[] = [
  rule(
    'trait_at',
    'labeling',
    'classes',
    new RegExp(
      `\\bi ${BE} (?:${DEGREE} ){0,4}(?:TRAIT|LABEL)(?: \\*)? (?:at|with|in|when it) (?!ALL|this FUT|this HIRE)`,
    ),
  ),
]
