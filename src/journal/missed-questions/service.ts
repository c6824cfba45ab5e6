import type { Transaction } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { dayIn } from '../../platform/time-zones.ts'
import {
  addReview,
  beginSettling,
  createItemFor,
  lockItem,
  lockItemByPrompt,
  lockItems,
  reschedule,
  setMode,
} from '../study-items/service.ts'
import { isMissed, modeFor } from './rules.ts'
import { findTakenBack, isReviewed, removeIdle, removeTakenBack } from './store.ts'

type Asked = {
  id: string
  prompt: string
  promptDigest: string
  topic: string | null
  answered: string | null
}
type Item = Awaited<ReturnType<typeof lockItem>>
/** When the question was asked, as far as that is known. */
type Course = { startsAt: string | null; heldOn: string | null }

/** A miss that is called another one now asks for another way to get ready. */
const followMode = async (tx: Transaction, before: Asked, after: Asked) => {
  const [was, mode] = [modeFor(before.answered), modeFor(after.answered)]
  const item = was === mode ? undefined : await lockItemByPrompt(tx, after.promptDigest)
  if (item) await setMode(tx, item, mode)
}

/** Whether the miss of a question counts as a review that went wrong: once, unless it lies before the last review. */
const isReview = async (tx: Transaction, { id, schedule }: Item, on: string, questionId: string) =>
  schedule !== null && on >= schedule.reviewedOn && !(await isReviewed(tx.db, tx.accountId, id, questionId))

/**
 * A question that was missed becomes a study item. One that is an item already, and was studied since, comes back: the
 * miss counts as a review that went wrong, unless it lies before the last one.
 */
const noteMiss = async (
  tx: Transaction,
  { id: questionId, prompt, promptDigest, topic, answered }: Asked,
  { startsAt, heldOn }: Course,
) => {
  const mode = modeFor(answered)
  const found = await lockItemByPrompt(tx, promptDigest)
  const id = found?.id ?? (await createItemFor(tx, promptDigest, { prompt, topic, mode }))
  if (!id) return
  const item = found ?? (await lockItem(tx, id))
  const { timeZone } = await getOwnAccount(tx)
  const [today, asked] = [dayIn(timeZone, tx.now), startsAt ? dayIn(timeZone, startsAt) : heldOn]
  const on = asked && asked < today ? asked : today
  const miss = { rating: 'again', source: 'interview', on, questionId } as const
  if (await isReview(tx, item, on, questionId)) await addReview(tx, item, miss, mode)
  else await setMode(tx, item, mode)
}

/** Keeps study items in step with a question that was recorded or changed. */
export const followQuestion = async (
  tx: Transaction,
  before: Asked | undefined,
  after: Asked,
  interview: Course,
) => {
  const missed = (asked: Asked | undefined) =>
    asked && isMissed(asked.answered) ? asked.promptDigest : undefined
  if (missed(before) === missed(after))
    return before && missed(after) ? followMode(tx, before, after) : undefined
  if (missed(after)) {
    await beginSettling(tx)
    await noteMiss(tx, after, interview)
  }
  if (missed(before)) await dropIdleItems(tx)
}

/** Takes back the reviews of misses that are none any more, and computes their items anew. The caller settles. */
const dropMisses = async (tx: Transaction) => {
  const ids = await findTakenBack(tx.db, tx.accountId)
  if (ids.length === 0) return
  const items = await lockItems(tx, ids)
  await removeTakenBack(tx.db, tx.accountId)
  for (const item of items) {
    const state = await reschedule(tx, item)
    recordEvent(tx, 'study_item.updated', { studyItemId: item.id, state })
  }
}

/** Takes back what came of misses that are none any more: reviews, and items that nobody has worked on. */
export const dropIdleItems = async (tx: Transaction) => {
  await beginSettling(tx)
  await dropMisses(tx)
  for (const { id } of await removeIdle(tx.db, tx.accountId))
    recordEvent(tx, 'study_item.deleted', { studyItemId: id, state: 'new' })
}
