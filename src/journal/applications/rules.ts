import type { OutcomeKind } from '../outcomes/rules.ts'

export const STAGES = ['saved', 'applied', 'responded', 'interviewed', 'offered', 'accepted'] as const
export type Stage = (typeof STAGES)[number]
export const STATUSES = ['open', 'closed'] as const
export type Status = (typeof STATUSES)[number]
/** What an amount of pay is paid for. */
export const PAY_PERIODS = ['hour', 'day', 'month', 'year'] as const
export type PayPeriod = (typeof PAY_PERIODS)[number]
export const WORK_MODES = ['onsite', 'hybrid', 'remote'] as const
export type WorkMode = (typeof WORK_MODES)[number]
export const EMPLOYMENT_TYPES = [
  'full_time',
  'part_time',
  'contract',
  'internship',
  'temporary',
  'freelance',
  'other',
] as const
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number]
export const PRIORITIES = ['low', 'medium', 'high'] as const
export type Priority = (typeof PRIORITIES)[number]
export const CHANNELS = [
  'job_board',
  'company_site',
  'referral',
  'recruiter',
  'agency',
  'event',
  'outreach',
  'other',
] as const
export type Channel = (typeof CHANNELS)[number]

/** How many characters the notes on an application hold. */
export const LONGEST_NOTES = 20_000

/** What the records say about one application. Days are `YYYY-MM-DD`; an interview has one of them or an instant. */
export type Facts = {
  createdAt: string
  appliedOn: string | null
  respondedOn: string | null
  interviewCount: number
  heldCount: number
  lastHeldOn: string | null
  lastHeldAt: string | null
  lastHeardOn: string | null
  hasOffer: boolean
  offeredOn: string | null
  outcome: OutcomeKind | null
  decidedOn: string | null
  learnedOn: string | null
}

const OFFERED: readonly (OutcomeKind | null)[] = ['offer_accepted', 'offer_declined', 'offer_rescinded']

/** How far an application ever got: the furthest stage that any fact bears out. */
const stageOf = (facts: Facts): Stage => {
  if (facts.outcome === 'offer_accepted') return 'accepted'
  if (facts.hasOffer || OFFERED.includes(facts.outcome)) return 'offered'
  if (facts.heldCount > 0) return 'interviewed'
  if (facts.respondedOn || facts.interviewCount > 0 || facts.outcome === 'rejected') return 'responded'
  return facts.appliedOn || facts.outcome === 'no_response' ? 'applied' : 'saved'
}

/** The later of two days, or of two instants. */
export const later = (one: string | null, other: string | null): string | null =>
  [one, other]
    .filter((each) => each !== null)
    .sort()
    .at(-1) ?? null

const lastDayOf = (facts: Facts): string | null =>
  [
    facts.appliedOn,
    facts.respondedOn,
    facts.lastHeldOn,
    facts.lastHeardOn,
    facts.offeredOn,
    facts.decidedOn,
    facts.learnedOn,
  ].reduce(later)

/** The latest day that anything happened on, as its midnight in UTC; without any, when the record was made. */
const lastActivityOf = (facts: Facts): string => {
  const day = later(lastDayOf(facts), facts.lastHeldAt?.slice(0, 10) ?? null)
  return day ? `${day}T00:00:00.000Z` : facts.createdAt
}

/** Every computed member of an application. */
export const computedOf = (facts: Facts) => ({
  stage: stageOf(facts),
  status: facts.outcome ? ('closed' as const) : ('open' as const),
  outcome: facts.outcome,
  interviewCount: facts.interviewCount,
  lastInterviewOn: facts.lastHeldOn,
  lastHeldAt: facts.lastHeldAt,
  lastActivityOn: lastDayOf(facts),
  lastActivityAt: lastActivityOf(facts),
})

const DAY_MS = 86_400_000

/** Days from one to another; 0 when it lies ahead. */
const daysSince = (then: string, today: string): number =>
  Math.max(0, (Date.parse(today) - Date.parse(then)) / DAY_MS)

type Kept = Pick<
  ReturnType<typeof computedOf>,
  'status' | 'lastInterviewOn' | 'lastHeldAt' | 'lastActivityOn'
>

/**
 * What moves with the day, and with where the account is: how long nothing has happened, as long as the application is
 * open.
 * @param dayOf tells the day of an instant there
 */
export const silenceOf = (
  { status, lastInterviewOn, lastHeldAt, lastActivityOn, createdAt }: Kept & { createdAt: string },
  today: string,
  dayOf: (instant: string) => string,
) => {
  const heldAt = lastHeldAt && dayOf(lastHeldAt)
  const heldOn = later(lastInterviewOn, heldAt)
  const activeOn = later(lastActivityOn, heldAt) ?? dayOf(createdAt)
  return {
    lastInterviewOn: heldOn,
    quietDays: status === 'open' ? daysSince(activeOn, today) : null,
    daysSinceLastInterview: heldOn === null ? null : daysSince(heldOn, today),
  }
}

/** The words of a search: each has to stand in the company or the role. */
export const wordsOf = (q: string): string[] => q.split(/\s+/).filter((word) => word !== '')

const DAY =
  /(?<!\d)(?:(?:19|20)\d\d(?<a>[/.-])(?:0?[1-9]|1[0-2])\k<a>(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])(?<b>[/.-])(?:0?[1-9]|[12]\d|3[01])\k<b>(?:19|20)\d\d)(?!\d)/
const EMAIL = /(?<![^\s<>()[\],;:])[^\s<>()[\],;:@]+(?:@|[([]at[)\]])[^\s<>()[\],;:]+/
const WEB = /(?<![\w.-])(?:https?:\/\/|www\.|[\w.-]+\.(?!js\b|ts\b)[a-z]{2,}\/)\S+/
const HANDLE = /(?<!\S)@[\w.]{2,}|(?<!\w)(?:skype|telegram|whatsapp|instagram|discord|wechat): ?\S+/
/** Seven digits and more. */
const NUMBER = /\+?\(?(?<!\d)\d(?:[\s()./·\u2010-\u2015-]{0,3}\d){6,}/
const TELLING = new RegExp([DAY, EMAIL, WEB, HANDLE, NUMBER].map(({ source }) => source).join('|'), 'gi')

/**
 * Words without what somebody can be reached by, an address, a handle or a number: an imported name may hold all that a
 * cell said of a person. Days stay.
 */
export const withoutAddresses = (words: string): string =>
  words.replace(TELLING, (found) => (DAY.exec(found)?.[0] === found ? found : '…'))
