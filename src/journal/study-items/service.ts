import { hash } from 'node:crypto'
import type { z } from 'zod'
import { type Context, type Transaction, takeTurn, transaction } from '../../context.ts'
import { getOwnAccount, todayOf } from '../../identity/accounts/service.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { dayReader, periodIn } from '../../platform/time-zones.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { replay, stateOf } from './rules/schedule.ts'
import { bareWordsOf, type Rating, type ReviewSource, type StudyMode } from './rules.ts'
import { StudyItemFields, type StudyItemPatch, type StudyItemQuery } from './schemas.ts'
import {
  countDue,
  type Days,
  type Filters,
  findByPrompts,
  findUpcoming,
  handOver,
  leadTo,
  listItems,
  reviews,
  reviewsOf,
  type StudyItemRow,
  store,
} from './store.ts'

type Fields = z.output<typeof StudyItemFields>

/** What a prompt is found by again: the same for the same question, however it was typed. */
export const digestOfPrompt = (prompt: string): string => hash('sha256', bareWordsOf(prompt), 'base64url')

const daysOf = async (ctx: Context): Promise<Days> => {
  const { timeZone } = await getOwnAccount(ctx)
  const dayOf = dayReader(timeZone)
  const today = dayOf(ctx.now)
  const upcoming = await findUpcoming(ctx.db, ctx.accountId, periodIn(timeZone, today, today))
  return {
    today,
    upcoming: upcoming.map(({ applicationId, startsAt, heldOn }) => ({
      applicationId,
      on: startsAt ? dayOf(startsAt) : (heldOn ?? today),
    })),
  }
}

const list = async (ctx: Context, page: ReturnType<typeof pageOf>, filters: Filters) =>
  listItems(ctx.db, ctx.accountId, await daysOf(ctx), page, filters)

export const listStudyItems = async (ctx: Context, query: z.output<typeof StudyItemQuery>) =>
  toPage('study-items', query, await list(ctx, pageOf('study-items', query), query))

/** How many items are due today, since when the first of them is, and which one it is where it is alone. */
export const countDueItems = async (ctx: Context) => countDue(ctx.db, ctx.accountId, await daysOf(ctx))

/** The study items with these ids, in no order to rely on. */
export const listStudyItemsById = (ctx: Context, ids: string[]) =>
  list(ctx, { limit: ids.length, after: undefined }, { ids })

export const getStudyItem = async (ctx: Context, id: string) =>
  orNotFound((await listStudyItemsById(ctx, [id]))[0], 'study item')

/**
 * Begins what settles which wordings lead to which items: one such write of an account after another. Of two that do not
 * see each other yet, one could take back the item that the other counts on.
 */
export const beginSettling = (tx: Transaction) => takeTurn(tx, `study items of ${tx.accountId}`)

/** The item, kept for this transaction. */
export const lockItem = async (tx: Transaction, id: string, noun = 'study item') =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), noun)

/** Some items, kept for this transaction. */
export const lockItems = (tx: Transaction, ids: string[]) => store.lockMany(tx.db, tx.accountId, ids)

const insert = async (tx: Transaction, fields: Fields, own: boolean) => {
  const members = { ...complete(StudyItemFields, fields), mode: fields.mode ?? ('learn' as const) }
  const begun = { own, state: 'new' as const, schedule: null, scheduledOn: await todayOf(tx) }
  return store.insert(tx.db, { ...newRecord(tx), ...members, ...begun })
}

/** Leads a question to an item, which it may do already. @throws Problem `study_item_exists` */
const leadToItem = async (tx: Transaction, id: string, prompt: string) => {
  const wording = digestOfPrompt(prompt)
  if (await leadTo(tx.db, tx.accountId, id, wording)) return
  const holder = await itemByPrompt(tx, wording)
  if (holder === id) return
  throw new Problem('study_item_exists', `The study item ${holder} is for this question.`)
}

/** @throws Problem `study_item_exists` */
export const createStudyItem = (ctx: Context, fields: Fields) =>
  transaction(ctx, async (tx) => {
    const { id } = await insert(tx, fields, true)
    await leadToItem(tx, id, fields.prompt)
    recordEvent(tx, 'study_item.created', { studyItemId: id, state: 'new' })
    return getStudyItem(tx, id)
  })

/** @throws Problem `study_item_exists` */
export const updateStudyItem = (
  ctx: Context,
  id: string,
  patch: z.output<typeof StudyItemPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockItem(tx, id)
    demand(precondition, before)
    const fields = patched(StudyItemFields, before, patch)
    const change = { ...complete(StudyItemFields, fields), mode: fields.mode ?? ('learn' as const) }
    if (isUnchanged(before, change)) return getStudyItem(tx, id)
    await leadToItem(tx, id, fields.prompt)
    await store.update(tx.db, tx.accountId, id, { ...change, own: true, updatedAt: tx.now })
    recordEvent(tx, 'study_item.updated', { studyItemId: id, state: before.state })
    return getStudyItem(tx, id)
  })

export const removeStudyItem = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const { state, ...before } = await lockItem(tx, id)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'study_item.deleted', { studyItemId: id, state })
  })

type Change = Partial<Pick<StudyItemRow, 'mode' | 'answerNotes' | 'topic' | 'own'>>

/** Computes the schedule of an item anew from all of its reviews, in one change with what else is to be. @returns its state */
export const reschedule = async (
  tx: Transaction,
  { id, state: before, scheduledOn }: StudyItemRow,
  more: Change = {},
) => {
  const log = await reviewsOf(tx.db, tx.accountId, id)
  const schedule = replay(log)
  const state = stateOf(schedule, log.at(-1)?.rating)
  const settled = { schedule, state, scheduledOn: schedule?.dueOn ?? scheduledOn, updatedAt: tx.now }
  await store.update(tx.db, tx.accountId, id, { ...more, ...settled })
  if (state === 'ready' && before !== 'ready') recordEvent(tx, 'study_item.ready', { studyItemId: id })
  return state
}

type NewReview = { rating: Rating; source: ReviewSource; on: string; questionId?: string }

/** Adds a review of an item, and settles when it is due again, and how to get ready where that is another way now. */
export const addReview = async (tx: Transaction, item: StudyItemRow, review: NewReview, mode = item.mode) => {
  const row = await reviews.insert(tx.db, { ...newRecord(tx), itemId: item.id, ...review })
  const { rating, source } = review
  recordEvent(tx, 'study_item.reviewed', { studyItemId: item.id, rating, source })
  await reschedule(tx, item, { mode })
  return row
}

/** @NOTE Of two days that the account had by turns, as on the way west across the date line, the later one counts. */
export const reviewStudyItem = (ctx: Context, id: string, { rating }: { rating: Rating }) =>
  transaction(ctx, async (tx) => {
    const item = await lockItem(tx, id)
    const [today, last = ''] = [await todayOf(tx), item.schedule?.reviewedOn]
    return addReview(tx, item, { rating, source: 'review', on: last > today ? last : today })
  })

export const listStudyReviews = async (
  ctx: Context,
  id: string,
  query: { limit: number; cursor?: string | undefined },
) => {
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'study item')
  const path = `study-items/${id}/reviews`
  return toPage(
    path,
    query,
    await reviews.list(ctx.db, ctx.accountId, pageOf(path, query), reviews.ofItem(id)),
  )
}

/** The notes of both items as one text. @throws Problem `study_notes_too_long` */
const joinNotes = (...items: StudyItemRow[]) => {
  const notes = items.flatMap(({ answerNotes }) => answerNotes ?? []).join('\n\n') || null
  if (StudyItemFields.shape.answerNotes.safeParse(notes).success) return notes
  throw new Problem('study_notes_too_long', 'The notes of the two items are too long to be one text.')
}

/**
 * Two wordings of one question become one item, with the reviews of both.
 * @throws Problem `study_item_is_itself`, `study_notes_too_long`
 */
export const mergeStudyItems = (ctx: Context, id: string, { from }: { from: string }) =>
  transaction(ctx, async (tx) => {
    if (from === id) throw new Problem('study_item_is_itself', 'An item cannot go up in itself.')
    await beginSettling(tx)
    const [first, second] = [id, from].sort() as [string, string]
    const nounOf = (it: string) => (it === from ? 'study item to merge from' : 'study item')
    const locked = [await lockItem(tx, first, nounOf(first)), await lockItem(tx, second, nounOf(second))]
    const [into, gone] = (first === id ? locked : locked.reverse()) as [StudyItemRow, StudyItemRow]
    await handOver(tx.db, tx.accountId, from, id)
    const topic = into.topic ?? gone.topic
    const change = { answerNotes: joinNotes(into, gone), topic, own: into.own || gone.own }
    await store.remove(tx.db, tx.accountId, from)
    const earlier = into.scheduledOn < gone.scheduledOn ? into.scheduledOn : gone.scheduledOn
    const state = await reschedule(tx, { ...into, scheduledOn: earlier }, change)
    recordEvent(tx, 'study_item.updated', { studyItemId: id, state })
    recordEvent(tx, 'study_item.deleted', { studyItemId: from, state: gone.state })
    return getStudyItem(tx, id)
  })

/** The item that a wording leads to, kept for this transaction; undefined where there is none, or none any more. */
export const lockItemByPrompt = async (tx: Transaction, promptDigest: string) => {
  const id = await itemByPrompt(tx, promptDigest)
  return id ? store.lock(tx.db, tx.accountId, id) : undefined
}

/** The item that a wording leads to. */
const itemByPrompt = async (tx: Transaction, promptDigest: string) =>
  (await findByPrompts(tx.db, tx.accountId, [promptDigest]))[0]?.itemId

/**
 * Makes an item for a question that was asked.
 * @returns the id of another item, where the wording leads to that one by now
 */
export const createItemFor = async (tx: Transaction, promptDigest: string, fields: Fields) => {
  const item = await insert(tx, fields, false)
  if (await leadTo(tx.db, tx.accountId, item.id, promptDigest)) {
    recordEvent(tx, 'study_item.created', { studyItemId: item.id, state: 'new' })
    return undefined
  }
  await store.remove(tx.db, tx.accountId, item.id)
  return itemByPrompt(tx, promptDigest)
}

/** Sets how to get ready, as the latest miss asks for it; an item that shows it already is left as it is. */
export const setMode = async (
  tx: Transaction,
  { id, state, mode: before }: StudyItemRow,
  mode: StudyMode,
) => {
  if (mode === before) return
  await store.update(tx.db, tx.accountId, id, { mode, updatedAt: tx.now })
  recordEvent(tx, 'study_item.updated', { studyItemId: id, state })
}

/** The study items that these prompts lead to. */
export const itemsByPrompt = async (ctx: Context, promptDigests: string[]) =>
  new Map(
    (await findByPrompts(ctx.db, ctx.accountId, promptDigests)).map((it) => [it.promptDigest, it.itemId]),
  )
