import { isSettled, progressOf, STEPS, type Step } from '../reflections/rules.ts'

type Entries = readonly { step: Step }[]

/** The earlier step that has to come before this one may be answered or skipped; null when nothing stands before it. */
export const blockingStep = (skipped: readonly Step[], entries: Entries, step: Step): Step | null => {
  const progress = progressOf(skipped, entries)
  return STEPS.slice(0, STEPS.indexOf(step)).find((earlier) => !isSettled(progress, earlier)) ?? null
}

/** Whether every step that was answered or skipped follows on steps that were, too. */
export const isInOrder = (skipped: readonly Step[], entries: Entries): boolean => {
  const progress = progressOf(skipped, entries)
  return STEPS.every((step) => !isSettled(progress, step) || blockingStep(skipped, entries, step) === null)
}

/** What went well is where every reflection begins; the other two may be passed over. */
export const isSkippable = (step: Step): boolean => step !== 'went_well'
