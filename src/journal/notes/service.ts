import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { keepActor } from '../../identity/accounts/service.ts'
import { asksAsCoach, demandSight } from '../../platform/acting.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { holdsConsent } from '../../platform/scopes.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { getApplication } from '../applications/service.ts'
import { getInterview } from '../interviews/service.ts'
import { type NewNote, NoteFields, type NotePatch, type NoteQuery } from './schemas.ts'
import { clearAuthor, type NoteRow, removeUnshared, store } from './store.ts'

const subjectOf = ({ applicationId, interviewId }: NoteRow) => {
  if (applicationId) return { applicationId }
  return interviewId ? { interviewId } : null
}

const present = (row: NoteRow) => ({ ...row, subject: subjectOf(row) })

const members = ({ text, visibility }: z.output<typeof NoteFields>) => ({
  text,
  visibility: visibility ?? ('author' as const),
})

const keyFields = ({ id, applicationId, interviewId, visibility }: NoteRow) => ({
  noteId: id,
  applicationId,
  interviewId,
  visibility,
})

/** Tells the owner of the journal; not of what a coach keeps for their own eyes. */
const tell = (tx: Transaction, type: 'created' | 'updated' | 'deleted', note: NoteRow, before?: NoteRow) => {
  const isHidden = [note, before ?? note].every(({ visibility }) => visibility === 'author')
  if (asksAsCoach(tx) && isHidden) return
  const previous = before && { previousVisibility: before.visibility }
  recordEvent(tx, `note.${type}`, { ...keyFields(note), ...previous })
}

/** The account that acts, which need not be the one whose journal it is. */
const readerOf = ({ actor, accountId }: Context) => (actor.kind === 'account' ? actor.accountId : accountId)

/** Whether what others shared may be shown: a coach who may not read the journal sees what is their own. */
const seesShared = (ctx: Context) => !asksAsCoach(ctx) || holdsConsent(ctx.actor, 'journal:read')

/** The note, if it may be shown to who asks: what others wrote for their own eyes is as if it were not there. */
const orUnseen = (ctx: Context, row: NoteRow | undefined) => {
  const isSeen = row?.authorId === readerOf(ctx) || (row?.visibility === 'shared' && seesShared(ctx))
  return orNotFound(isSeen ? row : undefined, 'note')
}

/** @throws Problem `not_the_author` */
const demandAuthor = (ctx: Context, { authorId }: NoteRow) => {
  if (authorId !== readerOf(ctx)) throw new Problem('not_the_author', 'Somebody else wrote this note.')
}

export const createNote = (ctx: Context, { subject, ...fields }: z.output<typeof NewNote>) =>
  transaction(ctx, async (tx) => {
    await keepActor(tx)
    if (subject) demandSight(tx)
    const { applicationId = null, interviewId = null } = (subject ?? {}) as Record<string, string | undefined>
    if (applicationId) await getApplication(tx, applicationId)
    if (interviewId) await getInterview(tx, interviewId)
    const place = { applicationId, interviewId, authorId: readerOf(tx) }
    const note = await store.insert(tx.db, { ...newRecord(tx), ...place, ...members(fields) })
    tell(tx, 'created', note)
    return present(note)
  })

export const listNotes = async (ctx: Context, query: z.output<typeof NoteQuery>) => {
  const page = pageOf('notes', query)
  const rows = await store.list(
    ctx.db,
    ctx.accountId,
    page,
    store.filter(query, readerOf(ctx), seesShared(ctx)),
  )
  const { data, ...next } = toPage('notes', query, rows)
  return { data: data.map(present), ...next }
}

export const getNote = async (ctx: Context, id: string) =>
  present(orUnseen(ctx, await store.find(ctx.db, ctx.accountId, id)))

const lockNote = async (tx: Transaction, id: string) =>
  orUnseen(tx, await store.lock(tx.db, tx.accountId, id))

export const updateNote = (
  ctx: Context,
  id: string,
  patch: z.output<typeof NotePatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockNote(tx, id)
    demandAuthor(tx, before)
    demand(precondition, before)
    const change = members(patched(NoteFields, before, patch))
    if (isUnchanged(before, change)) return present(before)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    tell(tx, 'updated', after, before)
    return present(after)
  })

/** What an account that is gone wrote in other journals: its own notes go, those it shared stay without its name. */
export const forgetAuthor = async (tx: Transaction, journals: string[]) => {
  await removeUnshared(tx.db, journals, tx.accountId)
  await clearAuthor(tx.db, journals, tx.accountId)
}

export const removeNote = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const before = await lockNote(tx, id)
    if (asksAsCoach(tx)) demandAuthor(tx, before)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    tell(tx, 'deleted', before)
  })
