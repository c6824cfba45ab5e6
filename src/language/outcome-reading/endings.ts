import { phrases } from './phrases.ts'

/** They say no to this person, or to all who are left. */
export const REFUSED = phrases(
  // not moving forward, not taking your application further, not to proceed with you
  '(?:not|unable to|against)~3 (?:mov(?:e|ing)|tak(?:e|ing)|go(?:ing)?|carry(?:ing)?|progress(?:ing)?|advanc(?:e|ing))~6 (?:forwards?|ahead|further|onward|on|next (?:stage|round|step|phase))(?!~9 (?:until|unless|without|before|if) )',
  '(?:not|unable to|against)~3 (?:proceed(?:ing)?|continu(?:e|ing)|progress(?:ing)?|advanc(?:e|ing)|pursu(?:e|ing)|mov(?:e|ing) forward)(?!~9 (?:until|unless|without|before|if) )',
  '(?:decided|chosen|chose|opted|elected)~2 against~6',
  // not selected, no longer considered
  '(?:you|your|it|candidacy|application)~7 not~2 (?:selected|shortlisted|short listed|successful|chosen|accepted|considered|among)',
  '(?:not|unable to)~3 (?:select|selecting|shortlist|choose|choosing|accept|consider|considering|invite|inviting|hire|hiring)~1 (?:you|your|it|further applications)',
  'no longer~2 (?:considered|considering|under consideration)',
  '(?:you|your|it|candidacy|application)~8 unsuccessful',
  '(?:we|i|it)~2 not~1 (?:go|going) any further',
  // no offer, no interview
  '(?:not|unable to)~4 (?:offer|offering|extend|provide|grant)~2 (?:you|an? (?:interview|position|place|role|job|offer)|the (?:position|place|role|job)|one of)',
  '(?:not|unable to)~2 (?:take|taking|bring|bringing) you on',
  '(?:will|shall|are|can) not~2 (?:hire|hiring|recruit|recruiting)',
  // others
  '(?:with|pursue|pursuing|select|selected|selecting|chose|chosen|choose|hire|hired|identified|appointed|prefer|preferred|to) (?:only )?(?:other|others|another|different|a different|someone else|stronger)(?: \\S{1,30}){0,2} ?(?:candidates?|applicants?|applications?|people|finalists?|individuals?|folks|profiles?|persons?|else|who|whose)',
  '(?:with|pursue|selected|chosen|identified|proceed|appointed) (?:an? )?(?:candidates?|applicants?|folks|people|someone|individuals?) (?:who|whose|with|that)',
  '(?:with|to|chose|chosen|selected) (?:someone|somebody) else',
  '(?:another|other) (?:candidates?|applicants?|finalists?)(?: who(?: \\S{1,20}){1,9})?~8 (?:selected|chosen|hired|appointed|offered|preferred|accepted)',
  'other (?:candidates|applicants|finalists)~6 (?:better|stronger|closer|more)~2',
  '(?:position|role|job|post|places?|seats?)~3 (?:went|gone|go|given|offered) to (?:another|others?|an? |his|her|someone)~3',
  // plainly
  '(?:answer is|it is) (?:a )?no (?:from|for|this time|on this|;)',
  'leave it (?:here|there|at that)',
  '(?:decided|chosen|chose|opted|have|had) to pass(?! (?:your|it|this|the))',
  'not~4 (?:appoint|appointing|make an appointment|making an appointment)',
  '(?:go|gone|going|went|move|proceed) in (?:a different|another) direction',
  '(?:do|does) not~2 have~2 (?:appropriate|suitable|right) {ROLE}',
  '(?:is|was|are|were) not~3 (?:fit|match)',
  'not (?:feel|think|believe)~6 (?:fit|match)',
  '(?:application|candidacy)~2 (?:has|was|is)~2 (?:declined|rejected|closed|turned down)',
  '(?:have|had|decided|forced|need)~1 to (?:decline|reject|turn you down|say no|stop here|end)',
  '(?:declined|rejected|declining|rejecting) your (?:application|candidacy)',
  '(?:ending|ended|closing|closed)~1 (?:the process|your (?:file|application)|all applications|this process)',
)

/** It is over for everybody, for whatever reason. */
export const ROLE_CLOSED = phrases(
  '{THESEARCH}~8 (?:has|have|is|was|been)~2 (?:closed|no longer (?:open|active|accepting applications))',
  '{WE}~3 (?:closed|closing) {THE}~3 {SEARCH}',
  'all {HIRING}~2 (?:ends?|stops?|ceases?|ended|stopped|ceased)',
)

/** The person said no themselves, and the mail confirms it. */
export const WITHDRAWN = phrases(
  'you(?: have| had)?(?: (?:now|since|already|recently|sadly|ultimately|kindly))? (?:decided|chosen|elected|opted|prefer)~1 (?:not to|to (?:withdraw|step|pull|end|stop|leave))',
  'you (?:have |had )?(?:withdrawn|withdrew|pulled out)',
  'your (?:decision to withdraw|withdrawal|wish to withdraw)',
  'withdrawal of your (?:application|candidacy)',
  'withdrawn your (?:application|candidacy) (?:as|at) (?:you|your)~3',
)
export const OFFER_DECLINED = phrases(
  'you (?:have |had )?(?:declined|turned down|refused)~2 offer',
  'you(?: have| had)?(?: (?:now|since|already|recently|sadly|ultimately|kindly))? (?:decided|chosen) (?:not to accept|to decline|to turn down)~3 offer',
  'your decision (?:to decline|not to accept)~3 offer',
)

/** They take back what they had offered. */
export const OFFER_RESCINDED = phrases(
  '(?:withdraw|withdrawing|withdrawn|rescind|rescinding|rescinded|revoke|revoking|revoked|retract|retracting|retracted)~2 (?:our|the|this|your)~3 offer',
  '(?:the|our|this|your)~4 offer~6 (?:has|have|is|was|been|being)~2 (?:withdrawn|rescinded|revoked|retracted)',
)

/** The role goes on, only later. */
export const GOES_ON = phrases(
  'while we wait~3',
  'will~3 (?:in touch|get back|call you|contact you|update you|resume|send you|let you know|reach out)~9',
  '(?:new dates?|next steps?)~6',
)

const THEY_NOW = '{WE}(?: (?:would|am|are|is|be|all|also|now|really|very|therefore)){0,4}'
const ROUND =
  '(?:to|for)~1 (?:next|second|third|final|further|following|another)~1 (?:round|stage|step|interview|conversation|meeting|call)'

/** They ask this person on; what has ended beside that is another role. */
export const INVITED = phrases(
  `${THEY_NOW} (?:like|love|happy|glad|pleased|delighted) to (?:invite|welcome|meet|see) you~1 ${ROUND}`,
  `${THEY_NOW} (?:invite|inviting) you~1 ${ROUND}`,
)

/** They themselves ask to hear from this person again; "see our careers page" and "we keep your details" do not. */
export const DOOR_OPEN = phrases(
  '(?:we|i)(?: \\S{1,20}){0,2} would(?: (?:really|truly|very much|still|all|also|certainly)){0,2} (?:love|like|be (?:happy|glad|delighted)) to (?:stay|keep|remain) in (?:touch|contact)',
  '(?:we|i)(?: \\S{1,20}){0,2} would(?: (?:really|truly|very much|still|all|also|certainly)){0,2} (?:love|like|be (?:happy|glad|delighted)) to (?:see you apply|see your application|hear from you|talk|speak)~1 again',
  'please (?:do )?(?:stay|keep) in (?:touch|contact)',
  '(?:we|i)~1 (?:hope|wish) (?:that )?you(?: will| would)?~1 apply~3 again (?:in|next|once|when|after)~4',
)
