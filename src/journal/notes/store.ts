import { and, eq, inArray, or } from 'drizzle-orm'
import { isAnyOf } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Visibility } from './rules.ts'
import { notes } from './table.ts'

export type NoteRow = typeof notes.$inferSelect

type Filters = {
  applicationId?: string | undefined
  interviewId?: string | undefined
  visibility?: readonly Visibility[] | undefined
}

export const store = {
  ...recordStore('note', notes),
  /** What may be shown to `readerId`: their own, and what others shared where `withShared`. */
  filter: ({ applicationId, interviewId, visibility }: Filters, readerId: string, withShared: boolean) =>
    and(
      or(withShared ? eq(notes.visibility, 'shared') : undefined, eq(notes.authorId, readerId)),
      applicationId ? eq(notes.applicationId, applicationId) : undefined,
      interviewId ? eq(notes.interviewId, interviewId) : undefined,
      isAnyOf(notes.visibility, visibility),
    ),
}

const writtenBy = (journals: string[], authorId: string) =>
  and(inArray(notes.accountId, journals), eq(notes.authorId, authorId))

export const removeUnshared = async (db: Db, journals: string[], authorId: string) => {
  await db.delete(notes).where(and(writtenBy(journals, authorId), eq(notes.visibility, 'author')))
}

export const clearAuthor = async (db: Db, journals: string[], authorId: string) => {
  await db.update(notes).set({ authorId: null }).where(writtenBy(journals, authorId))
}
