import { attributionOf } from '../../../journal/outcomes/rules.ts'
import { replay, stateOf } from '../../../journal/study-items/rules/schedule.ts'
import type { Kind, Members } from '../../journal-records/rules.ts'
import type { JournalOutcome, JournalOutcomeChange, JournalStudyItem } from '../../journal-records/schemas.ts'
import { groupIn } from './checks.ts'
import type { World } from './world.ts'

type Reason = NonNullable<JournalOutcome['reasons']>[number]

const stored = ({ code, evidence, notes }: Reason) => ({
  code,
  evidence: evidence ?? ('unknown' as const),
  notes: notes ?? null,
})

const outcomeRow = (outcome: JournalOutcome, world: World) => {
  const reasons = (outcome.reasons ?? []).map((reason) => ({
    ...stored(reason),
    group: groupIn(world, reason.code) ?? 'unknown',
  }))
  return { ...outcome, reasons, attribution: attributionOf(outcome.kind, reasons) }
}

const NOTHING = {
  decidedOn: null,
  learnedOn: null,
  employerFeedback: null,
  anythingToLearn: null,
  doorOpen: null,
}

const changeRow = ({ outcome, ...change }: JournalOutcomeChange) => {
  const reasons = outcome.reasons.map((reason) => ({ ...stored(reason), group: reason.group }))
  const attribution = attributionOf(outcome.kind, reasons)
  return { ...change, outcome: { ...NOTHING, ...outcome, reasons, attribution } }
}

/**
 * Which plans came out of private reflections, by the ids of the file.
 *
 * @NOTE Files from when plans were not private by themselves do not say it of the plans: what was kept from coaches there
 * is kept from them here.
 */
export const plansOfPrivate = (reflections: readonly unknown[]): Set<string> => {
  const entriesOf = (given: unknown) => {
    const { private: isPrivate, entries } = (given ?? {}) as Members
    return isPrivate === true && Array.isArray(entries) ? entries : []
  }
  const planIds = reflections.flatMap(entriesOf).map((entry: Members | null) => entry?.planId)
  return new Set(planIds.filter((id) => typeof id === 'string').map((id) => id.toLowerCase()))
}

const planRow = (plan: Members, { privatePlans }: World) => ({
  ...plan,
  private: plan.private ?? privatePlans.has(String(plan.id)),
})

/** The columns of what a record is about. */
const subjectRow = ({ subject, ...record }: Members) => ({ ...record, ...(subject ?? {}) })

const questionRow = (question: { prompt: string }, { digestOf }: World) => ({
  ...question,
  promptDigest: digestOf(question.prompt),
})

type Review = JournalStudyItem['reviews'][number]

const byDay = (a: Review, b: Review) =>
  a.on.localeCompare(b.on) || Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1)

/** The schedule follows from the reviews alone. */
const studyRow = (item: JournalStudyItem) => {
  const log = item.reviews.toSorted(byDay)
  const schedule = replay(log)
  return {
    ...item,
    wordings: [...new Set(item.wordings)],
    schedule,
    state: stateOf(schedule, log.at(-1)?.rating),
    scheduledOn: schedule?.dueOn ?? item.scheduledOn,
  }
}

const ROWS: { [Name in Kind]?: (record: never, world: World) => Members } = {
  applications: (record: Members, { now }) => ({ ...record, lastActivityAt: now }),
  questions: questionRow,
  studyItems: studyRow,
  plans: planRow,
  outcomes: outcomeRow,
  outcomeChanges: changeRow,
  reflections: subjectRow,
  notes: subjectRow,
  assignments: subjectRow,
}

/** What is stored of a record that is brought in. */
export const rowOf = (kind: Kind, record: Members, world: World): Members => ({
  ...(ROWS[kind]?.(record as never, world) ?? record),
  accountId: world.accountId,
  authorId: world.authorId,
  updatedAt: world.now,
})
