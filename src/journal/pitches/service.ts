import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { todayOf } from '../../identity/accounts/service.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { wasSaid } from './rules.ts'
import { PitchFields, type PitchPatch, type PitchQuery } from './schemas.ts'
import { countUses, coursesNaming, findNext, type PitchRow, store } from './store.ts'

type Fields = z.output<typeof PitchFields>

const members = (fields: Fields) => {
  const given = complete(PitchFields, fields)
  return { ...given, archivedAt: given.archivedAt && new Date(given.archivedAt).toISOString() }
}

const withUses = async (ctx: Context, rows: PitchRow[]) => {
  const uses = await countUses(
    ctx.db,
    ctx.accountId,
    rows.map(({ id }) => id),
  )
  const byId = new Map(uses.map((use) => [use.id, use]))
  return rows.map((row) => {
    const { used = 0, ledOn = 0, notLedOn = 0 } = byId.get(row.id) ?? {}
    return { ...row, usedCount: used, ledOnCount: ledOn, notLedOnCount: notLedOn }
  })
}

type Pitch = Awaited<ReturnType<typeof withUses>>[number]

const withUse = async (ctx: Context, row: PitchRow) => (await withUses(ctx, [row]))[0] as Pitch

export const createPitch = (ctx: Context, fields: Fields) =>
  transaction(ctx, async (tx) => {
    if (fields.previousId) await lockPitch(tx, fields.previousId)
    const row = await store.insert(tx.db, { ...newRecord(tx), ...members(fields) })
    recordEvent(tx, 'pitch.created', { pitchId: row.id })
    return withUse(tx, row)
  })

export const listPitches = async (ctx: Context, query: z.output<typeof PitchQuery>) => {
  const page = pageOf('pitches', query)
  const rows = await store.list(ctx.db, ctx.accountId, page, store.filter(query))
  const { data, ...next } = toPage('pitches', query, rows)
  return { data: await withUses(ctx, data), ...next }
}

export const getPitch = async (ctx: Context, id: string) =>
  withUse(ctx, orNotFound(await store.find(ctx.db, ctx.accountId, id), 'pitch'))

/** The pitch, kept for this transaction: it is not removed while something is about to name it. */
export const lockPitch = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'pitch')

const isNamed = async (tx: Transaction, id: string) => (await countUses(tx.db, tx.accountId, [id])).length > 0

const isSaid = async (tx: Transaction, id: string) =>
  wasSaid(await coursesNaming(tx.db, tx.accountId, id), { now: tx.now, today: await todayOf(tx) })

/** @throws Problem `pitch_in_use` when the text of one that was used would change: what was said then was said */
export const updatePitch = (
  ctx: Context,
  id: string,
  patch: z.output<typeof PitchPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockPitch(tx, id)
    demand(precondition, before)
    const change = members(patched(PitchFields, before, patch))
    if (isUnchanged(before, change)) return withUse(tx, before)
    if (change.text !== before.text && (await isSaid(tx, id)))
      throw new Problem('pitch_in_use', 'It was used in an interview: its text stays as it was said.')
    const row = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    recordEvent(tx, 'pitch.updated', { pitchId: id })
    return withUse(tx, row)
  })

/** @throws Problem `pitch_in_use` while an interview or a later version names it */
export const removePitch = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demand(precondition, await lockPitch(tx, id))
    if ((await isNamed(tx, id)) || (await findNext(tx.db, tx.accountId, id)))
      throw new Problem('pitch_in_use', 'An interview or a later version names this pitch.')
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'pitch.deleted', { pitchId: id })
  })
