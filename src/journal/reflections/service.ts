import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { say } from '../../language/say.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { newRecord } from '../../platform/new-record.ts'
import { dayIn, periodIn } from '../../platform/time-zones.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { getApplication } from '../applications/service.ts'
import { getPastInterview } from '../interviews/service.ts'
import { createPlan, setPlansPrivate } from '../plans/service.ts'
import { wasAskedIn } from '../questions/service.ts'
import { readWording, supportAt } from '../self-talk/service.ts'
import { type Suggestion, suggestAchievements, suggestQuestions } from '../suggestions/service.ts'
import {
  blockingStep,
  isInOrder,
  isSkippable,
  kindOf,
  openStep,
  progressOf,
  type Step,
  type Subject,
  subjectOf,
} from './rules.ts'
import type { AnswerPatch, NewAnswer, NewReflection, ReflectionPatch, ReflectionQuery } from './schemas.ts'
import { entries, entriesOf, linkPlan, linkQuestion, type ReflectionRow, store } from './store.ts'

/** What a reflection is about, a period as the days that it is in the account's time zone. */
const placeOf = async (ctx: Context, row: ReflectionRow) => {
  const subject = subjectOf(row)
  if (!('from' in subject)) return subject
  const { timeZone } = await getOwnAccount(ctx)
  return { period: periodIn(timeZone, subject.from, subject.to) }
}

const readEntries = async (ctx: Context, ids: string[]) =>
  readWording(ctx, await entriesOf(ctx.db, ctx.accountId, ids))
type Read = Awaited<ReturnType<typeof readEntries>>[number]

/** A reflection as clients see it. After words of harm to oneself, and of a coach, it asks no question. */
const present = (ctx: Context, row: ReflectionRow, written: readonly Read[], suggestions: Suggestion[]) => {
  const asks = row.status === 'open' && written.at(-1)?.level !== 'explicit' && !asksAsCoach(ctx)
  const step = asks ? openStep(progressOf(row.skipped, written)) : null
  const under = (asked: Step) => written.filter((entry) => entry.step === asked)
  const subject = subjectOf(row)
  return {
    ...row,
    subject,
    wentWell: under('went_well'),
    didNotGoWell: under('did_not_go_well'),
    doDifferently: under('do_differently'),
    nextPrompt: step && {
      step,
      text: say(ctx.language, `prompt_${step}`, { subject: kindOf(subject) }),
      suggestions,
    },
    ...supportAt(ctx, written),
  }
}

const suggest = async (ctx: Context, row: ReflectionRow, step: Step | null) => {
  if (step === 'went_well') return suggestAchievements(ctx, await placeOf(ctx, row))
  return step === 'did_not_go_well' ? suggestQuestions(ctx, await placeOf(ctx, row)) : []
}

const whole = async (ctx: Context, row: ReflectionRow) => {
  const written = await readEntries(ctx, [row.id])
  const step = asksAsCoach(ctx) ? null : openStep(progressOf(row.skipped, written))
  return present(ctx, row, written, await suggest(ctx, row, step))
}

/** @throws Problem `interview_ahead` or `period_ahead` where there is nothing yet to look back on */
const demandPast = async (tx: Transaction, subject: Subject) => {
  if ('interviewId' in subject) return getPastInterview(tx, subject.interviewId)
  if ('applicationId' in subject) return getApplication(tx, subject.applicationId)
  const { timeZone } = await getOwnAccount(tx)
  const today = dayIn(timeZone, tx.now)
  if (subject.to > today)
    throw new Problem('period_ahead', `The period ends on ${subject.to}, and today is ${today}.`)
}

const keyFields = ({ id, interviewId, applicationId, from, to }: ReflectionRow) => ({
  reflectionId: id,
  interviewId,
  applicationId,
  from,
  to,
})

export const createReflection = (ctx: Context, input: z.output<typeof NewReflection>) =>
  transaction(ctx, async (tx) => {
    await demandPast(tx, input.subject)
    const begun = { status: 'open' as const, skipped: [], private: input.private ?? false }
    const row = await store.insert(tx.db, { ...newRecord(tx), ...input.subject, ...begun })
    recordEvent(tx, 'reflection.created', keyFields(row))
    return whole(tx, row)
  })

/** A page of reflections; suggestions are left to the single reads. */
export const listReflections = async (ctx: Context, query: z.output<typeof ReflectionQuery>) => {
  const page = pageOf('reflections', query)
  const filter = store.filter({ ...query, withPrivate: !asksAsCoach(ctx) })
  const rows = await store.list(ctx.db, ctx.accountId, page, filter)
  const { data, ...next } = toPage('reflections', query, rows)
  const ids = data.map(({ id }) => id)
  const entriesById = Map.groupBy(await readEntries(ctx, ids), ({ reflectionId }) => reflectionId)
  return { data: data.map((row) => present(ctx, row, entriesById.get(row.id) ?? [], [])), ...next }
}

export const getReflection = async (ctx: Context, id: string) => {
  const row = await store.find(ctx.db, ctx.accountId, id)
  return whole(ctx, orNotFound(row?.private && asksAsCoach(ctx) ? undefined : row, 'reflection'))
}

const lockReflection = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'reflection')

/** @throws Problem `reflection_completed`, or `reflection_out_of_order` while an earlier step is open (M6) */
const demandTurn = async (tx: Transaction, row: ReflectionRow, step: Step) => {
  if (row.status === 'completed') throw new Problem('reflection_completed', 'This reflection was completed.')
  const progress = progressOf(row.skipped, await entriesOf(tx.db, tx.accountId, [row.id]))
  const earlier = blockingStep(progress, step)
  if (earlier)
    throw new Problem(
      'reflection_out_of_order',
      `The step ${earlier} comes before ${step}, and is still open.`,
      { extension: { expectedStep: earlier } },
    )
  return progress
}

const demandQuestion = async (tx: Transaction, row: ReflectionRow, questionId: string) => {
  if (await wasAskedIn(tx, await placeOf(tx, row), questionId)) return
  throw new Problem('question_not_in_subject', 'This question was not asked in what the reflection is about.')
}

/** Stores an answer to one of the three questions, and the plan that comes out of it. */
export const answerReflection = (ctx: Context, id: string, input: z.output<typeof NewAnswer>) =>
  transaction(ctx, async (tx) => {
    const row = await lockReflection(tx, id)
    const { step, text, questionId, plan } = input
    await demandTurn(tx, row, step)
    if (questionId) await demandQuestion(tx, row, questionId)
    const entry = await entries.insert(tx.db, { ...newRecord(tx), reflectionId: id, step, text })
    const link = { accountId: tx.accountId, entryId: entry.id }
    if (questionId) await linkQuestion(tx.db, { ...link, questionId })
    if (plan)
      await linkPlan(tx.db, { ...link, planId: (await createPlan(tx, { ...plan, private: row.private })).id })
    return change(tx, row, { skipped: row.skipped.filter((skipped) => skipped !== step) })
  })

const lockEntry = async (tx: Transaction, reflectionId: string, id: string) => {
  const row = await lockReflection(tx, reflectionId)
  const written = await entriesOf(tx.db, tx.accountId, [reflectionId])
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
) =>
  transaction(ctx, async (tx) => {
    const { row } = await lockEntry(tx, reflectionId, id)
    const patch = {
      ...(text !== undefined && { text, selfTalkDismissed: false }),
      ...(selfTalkDismissed !== undefined && { selfTalkDismissed }),
    }
    await entries.update(tx.db, tx.accountId, id, { ...patch, updatedAt: tx.now })
    recordEvent(tx, 'reflection.updated', { reflectionId })
    return change(tx, row, {})
  })

/**
 * Takes an answer back, unless a later one follows on it.
 * @throws Problem `reflection_out_of_order`, or `reflection_incomplete` where it would leave a completed one open
 */
export const removeAnswer = (ctx: Context, reflectionId: string, id: string) =>
  transaction(ctx, async (tx) => {
    const { row, written, entry } = await lockEntry(tx, reflectionId, id)
    const others = written.filter((it) => it !== entry)
    const progress = progressOf(row.skipped, others)
    if (!isInOrder(progress))
      throw new Problem('reflection_out_of_order', `Later answers follow on the one answer to ${entry.step}.`)
    if (row.status === 'completed' && openStep(progress))
      throw new Problem('reflection_incomplete', `The step ${entry.step} would be open again.`)
    await entries.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'reflection.updated', { reflectionId })
    await change(tx, row, {})
  })

/** Passes over a question on purpose. What went well cannot be passed over: it is where a reflection begins. */
export const skipStep = (ctx: Context, id: string, step: Step) =>
  transaction(ctx, async (tx) => {
    const row = await lockReflection(tx, id)
    if (!isSkippable(step))
      throw new Problem('step_not_skippable', 'Every reflection begins with what went well.')
    const { answered } = await demandTurn(tx, row, step)
    if (answered.has(step)) return whole(tx, row)
    return change(tx, row, { skipped: [...new Set([...row.skipped, step])] })
  })

/** Ends a reflection whose questions were all answered or skipped. Once is enough, more does no harm. */
export const completeReflection = (ctx: Context, id: string) =>
  transaction(ctx, async (tx) => {
    const row = await lockReflection(tx, id)
    if (row.status === 'completed') return whole(tx, row)
    const open = openStep(progressOf(row.skipped, await entriesOf(tx.db, tx.accountId, [id])))
    if (open)
      throw new Problem('reflection_incomplete', `The step ${open} is still open.`, {
        extension: { expectedStep: open },
      })
    recordEvent(tx, 'reflection.completed', keyFields(row))
    return change(tx, row, { status: 'completed', completedAt: tx.now })
  })

const change = async (tx: Transaction, { id }: ReflectionRow, members: Partial<ReflectionRow>) =>
  whole(tx, await store.update(tx.db, tx.accountId, id, { ...members, updatedAt: tx.now }))

export const updateReflection = (
  ctx: Context,
  id: string,
  patch: z.output<typeof ReflectionPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const row = await lockReflection(tx, id)
    demand(precondition, row)
    recordEvent(tx, 'reflection.updated', { reflectionId: id })
    const { private: isPrivate = row.private } = patch
    await setPlansPrivate(tx, id, isPrivate ?? false)
    return change(tx, row, { private: isPrivate ?? false })
  })

export const removeReflection = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demand(precondition, await lockReflection(tx, id))
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'reflection.deleted', { reflectionId: id })
  })
