import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { windowOf } from '../../identity/accounts/service.ts'
import type { GrantOf } from '../../platform/acting.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import type { Consent } from '../../platform/scopes.ts'
import type { AccessLogQuery } from './schemas.ts'
import { admit, insertLooks, listEntries } from './store.ts'

/** What a client lets the caller do now, noted in the client's log. Asked at the beginning of each request. */
export const admitCoach: GrantOf = async (ctx, { clientId, operationId, needs, or, recordId }) => {
  const { db, accountId: coachId, now } = ctx
  const errand = { id: randomUUIDv7(), accountId: clientId, coachId, needs, or, recordId, now }
  return (await admit(db, { ...errand, operation: operationId })) as Consent[] | undefined
}

type Seen = { id: string; accountId: string }

/** Notes that a coach saw something of several clients at once, each under its engagement. */
export const noteLooks = async (ctx: Context, operation: string, seen: readonly Seen[]) => {
  const looks = seen.map(({ id: engagementId, accountId }) => ({
    id: randomUUIDv7(),
    accountId,
    engagementId,
  }))
  await insertLooks(ctx.db, looks, operation, ctx.now)
}

export const listAccessLog = async (ctx: Context, query: z.output<typeof AccessLogQuery>) => {
  const page = pageOf('access-log', query)
  const rows = await listEntries(ctx.db, ctx.accountId, page, query.coachId, await windowOf(ctx, query))
  const { data, ...next } = toPage('access-log', query, rows)
  const entries = data.map(({ coachId, coachName, ...entry }) => ({
    ...entry,
    coach: coachId === null || coachName === null ? null : { accountId: coachId, displayName: coachName },
  }))
  return { data: entries, ...next }
}
