import { hash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { type Context, takeTurn, transaction } from '../../context.ts'
import { getOwnAccount, keepAccounts } from '../../identity/accounts/service.ts'
import { isTaken } from '../../platform/database/failures.ts'
import { newRecord } from '../../platform/new-record.ts'
import { Problem } from '../../problems.ts'
import { lastDay, noteEvent, noteFor, notTheClient, presentOne } from '../engagements/service.ts'
import { INVITATION_DAYS, MOST_INVITATIONS } from './rules.ts'
import type { NewAcceptance, NewEngagement } from './schemas.ts'
import { countWaiting, endExpired, findWaiting, store } from './store.ts'

const DAY_MS = 86_400_000
const digest = (token: string) => hash('sha256', token)

type Terms = Pick<z.output<typeof NewAcceptance>, 'scopes' | 'endsOn'>

/** @throws Problem `scopes_missing`, `end_behind` */
const termsOfClient = (now: string, timeZone: string, { scopes, endsOn }: Terms) => {
  if (!scopes) throw new Problem('scopes_missing', 'The client says what the coach may do.')
  return { scopes, ...lastDay(now, timeZone, endsOn) }
}

const NO_TERMS = { scopes: [], endsOn: null, endsAt: null }

/** @throws Problem `not_the_client` */
const termsOfCoach = ({ scopes, endsOn }: Terms) => {
  if (scopes || endsOn) throw notTheClient()
  return NO_TERMS
}

/** Invites the other side, whoever that will be. */
export const createInvitation = (ctx: Context, { role, message, ...given }: z.output<typeof NewEngagement>) =>
  transaction(ctx, async (tx) => {
    await takeTurn(tx, `invitations of ${tx.accountId}`)
    const { timeZone } = await getOwnAccount(tx)
    if ((await countWaiting(tx.db, tx.accountId, tx.now)) >= MOST_INVITATIONS)
      throw new Problem('invitation_limit_reached', `There are ${MOST_INVITATIONS} invitations that wait.`)
    const terms = role === 'client' ? termsOfClient(tx.now, timeZone, given) : termsOfCoach(given)
    const token = randomBytes(32).toString('base64url')
    const row = await store.insert(tx.db, {
      ...newRecord(tx),
      ...terms,
      coachAccountId: role === 'coach' ? tx.accountId : null,
      invitedBy: role,
      status: 'invited',
      message: message ?? null,
      tokenHash: digest(token),
      invitationExpiresAt: new Date(Date.parse(tx.now) + INVITATION_DAYS * DAY_MS).toISOString(),
    })
    noteEvent(tx, 'created', row)
    return { ...(await presentOne(tx, row)), invitationToken: token }
  })

/** @throws Problem `not_found` alike for what never was, is taken back, accepted or over */
const findByToken = async ({ db, now }: Context, token: string) => {
  const row = await findWaiting(db, digest(token), now)
  if (!row) throw new Problem('not_found', 'No invitation waits under this token.')
  return row
}

/** What somebody is invited to, and by whom, before they accept. It is no record of theirs, so it has no version. */
export const lookUpInvitation = async (ctx: Context, token: string) => {
  const { version: _, ...invitation } = await presentOne(ctx, await findByToken(ctx, token))
  return invitation
}

/** @throws Problem `engagement_exists` */
const unlessLive = <Row>(write: Promise<Row>) =>
  write.catch((error) => {
    if (!isTaken(error, 'engagements_live_key')) throw error
    throw new Problem('engagement_exists', 'These two have an engagement that is under way.', {
      cause: error,
    })
  })

/**
 * Accepts an invitation, once. From then on the engagement belongs to the client.
 *
 * @NOTE Both accounts are kept before the invitation is: an erasure goes the same way, and neither waits for the other.
 */
export const acceptInvitation = (ctx: Context, { token, ...given }: z.output<typeof NewAcceptance>) =>
  transaction(ctx, async (tx) => {
    const found = await findByToken(tx, token)
    if (found.accountId === tx.accountId)
      throw new Problem('engagement_with_oneself', 'This is an invitation of your own.')
    const kept = await keepAccounts(tx, [found.accountId, tx.accountId])
    await store.lock(tx.db, found.accountId, found.id)
    const invitation = await findByToken(tx, token)
    const byCoach = invitation.invitedBy === 'coach'
    const [accountId, coachAccountId] = byCoach
      ? [tx.accountId, found.accountId]
      : [found.accountId, tx.accountId]
    if (!byCoach) termsOfCoach(given)
    const timeZone = kept.get(accountId)?.timeZone ?? 'UTC'
    const terms = byCoach ? termsOfClient(tx.now, timeZone, given) : {}
    await endExpired(tx.db, accountId, coachAccountId, tx.now)
    const change = { accountId, coachAccountId, status: 'active' as const, tokenHash: null, ...terms }
    const accepted = { ...change, acceptedAt: tx.now, updatedAt: tx.now }
    const row = await unlessLive(store.update(tx.db, found.accountId, found.id, accepted))
    const previous = { previousStatus: 'invited', previousScopes: invitation.scopes.join(' ') }
    noteFor(tx, byCoach ? 'client' : 'coach', 'created', row)
    noteFor(tx, row.invitedBy, 'updated', row, previous)
    return presentOne(tx, row)
  })
