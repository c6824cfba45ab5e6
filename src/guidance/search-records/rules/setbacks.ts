import { isNo, learnedOn } from '../../../insights/comeback/rules/setbacks.ts'
import { isSent } from '../../../insights/records/rules.ts'
import type { SearchRecord } from '../rules.ts'
import type { Setback } from './comebacks.ts'

/**
 * Every no and every silence, but for wishes whose role closed before they were sent. Where no day is on record, it was
 * learned of by the day on which it was recorded: what was done later was done after it.
 */
export const setbacksOf = ({ applications }: SearchRecord): Setback[] =>
  applications
    .filter((application) => isNo(application) && isSent(application))
    .flatMap((application) => {
      const on = learnedOn(application) ?? application.outcomeRecordedOn
      return on === null ? [] : [{ applicationId: application.applicationId, on }]
    })
