import { type Rule, rule } from './rule.ts'

const BESIDE =
  '(?:in|on|the|\\*|there|at|who|both|of|clearly|just|now|GUESS|obviously|have|had|ALWAYS|ALL|could|can|FUT|OTHERS|SELFN)'
const WITHIN =
  '(?:that|to|the|\\*|GUESS|how|what|a|an|such|of|as|at|am|was|were|is|so|too|just|UTTERLY|complete|total|TRAIT|right|straight)'

/** What others are said to think of the writer, what they gave and why, and what they will do. */
export const RULES_ON_OTHERS: readonly Rule[] = [
  rule(
    'never_future',
    'fortune_telling',
    'classes',
    /\bi (?:(?:am|FUT|just|probably|clearly|GUESS|simply|honestly|ALWAYS|to|know|MIND|it|that) ){0,4}(?:NEVER|NOT ALL) (?:going to |FUT to |FUT |to )?(?:be |get |have |make |let |MIND (?!out)|land |a |an |the |any |\* |HIRE |in |ALL |another |out |of ){0,6}(?:HIRE|it|ALL|good|enough|WORTH)\b/,
  ),
  rule(
    'nobody_will',
    'fortune_telling',
    'classes',
    /\b(?:ALL|no one|no OTHERS|no \*)(?: (?:who|in|\*|this|HIRE|my|the|of|OTHERS|here|with|right|mind|sane|half|a|there|around|out)){0,5} (?:FUT|would|is FUT to|is ever FUT|could|MIND|HIRE)(?: (?:ever|ALL|to|want|really|seriously|not|HIRE|MIND|\*|a|an|on|take|give|with|have|be)){0,4} (?:me|someone like me|somebody like me|my|to me)\b/,
  ),
  rule(
    'who_would_hire_me',
    'fortune_telling',
    'words',
    /^who (?:on earth |in their right mind |else |the hell |would |will |could |is going to |ever |even |seriously |really |honestly ){1,4}(?:want|hire|employ|take|pick|choose|pay|need|bother|trust|give|have|promote|call) (?:\w+ ){0,3}(?:me|someone like me|this mess)\b/,
  ),
  rule(
    'always_will_be',
    'fortune_telling',
    'words',
    /\bi (?:will|am going to|am always going to) (?:always |just |only |forever ){0,2}be (?:always )?(?:the one (?:who|that|left)|second (?:best|choice)|the runner up|left behind|stuck (?:here|like this|in this|at the)|at the bottom|a nobody|less than)/,
  ),
  rule(
    'no_future',
    'fortune_telling',
    'words',
    /\b(?:i have no (?:future|hope|prospects|chance)|there is no (?:future|hope|place|point|room) (?:\w+ ){0,4}(?:for|of|with|in) (?:me|someone like me|people like me)|my (?:career|life|future|chances?|working life|prospects) (?:is|are|was|will be) (?:\w+ )?(?:over|finished|ruined|done|dead|doomed|hopeless|nothing|gone|wasted|a (?:joke|failure|disaster|mess|write))|i am (?:\w+ )?(?:finished|doomed|done for|a goner|beyond help|past saving|a lost cause|unemployable|going nowhere))\b/,
  ),
  rule(
    'they_must_think',
    'mind_reading',
    'classes',
    new RegExp(
      `\\b(?:OTHERS|ALL|the \\*|my \\* \\*)(?: ${BESIDE}){0,5} MIND(?: ${WITHIN}){0,4} (?:(?:i|me|my)(?: ${WITHIN}){0,6} (?:LABEL|TRAIT|NOT WORTH)|(?:LABEL|TRAIT)(?: ${WITHIN}){0,2} i (?:am|was))\\b`,
    ),
  ),
  rule(
    'laughing_at_me',
    'mind_reading',
    'words',
    /\b(?:they|panel|interviewers?|everyone|everybody|recruiters?|team|people|whole \w+|all) (?:\w+ ){0,3}(?:laughing|laughed|snickering|sniggering|smirking|rolling their eyes|pitied|pitying|saw right|saw straight|see right|see straight|felt sorry|feel sorry|were counting|looked down|joking|wrote me off|written me off) (?:\w+ ){0,3}(?:at me|me|through me|about me|on me|off|for me|the minutes)\b/,
  ),
  rule(
    'they_could_tell',
    'mind_reading',
    'words',
    /\b(?:(?:could|can|must) (?:see|tell|hear|smell|sense) (?:\w+ ){0,6}i (?:am|was|do|did|would) not (?:belong|good|the (?:right|kind|sort|class)|from the|up to it|one of|worth|cut out|their (?:sort|kind))|took one look at (?:me|my))\b/,
  ),
  rule(
    'only_reason',
    'discounting_the_positive',
    'words',
    /\bthe only reason (?:that |why )?(?:they|he|she|hr|anyone|i (?:got|passed|was (?:called|invited|asked|picked|chosen|hired|even|shortlisted)|am here|have (?:a|this|the))) (?:\w+ ){0,9}(?:is|was)\b/,
  ),
  rule(
    'out_of_pity',
    'discounting_the_positive',
    'words',
    /\b(?:only|just|purely|must have|probably|simply) (?:\w+ ){0,8}(?:out of pity|to be (?:nice|polite|kind)|felt (?:sorry|bad)|pitied|(?:being|were|was) (?:nice|polite|kind)|to make up (?:the )?(?:numbers|a)|to fill (?:a|the|their) (?:quota|slot|numbers|box|list)|to tick a box|by mistake|because (?:they|he|she) (?:were|was|had no|could not find|needed a|needed to)|a fluke|luck|by accident|nobody else)\b/,
  ),
  rule(
    'does_not_count',
    'discounting_the_positive',
    'words',
    /\b(?:that|it|this|which|getting \w+|the interview|the invitation|the invite|praise) (?:\w+ )?(?:does not|do not|did not|hardly|barely|means nothing|counts for) (?:count|mean (?:anything|much|a thing)|counts)\b|\b(?:any|every|a) (?:idiot|fool|monkey|trained monkey|child|moron|one) (?:could|can|would) (?:have )?(?:\w+ )?(?:do|done|get|got|gotten|pass|passed|manage|managed|that)\b|\banyone (?:could|can|would) (?:have )?(?:done|got|gotten|passed|managed|answered|do) (?:that|it|this|one|those)\b/,
  ),
]
