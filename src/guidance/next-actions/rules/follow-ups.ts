import { daysBetween } from '../../../insights/figures/rules/times.ts'
import { about } from '../../search-records/rules/subject.ts'
import type { SearchApplication, SearchRecord } from '../../search-records/rules.ts'
import { type Action, soonestFirst } from './action.ts'

export const isActive = ({ outcome, archived }: SearchApplication): boolean => outcome === null && !archived

/** Next steps whose day has come, in the words of who set them. */
export const followUpActions = ({ applications, today }: SearchRecord): Action[] =>
  applications
    .filter(isActive)
    .flatMap(({ applicationId, nextStep }): Action[] => {
      const dueOn = nextStep?.dueOn ?? null
      if (!nextStep || dueOn === null || dueOn > today) return []
      const basis = { days: daysBetween(dueOn, today) }
      const subject = about({ applicationId })
      return [{ code: 'follow_up', basis, dueOn, subject, ownWords: nextStep.text }]
    })
    .sort(soonestFirst)

/** Next steps that no day was set for. */
export const undatedActions = ({ applications }: SearchRecord): Action[] =>
  applications
    .filter(isActive)
    .filter(({ nextStep }) => nextStep && !nextStep.dueOn)
    .map(
      ({ applicationId }): Action => ({
        code: 'date_next_step',
        basis: { dated: false },
        dueOn: null,
        subject: about({ applicationId }),
      }),
    )
    .sort(soonestFirst)
