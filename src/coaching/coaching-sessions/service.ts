import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { windowOf } from '../../identity/accounts/service.ts'
import { listPlans } from '../../journal/plans/service.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { Problem } from '../../problems.ts'
import type { NewAssignment } from '../assignments/schemas.ts'
import { createAssignment, listOpenAssignments } from '../assignments/service.ts'
import { listAttention } from '../clients/service.ts'
import { engagementOf, engagementsSeen, orUnseen } from '../engagements/service.ts'
import { type AgendaItem, agendaOf, MOST_ITEMS } from './rules.ts'
import { CoachingSessionFields, type CoachingSessionPatch, type CoachingSessionQuery } from './schemas.ts'
import { LATEST_FIRST, type SessionRow, store } from './store.ts'

/**
 * What there is to talk about, as far as whoever asks may see it.
 *
 * @NOTE The scopes of a coach are what the client consents to, so that the same line holds for a key of the client's own.
 */
const draftAgenda = async (ctx: Context): Promise<AgendaItem[]> => {
  const seesAssignments = asksAsCoach(ctx) || holdsScope(ctx.actor, 'journal:read')
  const seesPlans = holdsScope(ctx.actor, 'reflections:read')
  return agendaOf({
    attention: await listAttention(ctx),
    assignments: seesAssignments ? await listOpenAssignments(ctx, MOST_ITEMS) : [],
    plans: seesPlans ? (await listPlans(ctx, { status: ['open'], limit: MOST_ITEMS })).data : [],
  })
}

/** @NOTE An agenda is of the account, not of one session: one draft does for all that are to come. */
const present = async (ctx: Context, rows: SessionRow[]) => {
  const isAhead = ({ status }: SessionRow) => status === 'scheduled'
  const agenda = rows.some(isAhead) ? await draftAgenda(ctx) : []
  return rows.map((row) => ({ ...row, agenda: isAhead(row) ? agenda : [] }))
}

const presentOne = async (ctx: Context, row: SessionRow) => {
  const [one] = await present(ctx, [row])
  return one as NonNullable<typeof one>
}

const noteEvent = (tx: Transaction, type: 'created' | 'updated', { id, engagementId, status }: SessionRow) =>
  recordEvent(tx, `coaching_session.${type}`, { coachingSessionId: id, engagementId, status })

const membersOf = (fields: z.output<typeof CoachingSessionFields>) => ({
  ...complete(CoachingSessionFields, fields),
  startsAt: new Date(fields.startsAt).toISOString(),
  status: fields.status ?? ('scheduled' as const),
})

/** @throws Problem `session_ahead` */
const demandBegun = ({ now }: Context, { status, startsAt }: Pick<SessionRow, 'status' | 'startsAt'>) => {
  if (status === 'held' && Date.parse(startsAt) > Date.parse(now))
    throw new Problem('session_ahead', `The session begins at ${startsAt}, so it was not held yet.`)
}

/** Sets down a session: a coach with a client, or a client for themselves. @throws Problem `session_ahead` */
export const createCoachingSession = (ctx: Context, fields: z.output<typeof CoachingSessionFields>) =>
  transaction(ctx, async (tx) => {
    const members = membersOf(fields)
    demandBegun(tx, members)
    const engagementId = await engagementOf(tx)
    const session = await store.insert(tx.db, { ...newRecord(tx), ...members, engagementId })
    noteEvent(tx, 'created', session)
    return presentOne(tx, session)
  })

/** The client reads all of them; a coach those of their own engagements. */
export const listCoachingSessions = async (ctx: Context, query: z.output<typeof CoachingSessionQuery>) => {
  const page = pageOf('coaching-sessions', query)
  const only = store.filter(query.status, await windowOf(ctx, query), await engagementsSeen(ctx))
  const rows = await store.list(ctx.db, ctx.accountId, page, only, LATEST_FIRST)
  const { data, ...next } = toPage('coaching-sessions', query, rows, ({ startsAt }) => startsAt)
  return { data: await present(ctx, data), ...next }
}

const find = async (ctx: Context, id: string) =>
  orUnseen(ctx, await store.find(ctx.db, ctx.accountId, id), 'coaching session')

export const getCoachingSession = async (ctx: Context, id: string) => presentOne(ctx, await find(ctx, id))

/** Changes a session, by either side. @throws Problem `session_ahead` */
export const updateCoachingSession = (
  ctx: Context,
  id: string,
  patch: z.output<typeof CoachingSessionPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await orUnseen(tx, await store.lock(tx.db, tx.accountId, id), 'coaching session')
    demand(precondition, before)
    const change = membersOf(patched(CoachingSessionFields, before, patch))
    demandBegun(tx, change)
    if (isUnchanged(before, change)) return presentOne(tx, before)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    noteEvent(tx, 'updated', after)
    return presentOne(tx, after)
  })

/** Makes an assignment of what was agreed on in a session. */
export const createSessionAction = (ctx: Context, id: string, action: z.output<typeof NewAssignment>) =>
  transaction(ctx, async (tx) => createAssignment(tx, action, (await find(tx, id)).id))
