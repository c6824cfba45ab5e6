/** Why a client may be worth a word now. Each names a record, never a trait. */
export const ATTENTION = [
  'near_miss',
  'offer',
  'interview_soon',
  'reflection_overdue',
  'repeated_miss',
  'quiet',
] as const
export type AttentionCode = (typeof ATTENTION)[number]

/** How many days each of them looks back or ahead; and from which round on a "no" comes late, where it is not called final; and by how many letters of a name a list is sorted. */
export const TERMS = {
  nearMiss: 14,
  interviewSoon: 3,
  reflectionOverdue: 3,
  reflectionForgotten: 60,
  quiet: 14,
  lateRound: 3,
  sortedLetters: 50,
} as const
export type Terms = typeof TERMS

/** Engagements that are under way: the client may pause one, and go on. */
export const CLIENT_STATUSES = ['active', 'paused'] as const
export type ClientStatus = (typeof CLIENT_STATUSES)[number]

export const SORTS = ['-since', 'displayName', 'lastActivityAt', '-lastActivityAt'] as const
export type Sort = (typeof SORTS)[number]

/** What stands for a name in a list that is sorted by it. */
export const sortedName = (name: string): string => [...name].slice(0, TERMS.sortedLetters).join('')

export type Attention = {
  code: AttentionCode
  since: string | null
  subject: { applicationId: string | null; interviewId: string | null; questionId: string | null }
}

/** Figures of a client's search, of those alone who let the journal be read. */
export type Figures = {
  applications: number
  open: number
  interviews: number
  offers: number
  endedWithoutOffer: number
  lastActivityAt: string | null
}
