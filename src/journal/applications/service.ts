import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { isTaken } from '../../platform/database/failures.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord, newRecords } from '../../platform/new-record.ts'
import { demandBegun } from '../../platform/past-days.ts'
import { dayReader } from '../../platform/time-zones.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { dropIdleItems } from '../missed-questions/service.ts'
import { computedOf, type Facts, silenceOf, withoutAddresses, wordsOf } from './rules.ts'
import { ApplicationFields, type ApplicationPatch, type ApplicationQuery } from './schemas.ts'
import { type ApplicationRow, findFacts, findLookalikes, setComputed, store } from './store.ts'

type Fields = z.output<typeof ApplicationFields>

const MOST_LOOKALIKES = 10

type Contact = ApplicationRow['contacts'][number]

/** How somebody can be reached is for the owner of the journal alone. */
const withoutAddress = ({ name, role, notes }: Contact): Contact => ({
  name: withoutAddresses(name),
  role: role ? withoutAddresses(role) : null,
  email: null,
  phone: null,
  notes: notes ? withoutAddresses(notes) : null,
})

/** Applications as they are now, for who asks: with the members that move with the day. */
const present = async (ctx: Context, rows: ApplicationRow[]) => {
  const dayOf = dayReader((await getOwnAccount(ctx)).timeZone)
  const today = dayOf(ctx.now)
  return rows.map((row) => ({
    ...row,
    ...silenceOf(row, today, dayOf),
    contacts: asksAsCoach(ctx) ? row.contacts.map(withoutAddress) : row.contacts,
  }))
}

export const presentOne = async (ctx: Context, row: ApplicationRow) =>
  orNotFound((await present(ctx, [row]))[0], 'application')

/** What a patch says of an application that is not there yet. */
export const newFields = (externalRef: Fields['externalRef'], patch: z.output<typeof ApplicationPatch>) =>
  patched(ApplicationFields, { externalRef }, patch)

/** What is stored, with the service's own word wherever the client said nothing. */
const members = (fields: Fields) => {
  const given = complete(ApplicationFields, fields)
  const archivedAt = given.archivedAt && new Date(given.archivedAt).toISOString()
  return { ...given, archivedAt, tags: [...new Set(given.tags ?? [])], contacts: given.contacts ?? [] }
}

/** @throws Problem `external_ref_taken` */
const unlessTaken = <Row>(write: Promise<Row>) =>
  write.catch((error) => {
    if (!isTaken(error, 'applications_external_ref_key')) throw error
    throw new Problem('external_ref_taken', 'Another application has this externalRef.', { cause: error })
  })

export const createApplication = (ctx: Context, input: Fields) =>
  transaction(ctx, async (tx) => {
    demandBegun(tx.now, { respondedOn: input.respondedOn })
    const row = { ...newRecord(tx), ...members(input), lastActivityAt: tx.now }
    const { id } = await unlessTaken(store.insert(tx.db, row))
    const application = await recompute(tx, id)
    const possibleDuplicates = await findLookalikes(tx.db, application, MOST_LOOKALIKES)
    const { stage, status } = application
    recordEvent(tx, 'application.created', { applicationId: id, stage, status })
    return { ...(await presentOne(tx, application)), possibleDuplicates }
  })

/**
 * Makes many applications at once, in their order. Who records interviews and endings beneath them, computes them anew
 * afterwards; none of them is held against the others as a possible duplicate.
 */
export const createApplications = async (tx: Transaction, inputs: Fields[]) => {
  const rows = newRecords(tx, inputs).map(([begun, fields]) => ({
    ...begun,
    ...members(fields),
    lastActivityAt: tx.now,
  }))
  await store.insertMany(tx.db, rows)
  const ids = rows.map(({ id }) => id)
  const made = new Map((await recomputeAll(tx, ids)).map((application) => [application.id, application]))
  for (const id of ids) {
    const { stage, status } = orNotFound(made.get(id), 'application')
    recordEvent(tx, 'application.created', { applicationId: id, stage, status })
  }
  return ids
}

export const listApplications = async (ctx: Context, query: z.output<typeof ApplicationQuery>) => {
  const page = pageOf('applications', query)
  const { q = '', sort, ...filters } = query
  const filter = store.filter(wordsOf(q), filters)
  const rows = await store.list(ctx.db, ctx.accountId, page, filter, store.order(sort))
  const { data, ...next } = toPage('applications', query, rows, sortedBy(sort))
  return { data: await present(ctx, data), ...next }
}

const sortedBy = (sort: string) => (row: ApplicationRow) => {
  if (sort.endsWith('appliedOn')) return row.appliedOn ?? '-infinity'
  return sort.endsWith('lastActivityAt') ? row.lastActivityAt : undefined
}

/** The application as it is kept; `readApplication` tells it to who asks. */
export const getApplication = async (ctx: Context, id: string) =>
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'application')

export const readApplication = async (ctx: Context, id: string) =>
  presentOne(ctx, await getApplication(ctx, id))

/** The application, kept for this transaction: writes beneath one application happen one after another. */
export const lockApplication = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'application')

export const updateApplication = (
  ctx: Context,
  id: string,
  patch: z.output<typeof ApplicationPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockApplication(tx, id)
    demand(precondition, before)
    demandBegun(tx.now, { respondedOn: patch.respondedOn })
    const change = members(patched(ApplicationFields, before, patch))
    if (isUnchanged(before, change)) return presentOne(tx, before)
    await unlessTaken(store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now }))
    const after = await recompute(tx, id)
    const { stage, status } = after
    const previous = { previousStage: before.stage, previousStatus: before.status }
    recordEvent(tx, 'application.updated', { applicationId: id, stage, status, ...previous })
    return presentOne(tx, after)
  })

/** Applications, kept for this transaction. */
export const lockApplications = (tx: Transaction, ids: string[]) => store.lockMany(tx.db, tx.accountId, ids)

type ApplicationChange = { before: ApplicationRow; patch: z.output<typeof ApplicationPatch> }

/** Changes many at once that the caller holds. */
export const updateApplications = async (tx: Transaction, changes: ApplicationChange[]) => {
  const rows = changes.flatMap(({ before, patch }) => {
    const change = members(patched(ApplicationFields, before, patch))
    return isUnchanged(before, change) ? [] : [{ ...before, ...change, updatedAt: tx.now }]
  })
  await unlessTaken(store.updateMany(tx.db, tx.accountId, rows))
  const ids = rows.map(({ id }) => id)
  const after = new Map((await recomputeAll(tx, ids)).map((application) => [application.id, application]))
  for (const { id, stage: previousStage, status: previousStatus } of rows) {
    const { stage, status } = orNotFound(after.get(id), 'application')
    recordEvent(tx, 'application.updated', {
      applicationId: id,
      stage,
      status,
      previousStage,
      previousStatus,
    })
  }
}

export const removeApplication = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const { stage, status, ...before } = await lockApplication(tx, id)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    await dropIdleItems(tx)
    recordEvent(tx, 'application.deleted', {
      applicationId: id,
      previousStage: stage,
      previousStatus: status,
    })
  })

/** Computes stage, status and the rest from the records anew; whoever changes a record beneath calls it. */
export const recompute = async (tx: Transaction, id: string) =>
  orNotFound((await recomputeAll(tx, [id]))[0], 'application')

/** The same for many at once. */
export const recomputeAll = async (tx: Transaction, ids: string[]) => {
  const facts = await findFacts(tx.db, tx.accountId, ids)
  const computed = facts.map(({ id, ...each }) => ({ id, ...computedOf(each as Facts) }))
  return setComputed(tx.db, tx.accountId, computed)
}
