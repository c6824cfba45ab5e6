import { Problem } from '../problems.ts'

/** How far ahead of UTC the day begins where it begins first. */
const EARLIEST_MS = 14 * 3_600_000

/**
 * @param days of what has happened, by the member that holds each
 * @throws Problem `day_ahead`, pointing at those that have not begun anywhere on Earth
 */
export const demandBegun = (now: string, days: Record<string, string | null | undefined>): void => {
  const latest = new Date(Date.parse(now) + EARLIEST_MS).toISOString().slice(0, 10)
  const ahead = Object.entries(days).filter(([, day]) => day && day > latest)
  if (ahead.length === 0) return
  const errors = ahead.map(([member]) => ({
    pointer: `/${member}`,
    detail: `Must not lie after ${latest}`,
    code: 'day_ahead',
  }))
  throw new Problem('day_ahead', `What has happened cannot have a day to come: it is ${latest} at most.`, {
    errors,
  })
}
