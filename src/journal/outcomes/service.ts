import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { complete, isUnchanged } from '../../platform/merge-patch.ts'
import { newRecord, newRecords } from '../../platform/new-record.ts'
import { demandBegun } from '../../platform/past-days.ts'
import { type Fault, orNotFound, Problem } from '../../problems.ts'
import { getApplication, lockApplication, recompute } from '../applications/service.ts'
import { getReading } from '../readings/service.ts'
import { keepGroups } from '../reasons/service.ts'
import { type Attribution, attributionOf, decidedBy, type OutcomeChange, type OutcomeKind } from './rules.ts'
import { OutcomeFields } from './schemas.ts'
import { insertChanges, type OutcomeRow, store } from './store.ts'

type Fields = z.output<typeof OutcomeFields>
type Application = Awaited<ReturnType<typeof getApplication>>

/**
 * Reasons with the group that each belongs to.
 * @throws Problem `reason_unknown`, pointing at each that is neither in the catalogue nor the account's own
 */
const withGroups = async (tx: Transaction, reasons: NonNullable<Fields['reasons']>) => {
  const groups = await keepGroups(
    tx,
    reasons.map(({ code }) => code),
  )
  const faults: Fault[] = []
  const known = reasons.flatMap(({ code, evidence, notes }, at) => {
    const group = groups.get(code)
    if (group) return [{ code, group, evidence: evidence ?? ('unknown' as const), notes: notes ?? null }]
    const pointer = `/reasons/${at}/code`
    faults.push({ pointer, detail: 'You have no reason with this code.', code: 'reason_unknown' })
    return []
  })
  if (faults.length === 0) return known
  throw new Problem('reason_unknown', 'The outcome names a reason that is not known.', { errors: faults })
}

/** What is stored: the fields with the attribution that follows from them. */
const members = async (tx: Transaction, fields: Fields) => {
  const given = complete(OutcomeFields, fields)
  const reasons = await withGroups(tx, given.reasons ?? [])
  return { ...given, reasons, attribution: attributionOf(given.kind, reasons) }
}

const read = async (ctx: Context, outcome: OutcomeRow, application: Application) => ({
  ...outcome,
  decidedBy: decidedBy(outcome.kind),
  stageReached: application.stage,
  reading: await getReading(ctx, outcome, application),
})

type Previous = { previousKind: OutcomeKind; previousAttribution: Attribution | null }

const previousOf = ({ kind, attribution }: OutcomeRow): Previous => ({
  previousKind: kind,
  previousAttribution: attribution,
})

type Change = {
  change: OutcomeChange
  outcome: OutcomeRow
  told: Partial<Previous & Pick<OutcomeRow, 'kind' | 'attribution'>>
}

/** Notes for good what became of outcomes, and tells of it. */
const noteChanges = (tx: Transaction, changes: Change[]) => {
  for (const { change, outcome, told } of changes)
    recordEvent(tx, `outcome.${change}`, { applicationId: outcome.applicationId, ...told })
  const rows = newRecords(tx, changes).map(([{ id, createdAt }, { change, outcome }]) => ({
    id,
    createdAt,
    change,
    outcome,
  }))
  return insertChanges(tx.db, rows)
}

type NewOutcome = { applicationId: string; fields: Fields }

/** Records many at once, beneath applications that the caller holds and computes anew afterwards. */
export const createOutcomes = async (tx: Transaction, inputs: NewOutcome[]) => {
  const rows: OutcomeRow[] = []
  for (const [begun, { applicationId, fields }] of newRecords(tx, inputs))
    rows.push({ ...begun, version: 1, applicationId, ...(await members(tx, fields)) })
  await store.insertMany(tx.db, rows)
  const changes = rows.map((outcome) => {
    const { kind, attribution } = outcome
    return { change: 'recorded' as const, outcome, told: { kind, attribution } }
  })
  await noteChanges(tx, changes)
}

/** Stores how an application ended, without reading it. */
export const recordOutcome = (
  ctx: Context,
  applicationId: string,
  fields: Fields,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    await lockApplication(tx, applicationId)
    const before = await store.findByApplication(tx.db, tx.accountId, applicationId)
    demand(precondition, before)
    const row = await members(tx, fields)
    if (before && isUnchanged(before, row)) {
      const application = await getApplication(tx, applicationId)
      return { outcome: before, application, created: false }
    }
    const outcome = before
      ? await store.update(tx.db, tx.accountId, before.id, { ...row, updatedAt: tx.now })
      : await store.insert(tx.db, { ...newRecord(tx), applicationId, ...row })
    const application = await recompute(tx, applicationId)
    const { kind, attribution } = outcome
    const told = { kind, attribution, ...(before && previousOf(before)) }
    await noteChanges(tx, [{ change: before ? 'corrected' : 'recorded', outcome, told }])
    return { outcome, application, created: !before }
  })

/** Records how an application ended, or corrects it, and reads it; the facts beneath stay as they are. */
export const putOutcome = (ctx: Context, applicationId: string, fields: Fields, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demandBegun(tx.now, { decidedOn: fields.decidedOn, learnedOn: fields.learnedOn })
    const { outcome, application, created } = await recordOutcome(tx, applicationId, fields, precondition)
    return { outcome: await read(tx, outcome, application), created }
  })

export const getOutcome = async (ctx: Context, applicationId: string) => {
  const application = await getApplication(ctx, applicationId)
  const outcome = await store.findByApplication(ctx.db, ctx.accountId, applicationId)
  return read(ctx, orNotFound(outcome, 'outcome of an application'), application)
}

/** Takes an outcome back: the application is open again. */
export const removeOutcome = (ctx: Context, applicationId: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    await lockApplication(tx, applicationId)
    const found = await store.findByApplication(tx.db, tx.accountId, applicationId)
    const before = orNotFound(found, 'outcome of an application')
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, before.id)
    await recompute(tx, applicationId)
    await noteChanges(tx, [{ change: 'retracted', outcome: before, told: previousOf(before) }])
  })
