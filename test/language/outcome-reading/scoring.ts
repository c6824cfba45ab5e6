import { groupOf, type ReasonCode } from '../../../src/journal/reasons/rules.ts'
import { readOutcome } from '../../../src/language/outcome-reading/reading.ts'
import { type Interval, wilsonInterval } from '../../../src/statistics/wilson.ts'
import type { LabelledMail } from './sheets.ts'

export type Share = { value: number; successes: number; trials: number; interval: Interval | undefined }
type Pair = { wanted: boolean; found: boolean }

const share = (successes: number, trials: number): Share => ({
  value: trials === 0 ? Number.NaN : successes / trials,
  successes,
  trials,
  interval: trials === 0 ? undefined : wilsonInterval(successes, trials),
})

const scores = (pairs: readonly Pair[]) => {
  const both = pairs.filter(({ wanted, found }) => wanted && found).length
  return {
    precision: share(both, pairs.filter(({ found }) => found).length),
    recall: share(both, pairs.filter(({ wanted }) => wanted).length),
  }
}

/** What was read in each mail, beside what a person reads there. */
export const readAll = (mails: readonly LabelledMail[]) =>
  mails.map((mail) => {
    const { kind, reasons } = readOutcome(mail.text)
    return { ...mail, foundKind: kind, foundReasons: reasons.map(({ code }) => code) }
  })
type Read = ReturnType<typeof readAll>[number]

const isNotAboutYou = (code: ReasonCode) => groupOf(code) === 'not_about_you'

/** Precision and recall of kinds and of reasons: of all, of each code, and of those that are not about the person. */
export const scoresOf = (read: readonly Read[]) => {
  const pairs = (mail: Read) =>
    [...new Set([...mail.reasons, ...mail.foundReasons])].map((code) => ({
      code,
      wanted: mail.reasons.includes(code),
      found: mail.foundReasons.includes(code),
    }))
  const all = read.flatMap(pairs)
  return {
    kinds: scores(
      read.flatMap(({ kind, foundKind }) =>
        kind === foundKind
          ? [{ wanted: kind !== null, found: kind !== null }]
          : [
              { wanted: kind !== null, found: false },
              { wanted: false, found: foundKind !== null },
            ],
      ),
    ),
    reasons: scores(all),
    notAboutYou: scores(all.filter(({ code }) => isNotAboutYou(code))),
    byCode: [...Map.groupBy(all, ({ code }) => code)].map(([code, some]) => ({ code, ...scores(some) })),
  }
}
