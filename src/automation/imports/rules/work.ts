import type { Channel, EmploymentType, WorkMode } from '../../../journal/applications/rules.ts'
import { fold } from './text.ts'

/** `whole` is false where the cell says more than the member can. */
export type Reading<Value> = { value: Value; whole: boolean }

const MODES: [RegExp, WorkMode][] = [
  [
    /^(hybrid|hybride|hibrido|ibrido|teilweise remote|partly remote|partial(ly)? remote|hybrid remote|remote hybrid)$/,
    'hybrid',
  ],
  [
    /^((fully|full|100) )?(remote|remoto|teletravail|telework|wfh|work from home|home office|homeoffice|distributed|a distance|distanciel|da remoto)( only)?$/,
    'remote',
  ],
  [
    /^(100 )?(on site|onsite|in office|in person|office|sur site|presentiel|vor ort|presencial|in sede|physical)( only)?$/,
    'onsite',
  ],
]

const MODES_WITHIN: [RegExp, WorkMode][] = [
  [/\b(hybrid|hybride|hibrido|days? (remote|in office|onsite|on site|in the office))\b/, 'hybrid'],
  [/\bremote\b/, 'remote'],
  [/\b(on ?site|in office)\b/, 'onsite'],
]

export const readWorkMode = (text: string): Reading<WorkMode> | null => {
  const words = fold(text.slice(0, 200))
  const whole = MODES.find(([pattern]) => pattern.test(words))
  if (whole !== undefined) return { value: whole[1], whole: true }
  // Two ways named at once is a question, not a mode.
  const named = MODES_WITHIN.filter(([pattern]) => pattern.test(words))
  const [only] = named
  if (only === undefined || /\b(no|not|non|or|if)\b/.test(words)) return null
  return named.length === 1 || only[1] === 'hybrid' ? { value: only[1], whole: false } : null
}

const EMPLOYMENT: [RegExp, EmploymentType][] = [
  [
    /^(full time|fulltime|ft|permanent|perm|regular|cdi|vollzeit|festanstellung|tiempo completo|jornada completa|tempo pieno|indefinido)( (employee|position|role|job|permanent|w2))?$/,
    'full_time',
  ],
  [
    /^(part time|parttime|pt|teilzeit|temps partiel|media jornada|tiempo parcial)( (employee|position|role|job))?$/,
    'part_time',
  ],
  [
    /^(contract|contractor|c2c|c2h|w2 contract|1099|contract to hire|fixed term|cdd|befristet)( (position|role|job))?$/,
    'contract',
  ],
  [
    /^(intern|internship|stage|stagiaire|praktikum|werkstudent|co op|coop|placement|apprenticeship|alternance|practicas|becario|estagio)( (position|role))?$/,
    'internship',
  ],
  [/^(temp|temporary|seasonal|interim|zeitarbeit|temporal)( (position|role|job))?$/, 'temporary'],
  [/^(freelance|freelancer|self employed|independant|freiberuflich|autonomo)$/, 'freelance'],
]

export const readEmploymentType = (text: string): EmploymentType | null => {
  const words = fold(text.slice(0, 200))
  return EMPLOYMENT.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const CHANNELS: [RegExp, Channel][] = [
  [
    /\b(referrals?|referred|friend|former (colleague|coworker|manager)|colleague|coworker|family|employee ref\w{0,6}|empfehlung|cooptation|recommendation)\b/,
    'referral',
  ],
  [/\b(recruiters?|headhunter|head hunter|inmail|sourcer|recruteur)\b/, 'recruiter'],
  [
    /\b(agency|agencies|staffing|recruitment (agency|firm)|cabinet|vermittlung|zeitarbeit|robert half|randstad|adecco|manpower|hays|michael page|teksystems|kforce|insight global|apex systems)\b/,
    'agency',
  ],
  [
    /\b(career fair|job fair|hackathon|conference|meetup|meet up|event|networking event|salon|messe|forum)\b/,
    'event',
  ],
  [
    /\b(reach(ed)? out|outreach|cold (e ?mail|call|message|dm)|networking|spontaneous|direct message|spontanee|initiativbewerbung|approached)\b/,
    'outreach',
  ],
  [
    /\b(company|compan(y|ies) s?|corporate|employer|official|own|their|firm|careers?|carrer|organi[sz]ation)( s)? ?(web ?sites?|sites?|page|portal|careers?|website)\b|^(company|company direct|direct|careers?|website|site carriere|site entreprise|site de l entreprise|firmenwebsite|karriereseite|unternehmenswebsite)$/,
    'company_site',
  ],
  [
    /\b(linked ?in|indeed|glassdoor|zip ?recruiter|monster|career ?builder|dice|wellfound|angel ?list|angelco|otta|welcome to the jungle|wttj|built ?in|handshake|hired|simply ?hired|google jobs|we work remotely|remote ok|remoteok|remote rocketship|hacker news|hn|y combinator|ycombinator|work at a startup|ripplematch|usa ?jobs|government jobs|governmentjobs|seek|reed|totaljobs|cv library|cwjobs|adzuna|jooble|stepstone|xing|arbeitsagentur|arbeitnow|ams|infojobs|apec|hello ?work|pole emploi|france travail|cadremploi|regions ?job|jobteaser|naukri|foundit|shine|jobstreet|jobsdb|bayt|workopolis|jobbank|job bank|idealist|climate ?base|braintrust|untapped|jobright|simplify|teal|huntr|the muse|flexjobs|snagajob|craigslist|upwork|toptal|levels fyi|trueup|efinancialcareers|higheredjobs|inside higher ed|chronicle vitae|academic ?jobs ?online|job ?boards?|jobb(o|ö)rse|nofluffjobs|justjoin|pracuj|jobs ac uk|mustakbil|rozee)\b/,
    'job_board',
  ],
]

/** Only channels that the words name; an unknown site keeps its name and no channel. */
export const channelOf = (text: string): Channel | null => {
  const words = fold(text.slice(0, 200))
  return CHANNELS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
