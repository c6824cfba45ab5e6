import { and, eq } from 'drizzle-orm'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Visibility } from './rules.ts'
import { notes } from './table.ts'

export type NoteRow = typeof notes.$inferSelect

type Filters = {
  applicationId?: string | undefined
  interviewId?: string | undefined
  visibility?: Visibility | undefined
}

export const store = {
  ...recordStore('note', notes),
  filter: ({ applicationId, interviewId, visibility }: Filters) =>
    and(
      applicationId ? eq(notes.applicationId, applicationId) : undefined,
      interviewId ? eq(notes.interviewId, interviewId) : undefined,
      visibility ? eq(notes.visibility, visibility) : undefined,
    ),
}
