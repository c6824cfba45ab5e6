import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { complete, isUnchanged } from '../../platform/merge-patch.ts'
import { newRecord, newRecords } from '../../platform/new-record.ts'
import { demandBegun } from '../../platform/past-days.ts'
import { orNotFound } from '../../problems.ts'
import { getApplication, lockApplication, recompute } from '../applications/service.ts'
import { OfferFields } from './schemas.ts'
import { store } from './store.ts'

/** Records the offer of an application, or corrects it, whatever its days. */
export const recordOffer = (
  ctx: Context,
  applicationId: string,
  fields: z.output<typeof OfferFields>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    await lockApplication(tx, applicationId)
    const before = await store.findByApplication(tx.db, tx.accountId, applicationId)
    demand(precondition, before)
    const members = complete(OfferFields, fields)
    if (before && isUnchanged(before, members)) return { offer: before, created: false }
    const offer = before
      ? await store.update(tx.db, tx.accountId, before.id, { ...members, updatedAt: tx.now })
      : await store.insert(tx.db, { ...newRecord(tx), applicationId, ...members })
    await recompute(tx, applicationId)
    recordEvent(tx, before ? 'offer.corrected' : 'offer.recorded', {
      applicationId,
      receivedOn: offer.receivedOn,
    })
    return { offer, created: !before }
  })

/** The same for an offer that has come. @throws Problem `day_ahead` */
export const putOffer: typeof recordOffer = async (ctx, applicationId, fields, precondition) => {
  demandBegun(ctx.now, { receivedOn: fields.receivedOn })
  return recordOffer(ctx, applicationId, fields, precondition)
}

type NewOffer = { applicationId: string; fields: z.output<typeof OfferFields> }

/** Records many at once, beneath applications that the caller holds and computes anew afterwards. */
export const createOffers = async (tx: Transaction, inputs: NewOffer[]) => {
  const rows = newRecords(tx, inputs).map(([begun, { applicationId, fields }]) => ({
    ...begun,
    applicationId,
    ...complete(OfferFields, fields),
  }))
  await store.insertMany(tx.db, rows)
  for (const { applicationId, receivedOn } of rows)
    recordEvent(tx, 'offer.recorded', { applicationId, receivedOn })
}

export const getOffer = async (ctx: Context, applicationId: string) => {
  await getApplication(ctx, applicationId)
  return orNotFound(
    await store.findByApplication(ctx.db, ctx.accountId, applicationId),
    'offer of an application',
  )
}

export const removeOffer = (ctx: Context, applicationId: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    await lockApplication(tx, applicationId)
    const found = await store.findByApplication(tx.db, tx.accountId, applicationId)
    const before = orNotFound(found, 'offer of an application')
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, before.id)
    await recompute(tx, applicationId)
    recordEvent(tx, 'offer.retracted', { applicationId })
  })
