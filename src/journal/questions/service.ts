import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import type { Period } from '../../platform/time-zones.ts'
import { orNotFound } from '../../problems.ts'
import { getInterview, listHeldWithin, lockInterview } from '../interviews/service.ts'
import { dropIdleItems, followQuestion } from '../missed-questions/service.ts'
import { digestOfPrompt, itemsByPrompt } from '../study-items/service.ts'
import { QuestionFields, type QuestionPatch, type QuestionQuery } from './schemas.ts'
import { findAt, missedAt, type Place, type QuestionRow, store } from './store.ts'

type Fields = z.output<typeof QuestionFields>

const members = (fields: Fields) => {
  const given = complete(QuestionFields, fields)
  return { ...given, kind: given.kind ?? ('other' as const), promptDigest: digestOfPrompt(given.prompt) }
}

/** Questions with the study items that they lead to. */
const withItems = async (ctx: Context, rows: QuestionRow[]) => {
  const items = await itemsByPrompt(
    ctx,
    rows.map(({ promptDigest }) => promptDigest),
  )
  return rows.map((row) => ({ ...row, studyItemId: items.get(row.promptDigest) ?? null }))
}

const withItem = async (ctx: Context, row: QuestionRow) => {
  const [question] = await withItems(ctx, [row])
  return question as QuestionRow & { studyItemId: string | null }
}

const keyFields = ({ id, interviewId, kind, answered }: QuestionRow) => ({
  questionId: id,
  interviewId,
  kind,
  answered,
})

export const createQuestion = (ctx: Context, interviewId: string, fields: Fields) =>
  transaction(ctx, async (tx) => {
    const interview = await lockInterview(tx, interviewId)
    const question = await store.insert(tx.db, { ...newRecord(tx), interviewId, ...members(fields) })
    recordEvent(tx, 'question.created', keyFields(question))
    await followQuestion(tx, undefined, question, interview)
    return withItem(tx, question)
  })

export const listQuestions = async (ctx: Context, query: z.output<typeof QuestionQuery>) => {
  const page = pageOf('questions', query)
  const rows = await store.list(ctx.db, ctx.accountId, page, store.filter(query))
  const { data, ...next } = toPage('questions', query, rows)
  return { data: await withItems(ctx, data), ...next }
}

export const getQuestion = async (ctx: Context, id: string) =>
  withItem(ctx, orNotFound(await store.find(ctx.db, ctx.accountId, id), 'question'))

/** One interview, all those of an application, or those that were held in a period. */
export type Subject = { interviewId: string } | { applicationId: string } | { period: Period }

const placeOf = async (ctx: Context, subject: Subject): Promise<Place> => {
  if ('applicationId' in subject) return subject
  if ('interviewId' in subject) return { interviewIds: [subject.interviewId] }
  return { interviewIds: (await listHeldWithin(ctx, subject.period)).map(({ id }) => id) }
}

/** What was asked there and not answered well, as far as that is on record. */
export const listMissedIn = async (ctx: Context, subject: Subject) =>
  missedAt(ctx.db, ctx.accountId, await placeOf(ctx, subject))

/** Whether a question was asked there. */
export const wasAskedIn = async (ctx: Context, subject: Subject, id: string) =>
  (await findAt(ctx.db, ctx.accountId, await placeOf(ctx, subject), id)) !== undefined

/**
 * Keeps a question that something is about to name, where there is one, as the removal of its interview does: from the
 * application on. Who names it keeps it before what it is named in.
 */
export const keepQuestion = async (tx: Transaction, id: string) => {
  const question = await store.find(tx.db, tx.accountId, id)
  if (question) await lockInterview(tx, question.interviewId)
}

const lockQuestion = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'question')

export const updateQuestion = (
  ctx: Context,
  id: string,
  patch: z.output<typeof QuestionPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockQuestion(tx, id)
    demand(precondition, before)
    const change = members(patched(QuestionFields, before, patch))
    if (isUnchanged(before, change)) return withItem(tx, before)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    recordEvent(tx, 'question.updated', { ...keyFields(after), previousAnswered: before.answered })
    await followQuestion(tx, before, after, await getInterview(tx, after.interviewId))
    return withItem(tx, after)
  })

export const removeQuestion = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const before = await lockQuestion(tx, id)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'question.deleted', { questionId: id, interviewId: before.interviewId })
    await dropIdleItems(tx)
  })
