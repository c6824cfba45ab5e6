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

const isSettled = ({ answered, skipped }: Progress, step: Step) => answered.has(step) || skipped.has(step)

/** The first step that is neither answered nor skipped; null when all are. */
export const openStep = (progress: Progress): Step | null =>
  STEPS.find((step) => !isSettled(progress, step)) ?? null

/** The earlier step that has to come before this one may be answered or skipped; null when nothing stands before it. */
export const blockingStep = (progress: Progress, step: Step): Step | null =>
  STEPS.slice(0, STEPS.indexOf(step)).find((earlier) => !isSettled(progress, earlier)) ?? null

/** Whether every step that was answered or skipped follows on steps that were, too. */
export const isInOrder = (progress: Progress): boolean =>
  STEPS.every((step) => !isSettled(progress, step) || blockingStep(progress, step) === null)

/** What went well is where every reflection begins; the other two may be passed over. */
export const isSkippable = (step: Step): boolean => step !== 'went_well'
