import { type Interval, wilsonInterval } from '../../../src/statistics/wilson.ts'

/** One sentence, what it is, and what was made of it. */
export type Judged = { yes: boolean; found: boolean }
type Share = { value: number; successes: number; trials: number } & Partial<Interval>

const share = (successes: number, trials: number): Share =>
  trials === 0
    ? { value: 0, successes, trials }
    : { value: successes / trials, successes, trials, ...wilsonInterval(successes, trials) }

/** Precision, recall, F1 and the share of false alarms among all that is no. */
export const scoresOf = (judged: readonly Judged[]) => {
  const count = (yes: boolean, found: boolean) =>
    judged.filter((it) => it.yes === yes && it.found === found).length
  const [hits, misses, alarms, quiet] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ]
  const whole = 2 * hits + misses + alarms
  return {
    precision: share(hits, hits + alarms),
    recall: share(hits, hits + misses),
    f1: whole === 0 ? 0 : (2 * hits) / whole,
    falseAlarms: share(alarms, alarms + quiet),
  }
}
