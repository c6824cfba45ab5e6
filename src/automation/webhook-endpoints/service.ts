import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { lockOwnAccount } from '../../identity/accounts/service.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { faultOfUrl } from '../../platform/outbound/addresses.ts'
import { uriOf } from '../../platform/web-address/rules.ts'
import { orNotFound, Problem } from '../../problems.ts'
import {
  makeSecret,
  openReplaced,
  openSecret,
  type Replaced,
  resealSecret,
  sealReplaced,
  sealSecret,
} from '../webhook-secrets/service.ts'
import { type DisabledReason, isGivenUp, MOST_ENDPOINTS, MOST_SECRETS, OVERLAP_MS } from './rules.ts'
import { EndpointFields, type NewWebhookEndpoint, type WebhookEndpointPatch } from './schemas.ts'
import {
  cancelDeliveries,
  countEndpoints,
  type EndpointRow,
  findLastSequence,
  listSealed,
  noteFailing,
  replaceSealed,
  store,
} from './store.ts'

type Types = z.output<typeof EndpointFields>['eventTypes']

const present = ({ eventTypes, ...row }: EndpointRow) => ({
  ...row,
  eventTypes: eventTypes as NonNullable<Types>,
})

const members = ({ url, eventTypes, enabled, description }: z.output<typeof EndpointFields>) => ({
  url: uriOf(new URL(url).href),
  eventTypes: eventTypes ?? [],
  enabled: enabled ?? true,
  description: description ?? null,
})

/** @throws Problem `endpoint_url_refused` */
const demandUrl = ({ settings }: Context, url: string) => {
  const fault = faultOfUrl(url, settings.webhooks.allowLoopback)
  if (fault) throw new Problem('endpoint_url_refused', fault)
}

/** @throws Problem `endpoint_limit_reached` */
const demandRoom = async (tx: Transaction) => {
  await lockOwnAccount(tx)
  if ((await countEndpoints(tx.db, tx.accountId)) >= MOST_ENDPOINTS)
    throw new Problem('endpoint_limit_reached', `An account has up to ${MOST_ENDPOINTS} endpoints.`)
}

/** What happened before is not sent. The secret is shown this once. */
export const createEndpoint = (ctx: Context, input: z.output<typeof NewWebhookEndpoint>) =>
  transaction(ctx, async (tx) => {
    const { scheme, ...fields } = input
    demandUrl(tx, fields.url)
    await demandRoom(tx)
    const begun = { ...newRecord(tx), ...members(fields), scheme: scheme ?? ('v1' as const) }
    const { secret, publicKey } = makeSecret(begun.scheme)
    const row = await store.insert(tx.db, {
      ...begun,
      publicKey,
      secret: sealSecret(tx, begun.id, secret),
      fannedOutTo: await findLastSequence(tx.db, tx.accountId),
    })
    return { ...present(row), secret: publicKey ? null : secret }
  })

export const listEndpoints = async (ctx: Context, query: { limit: number; cursor?: string | undefined }) => {
  const page = pageOf('webhook-endpoints', query)
  const rows = await store.list(ctx.db, ctx.accountId, page)
  const { data, ...next } = toPage('webhook-endpoints', query, rows)
  return { data: data.map(present), ...next }
}

export const getEndpoint = async (ctx: Context, id: string) =>
  present(orNotFound(await store.find(ctx.db, ctx.accountId, id), 'endpoint'))

/** The endpoint, kept for this transaction, if it is still there; whoever changes its deliveries as well begins with it. */
export const findAndLockEndpoint = (tx: Transaction, id: string) => store.lock(tx.db, tx.accountId, id)

const lockEndpoint = async (tx: Transaction, id: string) =>
  orNotFound(await findAndLockEndpoint(tx, id), 'endpoint')

/** The secrets before that messages are signed with even so, the latest first. */
const overlapping = (ctx: Context, { id, previousSecret, previousSecretUntil }: EndpointRow): Replaced[] => {
  if (!previousSecret || !previousSecretUntil) return []
  const replaced = openReplaced(ctx, id, previousSecret, previousSecretUntil)
  return replaced.filter(({ until }) => ctx.now < until)
}

/**
 * Where messages go, and what they are signed with, which is nothing where the secret does not open; undefined where
 * nothing is sent any more.
 */
export const findTarget = async (ctx: Context, id: string) => {
  const endpoint = await store.find(ctx.db, ctx.accountId, id)
  if (!endpoint?.enabled) return undefined
  const current = openSecret(ctx, id, endpoint.secret)
  const before = overlapping(ctx, endpoint).map(({ secret }) => secret)
  return { url: endpoint.url, secrets: current === undefined ? [] : [current, ...before] }
}

/** @throws Problem `endpoint_disabled` */
export const lockEnabledEndpoint = async (tx: Transaction, id: string) => {
  const endpoint = await lockEndpoint(tx, id)
  if (!endpoint.enabled) throw new Problem('endpoint_disabled', 'This endpoint is disabled.')
  return endpoint
}

/** An endpoint that is enabled again begins with what happens from now on. */
const begunAnew = async ({ db, accountId }: Transaction) => ({
  fannedOutTo: await findLastSequence(db, accountId),
  failingSince: null,
  disabledReason: null,
})

export const updateEndpoint = (
  ctx: Context,
  id: string,
  patch: z.output<typeof WebhookEndpointPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockEndpoint(tx, id)
    demand(precondition, before)
    const change = members(patched(EndpointFields, before, patch))
    if (patch.url && patch.url !== before.url) demandUrl(tx, patch.url)
    if (isUnchanged(before, change)) return present(before)
    const moved = change.url !== before.url && { failingSince: null }
    const anew = change.enabled && !before.enabled && (await begunAnew(tx))
    if (!change.enabled) await cancelDeliveries(tx.db, tx.accountId, id, tx.now)
    return present(
      await store.update(tx.db, tx.accountId, id, { ...change, ...moved, ...anew, updatedAt: tx.now }),
    )
  })

export const removeEndpoint = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demand(precondition, await lockEndpoint(tx, id))
    await store.remove(tx.db, tx.accountId, id)
  })

/**
 * All that signs now, sealed as what signs beside a new secret; as it is where it does not open.
 * @throws Problem `secrets_overlapping`
 */
const sealPrevious = (tx: Transaction, endpoint: EndpointRow) => {
  const before = overlapping(tx, endpoint)
  if (before.length + 1 >= MOST_SECRETS) {
    const detail = `${MOST_SECRETS} secrets sign already. The first of them ends at ${before.at(-1)?.until}.`
    throw new Problem('secrets_overlapping', detail)
  }
  const current = openSecret(tx, endpoint.id, endpoint.secret)
  return current === undefined ? endpoint.secret : sealReplaced(tx, endpoint.id, current, before)
}

/** A new secret; for a day messages are signed with the one before, too. */
export const rotateSecret = (ctx: Context, id: string) =>
  transaction(ctx, async (tx) => {
    const before = await lockEndpoint(tx, id)
    const { secret, publicKey } = makeSecret(before.scheme)
    const row = await store.update(tx.db, tx.accountId, id, {
      publicKey,
      secret: sealSecret(tx, id, secret),
      previousSecret: sealPrevious(tx, before),
      previousSecretUntil: new Date(Date.parse(tx.now) + OVERLAP_MS).toISOString(),
      updatedAt: tx.now,
    })
    return { ...present(row), secret: publicKey ? null : secret }
  })

const SECRETS_AT_ONCE = 200

/** Seals, in all accounts, with the key of today what an earlier one sealed: from then on that one is not needed. */
export const resealSecrets = async (ctx: Context) => {
  if (ctx.settings.webhooks.secretsKeys.length < 2) return
  let rows = await listSealed(ctx.db, undefined, SECRETS_AT_ONCE)
  while (rows.length > 0) {
    for (const row of rows) {
      const { id, secret, previousSecret } = row
      const anew = {
        secret: resealSecret(ctx, id, secret),
        previousSecret: previousSecret && resealSecret(ctx, id, previousSecret),
      }
      if (anew.secret !== secret || anew.previousSecret !== previousSecret)
        await replaceSealed(ctx.db, row, anew)
    }
    rows = await listSealed(ctx.db, rows.at(-1), SECRETS_AT_ONCE)
  }
}

const disable = async (tx: Transaction, { id }: EndpointRow, reason: DisabledReason) => {
  await store.update(tx.db, tx.accountId, id, { enabled: false, disabledReason: reason, updatedAt: tx.now })
  await cancelDeliveries(tx.db, tx.accountId, id, tx.now)
  recordEvent(tx, 'webhook_endpoint.disabled', { webhookEndpointId: id, reason })
}

/** Notes how an attempt went for the endpoint as a whole: it may have been the last one. */
export const noteAttempt = async (
  tx: Transaction,
  endpoint: EndpointRow,
  result: 'ok' | 'failed' | 'gone',
) => {
  const { enabled, failingSince } = endpoint
  if (result === 'ok' && failingSince) await noteFailing(tx.db, endpoint, null)
  if (result === 'ok' || !enabled) return
  if (!failingSince) await noteFailing(tx.db, endpoint, tx.now)
  if (result === 'gone') await disable(tx, endpoint, 'gone')
  else if (failingSince && isGivenUp(failingSince, tx.now)) await disable(tx, endpoint, 'failing')
}
