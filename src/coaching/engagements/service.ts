import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { getOwnAccount, keepAccounts, namesOf } from '../../identity/accounts/service.ts'
import { forgetAuthor } from '../../journal/notes/service.ts'
import { asksAsCoach, nobody } from '../../platform/acting.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { endOf } from '../../platform/last-days.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { isUnchanged } from '../../platform/merge-patch.ts'
import type { Consent } from '../../platform/scopes.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { ROLES, type Role, statusOf } from './rules.ts'
import type { EngagementPatch, EngagementQuery } from './schemas.ts'
import {
  type EngagementRow,
  findEngagementOf,
  findTimeZones,
  keepCoachedBy,
  keepCoachesOf,
  listCoachedIn,
  listEngagementsOf,
  store,
} from './store.ts'

const roleOf = ({ coachAccountId }: EngagementRow, accountId: string): Role =>
  coachAccountId === accountId ? 'coach' : 'client'

/** Who the client is: of an invitation by a coach, nobody yet. */
const clientOf = ({ accountId, coachAccountId }: EngagementRow) =>
  accountId === coachAccountId ? null : accountId

/** Engagements as one of the two sides sees them. */
const present = async (ctx: Context, rows: EngagementRow[]) => {
  const ids = rows.flatMap(({ accountId, coachAccountId }) => [accountId, coachAccountId ?? accountId])
  const names = await namesOf(ctx, [...new Set(ids)])
  const person = (accountId: string | null) => {
    const displayName = names.get(accountId ?? '')
    return accountId === null || displayName === undefined ? null : { accountId, displayName }
  }
  return rows.map((row) => ({
    ...row,
    role: roleOf(row, ctx.accountId),
    status: statusOf(row, ctx.now),
    scopes: row.scopes as Consent[],
    coach: person(row.coachAccountId),
    client: person(clientOf(row)),
  }))
}

export const presentOne = async (ctx: Context, row: EngagementRow) => {
  const [one] = await present(ctx, [row])
  return one as NonNullable<typeof one>
}

/** @throws Problem `end_behind` */
export const lastDay = (now: string, timeZone: string, endsOn: string | null = null) => ({
  endsOn,
  endsAt: endOf(now, timeZone, endsOn),
})

export const notTheClient = () =>
  new Problem('not_the_client', 'What a coach may do, and until when, the client says.')

type Change = 'created' | 'updated' | 'ended'

/** Notes a change in the feed of one side, if there is one yet. */
export const noteFor = (tx: Transaction, role: Role, type: Change, row: EngagementRow, previous = {}) => {
  const accountId = role === 'client' ? clientOf(row) : row.coachAccountId
  if (accountId === null) return
  const { id, status, invitedBy, scopes, endsOn } = row
  const data = { engagementId: id, role, status, invitedBy, scopes: scopes.join(' '), endsOn, ...previous }
  recordEvent({ ...tx, accountId }, `engagement.${type}`, data)
}

export const noteEvent = (tx: Transaction, type: Change, row: EngagementRow, previous = {}) => {
  for (const role of ROLES) noteFor(tx, role, type, row, previous)
}

/** The time zones that there are among those whom the caller coaches now. */
export const timeZonesOfClients = (ctx: Context) => findTimeZones(ctx.db, ctx.accountId)

export const listEngagements = async (ctx: Context, query: z.output<typeof EngagementQuery>) => {
  const page = pageOf('engagements', query)
  const rows = await listEngagementsOf(ctx.db, ctx.accountId, page, query, ctx.now)
  const { data, ...next } = toPage('engagements', query, rows)
  return { data: await present(ctx, data), ...next }
}

const find = async (ctx: Context, id: string) =>
  orNotFound(await findEngagementOf(ctx.db, ctx.accountId, id), 'engagement')

export const getEngagement = async (ctx: Context, id: string) => presentOne(ctx, await find(ctx, id))

/** The engagements in which whoever asks coaches the client whose account it is, past ones too. */
const coachedHere = ({ db, actor, accountId }: Context) =>
  actor.kind === 'account' ? listCoachedIn(db, accountId, actor.accountId) : []

/** The engagements in which a coach made what may be shown to them; undefined for the client, who sees everything. */
export const engagementsSeen = async (ctx: Context) =>
  asksAsCoach(ctx) ? (await coachedHere(ctx)).map(({ id }) => id) : undefined

/** @throws Problem `not_found` without a row, and for a coach without a share in it */
export const orUnseen = async <Row extends { engagementId: string | null }>(
  ctx: Context,
  row: Row | undefined,
  what: string,
) => {
  const seen = await engagementsSeen(ctx)
  const isSeen = seen === undefined || seen.includes(row?.engagementId ?? '')
  return orNotFound(isSeen ? row : undefined, what)
}

/** The engagement in which a coach acts; null for the client. */
export const engagementOf = async (tx: Transaction) => {
  if (!asksAsCoach(tx)) return null
  const live = (await coachedHere(tx)).find((row) => statusOf(row, tx.now) === 'active')
  if (!live) throw nobody()
  return live.id
}

/**
 * @NOTE The accounts first, as both are told of what changes, and an erasure goes the same way. An invitation that was
 * accepted meanwhile belongs to another account by then: it is found again there, once.
 */
const lock = async (tx: Transaction, id: string): Promise<EngagementRow> => {
  const { accountId, coachAccountId } = await find(tx, id)
  await keepAccounts(tx, [...new Set([accountId, coachAccountId ?? accountId])])
  return (await store.lock(tx.db, accountId, id)) ?? lock(tx, id)
}

/**
 * Changes what the coach may do, and until when; for the client alone.
 * @throws Problem `not_the_client`, `engagement_not_live` where there is nothing to change any more or yet
 */
export const updateEngagement = (
  ctx: Context,
  id: string,
  patch: z.output<typeof EngagementPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lock(tx, id)
    if (roleOf(before, tx.accountId) === 'coach') throw notTheClient()
    demand(precondition, before)
    const current = statusOf(before, tx.now)
    const waits = current === 'invited' && patch.status === undefined
    if (!waits && current !== 'active' && current !== 'paused')
      throw new Problem('engagement_not_live', `The engagement is ${current}.`)
    const { timeZone } = await getOwnAccount(tx)
    const change = {
      ...(patch.scopes && { scopes: patch.scopes }),
      ...(patch.endsOn !== undefined && lastDay(tx.now, timeZone, patch.endsOn)),
      ...(patch.status && { status: patch.status }),
    }
    if (isUnchanged(before, change)) return presentOne(tx, before)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    noteEvent(tx, 'updated', after, {
      previousStatus: before.status,
      previousScopes: before.scopes.join(' '),
    })
    return presentOne(tx, after)
  })

const end = (tx: Transaction, { accountId, id }: EngagementRow, endedBy: Role, more = {}) => {
  const change = { status: 'ended' as const, endedAt: tx.now, endedBy, tokenHash: null, updatedAt: tx.now }
  return store.update(tx.db, accountId, id, { ...change, ...more })
}

/** Ends an engagement, or takes an invitation back. Once is enough, more does no harm. */
export const endEngagement = (ctx: Context, id: string) =>
  transaction(ctx, async (tx) => {
    const before = await lock(tx, id)
    if (before.status === 'ended') return presentOne(tx, before)
    const after = await end(tx, before, roleOf(before, tx.accountId))
    noteEvent(tx, 'ended', after, { previousStatus: before.status })
    return presentOne(tx, after)
  })

/** A client goes: their coaches hear of it, while there is still something to hear of. */
export const tellCoaches = async (tx: Transaction) => {
  for (const row of await keepCoachesOf(tx.db, tx.accountId))
    noteFor(tx, 'coach', 'ended', { ...row, status: 'ended' }, { previousStatus: row.status })
}

/** A coach goes: their engagements end, and what was theirs in the accounts of clients goes or stays without their name. */
export const leaveClients = async (tx: Transaction) => {
  const coached = await keepCoachedBy(tx.db, tx.accountId)
  for (const row of coached) {
    const over = row.status === 'ended'
    const coachless = { coachAccountId: null, ...(row.invitedBy === 'coach' && { message: null }) }
    const after = over
      ? await store.update(tx.db, row.accountId, row.id, coachless)
      : await end(tx, row, 'coach', coachless)
    if (!over) noteEvent(tx, 'ended', after, { previousStatus: row.status })
  }
  await forgetAuthor(tx, [...new Set(coached.map(({ accountId }) => accountId))])
}
