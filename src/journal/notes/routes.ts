import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { NewNote, Note, NotePage, NotePatch, NoteQuery } from './schemas.ts'
import { createNote, getNote, listNotes, removeNote, updateNote } from './service.ts'

const tag = 'Notes'
const params = IdParams

export const noteRoutes = async (app: App) => {
  app.post(
    '/v1/notes',
    operation({
      operationId: 'createNote',
      tag,
      scope: 'journal:write',
      coach: 'notes:write',
      summary: 'Write a note',
      description:
        'On an application, on an interview, or on the journal as a whole. Only its writer reads it unless it is shared.',
      body: NewNote,
      answers: { 201: Note },
      problems: ['not_found'],
    }),
    async (request, reply) => {
      const note = await createNote(request.ctx, request.body)
      reply.code(201).header('location', `/v1/notes/${note.id}`)
      return note
    },
  )

  app.get(
    '/v1/notes',
    operation({
      operationId: 'listNotes',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      coachOr: 'notes:write',
      summary: 'List notes',
      description: 'Newest first.',
      query: NoteQuery,
      answers: { 200: NotePage },
      problems: ['invalid_cursor'],
    }),
    (request) => listNotes(request.ctx, request.query),
  )

  app.get(
    '/v1/notes/:id',
    operation({
      operationId: 'getNote',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      coachOr: 'notes:write',
      summary: 'Read a note',
      description: 'As it was written.',
      params,
      answers: { 200: Note },
    }),
    (request) => getNote(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/notes/:id',
    operation({
      operationId: 'updateNote',
      tag,
      scope: 'journal:write',
      coach: 'notes:write',
      summary: 'Change a note',
      description: 'A JSON Merge Patch, by who wrote it. What the note is on stays.',
      params,
      body: NotePatch,
      answers: { 200: Note },
      problems: ['not_the_author', 'precondition_failed'],
    }),
    (request) => updateNote(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/notes/:id',
    operation({
      operationId: 'deleteNote',
      tag,
      scope: 'journal:write',
      coach: 'notes:write',
      summary: 'Remove a note',
      description:
        'By who wrote it, or whose journal it is. What it is on stays. An application or an interview that is removed takes its notes with it.',
      params,
      answers: { 204: Gone },
      problems: ['not_the_author', 'precondition_failed'],
    }),
    async (request, reply) => {
      await removeNote(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
