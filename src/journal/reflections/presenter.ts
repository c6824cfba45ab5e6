import type { Language } from '../../language/languages.ts'
import { say } from '../../language/say.ts'
import { openStep, type Progress, type Step } from './rules.ts'
import type { EntryRow, ReflectionRow } from './store.ts'
import type { Suggestion } from './suggestions.ts'

/** Which of the three questions were answered or skipped. */
export const progressOf = (row: ReflectionRow, written: readonly EntryRow[]): Progress => ({
  answered: new Set(written.map(({ step }) => step)),
  skipped: new Set(row.skipped),
})

/** A reflection as clients see it: the answers under their questions, and the question that comes next. */
export const present = (
  language: Language,
  row: ReflectionRow,
  written: readonly EntryRow[],
  suggestions: Suggestion[],
) => {
  const step = row.status === 'open' ? openStep(progressOf(row, written)) : null
  const { interviewId, applicationId } = row
  const under = (asked: Step) => written.filter((entry) => entry.step === asked)
  const subject = interviewId ? ('interview' as const) : ('application' as const)
  return {
    ...row,
    subject: { ...(interviewId && { interviewId }), ...(applicationId && { applicationId }) },
    wentWell: under('went_well'),
    didNotGoWell: under('did_not_go_well'),
    doDifferently: under('do_differently'),
    nextPrompt: step && { step, text: say(language, `prompt_${step}`, { subject }), suggestions },
  }
}
