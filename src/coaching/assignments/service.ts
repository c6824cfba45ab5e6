import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import type { ReadAssignments } from '../../guidance/next-actions/service.ts'
import { getApplication } from '../../journal/applications/service.ts'
import { getInterview } from '../../journal/interviews/service.ts'
import { getQuestion } from '../../journal/questions/service.ts'
import { asksAsCoach, demandSight } from '../../platform/acting.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { holdsConsent } from '../../platform/scopes.ts'
import { Problem } from '../../problems.ts'
import { engagementOf, engagementsSeen, orUnseen } from '../engagements/service.ts'
import { subjectOf } from './rules.ts'
import {
  AssignmentFields,
  type AssignmentPatch,
  type AssignmentQuery,
  type NewAssignment,
} from './schemas.ts'
import { type AssignmentRow, listOpen, store } from './store.ts'

const present = (row: AssignmentRow) => ({ ...row, subject: subjectOf(row) })

const roleOf = (ctx: Context) => (asksAsCoach(ctx) ? ('coach' as const) : ('client' as const))

const noteEvent = (
  tx: Transaction,
  type: 'created' | 'updated' | 'completed' | 'withdrawn',
  { id, engagementId, status, madeBy, completedBy }: AssignmentRow,
) => recordEvent(tx, `assignment.${type}`, { assignmentId: id, engagementId, status, madeBy, completedBy })

/**
 * The columns of what an assignment is about.
 * @throws Problem `not_found`, also for a coach who may not read the journal
 */
const placeOf = async (tx: Transaction, subject: z.output<typeof NewAssignment>['subject']) => {
  const ids = (subject ?? {}) as { [Name in 'applicationId' | 'interviewId' | 'questionId']?: string }
  const { applicationId, interviewId, questionId } = ids
  if (subject) demandSight(tx)
  if (applicationId) await getApplication(tx, applicationId)
  if (interviewId) await getInterview(tx, interviewId)
  if (questionId) await getQuestion(tx, questionId)
  return ids
}

/** Makes an assignment: a coach for a client, or a client for themselves; in a coaching session or apart from any. */
export const createAssignment = (
  ctx: Context,
  { subject, ...fields }: z.output<typeof NewAssignment>,
  sessionId: string | null = null,
) =>
  transaction(ctx, async (tx) => {
    const place = await placeOf(tx, subject)
    const engagementId = await engagementOf(tx)
    const row = { ...newRecord(tx), ...place, ...complete(AssignmentFields, fields), engagementId, sessionId }
    const assignment = await store.insert(tx.db, { ...row, madeBy: roleOf(tx) })
    noteEvent(tx, 'created', assignment)
    return present(assignment)
  })

/** The client reads all of them; a coach those that they made themselves. */
export const listAssignments = async (ctx: Context, query: z.output<typeof AssignmentQuery>) => {
  const page = pageOf('assignments', query)
  const only = store.filter(query, await engagementsSeen(ctx))
  const { data, ...next } = toPage('assignments', query, await store.list(ctx.db, ctx.accountId, page, only))
  return { data: data.map(present), ...next }
}

export const getAssignment = async (ctx: Context, id: string) =>
  present(await orUnseen(ctx, await store.find(ctx.db, ctx.accountId, id), 'assignment'))

const lockAssignment = async (tx: Transaction, id: string) =>
  orUnseen(tx, await store.lock(tx.db, tx.accountId, id), 'assignment')

/** @throws Problem `assignment_closed` */
const demandOpen = ({ status }: AssignmentRow) => {
  if (status !== 'open') throw new Problem('assignment_closed', `The assignment is ${status}.`)
}

/** Changes an assignment, by who made it. @throws Problem `not_the_author`, `assignment_closed` */
export const updateAssignment = (
  ctx: Context,
  id: string,
  patch: z.output<typeof AssignmentPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockAssignment(tx, id)
    if (before.madeBy !== roleOf(tx)) throw new Problem('not_the_author', 'Your coach made this assignment.')
    demand(precondition, before)
    demandOpen(before)
    const change = complete(AssignmentFields, patched(AssignmentFields, before, patch))
    if (isUnchanged(before, change)) return present(before)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    noteEvent(tx, 'updated', after)
    return present(after)
  })

/** Marks it done, by either side. Once is enough, more does no harm. @throws Problem `assignment_closed` */
export const completeAssignment = (ctx: Context, id: string) =>
  transaction(ctx, async (tx) => {
    const before = await lockAssignment(tx, id)
    if (before.status === 'done') return present(before)
    demandOpen(before)
    const done = { status: 'done' as const, completedBy: roleOf(tx), completedAt: tx.now }
    const after = await store.update(tx.db, tx.accountId, id, { ...done, updatedAt: tx.now })
    noteEvent(tx, 'completed', after)
    return present(after)
  })

/** Takes it back, by the coach who made it or by the client. @throws Problem `assignment_closed` */
export const withdrawAssignment = (ctx: Context, id: string) =>
  transaction(ctx, async (tx) => {
    const before = await lockAssignment(tx, id)
    if (before.status === 'withdrawn') return present(before)
    demandOpen(before)
    const after = await store.update(tx.db, tx.accountId, id, { status: 'withdrawn', updatedAt: tx.now })
    noteEvent(tx, 'withdrawn', after)
    return present(after)
  })

/** What is open, the soonest due first, as far as the caller may see it. */
export const listOpenAssignments: ReadAssignments = async (ctx, most) => {
  if (asksAsCoach(ctx) && !holdsConsent(ctx.actor, 'assignments:write')) return []
  return listOpen(ctx.db, ctx.accountId, await engagementsSeen(ctx), most)
}
