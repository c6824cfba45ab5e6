/** The three questions, in the order in which they are asked. */
export const STEPS = ['went_well', 'did_not_go_well', 'do_differently'] as const
export type Step = (typeof STEPS)[number]

/** What a reflection is about. Days are `YYYY-MM-DD`, both included. */
export type Subject = { interviewId: string } | { applicationId: string } | { from: string; to: string }

type Columns = { [Member in 'interviewId' | 'applicationId' | 'from' | 'to']: string | null }

/** The one subject that a row holds; the table sees to it that there is exactly one. */
export const subjectOf = ({ interviewId, applicationId, from, to }: Columns): Subject => {
  if (interviewId !== null) return { interviewId }
  return applicationId === null ? ({ from, to } as { from: string; to: string }) : { applicationId }
}

export const kindOf = (subject: Subject) => {
  if ('interviewId' in subject) return 'interview'
  return 'applicationId' in subject ? 'application' : 'period'
}

/** How many days a period may hold: a leap year. */
export const LONGEST_PERIOD = 366

const DAY = 86_400_000

/** How many days there are from one to another, both included; `YYYY-MM-DD`. */
export const daysIn = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY + 1

export const REFLECTION_STATUSES = ['open', 'completed'] as const
export type ReflectionStatus = (typeof REFLECTION_STATUSES)[number]

/** Which steps hold an entry, and which were passed over on purpose. */
export type Progress = { answered: ReadonlySet<Step>; skipped: ReadonlySet<Step> }

/** Which of the three questions were answered or skipped. */
export const progressOf = (skipped: readonly Step[], entries: readonly { step: Step }[]): Progress => ({
  answered: new Set(entries.map(({ step }) => step)),
  skipped: new Set(skipped),
})

/** Whether a step was answered or skipped. */
export const isSettled = ({ answered, skipped }: Progress, step: Step) =>
  answered.has(step) || skipped.has(step)

/** The first step that is neither answered nor skipped; null when all are. */
export const openStep = (progress: Progress): Step | null =>
  STEPS.find((step) => !isSettled(progress, step)) ?? null

/** The entry that was written or changed last; of several at once, the last of them. */
export const lastWritten = <Entry extends { updatedAt: string }>(
  entries: readonly Entry[],
): Entry | undefined => entries.toSorted((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt)).at(-1)
