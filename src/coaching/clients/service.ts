import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { type Consent, holdsScope } from '../../platform/scopes.ts'
import { beginningIn, dayIn, dayReader } from '../../platform/time-zones.ts'
import { orNotFound } from '../../problems.ts'
import { noteLooks } from '../access-log/service.ts'
import { timeZonesOfClients } from '../engagements/service.ts'
import { type ClientRow, datedWith, daysOf, type Sort, sortedName, TERMS } from './rules.ts'
import type { CoachingClientQuery } from './schemas.ts'
import { countClients, findAttention, findClientRow, listClientRows } from './store.ts'

const daysIn = (timeZone: string, now: string) =>
  daysOf(timeZone, now, dayIn(timeZone, now), (day) => beginningIn(timeZone, day))

const at = async (ctx: Context) => {
  const timeZones = await timeZonesOfClients(ctx)
  return { now: ctx.now, terms: TERMS, days: timeZones.map((each) => daysIn(each, ctx.now)) }
}

/** @NOTE A client who paused, and is in no time zone here, has nothing that needs a day. */
const present = (rows: ClientRow[]) => {
  const timeZones = new Set(rows.map(({ timeZone }) => timeZone ?? 'UTC'))
  const dated = new Map([...timeZones].map((each) => [each, datedWith(dayReader(each))]))
  return rows.map((row) => ({
    ...row,
    scopes: row.scopes as Consent[],
    attention: row.attention.flatMap((each) => dated.get(row.timeZone ?? 'UTC')?.(each) ?? []),
  }))
}

const sortedBy = (sort: Sort) => (row: ClientRow) => {
  if (sort === '-since') return undefined
  return sort === 'displayName' ? sortedName(row.displayName) : (row.figures?.lastActivityAt ?? '-infinity')
}

/** The clients who let the caller coach them now, noted in the log of each; or those who paused it, of whom nothing is seen. */
export const listClients = async (ctx: Context, query: z.output<typeof CoachingClientQuery>) => {
  const page = pageOf('clients', query, { byText: query.sort === 'displayName' })
  const rows = await listClientRows(ctx.db, ctx.accountId, page, query, await at(ctx))
  const { data, ...next } = toPage('clients', query, rows, sortedBy(query.sort))
  if (query.status === 'active') await noteLooks(ctx, 'listClients', data)
  return { data: present(data), ...next }
}

export const getClient = async (ctx: Context, accountId: string) => {
  const row = orNotFound(await findClientRow(ctx.db, ctx.accountId, accountId, await at(ctx)), 'client')
  await noteLooks(ctx, 'getClient', [row])
  return orNotFound(present([row])[0], 'client')
}

/**
 * All clients together, in counts; noted in the log of each whose records they are of.
 *
 * @NOTE A count of one client is a reading of that client, and so is what changed between two counts of many.
 */
export const getCohort = async (ctx: Context) => {
  const { looks, ...counts } = await countClients(ctx.db, ctx.accountId, await at(ctx))
  await noteLooks(ctx, 'getCohort', looks)
  return counts
}

/** What may be worth a word in the account that is asked about, as far as whoever asks may see it. */
export const listAttention = async (ctx: Context) => {
  const scopes = (['journal:read', 'reflections:read'] as const).filter((each) => holdsScope(ctx.actor, each))
  if (!scopes.includes('journal:read')) return []
  const { timeZone } = await getOwnAccount(ctx)
  const here = { now: ctx.now, terms: TERMS, days: [daysIn(timeZone, ctx.now)] }
  const noted = await findAttention(ctx.db, ctx.accountId, scopes, here)
  return noted.map(datedWith(dayReader(timeZone)))
}
