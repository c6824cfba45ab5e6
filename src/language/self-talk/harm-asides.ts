const NEAR_THE_WALL = '(?! (?:till|until|so|again|over|on purpose|because|deliberately|every))'

/** Turns of phrase that speak of something else. */
const IDIOMS = [
  '(?:killed|killing|kill) (?:myself|me) (?:trying |working |laughing |studying |preparing |over |to (?:get|make|finish|meet|hit|be|please|impress)|with |for (?:that|this|the|a|them))',
  '(?:kill|shoot|bury) me now',
  'die of (?:embarrassment|shame|boredom|laughter|curiosity)',
  '(?:died|dying|die) (?:a little |a bit |a thousand |of |for |on |to (?:hear|know|see|find|get|work|meet|ask|tell|learn)|inside|laughing|down|out|hard|over here)',
  '(?:wanted|want|could have|would have|nearly|almost) (?:to )?(?:die|died) (?:of|from|when|right there|on the spot|in that|inside)',
  '(?:rather|sooner|prefer to|going to|gonna) (?:die|be dead|be shot|be hanged|pass away) (?:than (?!live|living|go on|keep (?:living|going)|carry on|be alive|face|tell|wake|get|go (?:through|back)|sit through|spend|another)|if (?:i|they|we|he|she) (?:have|has|make|makes|had|made|ask|asks|say|says|see|hear))',
  '(?:prefer|choose) death (?:to|over) (?:another|that|this|a|the|any)',
  '(?:shoot|shot|shooting) (?:myself|ourselves) in the foot',
  '(?:cut|cutting) (?:myself|me) (?:off|short|some slack|shaving|on|while|out|down|loose|chopping|slicing|peeling)',
  '(?:hang|hung|hanging) (?:up|out|on|in|by|around)',
  '(?:jump|jumped|jumping) (?:ship|on|to|in|at|through|ahead|into|the gun|over|off the call|straight)',
  '(?:bang|banging|banged|hit|hitting|beat|beating|knock|knocking) (?:my|our|your|his|her) heads? (?:up )?against (?:a|the) (?:\\w+ )?wall' +
    NEAR_THE_WALL,
  '(?:suicide|suicidal|self harm|self harming) (?:prevention|awareness|risk|risks|helpline|hotline|research|policy|safeguarding|training|mission|squad|squeeze|pact|charity|line|door|assessment|protocol|module|nurse|watch|clause|exclusion|rates?|statistics|figures|attempt survivors?|survivors?|patients?|clients?|callers?|tendencies|alliance|cell|by|for (?:the|a|any|our))',
  '(?:throw|throwing|threw|thrown) (?:myself|me|him|her|them|us) under the bus',
  '(?:disappear|vanish|vanished|disappeared) (?:under|into|for (?:a|an|the)|when|behind)',
  '(?:career|professional|social|political|commercial|academic|brand|corporate|financial) suicide',
  '(?:commit|committed|committing) suicide (?:during|on the|when i clicked|mid)',
  'assisted (?:suicide|dying)',
  '(?:ended|end|ending) it (?:there|early|with|on|at|after|by|here|badly)',
  '(?:over my )?dead (?:body|end|line|money|man|inside|meat|loss|duck|heat|ringer|by (?:the end|lunch|noon|eight|nine|ten|round)|tired|last|wood|serious|silence|quiet|air|silent|on|weight|beat|pan|lock|right|easy|good|boring)',
  'drop dead|(?:until|till) i (?:die|drop)|do or die|kill off|kills? (?:me )?(?:\\w+ )?to (?:say|admit|write)|burn(?:ed|t|ing)? out|burn(?:ed|t|ing)? (?:my |our )?bridges?|dead in the water|(?:glad|good|happy|lucky|great|grateful|nice) to be alive',
  '(?:jump|jumped|jumping|hop|hopped) (?:off|from) (?:the|a|my) (?:bus|tram|call|zoom|meeting|bike|stage)',
  '(?:die|died|dying) (?:broke|alone|poor|unemployed|single|at my desk|waiting|laughing)',
  'to die for|(?:sleep|slept|sleeping) like the dead|farewell (?:letter|card|note|mail|email) to (?:my|the|all my) (?:colleagues|team|office|customers|patients)',
  'kill (?:for|time|the|a|an|two|all|it|switch|line)',
  'death by',
  '(?:sick |bored |scared |worried |frightened |tickled |thrilled |starved |frozen )?to death',
  'life (?:table|drawing|sciences?|coach)',
  'job of my life',
  'overdosed? on (?:coffee|caffeine|slides|sugar|jargon|advice|cake|espresso)',
  '(?:hurt|cut|burned|burnt|scratched|hit) (?:myself|my (?:\\w+ )?\\w+) (?:\\w+ )?(?:at (?:the|work|football|home)|in the (?:gym|kitchen|garden|workshop)|playing|lifting|typing|cooking|running|skiing|moving|while|during|falling|climbing|shaving|chopping|on (?:the|a|an|their|that) (?:\\w+ ){0,2}(?:oven|fryer|stove|grill|beam|door|desk|table|fence|tray|machine|paper|gate|shelf|slicer|tin|lintel|kettle|hob|radiator))',
  '(?:die|died|dying) (?:on stage|at home|at (?:the|a) (?:hospice|hospital))',
]

/** Harm that is asked about, ruled out, or only supposed of another. */
const RULED_OUT = [
  '(?:not|never|(?<!(?:says|say|said|another|a|the|is) )no(?! i )|without|far from|nowhere near|any|neither|nor) (?:(?!stop|keep|resist|help|wait|reason|point|way|longer|trust|safe|sure|more|only|see|tell|told|admit|care)\\w+ ){0,5}(?:suicidal|suicide|kill myself|harm myself|harmed myself|hurt myself|hurting myself|killing myself|self harm|end my life|ending my life|harming myself|taking my own life|take my own life|die|be dead|cut myself|danger to myself|harm to myself|want(?:ing)? to die|wish(?:ed)? (?:i was |to be )?dead)(?! (?:in front of|where|until))',
  '(?:asked|asks|asking|wanted to know|checked|screened) (?:\\w+ ){0,3}(?:whether|if|about|for|how|what) (?:(?!and |but |because )\\w+ ){0,14}\\w+',
  '(?:what to do|what i (?:do|did|would do|had done)|how (?:to|i|i would) (?:respond|react|cope|help|deal|handle)) (?:when|if|with) (?:(?!and |but )\\w+ ){0,12}\\w+',
]
const SUPPOSED =
  '^(?:if|what if|suppose|imagine) (?:he|she|they|someone|anyone|a (?:patient|client|student|caller|friend|pupil)) (?:(?!i |my )\\w+ ){0,14}'

/** What the words around harm are about where they are not about the writer: a person in care, a line of work, a story. */
export const ANOTHER_SUBJECT =
  /\b(?:patients?|clients?|pupils?|students?|callers?|residents?|inmates?|prisoners?|teenagers?|youngsters|young people|customers?|referrals?|prison|ward|clinic|hospice|policy|policies|clauses?|claims?|insurers?|novels?|films?|movie|books?|poems?|screenplay|script|scene|act (?:one|two|three|four|five)|drama|opera|documentary|band|song|research|researching|paper|dissertation|thesis|phd|study|modules?|training|trained|trainer|leaflets?|posters?|helpline|hotline|crisis line|samaritans|charity|charities|volunteer|volunteers|volunteering|voluntary|scenario|paramedic|counsellor|rates?|statistics|prevention|awareness|coroner|pharmacy|pharmacist|warehouse|chef|trial shift|barber|questionnaire|safeguarding|teach|teaching|moderation|moderator|undertaker|embalmer|funeral|insurance (?:firm|test)|code|linux|thread|server|shift|climb|climbing|sailing|ship|fishing|abattoir|vet|company|team|sector|sell|sells|stocks)\b/

export const OTHERS =
  /\b(?:characters?|he|she|they|him|her|them|you|his|their|patients?|clients?|callers?|students?|pupils?|friends?|charity|helpline|ward|book|film|article|brother|sister|father|mother|uncle|aunt|colleague|mate|bestie|cousin|neighbour)\b/

const ASIDES = new RegExp(`\\b(?:${[...IDIOMS, ...RULED_OUT].join('|')})\\b|${SUPPOSED}`, 'g')

/** A line of plain words without what only sounds like harm. */
export const withoutAsides = (line: string): string =>
  line.replaceAll(/\bmy self\b/g, 'myself').replace(ASIDES, ' ')
