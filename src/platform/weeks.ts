import { Temporal } from 'temporal-polyfill'

/** An ISO week, such as `2026-W10`, from its Monday to its Sunday. */
export type Week = { week: string; from: string; to: string }

/** The ISO week that a day lies in. */
export const weekOf = (day: string): Week => {
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const year = String(date.yearOfWeek).padStart(4, '0')
  const number = String(date.weekOfYear).padStart(2, '0')
  return { week: `${year}-W${number}`, from: monday.toString(), to: monday.add({ days: 6 }).toString() }
}
