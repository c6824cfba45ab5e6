export const INTERVIEW_KINDS = [
  'recruiter_screen',
  'hiring_manager',
  'technical',
  'case_study',
  'take_home',
  'panel',
  'onsite',
  'presentation',
  'behavioral',
  'culture',
  'final',
  'other',
] as const
export const INTERVIEW_FORMATS = ['phone', 'video', 'in_person', 'asynchronous'] as const
export const INTERVIEW_STATUSES = ['scheduled', 'completed', 'cancelled', 'missed'] as const
export const INTERVIEW_RESULTS = ['pending', 'advanced', 'not_advanced', 'unknown'] as const

export type InterviewKind = (typeof INTERVIEW_KINDS)[number]
export type InterviewFormat = (typeof INTERVIEW_FORMATS)[number]
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number]
export type InterviewResult = (typeof INTERVIEW_RESULTS)[number]

/** The present, as an instant and as the day that it is for the account. */
export type Present = { now: string; today: string }

/** Whether an interview lies behind, by its instant, or else by its day; one without either does. */
const isPast = (startsAt: string | null, heldOn: string | null, { now, today }: Present): boolean =>
  startsAt ? startsAt <= now : (heldOn ?? '') <= today

export type Course = { status: InterviewStatus; startsAt: string | null; heldOn: string | null }

/** Whether an interview was held, as far as is known: nobody called it off, and it lies behind. */
export const tookPlace = ({ status, startsAt, heldOn }: Course, present: Present): boolean =>
  status === 'completed' || (status === 'scheduled' && isPast(startsAt, heldOn, present))

/** Whether an employer said how it went on. */
export const isAnswered = (result: InterviewResult | null | undefined): boolean =>
  result === 'advanced' || result === 'not_advanced'

type Given = Omit<Course, 'status'> & { result: InterviewResult }

/** The status of an interview that was recorded without one: that it was held takes a day, or an answer, to say. */
export const statusOf = ({ startsAt, heldOn, result }: Given, present: Present): InterviewStatus =>
  (startsAt || heldOn ? isPast(startsAt, heldOn, present) : isAnswered(result)) ? 'completed' : 'scheduled'

/** Whether an interview has a day, and that lies ahead. */
export const liesAhead = ({ startsAt, heldOn }: Omit<Course, 'status'>, present: Present): boolean =>
  Boolean(startsAt ?? heldOn) && !isPast(startsAt, heldOn, present)

type Said = { status: InterviewStatus; result: InterviewResult }

/** Whether a record says that an interview was held: in so many words, or by an answer to one that nobody called off. */
export const isSaidHeld = ({ status, result }: Said): boolean =>
  status === 'completed' || (status === 'scheduled' && isAnswered(result))
