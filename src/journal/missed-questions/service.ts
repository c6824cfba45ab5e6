import type { Transaction } from '../../context.ts'
import { todayOf } from '../../identity/accounts/service.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { addReview, createItemFor, itemByPrompt, lockItem, setMode } from '../study-items/service.ts'
import { isMissed, modeFor } from './rules.ts'
import { removeIdle } from './store.ts'

type Asked = { prompt: string; promptDigest: string; topic: string | null; answered: string | null }

/** A miss that is called another one now asks for another way to get ready. */
const followMode = async (tx: Transaction, before: Asked, after: Asked) => {
  const [was, mode] = [modeFor(before.answered), modeFor(after.answered)]
  const id = was === mode ? undefined : await itemByPrompt(tx, after.promptDigest)
  if (id) await setMode(tx, id, mode)
}

/**
 * A question that was missed becomes a study item. One that is an item already, and was studied since, comes back: the
 * miss counts as a review that went wrong, unless it lies before the last one.
 */
const noteMiss = async (
  tx: Transaction,
  { prompt, promptDigest, topic, answered }: Asked,
  heldOn: string | null,
) => {
  const mode = modeFor(answered)
  const found = await itemByPrompt(tx, promptDigest)
  const id = found ?? (await createItemFor(tx, promptDigest, { prompt, topic, mode }))
  if (!id) return
  const item = await lockItem(tx, id)
  const day = await todayOf(tx)
  const on = heldOn && heldOn < day ? heldOn : day
  await setMode(tx, id, mode)
  if (item.schedule && on >= item.schedule.reviewedOn) await addReview(tx, item, 'again', 'interview', on)
}

/** Keeps study items in step with a question that was recorded, changed or removed. */
export const followQuestion = async (
  tx: Transaction,
  before: Asked | undefined,
  after: Asked | undefined,
  heldOn: string | null,
) => {
  const missed = (asked: Asked | undefined) =>
    asked && isMissed(asked.answered) ? asked.promptDigest : undefined
  if (missed(before) === missed(after))
    return before && after && missed(after) ? followMode(tx, before, after) : undefined
  if (after && missed(after)) await noteMiss(tx, after, heldOn)
  if (missed(before)) await dropIdleItems(tx)
}

/** Takes back items that no missed question leads to any more and that nobody has worked on. */
export const dropIdleItems = async (tx: Transaction) => {
  for (const { id } of await removeIdle(tx.db, tx.accountId))
    recordEvent(tx, 'study_item.deleted', { studyItemId: id, state: 'new' })
}
