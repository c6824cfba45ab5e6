import { z } from 'zod'
import {
  answered,
  anyOf,
  Id,
  ListQuery,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  saidAs,
} from '../../platform/schemas.ts'
import { VISIBILITIES } from './rules.ts'

const visibility = z
  .enum(VISIBILITIES)
  .describe(
    '`author`: nobody but its writer reads it, a coach as long as they may read the journal or write notes. `shared`: coaches whom you let read may see it, too.',
  )

const Subject = z
  .union([z.strictObject({ applicationId: Id }), z.strictObject({ interviewId: Id })], {
    error: 'Name one of these: applicationId or interviewId',
  })
  .meta({ id: 'NoteSubject', description: 'What the note is on: one application or one interview.' })

export const NoteFields = z.strictObject({
  text: prose().describe('What is worth keeping.'),
  visibility: visibility.nullish().describe('`author` unless stated.'),
})
export const NewNote = z
  .strictObject({
    subject: Subject.nullish().describe(
      'Leave it out for a note on the journal as a whole. A coach needs the consent `journal:read` to name one.',
    ),
    ...NoteFields.shape,
  })
  .meta({
    id: 'NewNote',
    description: 'A note of any kind.',
    examples: [{ text: 'Mornings work better for calls.', visibility: 'shared' }],
  })
export const NotePatch = patchOf(NoteFields).meta({
  id: 'NotePatch',
  description: 'Changes to a note.',
  examples: [{ visibility: 'author' }],
})

export const Note = z
  .object({
    ...recordMembers,
    subject: z
      .object({ applicationId: Id.optional(), interviewId: Id.optional() })
      .nullable()
      .describe('One of the two, or null where the note is on the journal as a whole.'),
    ...answered(NoteFields, 'visibility'),
    authorId: Id.nullable().describe('The account that wrote it; null once that was erased.'),
  })
  .meta({ id: 'Note', description: 'A note on an application, an interview, or the journal as a whole.' })

export const NoteQuery = ListQuery.extend({
  applicationId: Id.optional().describe('On the application itself; its interviews have notes of their own.'),
  interviewId: Id.optional().describe('On this interview.'),
  visibility: saidAs(anyOf(VISIBILITIES), visibility),
})
export const NotePage = pageOf('NotePage', Note)
