import { hash } from 'node:crypto'
import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { say } from '../../language/say.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { type Place, pageOf, toPage } from '../../platform/lists.ts'
import { isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { demandBegun } from '../../platform/past-days.ts'
import { dayIn } from '../../platform/time-zones.ts'
import { orNotFound } from '../../problems.ts'
import { readSearch } from '../search-records/service.ts'
import { countsOf, NO_RECORD, nameOf, type Win, winsOf } from './rules.ts'
import { WinFields, type WinPatch } from './schemas.ts'
import { countAdded, listAdded, store, type WinRow } from './store.ts'

const presentAdded = ({ accountId: _, ...row }: WinRow) => ({
  ...row,
  code: 'added',
  subject: NO_RECORD,
  basis: {},
})

/**
 * The same win has the same id: a UUID of version 8 that begins like the id of what it is about.
 *
 * @NOTE So wins of one day keep their order when a journal is brought into another account, as its records do.
 */
const idOf = (win: Win): string => {
  const { reflectionId, planId, studyItemId, interviewId, applicationId } = win.subject
  const id = reflectionId ?? planId ?? studyItemId ?? interviewId ?? applicationId ?? ''
  const end = hash('sha256', win.code).slice(0, 4) + hash('sha256', nameOf(win)).slice(0, 8)
  return `${id.slice(0, 14)}8${id.slice(15, 24)}${end}`
}

const DERIVED = { version: null, createdAt: null, updatedAt: null }

type Placed = { id: string; on: string }

const isAfter = ({ id, on }: Placed, place: Place | undefined): boolean =>
  place === undefined || on < String(place.value) || (on === place.value && id < place.id)

const latestFirst = (a: Placed, b: Placed): number => (isAfter(a, { id: b.id, value: b.on }) ? 1 : -1)

/** A page of all wins, the latest day first: those that the records hold, and those added by hand. */
export const listWins = async (ctx: Context, query: { limit: number; cursor?: string | undefined }) => {
  const page = pageOf('wins', query)
  const added = (await listAdded(ctx.db, ctx.accountId, page)).map(presentAdded)
  const derived = winsOf(await readSearch(ctx))
    .map((win) => ({ ...win, id: idOf(win), ...DERIVED }))
    .filter((win) => isAfter(win, page.after))
    .sort(latestFirst)
    .slice(0, query.limit + 1)
  const spoken = derived.map((win) => ({ ...win, text: say(ctx.language, win.code, win.basis as never) }))
  return toPage('wins', query, [...added, ...spoken].sort(latestFirst), ({ on }) => on)
}

/** How many wins of each kind the days of a period hold; of those by hand, that they are there. */
export const countWins = async (
  ctx: Context,
  days: { from?: string | undefined; to?: string | undefined },
) => {
  const { from = null, to = null } = days
  const derived = winsOf(await readSearch(ctx))
  return countsOf(derived, await countAdded(ctx.db, ctx.accountId, days), { from, to })
}

/** @throws Problem `day_ahead` */
export const createWin = (ctx: Context, { text, on }: z.output<typeof WinFields>) =>
  transaction(ctx, async (tx) => {
    demandBegun(tx.now, { on })
    const today = dayIn((await getOwnAccount(tx)).timeZone, tx.now)
    const row = await store.insert(tx.db, { ...newRecord(tx), text, on: on ?? today })
    recordEvent(tx, 'win.created', { winId: row.id, on: row.on })
    return presentAdded(row)
  })

export const getWin = async (ctx: Context, id: string) =>
  presentAdded(orNotFound(await store.find(ctx.db, ctx.accountId, id), 'win added by hand'))

const lockWin = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'win added by hand')

/** @throws Problem `day_ahead` */
export const updateWin = (
  ctx: Context,
  id: string,
  patch: z.output<typeof WinPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockWin(tx, id)
    demand(precondition, before)
    demandBegun(tx.now, { on: patch.on })
    const { text, on } = patched(WinFields, before, patch)
    const change = { text, on: on ?? before.on }
    if (isUnchanged(before, change)) return presentAdded(before)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    recordEvent(tx, 'win.updated', { winId: id, on: after.on, previousOn: before.on })
    return presentAdded(after)
  })

export const removeWin = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const before = await lockWin(tx, id)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'win.deleted', { winId: id, on: before.on })
  })
