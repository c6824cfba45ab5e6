import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { todayOf, windowOf } from '../../identity/accounts/service.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord, newRecords } from '../../platform/new-record.ts'
import { demandBegun } from '../../platform/past-days.ts'
import type { Period } from '../../platform/time-zones.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { getApplication, lockApplication, recompute } from '../applications/service.ts'
import { dropIdleItems } from '../missed-questions/service.ts'
import { lockPitch } from '../pitches/service.ts'
import { isAnswered, isSaidHeld, liesAhead, type Present, statusOf, tookPlace } from './rules.ts'
import { InterviewFields, type InterviewPatch, type InterviewQuery } from './schemas.ts'
import { type InterviewRow, interviewsWithin, lastRound, notHeldAmong, store } from './store.ts'

type Fields = z.output<typeof InterviewFields>

/** The present, as whether an interview lies behind goes by it. */
export const presentOf = async (ctx: Context): Promise<Present> => ({
  now: ctx.now,
  today: await todayOf(ctx),
})

/** What is stored, with the service's own word wherever the client said nothing. */
const members = (present: Present, round: number, fields: Fields) => {
  const given = complete(InterviewFields, fields)
  const startsAt = given.startsAt && new Date(given.startsAt).toISOString()
  const result = given.result ?? 'pending'
  return {
    ...given,
    startsAt,
    round,
    kind: given.kind ?? 'other',
    interviewers: given.interviewers ?? [],
    status: given.status ?? statusOf({ startsAt, heldOn: given.heldOn, result }, present),
    result,
  }
}

type Course = Pick<InterviewRow, 'status' | 'result' | 'startsAt' | 'heldOn'>

const courseOf = ({ status, result, startsAt, heldOn }: Course): Course => ({
  status,
  result,
  startsAt,
  heldOn,
})

/** @throws Problem `day_ahead` where an interview is said to have been held on a day to come */
const demandHeldBegun = (now: string, { startsAt, heldOn, ...said }: Course) => {
  if (isSaidHeld(said)) demandBegun(now, { startsAt: startsAt?.slice(0, 10), heldOn })
}

/** The round that was stated, or else the one after the last; `id` itself is left out of account. */
const roundOf = async (tx: Transaction, applicationId: string, id: string, { round }: Fields) =>
  round ?? Math.min((await lastRound(tx.db, tx.accountId, applicationId, id)) + 1, MOST_ROUNDS)

const MOST_ROUNDS = 50

type Key = Pick<InterviewRow, 'id' | 'applicationId' | 'round' | 'status' | 'result'>

const keyFields = ({ id, applicationId, round, status, result }: Key) => ({
  interviewId: id,
  applicationId,
  round,
  status,
  result,
})

export const createInterview = (ctx: Context, applicationId: string, fields: Fields) =>
  transaction(ctx, async (tx) => {
    demandBegun(tx.now, { heardBackOn: fields.heardBackOn })
    await lockApplication(tx, applicationId)
    if (fields.pitchId) await lockPitch(tx, fields.pitchId)
    const begun = newRecord(tx)
    const round = await roundOf(tx, applicationId, begun.id, fields)
    const row = { ...begun, applicationId, ...members(await presentOf(tx), round, fields) }
    demandHeldBegun(tx.now, row)
    const interview = await store.insert(tx.db, row)
    await recompute(tx, applicationId)
    recordEvent(tx, 'interview.created', keyFields(interview))
    return interview
  })

type NewInterview = { applicationId: string; fields: Fields & { round: number } }

/** Records many at once, beneath applications that the caller holds and computes anew afterwards. */
export const createInterviews = async (tx: Transaction, inputs: NewInterview[]) => {
  const present = await presentOf(tx)
  const rows = newRecords(tx, inputs).map(([begun, { applicationId, fields }]) => ({
    ...begun,
    applicationId,
    ...members(present, fields.round, fields),
  }))
  await store.insertMany(tx.db, rows)
  for (const row of rows) recordEvent(tx, 'interview.created', keyFields(row))
}

export const listInterviews = async (
  ctx: Context,
  query: z.output<typeof InterviewQuery> & { applicationId?: string },
) => {
  const page = pageOf('interviews', query)
  const only = store.filter(query, await windowOf(ctx, query))
  return toPage('interviews', query, await store.list(ctx.db, ctx.accountId, page, only))
}

export const listInterviewsOfApplication = async (
  ctx: Context,
  applicationId: string,
  query: z.output<typeof InterviewQuery>,
) => {
  await getApplication(ctx, applicationId)
  return listInterviews(ctx, { ...query, applicationId })
}

export const getInterview = async (ctx: Context, id: string) =>
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'interview')

/**
 * An interview to look back on.
 * @throws Problem `interview_ahead`
 */
export const getPastInterview = async (ctx: Context, id: string) => {
  const interview = await getInterview(ctx, id)
  if (interview.status === 'scheduled' && !tookPlace(interview, await presentOf(ctx))) {
    throw new Problem('interview_ahead', 'This interview has not taken place yet.')
  }
  return interview
}

/** The interviews of a period, whatever became of them. */
export const listInterviewsWithin = (ctx: Context, period: Period) =>
  interviewsWithin(ctx.db, ctx.accountId, period)

/** The interviews of a period that were held. */
export const listHeldWithin = async (ctx: Context, period: Period) => {
  const present = await presentOf(ctx)
  return (await listInterviewsWithin(ctx, period)).filter((interview) => tookPlace(interview, present))
}

/** Which of these interviews were called off, or missed. */
export const listNotHeld = async (ctx: Context, ids: string[]): Promise<ReadonlySet<string>> =>
  new Set(ids.length > 0 ? await notHeldAmong(ctx.db, ctx.accountId, ids) : [])

/** The interview and its application, kept for this transaction, the application first. */
export const lockInterview = async (tx: Transaction, id: string) => {
  const { applicationId } = await getInterview(tx, id)
  await lockApplication(tx, applicationId)
  return orNotFound(await store.lock(tx.db, tx.accountId, id), 'interview')
}

/** The same of one to look back on. @throws Problem `interview_ahead` */
export const keepPastInterview = async (tx: Transaction, id: string) => {
  await lockInterview(tx, id)
  return getPastInterview(tx, id)
}

const whenOf = ({ startsAt, heldOn }: Pick<Fields, 'startsAt' | 'heldOn'>): string | null =>
  startsAt ? new Date(startsAt).toISOString() : (heldOn ?? null)

/**
 * What a change makes of it. Unless the client says what it is, an answer to one that was scheduled says that it was
 * held, and a new day to come of one that was completed that it was not.
 */
const changed = (before: InterviewRow, patch: z.output<typeof InterviewPatch>): Fields => {
  const fields = patched(InterviewFields, before, patch)
  const isTold = before.status === 'scheduled' && isAnswered(patch.result)
  const [when, was] = [whenOf(fields), whenOf(before)]
  const isMoved = before.status === 'completed' && when !== null && when !== was
  return patch.status === undefined && (isTold || isMoved) ? { ...fields, status: undefined } : fields
}

export const updateInterview = (
  ctx: Context,
  id: string,
  patch: z.output<typeof InterviewPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockInterview(tx, id)
    demand(precondition, before)
    demandBegun(tx.now, { heardBackOn: patch.heardBackOn })
    const fields = changed(before, patch)
    if (fields.pitchId) await lockPitch(tx, fields.pitchId)
    const round = await roundOf(tx, before.applicationId, id, fields)
    const change = members(await presentOf(tx), round, fields)
    if (isUnchanged(before, change)) return before
    if (!isUnchanged(before, courseOf(change))) demandHeldBegun(tx.now, change)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    await recompute(tx, after.applicationId)
    const previous = { previousStatus: before.status, previousResult: before.result }
    recordEvent(tx, 'interview.updated', { ...keyFields(after), ...previous })
    return after
  })

type InterviewChange = { before: InterviewRow; patch: z.output<typeof InterviewPatch> }

/**
 * Changes many at once, beneath applications that the caller holds and computes anew afterwards.
 *
 * @NOTE Who changes many knows nothing of a day to come that the owner gave to one: it is not held before that.
 */
export const updateInterviews = async (tx: Transaction, changes: InterviewChange[]) => {
  const present = await presentOf(tx)
  const rows = changes.map(({ before, patch }) => {
    const fields = changed(before, patch)
    const change = members(present, fields.round ?? before.round, fields)
    const { status, result } = isSaidHeld(change) && liesAhead(change, present) ? before : change
    return { ...before, ...change, status, result, updatedAt: tx.now }
  })
  await store.updateMany(tx.db, tx.accountId, rows)
  for (const [i, row] of rows.entries()) {
    const { status, result } = changes[i]?.before ?? row
    recordEvent(tx, 'interview.updated', {
      ...keyFields(row),
      previousStatus: status,
      previousResult: result,
    })
  }
}

export const removeInterview = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const before = await lockInterview(tx, id)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    await dropIdleItems(tx)
    await recompute(tx, before.applicationId)
    recordEvent(tx, 'interview.deleted', { interviewId: id, applicationId: before.applicationId })
  })
