const any = (...sources: string[]) => new RegExp(`\\b(?:${sources.join('|')})\\b`)

const KIN =
  '(?:kids|children|mum|mom|mother|dad|father|parents|wife|husband|family|sister|brother|son|sons|daughter|daughters|partner|girls|boys|nan|gran|friends)'
const DAY =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|christmas|easter|the (?:morning|weekend|spring|summer|autumn|winter|new year|end of)|next|another|thirty|forty|fifty|sixty|my (?:next )?birthday)'
const PLACES =
  '(?:bridge|viaduct|cliff|roof|rooftop|ledge|railings?|parapet|tracks|level crossing|platform|quay|weir|overpass|multi storey|balcony|terrace|into the (?:sea|river|lake|canal))'

/** Signs of harm that mean little alone. Two of different kinds in one sentence of one's own mean harm. */
const SIGNS = {
  gone: any(
    '(?:when|once|after|until) i (?:am|have) (?:\\w+ )?gone(?! to| on| through| back| home| in| over)',
    'i will be gone|i will not be here(?! (?:on|until|before|when|at|in))|i am going now',
    `(?:not|never) (?:\\w+ ){0,2}(?:see|be here (?:for|on|by|in|to see)|be here|be around (?:for|in|by)|being around (?:for|when|in)|live to see|make it to|reach|see past) ${DAY}`,
    `not need (?:it|them|that|any of (?:it|this)) (?:after|any ?more|where)`,
    'no (?:next week|tomorrow|monday|next year|next time|christmas) for me',
    'want out(?= \\||$)|(?:manage|cope|fine|live|get on|go on) without me|being around when|for afterwards|free of me|rid of me',
    '(?:they|somebody|someone|she|he|who) (?:will |ever )?(?:\\w+ )?finds? (?:me|my body|this)',
    `(?:join|be with|follow) (?:\\w+ ){0,2}(?:${KIN}|god|him|her|lord) (?:again )?(?:soon|before|in heaven)|(?:join|follow) my ${KIN}`,
  ),
  alone: any(
    '(?:when|while|until) (?:\\w+ ){0,4}(?:is|are) (?:away|out|asleep|empty|gone)|(?:no one|nobody) (?:is )?(?:home|at home|around)|house (?:is )?empty|on my own tonight',
  ),
  farewell: any(
    'forgive me|love you all|(?:written|wrote|left|leave|leaving) (?:the|my) notes?',
    `(?:goodbye|farewell|bye) (?:to )?(?:everyone|everybody|all|guys|world|whoever|my ${KIN}|${KIN}|love)`,
    '(?:this is|as a) (?:my )?(?:goodbye|farewell|last (?:thing|entry|night))|last thing i (?:will )?write',
    '(?:said|saying|say) (?:\\w+ ){0,3}(?:goodbyes?|farewell)',
    '(?:goodbye|farewell) (?:letters?|notes?)',
    `(?:letters?|notes?|envelopes?|written|wrote) (?:\\w+ ){0,3}(?:to|for) (?:each of )?(?:\\w+ ){0,2}${KIN}`,
    '(?:letters|envelopes|notes?) (?:\\w+ ){0,3}(?:mantelpiece|drawer|table|desk|fridge|pillow)',
    '(?:anyone|anybody|someone|somebody|whoever|you|they|she|he) (?:reads?|finds?|opens?|will read|will find) (?:this|these|it|them)|this entry',
    `(?:tell|let) (?:\\w+ ){0,2}(?:${KIN}|them|her|him) (?:\\w+ ){0,4}(?:fault|sorry|love (?:them|her|him)|could not have)|do not blame yoursel\\w+`,
  ),
  prepared: any(
    '(?:given|gave|giving|found a home for|rehomed|fed) (?:\\w+ ){0,2}(?:dog|cat|cats|dogs|guitar|things|belongings|pets|rabbit|fish)',
    '(?:made|wrote|written|signed|changed|updated) (?:my|a|the) will|my will is|affairs in order|passwords',
    'nothing left to (?:sort|arrange)|paid (?:off )?(?:the |my )?(?:\\w+ )?(?:cards|rent|debts|bills)|(?:the )?insurance (?:\\w+ )?pays?',
  ),
  means: any(
    'ropes?|noose|pills|tablets|paracetamol|insulin|morphine|codeine|tramadol|diazepam|valium|(?:lethal|fatal) dose|my method|helium|quarry|windowsill|cord|gun|shotgun|revolver|pistol|knife|razors?|blades?|bleach|exhaust|scalpel|medicine cabinet|the means',
    PLACES,
    '(?:car|engine) (?:\\w+ ){0,2}(?:running|on)|turned (?:the gas on|on the gas)(?! fire)|length of hose',
  ),
  resolved: any(
    '(?:stopped|stop|kept|keeping) me (?:from )?(?:\\w+ )?(?:jumping|going in|going over|doing|using|stepping)|(?:stopped|saved) me(?= \\||$)',
    'next time i (?:will|might|would|do)|tonight|i shall not turn|not (?:walking|coming|come|walk|turn|swim|swimming) (?:back|round)',
    '(?:not|never) (?:stop|keep from|help) (?:looking at|thinking about|staring at)|keep (?:looking at|thinking about)|think about staying',
    '(?:want|going|plan|tempted) to (?:use|take|swallow) (?:it|them|all)|used (?:it|them) (?:again|last|on|in)',
    'not (?:scared|afraid)(?: any ?more)?|stopped being (?:scared|afraid)|made sure of',
    'one step|(?:looked|looking|look) (?:down|over the edge)|enough (?:\\w+ )?for it|and i do not want to(?= \\||$)|my plan is|got a plan|have a plan|life is over|promised myself',
    'do it (?:this|tonight|tomorrow|on|before|soon|when)|make sure(?= \\||$)',
    'let go|jump|jumping|stay(?:ing)? on the line|(?:went|go) over|stay there|sat beside it',
    '(?:it is|it will be|it all|be) over|nothing left|no more (?:trying|interviews)|not do (?:this|it) any ?(?:more|longer)|only (?:one )?way(?: out)?',
    'nobody would (?:notice|miss|care)|lined (?:\\w+ )?up|next to me|beside me|in front of me|on my (?:lap|desk|bed)|in my (?:hand|lap|bag|drawer)|in the (?:garage|wardrobe|attic|shed|boot)|(?:sitting|sat) with it|(?:knife|pills|tablets|blade|rope) (?:right )?here|to my temple|not for towing',
    'i will have done it|going to do it|will do it|do it on|thought (?:\\w+ )?about (?:it|jumping|using)|the courage',
    '(?:fixed|set|picked|chosen|chose|settled on|have) (?:\\w+ ){0,3}(?:a |the |my )?(?:date|day|night|spot|tree|week)|made up my mind|have decided|decided where',
    'know (?:which|the) (?:\\w+ ){0,2}(?:night|height|dose|day)|ready to go|not tell anyone|nothing to live for',
  ),
}

/** How many kinds of signs stand in a line. */
export const signsIn = (line: string): number => Object.values(SIGNS).filter((sign) => sign.test(line)).length
