import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { getOwnAccount, todayOf } from '../../identity/accounts/service.ts'
import { say } from '../../language/say.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { newRecord } from '../../platform/new-record.ts'
import { periodIn } from '../../platform/time-zones.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { getApplication } from '../applications/service.ts'
import { getPastInterview, listNotHeld } from '../interviews/service.ts'
import { setPlansPrivate } from '../plans/service.ts'
import { readWording, supportAt } from '../self-talk/service.ts'
import { type Suggestion, suggestAchievements, suggestQuestions } from '../suggestions/service.ts'
import { kindOf, lastWritten, openStep, progressOf, type Step, type Subject, subjectOf } from './rules.ts'
import type { NewReflection, ReflectionPatch, ReflectionQuery } from './schemas.ts'
import { entriesOf, type ReflectionRow, store } from './store.ts'

/** What a reflection is about, a period as the days that it is in the account's time zone. */
export const placeOf = async (ctx: Context, row: ReflectionRow) => {
  const subject = subjectOf(row)
  if (!('from' in subject)) return subject
  const { timeZone } = await getOwnAccount(ctx)
  return { period: periodIn(timeZone, subject.from, subject.to) }
}

/** The answers to the questions of a reflection, in the order of writing. */
export const listEntries = (tx: Transaction, { id }: ReflectionRow) => entriesOf(tx.db, tx.accountId, [id])

const readEntries = async (ctx: Context, ids: string[]) =>
  readWording(ctx, await entriesOf(ctx.db, ctx.accountId, ids))
type Read = Awaited<ReturnType<typeof readEntries>>[number]

/** Of which of these interviews a question may not say that they took place. */
const findNotHeld = (ctx: Context, rows: readonly ReflectionRow[]) =>
  listNotHeld(
    ctx,
    rows.flatMap(({ status, interviewId }) => (status === 'open' && interviewId ? [interviewId] : [])),
  )

type Records = { step: Step | null; notHeld: ReadonlySet<string>; suggestions: Suggestion[] }

/** The first step that was neither answered nor skipped; null when all were. */
export const openStepOf = ({ skipped }: ReflectionRow, entries: readonly { step: Step }[]) =>
  openStep(progressOf(skipped, entries))

/** The question that a reflection asks next. After words of harm to oneself, and of a coach, it asks none. */
const nextStep = (ctx: Context, row: ReflectionRow, written: readonly Read[]) => {
  const asks = row.status === 'open' && lastWritten(written)?.level !== 'explicit' && !asksAsCoach(ctx)
  return asks ? openStepOf(row, written) : null
}

/** A reflection as clients see it. */
const present = (
  ctx: Context,
  row: ReflectionRow,
  written: readonly Read[],
  { step, notHeld, suggestions }: Records,
) => {
  const under = (asked: Step) => written.filter((entry) => entry.step === asked)
  const subject = subjectOf(row)
  const kind = notHeld.has(row.interviewId ?? '') ? 'application' : kindOf(subject)
  return {
    ...row,
    subject,
    wentWell: under('went_well'),
    didNotGoWell: under('did_not_go_well'),
    doDifferently: under('do_differently'),
    nextPrompt: step && {
      step,
      text: say(ctx.language, `prompt_${step}`, { subject: kind }),
      suggestions,
    },
    ...supportAt(ctx, written),
  }
}

const suggest = async (ctx: Context, row: ReflectionRow, step: Step | null) => {
  if (step === 'went_well') return suggestAchievements(ctx, await placeOf(ctx, row))
  return step === 'did_not_go_well' ? suggestQuestions(ctx, await placeOf(ctx, row)) : []
}

/** A reflection with what the records have to say to the question that comes next. */
export const readReflection = async (ctx: Context, row: ReflectionRow) => {
  const written = await readEntries(ctx, [row.id])
  const step = nextStep(ctx, row, written)
  const notHeld = await findNotHeld(ctx, [row])
  return present(ctx, row, written, { step, notHeld, suggestions: await suggest(ctx, row, step) })
}

/** @throws Problem `interview_ahead` or `period_ahead` where there is nothing yet to look back on */
const demandPast = async (tx: Transaction, subject: Subject) => {
  if ('interviewId' in subject) return getPastInterview(tx, subject.interviewId)
  if ('applicationId' in subject) return getApplication(tx, subject.applicationId)
  const today = await todayOf(tx)
  if (subject.to > today)
    throw new Problem('period_ahead', `The period ends on ${subject.to}, and today is ${today}.`)
}

/** What events of a reflection tell of it. */
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
    return readReflection(tx, row)
  })

/** A page of reflections; suggestions are left to the single reads. */
export const listReflections = async (ctx: Context, query: z.output<typeof ReflectionQuery>) => {
  const page = pageOf('reflections', query)
  const filter = store.filter({ ...query, withPrivate: !asksAsCoach(ctx) })
  const rows = await store.list(ctx.db, ctx.accountId, page, filter)
  const { data, ...next } = toPage('reflections', query, rows)
  const ids = data.map(({ id }) => id)
  const entriesById = Map.groupBy(await readEntries(ctx, ids), ({ reflectionId }) => reflectionId)
  const notHeld = await findNotHeld(ctx, data)
  const read = (row: ReflectionRow) => {
    const written = entriesById.get(row.id) ?? []
    return present(ctx, row, written, { step: nextStep(ctx, row, written), notHeld, suggestions: [] })
  }
  return { data: data.map(read), ...next }
}

export const getReflection = async (ctx: Context, id: string) => {
  const row = await store.find(ctx.db, ctx.accountId, id)
  return readReflection(ctx, orNotFound(row?.private && asksAsCoach(ctx) ? undefined : row, 'reflection'))
}

/** The reflection, kept for this transaction. */
export const lockReflection = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'reflection')

/** Stores a change, and tells of it. */
export const changeReflection = async (
  tx: Transaction,
  { id }: ReflectionRow,
  members: Partial<ReflectionRow>,
) => {
  const row = await store.update(tx.db, tx.accountId, id, { ...members, updatedAt: tx.now })
  if (members.status === 'completed') recordEvent(tx, 'reflection.completed', keyFields(row))
  else recordEvent(tx, 'reflection.updated', { reflectionId: id })
  return row
}

export const updateReflection = (
  ctx: Context,
  id: string,
  patch: z.output<typeof ReflectionPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const row = await lockReflection(tx, id)
    demand(precondition, row)
    const isPrivate = patch.private === undefined ? row.private : (patch.private ?? false)
    if (isPrivate === row.private) return readReflection(tx, row)
    await setPlansPrivate(tx, id, isPrivate)
    return readReflection(tx, await changeReflection(tx, row, { private: isPrivate }))
  })

export const removeReflection = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demand(precondition, await lockReflection(tx, id))
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'reflection.deleted', { reflectionId: id })
  })
