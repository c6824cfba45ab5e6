import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { isUnchanged } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { createPlan } from '../plans/service.ts'
import { keepQuestion, wasAskedIn } from '../questions/service.ts'
import {
  changeReflection,
  listEntries,
  lockReflection,
  openStepOf,
  placeOf,
  readReflection,
} from '../reflections/service.ts'
import { blockingStep, isInOrder, isSkippable } from './rules.ts'
import type { AnswerPatch, NewAnswer, NewSkip } from './schemas.ts'
import { linkPlan, linkQuestion, store } from './store.ts'

type Reflection = Awaited<ReturnType<typeof lockReflection>>
type Step = z.output<typeof NewSkip>['step']

/** @throws Problem `reflection_completed`, or `reflection_out_of_order` while an earlier step is open (M6) */
const demandTurn = async (tx: Transaction, row: Reflection, step: Step) => {
  if (row.status === 'completed') throw new Problem('reflection_completed', 'This reflection was completed.')
  const written = await listEntries(tx, row)
  const earlier = blockingStep(row.skipped, written, step)
  if (earlier)
    throw new Problem(
      'reflection_out_of_order',
      `The step ${earlier} comes before ${step}, and is still open.`,
      { extension: { expectedStep: earlier } },
    )
  return written
}

const demandQuestion = async (tx: Transaction, row: Reflection, questionId: string) => {
  if (await wasAskedIn(tx, await placeOf(tx, row), questionId)) return
  throw new Problem('question_not_in_subject', 'This question was not asked in what the reflection is about.')
}

/** Stores an answer to one of the three questions, and the plan that comes out of it. */
export const answerReflection = (ctx: Context, id: string, input: z.output<typeof NewAnswer>) =>
  transaction(ctx, async (tx) => {
    const { step, text, questionId, plan } = input
    if (questionId) await keepQuestion(tx, questionId)
    const row = await lockReflection(tx, id)
    await demandTurn(tx, row, step)
    if (questionId) await demandQuestion(tx, row, questionId)
    const entry = await store.insert(tx.db, { ...newRecord(tx), reflectionId: id, step, text })
    const link = { accountId: tx.accountId, entryId: entry.id }
    if (questionId) await linkQuestion(tx.db, { ...link, questionId })
    if (plan)
      await linkPlan(tx.db, { ...link, planId: (await createPlan(tx, { ...plan, private: row.private })).id })
    const skipped = row.skipped.filter((passedOver) => passedOver !== step)
    return readReflection(tx, await changeReflection(tx, row, { skipped }))
  })

const lockEntry = async (tx: Transaction, reflectionId: string, id: string) => {
  const row = await lockReflection(tx, reflectionId)
  const written = await listEntries(tx, row)
  return {
    row,
    written,
    entry: orNotFound(
      written.find((it) => it.id === id),
      'answer of this reflection',
    ),
  }
}

/** Puts the words of an answer right, or sets its wording aside; in a reflection that was completed, too. */
export const updateAnswer = (
  ctx: Context,
  reflectionId: string,
  id: string,
  { text, selfTalkDismissed }: z.output<typeof AnswerPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const { row, entry } = await lockEntry(tx, reflectionId, id)
    demand(precondition, row)
    const patch = {
      ...(text !== undefined && text !== entry.text && { text, selfTalkDismissed: false }),
      ...(selfTalkDismissed !== undefined && { selfTalkDismissed }),
    }
    if (isUnchanged(entry, patch)) return readReflection(tx, row)
    await store.update(tx.db, tx.accountId, id, { ...patch, updatedAt: tx.now })
    return readReflection(tx, await changeReflection(tx, row, {}))
  })

/**
 * Takes an answer back, unless a later one follows on it.
 * @throws Problem `reflection_out_of_order`, or `reflection_incomplete` where it would leave a completed one open
 */
export const removeAnswer = (ctx: Context, reflectionId: string, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const { row, written, entry } = await lockEntry(tx, reflectionId, id)
    demand(precondition, row)
    const others = written.filter((it) => it !== entry)
    if (!isInOrder(row.skipped, others))
      throw new Problem('reflection_out_of_order', `Later answers follow on the one answer to ${entry.step}.`)
    if (row.status === 'completed' && openStepOf(row, others))
      throw new Problem('reflection_incomplete', `The step ${entry.step} would be open again.`)
    await store.remove(tx.db, tx.accountId, id)
    await changeReflection(tx, row, {})
  })

/** Passes over a question on purpose. What went well cannot be passed over: it is where a reflection begins. */
export const skipStep = (ctx: Context, id: string, step: Step) =>
  transaction(ctx, async (tx) => {
    const row = await lockReflection(tx, id)
    if (!isSkippable(step))
      throw new Problem('step_not_skippable', 'Every reflection begins with what went well.')
    const written = await demandTurn(tx, row, step)
    if (row.skipped.includes(step) || written.some((entry) => entry.step === step))
      return readReflection(tx, row)
    return readReflection(tx, await changeReflection(tx, row, { skipped: [...row.skipped, step] }))
  })

/** Ends a reflection whose questions were all answered or skipped. Once is enough, more does no harm. */
export const completeReflection = (ctx: Context, id: string) =>
  transaction(ctx, async (tx) => {
    const row = await lockReflection(tx, id)
    if (row.status === 'completed') return readReflection(tx, row)
    const open = openStepOf(row, await listEntries(tx, row))
    if (open)
      throw new Problem('reflection_incomplete', `The step ${open} is still open.`, {
        extension: { expectedStep: open },
      })
    const change = { status: 'completed' as const, completedAt: tx.now }
    return readReflection(tx, await changeReflection(tx, row, change))
  })
