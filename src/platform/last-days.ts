import { Problem } from '../problems.ts'
import { dayIn, periodIn } from './time-zones.ts'

/**
 * The instant at which a last day is over; null where there is none.
 * @throws Problem `end_behind`
 */
export const endOf = (now: string, timeZone: string, lastDay: string | null | undefined): string | null => {
  if (!lastDay) return null
  if (lastDay < dayIn(timeZone, now)) throw new Problem('end_behind', 'The last day lies behind.')
  return periodIn(timeZone, lastDay, lastDay).ends
}
