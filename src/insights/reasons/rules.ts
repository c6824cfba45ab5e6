import { EVIDENCE, REASON_GROUPS } from '../../journal/reasons/rules.ts'
import { shareOf } from '../figures/rules.ts'
import { chosenFrom, exclusionsOf, type Window } from '../frame/rules.ts'
import type { OutcomeRecord } from '../records/rules/rows.ts'
import { type ApplicationRecord, isProcess, type Records } from '../records/rules.ts'

type Given = OutcomeRecord['reasons'][number]
type Ending = ApplicationRecord & { outcome: OutcomeRecord }

const isEnded = (application: ApplicationRecord): application is Ending => application.outcome !== null

/** How reasons are known: a count and a share for each kind of evidence; shares are null below 3. */
const evidenceOf = (reasons: readonly Given[]) =>
  EVIDENCE.map((evidence) => {
    const count = reasons.filter((it) => it.evidence === evidence).length
    return { evidence, count, share: shareOf(count, reasons.length) }
  })

/** @NOTE Own reasons may all stand under one code: an ending that names two of them counts once. */
const byCode = (endings: readonly (readonly Given[])[]) =>
  [...Map.groupBy(endings.flat(), ({ code }) => code)]
    .map(([code, given]) => ({
      code,
      count: endings.filter((reasons) => reasons.some((it) => it.code === code)).length,
      evidence: evidenceOf(given),
    }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))

const groupOf = (endings: readonly Ending[], group: Given['group']) => {
  const of = ({ outcome }: Ending) => outcome.reasons.filter((it) => it.group === group)
  const naming = endings.filter((ending) => of(ending).length > 0)
  const reasons = naming.map(of)
  return {
    group,
    endings: naming.length,
    afterInterview: naming.filter(isProcess).length,
    evidence: evidenceOf(reasons.flat()),
    codes: byCode(reasons),
  }
}

const monthOf = ({ outcome: { learnedOn, decidedOn } }: Ending): string | null =>
  (learnedOn ?? decidedOn)?.slice(0, 7) ?? null

/** The endings of each month, oldest first; those without a day come last, under no month. */
const monthsOf = (endings: readonly Ending[]) =>
  [...Map.groupBy(endings, monthOf)]
    .sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    .map(([month, those]) => ({
      month,
      endings: those.length,
      groups: REASON_GROUPS.map((group) => ({
        group,
        endings: those.filter(({ outcome }) => outcome.reasons.some((it) => it.group === group)).length,
      })).filter((it) => it.endings > 0),
    }))

/**
 * Why applications ended, by group and code, with how each reason is known, and month by month. An ending with reasons
 * of two groups counts in both.
 *
 * Units: endings, those after an interview held counted beside; shares between 0 and 1, null below 3.
 * @see METHOD.md M3; definition `/docs/insights/reasons`
 */
export const reasonsOf = ({ applications: all }: Records, window: Window) => {
  const { applications, leftOut } = chosenFrom(all, window)
  const endings = applications.filter(isEnded)
  return {
    basis: {
      n: endings.length,
      open: 0,
      excluded: exclusionsOf({ ...leftOut, still_open: applications.length - endings.length }),
    },
    endings: endings.length,
    afterInterview: endings.filter(isProcess).length,
    withoutReason: endings.filter(({ outcome }) => outcome.reasons.length === 0).length,
    groups: REASON_GROUPS.map((group) => groupOf(endings, group)),
    byMonth: monthsOf(endings),
  }
}
