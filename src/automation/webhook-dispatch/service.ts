import { type Context, type Transaction, transaction } from '../../context.ts'
import type { Answered, Post } from '../../platform/outbound/post.ts'
import { leaveDeliveries, MOST_PENDING } from '../webhook-deliveries/service.ts'
import { findAndLockEndpoint, findTarget, noteAttempt } from '../webhook-endpoints/service.ts'
import { signatureOf } from '../webhook-secrets/service.ts'
import { isGone, isSuccess, isWanted, nextAttempt, withAttempt } from './rules.ts'
import {
  advanceEndpoint,
  claimDeliveries,
  type DeliveryRow,
  findEventsAfter,
  lockLagging,
  settleAttempt,
} from './store.ts'

type Now = () => Context

const ENDPOINTS_AT_ONCE = 20
const EVENTS_AT_ONCE = 100
/** With as much to be sent to one endpoint, right now or at all, what is new has to wait. */
const MOST = { due: 100, pending: MOST_PENDING }

/** How many attempts are made side by side at one endpoint, and at one that has failed lately. */
const SIDE_BY_SIDE = { atOne: 4, atFailing: 1 }

/**
 * Makes deliveries of what is new for endpoints.
 *
 * @NOTE The deliveries and how far the endpoint is are committed together, and the feed never gains an event below its end:
 * whenever the process is killed, each event is delivered, and none twice for that reason.
 */
const fanOut = (ctx: Context) =>
  transaction(ctx, async (tx) => {
    for (const endpoint of await lockLagging(tx.db, tx.now, MOST, ENDPOINTS_AT_ONCE)) {
      const { accountId, id, eventTypes, fannedOutTo } = endpoint
      const news = await findEventsAfter(tx.db, accountId, fannedOutTo, EVENTS_AT_ONCE)
      const wanted = news.filter(({ type }) => isWanted(eventTypes, type))
      await leaveDeliveries({ ...tx, accountId }, id, wanted)
      await advanceEndpoint(tx.db, endpoint, news.at(-1)?.sequence ?? fannedOutTo)
    }
  })

const headersOf = ({ now }: Context, secrets: string[], { eventId, payload }: DeliveryRow) => {
  const timestamp = String(Math.floor(Date.parse(now) / 1_000))
  const content = `${eventId}.${timestamp}.${payload}`
  return {
    'content-type': 'application/json',
    'user-agent': 'Afterview-Webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signatureOf(secret, content)).join(' '),
  }
}

/** What comes of a message that cannot be signed. */
const UNSIGNED = {
  status: null,
  silence: 'secret_not_readable',
  retryAfter: null,
  body: null,
  milliseconds: 0,
} as const

type Outcome = Answered | typeof UNSIGNED
type Heard = Exclude<Outcome, { silence: 'interrupted' }>

/** What becomes of a delivery after an attempt at the address of today or at one before. */
const changeAfter = (
  { now, settings }: Transaction,
  delivery: DeliveryRow,
  answered: Heard,
  ofToday: boolean,
) => {
  const { status, silence: error, milliseconds, body: answer, retryAfter } = answered
  const attempt = { at: delivery.startedAt ?? now, status, error, milliseconds, answer }
  const tries = delivery.tries + 1
  const told = { attempts: withAttempt(delivery.attempts, attempt), tries, updatedAt: now }
  if (isSuccess(status)) return { ...told, status: 'succeeded' as const }
  const { retrySeconds } = settings.webhooks
  const dueAt =
    ofToday && isGone(status)
      ? undefined
      : nextAttempt({ now, tries, retrySeconds, retryAfter, random: Math.random() })
  return dueAt ? { ...told, dueAt } : { ...told, status: 'failed' as const }
}

const resultOf = ({ status }: Heard) => (isSuccess(status) ? 'ok' : isGone(status) ? 'gone' : 'failed')

const isHeard = (answered: Outcome): answered is Heard => answered.silence !== 'interrupted'

/**
 * Notes how an attempt went, unless it was taken for lost meanwhile and somebody else makes another. Where the endpoint has
 * moved meanwhile, it says nothing of the new address.
 */
const settle = (ctx: Context, delivery: DeliveryRow, url: string, answered: Outcome) =>
  transaction(ctx, async (tx) => {
    const endpoint = await findAndLockEndpoint(tx, delivery.endpointId)
    if (!endpoint) return
    const ofToday = endpoint.url === url
    const change = isHeard(answered) ? changeAfter(tx, delivery, answered, ofToday) : { dueAt: tx.now }
    const settled = await settleAttempt(tx.db, delivery, change)
    if (settled && ofToday && isHeard(answered)) await noteAttempt(tx, endpoint, resultOf(answered))
  })

const deliver = async (now: Now, post: Post, told: AbortSignal, delivery: DeliveryRow): Promise<void> => {
  const own = () => ({ ...now(), accountId: delivery.accountId })
  const ctx = own()
  const target = await findTarget(ctx, delivery.endpointId)
  if (!target) return
  const { url, secrets } = target
  const send = () => post({ url, headers: headersOf(ctx, secrets, delivery), body: delivery.payload }, told)
  await settle(own(), delivery, url, secrets.length > 0 ? await send() : UNSIGNED)
}

/**
 * Begins deliveries that are due, of whatever accounts.
 * @returns what was begun, which may end after the next ones are begun
 */
export const beginDeliveries =
  (now: Now, post: Post) =>
  async (room: number, told: AbortSignal): Promise<Promise<void>[]> => {
    await fanOut(now())
    const ctx = now()
    // Whoever has not noted an answer by then is gone.
    const until = new Date(Date.parse(ctx.now) + 2 * ctx.settings.webhooks.timeoutMs).toISOString()
    const claimed = await claimDeliveries(ctx.db, { now: ctx.now, until, room, ...SIDE_BY_SIDE })
    return claimed.map((delivery) => deliver(now, post, told, delivery))
  }
