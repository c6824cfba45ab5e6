import { hash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { type Context, transaction } from '../../context.ts'
import { countWins } from '../../guidance/wins/service.ts'
import { getOwnAccount, lockOwnAccount } from '../../identity/accounts/service.ts'
import { getComeback } from '../../insights/comeback/service.ts'
import { getFlow } from '../../insights/flow/service.ts'
import { getFunnel } from '../../insights/funnel/service.ts'
import { getRounds } from '../../insights/rounds/service.ts'
import { getSummary } from '../../insights/summary/service.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { endOf } from '../../platform/last-days.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { isUnchanged } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { type Figure, MOST_LINKS } from './rules.ts'
import type { NewShareLink, ShareLinkPatch } from './schemas.ts'
import { countLinks, findLink, openLink, type ShareLinkRow, store } from './store.ts'

const digest = (token: string) => hash('sha256', token)

/** @throws Problem `scope_not_held`: an address shows figures, and a key cannot grant more than itself */
const demandReading = ({ actor }: Context) => {
  if (!holdsScope(actor, 'insights:read'))
    throw new Problem('scope_not_held', 'You do not hold insights:read yourself.')
}

const present = ({ from, to, ...row }: ShareLinkRow) => ({ ...row, period: { from, to } })

/** Makes an address, which nobody can read again. */
export const createShareLink = (ctx: Context, fields: z.output<typeof NewShareLink>) =>
  transaction(ctx, async (tx) => {
    demandReading(tx)
    await lockOwnAccount(tx)
    if ((await countLinks(tx.db, tx.accountId)) >= MOST_LINKS)
      throw new Problem('share_link_limit_reached', `There are ${MOST_LINKS} share links.`)
    const { label = null, figures, expiresOn = null, period } = fields
    const { timeZone } = await getOwnAccount(tx)
    const token = `avs_${randomBytes(32).toString('base64url')}`
    const row = await store.insert(tx.db, {
      ...newRecord(tx),
      label,
      figures,
      expiresOn,
      expiresAt: endOf(tx.now, timeZone, expiresOn),
      from: period?.from ?? null,
      to: period?.to ?? null,
      tokenHash: digest(token),
    })
    return { ...present(row), token, url: `${tx.settings.publicUrl}/v1/shared/${token}` }
  })

export const listShareLinks = async (ctx: Context, query: { limit: number; cursor?: string | undefined }) => {
  const rows = await store.list(ctx.db, ctx.accountId, pageOf('share-links', query))
  const { data, ...next } = toPage('share-links', query, rows)
  return { data: data.map(present), ...next }
}

export const getShareLink = async (ctx: Context, id: string) =>
  present(orNotFound(await store.find(ctx.db, ctx.accountId, id), 'share link'))

export const updateShareLink = (
  ctx: Context,
  id: string,
  { label, expiresOn }: z.output<typeof ShareLinkPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = orNotFound(await store.lock(tx.db, tx.accountId, id), 'share link')
    demand(precondition, before)
    if (expiresOn !== undefined) demandReading(tx)
    const { timeZone } = await getOwnAccount(tx)
    const change = {
      ...(label !== undefined && { label }),
      ...(expiresOn !== undefined && { expiresOn, expiresAt: endOf(tx.now, timeZone, expiresOn) }),
    }
    if (isUnchanged(before, change)) return present(before)
    return present(await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now }))
  })

export const removeShareLink = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demand(precondition, orNotFound(await store.lock(tx.db, tx.accountId, id), 'share link'))
    await store.remove(tx.db, tx.accountId, id)
  })

/** What shows each figure; a further one takes its place here. */
const READERS = {
  summary: getSummary,
  funnel: getFunnel,
  rounds: getRounds,
  comeback: getComeback,
  flow: getFlow,
  wins: countWins,
}

/**
 * The figures behind an address, as they are now.
 * @param isOpening whether somebody reads them, and does not merely ask whether they are there
 * @throws Problem `not_found` alike for what never was, is revoked or has expired
 */
export const readShared = async (ctx: Context, token: string, isOpening: boolean) => {
  const find = isOpening ? openLink : findLink
  const link = await find(ctx.db, digest(token), ctx.now)
  if (!link) throw new Problem('not_found', 'There is nothing at this address.')
  const { accountId, figures, from, to, expiresAt } = link
  const actor: Context['actor'] = { kind: 'guest', scopes: ['insights:read'], expiresAt }
  const guest = { ...ctx, accountId, actor }
  const days = { from: from ?? undefined, to: to ?? undefined }
  const read = async <Name extends Figure>(name: Name) =>
    figures.includes(name)
      ? ((await READERS[name](guest, days)) as Awaited<ReturnType<(typeof READERS)[Name]>>)
      : null
  return {
    asOf: ctx.now,
    period: { from, to },
    summary: await read('summary'),
    funnel: await read('funnel'),
    rounds: await read('rounds'),
    comeback: await read('comeback'),
    flow: await read('flow'),
    wins: await read('wins'),
  }
}
