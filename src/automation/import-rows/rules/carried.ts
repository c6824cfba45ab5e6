import type { OutcomeKind } from '../../../journal/outcomes/rules.ts'
import { isNothing } from '../../import-effects/rules.ts'
import { TELLING } from '../../imports/rules/identity.ts'
import type { ColumnMapping, ImportField } from '../../imports/rules/types.ts'
import type { ImportedRow } from '../store.ts'
import { carriedInterviews } from './carried-interviews.ts'
import { carriedNotes } from './carried-notes.ts'

type Reading = ImportedRow['reading']
type Application = Reading['application']

/** Whether a table has a column that means one of these. */
type Has = (...fields: ImportField[]) => boolean

/** Members that other columns than the one of their name speak of as well. */
const ALSO: Partial<Record<keyof Application, ImportField[]>> = {
  roleTitle: ['rolePart'],
  salaryRange: ['salary', 'salaryMinimum', 'salaryMaximum'],
  appliedOn: ['stageHistory'],
}

const OFFERS: ImportField[] = ['offerOn', 'acceptedOn', 'state', 'stageHistory']
const ENDINGS: ImportField[] = [
  'state',
  'acceptedOn',
  'rejectedOn',
  'withdrawnOn',
  'ghosted',
  'decidedOn',
  'feedback',
]

const OWN_DAY: Partial<Record<OutcomeKind, ImportField>> = {
  offer_accepted: 'acceptedOn',
  offer_declined: 'withdrawnOn',
  withdrawn: 'withdrawnOn',
  rejected: 'rejectedOn',
}

const PAY: ImportField[] = ['salary', 'salaryMinimum', 'salaryMaximum']

/** Whether an amount stands in the notes alone, as the column of its currency is gone. */
const lacksCurrency = ({ noteHeadings = [] }: Reading, mapping: ColumnMapping, has: Has) =>
  !has('salaryCurrency') &&
  noteHeadings.some((heading) => heading !== null && PAY.some((field) => mapping[heading] === field))

/** A bound that a table has no column for stays beside the other one, in the same money. */
const carriedBounds = (last: Application['salaryRange'], now: Application['salaryRange'], has: Has) => {
  if (last === null || now === null || last.currency !== now.currency || last.period !== now.period)
    return now
  const minimum = has('salary', 'salaryMinimum') ? now.minimum : (now.minimum ?? last.minimum)
  const maximum = has('salary', 'salaryMaximum') ? now.maximum : (now.maximum ?? last.maximum)
  return minimum !== null && maximum !== null && minimum > maximum ? now : { ...now, minimum, maximum }
}

/** An empty cell takes away what its column is for, but for what the application is recognised by. */
const carriedApplication = (last: Application, now: Application, has: Has): Application => {
  const names = Object.keys(now) as (keyof Application)[]
  const silent = names.filter(
    (name) =>
      isNothing(now[name]) &&
      (TELLING.some((telling) => telling === name) || !has(name as ImportField, ...(ALSO[name] ?? []))),
  )
  return { ...now, ...Object.fromEntries(silent.map((name) => [name, last[name]])) }
}

const carriedOffer = (last: Reading['offer'], now: Reading['offer'], has: Has): Reading['offer'] => {
  if (now === null) return has(...OFFERS) ? null : last
  const saysWhen = now.receivedOn !== null || has('offerOn', 'stateOn', 'stageHistory')
  return saysWhen ? now : (last ?? now)
}

const carriedOutcome = (last: Reading['outcome'], now: Reading['outcome'], has: Has): Reading['outcome'] => {
  if (now === null) return has(...ENDINGS) ? null : last
  if (now.kind !== last?.kind) return now
  const day = OWN_DAY[now.kind]
  const saysWhen = has('decidedOn', 'stateOn', ...(day ? [day] : []))
  return {
    kind: now.kind,
    decidedOn: now.decidedOn ?? (saysWhen ? null : last.decidedOn),
    doorOpen: now.doorOpen ?? (has('state') ? null : last.doorOpen),
  }
}

/** What a row says of its application: of what its table has no column for, what a row before said last. */
export const carryOver = (last: Reading, now: Reading, mapping: ColumnMapping): Reading => {
  const fields = new Set(Object.values(mapping))
  const has: Has = (...some) => some.some((field) => fields.has(field))
  const { notes, noteHeadings } = carriedNotes(last, now, mapping)
  const application = carriedApplication(last.application, now.application, has)
  const pay = last.application.salaryRange
  const keepsPay = application.salaryRange === null && lacksCurrency(now, mapping, has)
  const salaryRange = keepsPay ? pay : carriedBounds(pay, application.salaryRange, has)
  return {
    application: { ...application, salaryRange, notes },
    interviews: carriedInterviews(last.interviews, now.interviews, mapping, has(...ENDINGS, ...OFFERS)),
    offer: carriedOffer(last.offer, now.offer, has),
    outcome: carriedOutcome(last.outcome, now.outcome, has),
    noteHeadings,
  }
}
