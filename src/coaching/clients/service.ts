import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { type Consent, holdsScope } from '../../platform/scopes.ts'
import { orNotFound } from '../../problems.ts'
import { noteLooks } from '../access-log/service.ts'
import { type Sort, sortedName, TERMS } from './rules.ts'
import type { CoachingClientQuery } from './schemas.ts'
import { type ClientRow, countClients, findAttention, findClientRow, listClientRows } from './store.ts'

const at = ({ now }: Context) => ({ now, terms: TERMS })

const present = (row: ClientRow) => ({ ...row, scopes: row.scopes as Consent[] })

const sortedBy = (sort: Sort) => (row: ClientRow) => {
  if (sort === '-since') return undefined
  return sort === 'displayName' ? sortedName(row.displayName) : (row.figures?.lastActivityAt ?? '-infinity')
}

/** The clients who let the caller coach them now, noted in the log of each; or those who paused it, of whom nothing is seen. */
export const listClients = async (ctx: Context, query: z.output<typeof CoachingClientQuery>) => {
  const page = pageOf('clients', query, { byText: query.sort === 'displayName' })
  const rows = await listClientRows(ctx.db, ctx.accountId, page, query, at(ctx))
  const { data, ...next } = toPage('clients', query, rows, sortedBy(query.sort))
  if (query.status === 'active') await noteLooks(ctx, 'listClients', data)
  return { data: data.map(present), ...next }
}

export const getClient = async (ctx: Context, accountId: string) => {
  const row = orNotFound(await findClientRow(ctx.db, ctx.accountId, accountId, at(ctx)), 'client')
  await noteLooks(ctx, 'getClient', [row])
  return present(row)
}

/**
 * All clients together, in counts; noted in the log of each whose records they are of.
 *
 * @NOTE A count of one client is a reading of that client, and so is what changed between two counts of many.
 */
export const getCohort = async (ctx: Context) => {
  const { looks, ...counts } = await countClients(ctx.db, ctx.accountId, at(ctx))
  await noteLooks(ctx, 'getCohort', looks)
  return counts
}

/** What may be worth a word in the account that is asked about, as far as whoever asks may see it. */
export const listAttention = async (ctx: Context) => {
  const scopes = (['journal:read', 'reflections:read'] as const).filter((each) => holdsScope(ctx.actor, each))
  return scopes.includes('journal:read') ? findAttention(ctx.db, ctx.accountId, scopes, at(ctx)) : []
}
