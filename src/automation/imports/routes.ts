import { acceptFiles } from '../../platform/http/bodies.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams, ListQuery } from '../../platform/schemas.ts'
import { JournalUpload } from '../journal-imports/schemas.ts'
import {
  CsvText,
  Import,
  ImportPage,
  ImportQuery,
  ImportRehearsal,
  ImportRowPage,
  ImportRowQuery,
} from './schemas.ts'
import { createImport, getImport, listImportRows, listImports, rehearseImport } from './service.ts'

const tag = 'Imports'
/** A file that is not done yet was accepted only. */
const CODES = { completed: 201, failed: 201, running: 202 } as const

export const importRoutes = async (app: App) => {
  acceptFiles(app)

  app.post(
    '/v1/imports',
    operation({
      operationId: 'createImport',
      tag,
      scope: 'journal:write',
      summary: 'Import a file',
      description:
        'A CSV with one application per row, or a journal that was exported as JSON. Nothing of a row is dropped: what finds no member stands in its notes. A second import of the same file changes nothing; a later file changes what moved on, and says nothing of what it has no column for. An application that was recorded by hand takes over what it does not have yet. A dry run answers 200 and keeps nothing. Up to 1,000 rows are brought in at once, whole or not at all (201); a longer file, of up to 20,000, is brought in after the answer (202), and its import tells how far it is. A journal comes in whole or not at all, under new ids, and after the answer (202) where it holds more than 5,000 records; a record that does not fit stops no other. Reflections and plans in it need the scope `reflections:write` as well.',
      query: ImportQuery,
      bodies: { 'text/csv': CsvText, 'application/json': JournalUpload },
      answers: { 200: ImportRehearsal, 201: Import, 202: Import },
      problems: ['malformed_csv', 'import_running', 'import_not_readable'],
    }),
    async (request, reply) => {
      if (request.query.dryRun) return rehearseImport(request.ctx, request.body, request.query)
      const done = await createImport(request.ctx, request.body, request.query)
      reply.code(CODES[done.status]).header('location', `/v1/imports/${done.id}`)
      return done
    },
  )

  app.get(
    '/v1/imports',
    operation({
      operationId: 'listImports',
      tag,
      scope: 'journal:read',
      summary: 'List imports',
      description: 'Newest first, without their rows.',
      query: ListQuery,
      answers: { 200: ImportPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listImports(request.ctx, request.query),
  )

  app.get(
    '/v1/imports/:id',
    operation({
      operationId: 'getImport',
      tag,
      scope: 'journal:read',
      summary: 'Read an import',
      description:
        'What became of each row, all of them at once: of a long file, ask for `/v1/imports/{id}/rows` page by page.',
      params: IdParams,
      answers: { 200: Import },
    }),
    (request) => getImport(request.ctx, request.params.id),
  )

  app.get(
    '/v1/imports/:id/rows',
    operation({
      operationId: 'listImportRows',
      tag,
      scope: 'journal:read',
      summary: 'List the rows of an import',
      description:
        'What became of each, in the order of the file. While the import runs, those that are done.',
      params: IdParams,
      query: ImportRowQuery,
      answers: { 200: ImportRowPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listImportRows(request.ctx, request.params.id, request.query),
  )
}
