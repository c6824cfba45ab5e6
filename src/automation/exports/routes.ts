import { sendFile } from '../../platform/http/files.ts'
import type { App } from '../../platform/http/types.ts'
import { fileOf, operation } from '../../platform/openapi/operation.ts'
import { JournalFile } from '../journal-files/schemas.ts'
import { CsvFile } from './schemas.ts'
import { exportApplications, exportJournal, exportTimeline } from './service.ts'

const tag = 'Exports'

export const exportRoutes = async (app: App) => {
  app.get(
    '/v1/exports/journal.json',
    operation({
      operationId: 'exportJournal',
      tag,
      scope: 'account:manage',
      summary: 'Export the whole journal',
      description:
        'Everything that was recorded of the search, private reflections too, so it takes a key that may manage the account. What ties the account to others and to tools stays behind: engagements, share links, the access log, keys, webhooks and calendars. `POST /v1/imports` brings it back.',
      answers: { 200: fileOf('application/json', JournalFile) },
      file: true,
    }),
    async (request, reply) => sendFile(reply, await exportJournal(request.ctx)),
  )

  app.get(
    '/v1/exports/applications.csv',
    operation({
      operationId: 'exportApplications',
      tag,
      scope: 'journal:read',
      summary: 'Export applications as a table',
      description:
        'A line for each, in the order in which they were recorded. Days are those of the time zone of the account. An import reads it back as far as a table goes; what is to come back whole, `journal.json` holds.',
      answers: { 200: fileOf('text/csv', CsvFile) },
      file: true,
    }),
    async (request, reply) => sendFile(reply, await exportApplications(request.ctx)),
  )

  app.get(
    '/v1/exports/timeline.csv',
    operation({
      operationId: 'exportTimeline',
      tag,
      scope: 'journal:read',
      summary: 'Export the timeline as a table',
      description: 'A line for everything that happened with any application, the oldest first.',
      answers: { 200: fileOf('text/csv', CsvFile) },
      file: true,
    }),
    async (request, reply) => sendFile(reply, await exportTimeline(request.ctx)),
  )
}
