import type { ReasonTextCode } from '../texts/reasons-en.ts'
import { phrases } from './phrases.ts'

/**
 * How close the ending has to stand, for the phrase to be its reason: anywhere in the mail, in the sentence before or
 * after, or in the same sentence.
 */
export type Reach = 'mail' | 'beside' | 'same'
export type ReasonRule = { code: ReasonTextCode; reach: Reach; patterns: RegExp[] }

export const rule = (code: ReasonTextCode, reach: Reach, ...sources: string[]): ReasonRule => ({
  code,
  reach,
  patterns: phrases(...sources),
})

const RESHAPING =
  '(?:restructuring|restructure|re structuring|reorgani[sz]ation|re organi[sz]ation|reorg|layoffs?|lay offs?|redundanc(?:y|ies)|downsizing|workforce reductions?|reductions? in (?:force|workforce|headcount))'
const INCIDENT =
  '(?:cyber ?attack|cyber attack|data breach|ransomware|security (?:incident|breach)|fires?|floods?|flooding|hurricane|earthquake|storm|pandemic|covid|war|insolvency|bankruptcy|explosion|closure of~3 (?:plant|office|site|branch|store|factory))'
const CASE =
  '(?:litigation|lawsuits?|legal (?:proceedings|disputes?|action|case)|court case|(?:regulatory|criminal|antitrust) (?:investigation|probe|inquiry))'
const AIMS =
  '(?:priorit(?:y|ies)|needs|plans|strategy|requirements|direction|leadership|scope|focus|roadmap|circumstances)'

/** The role is open to nobody any more: these end it by themselves. */
export const CLOSED = ['position_cancelled', 'hiring_freeze'] as const

/** What lies with the employer. */
export const EMPLOYER_REASONS: ReasonRule[] = [
  rule(
    'position_cancelled',
    'mail',
    '{THESEARCH}~8 (?:has|have|had|is|was|were|been|being)~2 (?:cancell?ed|withdrawn|eliminated|scrapped|discontinued|pulled|dropped|abolished|cut)',
    'cancellation of~4 {SEARCH}',
    '(?:not|no longer)~3 (?:moving|move|proceed|proceeding|continue|continuing|going|go)~1 with~1 {HIRING}~1 for',
    '(?:cancel|cancelled|canceled|eliminated|scrapped|withdrawn|pulled|dropped|abolished|cancelling|eliminate|withdraw)~1 (?:the|this|that|our|all)~4 {SEARCH}',
    '{THEROLE}~8 (?:no longer (?:exists?|available|needed|required|part of)|(?:no longer|not) (?:be filled|being filled|going to be filled))',
    '(?<={ROLE} , )(?:so|and)~1 it~2 (?:been|be) (?:cancell?ed|withdrawn|eliminated|scrapped|dropped)',
    '(?:decided|chosen|chose) not to (?:fill|hire for|recruit for|replace|backfill)~1 {THE}~3 {ROLE}',
    '{WE}~3 (?:no longer|not)~2 (?:filling|fill|hiring for|recruiting for|recruit for)~1 {THE}~4 {ROLE}',
    '(?:closed|closing|close)~1 {THE}~4 {SEARCH} without~2 (?:hire|hiring|appointment|appointing|filling)~1',
  ),
  rule(
    'hiring_freeze',
    'mail',
    '(?:we|our|company|firm|university|board|management|there|under|{CAUSE}|current|group)~5 {HIRING} (?:freeze|pause|stop|halt|moratorium)',
    '(?:freeze|halt|stop|moratorium|pause) (?:on|to|in)~2 (?:{HIRING}|new hires)',
    '{HIRING}~1 on (?:hold|ice)',
    '{WE}~3 (?:paused|frozen|froze|suspended|halted|pausing|freezing|suspending|halting)~3 (?:{HIRING}|headcount|hires)',
    '(?:all|our|company|external|{HIRING})~1 (?:{HIRING}|headcount)~4 (?:has|have|is|was|been|being)~3 (?:paused|frozen|suspended|halted|on hold)',
    '{THESEARCH}~6 (?:has|have|is|was|are|were|been)~2 (?:on hold|paused|frozen|suspended)',
    '(?:put|putting|place|placed|placing)~1 {THE}~4 {SEARCH} on (?:hold|ice|pause)',
    '(?:pause|paused|pausing|freeze|frozen|suspend|suspended) (?:the|this|our|that)~3 {SEARCH}',
  ),
  rule(
    'budget_cut',
    'beside',
    '(?:the|our|its|main)~2 {FUNDS}~8 (?:cut|withdrawn|pulled|lost|frozen|slashed|reallocated|not (?:approved|renewed|granted|secured|released|confirmed|come)|fallen through|fell through|run out|ran out|dried up)',
    '(?:lost|lose|losing|cut|lack|without)~3 {FUNDS}',
    '(?:shortfall|cuts?|gap|reduction|drop) (?:in|to)~3 {FUNDS}',
    '(?:not|never)~1 (?:approve|release|grant|sign off|renew)~3 {FUNDS}',
    '(?:not|no longer)~1 (?:have|get|receive|secure|obtain|got|received|secured)~3 {FUNDS}',
    'no(?: longer)?~1 {FUNDS} for',
    '(?:cut|removed|dropped|taken out) (?:from|of)~3 budget',
    '(?:not|no longer)~2 (?:to )?(?:finance|fund|pay for) (?:the|this|that)~2 {ROLE}',
  ),
  rule(
    'budget_cut',
    'same',
    '{CAUSE}~4 (?:budgets?|budgetary|funding|financial|headcount) (?:cuts?|constraints?|reductions?|restrictions?|limitations?|reasons|pressures?|shortfalls?|freeze)',
    '(?:budget|budgetary|funding|financial) (?:cuts?|constraints?|restrictions?|limitations?|pressures?)~1 (?:have|has|had|mean|forced|led|require|leave|left)~2',
    '{CAUSE}~3 (?:cost cutting|cost cuts|cost savings?)',
  ),
  rule(
    'internal_candidate',
    'mail',
    '(?:appoint|appointed|appointing|hire|hired|hiring|select|selected|chosen|choose|chose|promote|promoted|offered?|preferred|went|gone|go|forward|proceed|filled)~4 (?:internal|in house) (?:candidate|applicant|hire|employee|colleague|transfer|member)(?! (?:and|or) external)',
    '(?:internal|in house) (?:candidate|applicant|employee|colleague|hire)~3 (?:has|have|was|who)~2 (?:selected|chosen|hired|appointed|promoted|identified|offered|accepted|preferred)',
    '(?:fill|filled|filling|filled through|promote|promoted|hire|hired|recruit|recruited|appoint|appointed|staff|staffed)~7 (?:internally|from within|from inside|in house)',
    '(?:went|gone|go|given|offered|filled|promot(?:e|ed|ing)|appoint(?:ed)?|chosen|selected)~5 (?:existing|current|own) (?:employees?|colleagues?|team members?|members? of (?:our |the )?(?:team|staff)|staff)',
    'our (?:current|existing|own)~2 (?:employees?|apprentices?|interns?|colleagues?|staff|team members?)~2 (?:has|have|was|were)~2 (?:offered|given|appointed|chosen|selected|promoted)',
    '(?:someone|somebody|colleague|employee)~2 (?:already|from)~2 (?:on|in|within|inside) (?:the|our)~2 (?:team|company|department|organi[sz]ation)~3 (?:take|taking|taken|took|filled|fill|got|been|chosen|selected)',
  ),
  rule(
    'predetermined_candidate',
    'mail',
    'already had~1 (?:someone|somebody|{CANDIDATE}|a {CANDIDATE}|preferred {CANDIDATE})~2 (?:in mind|lined up|earmarked)',
    '(?:obliged|required|bound|forced|had|have)~2 to (?:advertise|post|publish)~1 (?:the|this|that|it|every)~3',
    'only (?:advertised|posted|published)~3 (?:because|due|for|as)~5 (?:policy|rules?|law|procedure|formality|regulations?)',
    '(?:position|role|job|post|it)~3 (?:was|had been|has been) earmarked',
  ),
  rule(
    'internal_restructuring',
    'same',
    `{CAUSE}~5 ${RESHAPING}{TOPIC}`,
    `(?:we|our|company|firm|division|department|team|group|organi[sz]ation)~5 (?:going through|undergoing|announced|undertaking|in the middle of|facing|had|have had|made)~4 ${RESHAPING}{TOPIC}`,
    '(?:we|our|company|firm|division|department|team|group|organi[sz]ation)~4 (?:are|is|has|have|been|being|was|were)~2 (?:restructured|restructuring|reorgani[sz]ed|reorgani[sz]ing|downsized|downsizing)',
    `(?:part|result|victim) of~4 ${RESHAPING}{TOPIC}`,
  ),
  rule(
    'internal_change',
    'beside',
    '(?:our|company|business|strategic|team|department|the)~2 (?:priorities|needs|plans|strategy|requirements|direction|focus|scope of~3)(?: has| have| had)?~2 (?:changed|shifted|evolved)',
    `{WE}~3 (?:decided|chosen|chose|had|have) to (?:change|shift|rethink|revise) (?:our|the)~2 ${AIMS}`,
    `{WE}~3 (?:changed|shifted|revised|rethought)~1 (?:our|the)~2 ${AIMS}`,
  ),
  rule(
    'internal_change',
    'same',
    `{CAUSE}~4 (?:changes?|shifts?)~1 (?:in|of|to)~4 ${AIMS}`,
    `{CAUSE}~2 (?:changed|changing|shifting|internal|strategic|organi[sz]ational)~1 (?:changes|${AIMS})`,
    '(?:company|firm|we|business|group)~3 (?:been|being|was|were) (?:acquired|taken over|bought|sold)',
    '{CAUSE}~4 (?:merger|acquisition|takeover){TOPIC}',
  ),
  rule(
    'hiring_manager_unavailable',
    'beside',
    '(?:hiring manager|manager|head of~4|director~4|team lead|supervisor|principal investigator|professor~2)(?: , who[^,;]{1,80} ,)?(?:~3 (?:has|have|had|is|was)~2)? (?:left|leaving|resigned|departed|retired|fallen(?: \\S{1,20})? ill|ill|taken ill|passed away|died|no longer with|stepped down|on (?:sick|medical) leave)',
  ),
  rule('major_incident', 'same', `{CAUSE}~4 ${INCIDENT}{TOPIC}`),
  rule(
    'major_incident',
    'mail',
    '(?:we|company|firm|business|group|employer)~3 (?:filed for|gone into|entered|declared|gone|going into) (?:bankruptcy|insolvency|administration|receivership|liquidation|bankrupt)',
    '(?:company|firm|we|business|plant|office|factory|site)~3 (?:(?:shutting|closing|winding) down|ceased? operations|ceasing operations|closes? its doors)',
  ),
  rule('legal_proceedings', 'same', `{CAUSE}~4 ${CASE}{TOPIC}`),
  rule(
    'personal_connection_hired',
    'mail',
    '(?:gave|given|went|gone|goes|offered|go)~4 to~4 {KIN}',
    '(?:hired|chose|chosen|appointed|hiring|picked) (?:an?|the|his|her|their|my)~3 {KIN}',
  ),
  rule(
    'never_a_real_opening',
    'beside',
    '(?:advert|ad|job|role|position|posting|vacancy|listing|opening|it)~6 (?:posted|published|advertised|listed|live|online)~1 (?:in error|by mistake|by accident|erroneously|accidentally|mistakenly)',
    '(?:advert|ad|job|role|position|posting|vacancy|listing|opening|it)~3 (?:erroneously|accidentally|mistakenly) (?:posted|published|advertised|listed)',
    '(?:never|not)~2 (?:real|actual|genuine) {ROLE}',
  ),
  rule(
    'filled_before_you',
    'mail',
    '{THEROLE}~9 (?:has|have|had)~2 been~1 filled',
    '{THEROLE}~9 (?:was|were|got)~1 filled',
    '{THEROLE}~9 (?:,~9 , )?(?:is|are|was|were) (?:now|already|since) filled',
    '{ROLE} is (?:now|already)(?: been)? filled',
    '{WE}~5 filled {THE}~6 (?:{ROLE}|it)',
    '(?:found|hired|appointed|already (?:selected|chosen))~1 {SOMEONE}~2 (?:to fill|for) (?:the|this|that|it|our)~2',
    '(?:able|managed) to fill {THE}~4 {ROLE}',
    '{CANDIDATE}~1 has already been (?:selected|chosen|hired|appointed|found)',
  ),
]
