import { type ReasonRule, rule } from './employer-reasons.ts'

const SHORT = '(?:lack|lacks|lacked|lacking|missing|insufficient|not enough|too little|limited)'
const NOT_OTHERS =
  '(?<!(?:candidates?|applicants?|others|people|folks|finalists?|individuals?) (?:who|whose|with|that) (?:\\S{1,20} ){0,2})'

/** What lies between the two, in a comparison, or with the person. */
export const CANDIDATE_REASONS: ReasonRule[] = [
  rule(
    'another_candidate_preferred',
    'mail',
    '(?:another|a different) {CANDIDATE}(?: who(?: \\S{1,20}){1,9})?~8 (?:selected|chosen|hired|appointed|offered|accepted|preferred)',
    '(?:select|selected|selecting|chose|chosen|choose|hire|hired|appoint|appointed|preferred|with|by|favou?r of|to) (?:another|a different|an other) {CANDIDATE}',
    '(?:select|selected|chose|chosen|hire|hired|appointed|with|to) someone else',
    '(?:with|selected|chosen|chose|appointed|offered to) an? {CANDIDATE} (?:who|whose|with)',
    '(?:an?|the successful|the chosen) {CANDIDATE}~2 (?:has|have)~1 accepted',
  ),
  rule(
    'location_mismatch',
    'same',
    'only~2 (?:hire|hiring|consider|considering|accept|accepting|employ|employing)~2 (?:candidates|people|applicants|those|residents)~3 (?:based|located|living|residing|resident|in|within)',
    '(?:not|unable to)~2 (?:hire|hiring|employ|employing|consider|considering)~5 (?:(?<!from )outside(?: of)? (?!(?:the |our )?(?:company|organi[sz]ation|team|firm)|;)\\S{1,30}|based in|located in|living in|in your (?:state|country|region))',
    '{CAUSE}~1 your (?:current )?location',
  ),
  rule(
    'compensation_mismatch',
    'mail',
    'your~3 (?:salary|pay|compensation|rate|wage)~6 (?:above|outside|beyond|exceeds?|exceeded|higher than|over)~3 (?:range|budget|band|limit)',
    '(?:salary|pay|compensation|rate) (?:you|that you)~5 (?:exceeds?|above|beyond|over)~3 (?:range|budget|band)',
    'you~5 (?:salary|pay|compensation) (?:exceeds?|is above|is beyond|is over)~3 (?:range|budget|band)',
  ),
  rule(
    'work_authorization',
    'same',
    '(?:not|unable to)~4 (?:sponsor|sponsoring)~3',
    '(?:not|unable to)~3 (?:offer|provide|support|arrange)~3 (?:sponsorship|visas?|work permits?)',
    'you~3 (?:not|no)~2 (?:hold|have|authori[sz]ed|eligible|permitted|right)~3 (?:to work|work permit|clearance|visa|citizenship)',
    'requires?~4 (?:citizenship|security clearance|work permit) (?:that )?you~3',
  ),
  rule(
    'timing_mismatch',
    'beside',
    'application~3 (?:after|later than) (?:the|our)~1 (?:deadline|closing date)',
    '(?:need|needs|needed|looking for|want)~1 (?:someone|somebody|a person|a candidate)~1 (?:who (?:can |could |is able to )?|to )(?:start|begin|join)~1 (?:sooner|earlier|immediately|straight away|right away|at once|now)',
    'your (?:start date|availability|notice period)~6 (?:not|too (?:late|long))~6',
  ),
  rule(
    'level_mismatch',
    'beside',
    'you~3 (?:overqualified|over qualified)',
    '(?:role|position|job|post)~3 too (?:junior|senior) for you',
    'you~3 too (?:junior|senior) for',
    '(?:looking for|need|seeking|want)~1 (?:someone|somebody|a person|a candidate)(?: who is)?~1 (?:more (?:senior|junior)|at a (?:more )?(?:senior|junior) level)',
  ),
  rule(
    'experience_gap',
    'beside',
    `(?:looking for|need|needs|needed|seeking|want|wanted|require) (?:someone|somebody|an? {CANDIDATE}|{CANDIDATE}s) (?:with|who has|who have)(?: an?)? (?:more|deeper|greater|longer|stronger)~5 (?:experience|practice|background|track record)`,
    `you~4 ${SHORT}~5 experience`,
    `you~4 not~2 have~5 (?:experience|years of)`,
    `${NOT_OTHERS}your ${SHORT}~4 experience`,
  ),
  rule(
    'knowledge_gap',
    'beside',
    `(?:your|you)~3 ${SHORT}~4 (?:knowledge|expertise|understanding)`,
    '(?:gaps?|weakness(?:es)?) in your~2 (?:knowledge|understanding|skills)',
    'your (?:knowledge|understanding|grasp) of~6 not~2 (?:deep|strong|sufficient|solid|enough|at)~1',
  ),
  rule(
    'assessment_result',
    'beside',
    'your~4 (?:score|results?|submission|solution|test|assessment|exercise|task|case study)~4 (?:not|below|under|fell short|fall short)~6 (?:mark|threshold|bar|standard|benchmark|score|level|requirements|criteria)',
    'you~2 not~1 (?:pass|reach the pass mark|meet the pass mark)~4 (?:test|assessment|exam|exercise|challenge|round)',
  ),
  rule(
    'examples_missing',
    'beside',
    '(?:would have liked to (?:hear|see)|missed|missing|lacked)~3 (?:concrete|specific|detailed|real|fuller|more)~1 examples',
  ),
  rule('preparation_gap', 'beside', 'you~3 not~3 (?:prepared|familiar with (?:our|the company|what we do))'),
]
