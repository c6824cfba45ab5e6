import { attach, sendFile } from '../../platform/http/files.ts'
import type { App } from '../../platform/http/types.ts'
import { fileOf, operation } from '../../platform/openapi/operation.ts'
import { CsvFile } from '../exports/schemas.ts'
import { WeeklyActivity, WeeklyQuery } from './schemas.ts'
import { exportWeeklyActivity, getWeeklyActivity } from './service.ts'

const tag = 'Exports'

export const weeklyActivityRoutes = async (app: App) => {
  app.get(
    '/v1/exports/weekly-activity.json',
    operation({
      operationId: 'getWeeklyActivity',
      tag,
      scope: 'journal:read',
      summary: 'Read the activity of each week',
      description:
        'What was done week by week, Monday to Sunday, as an employment office asks for it: applications sent, interviews held, and what employers answered. Of several answers to one application on one day, one counts.',
      query: WeeklyQuery,
      answers: { 200: WeeklyActivity },
      file: true,
    }),
    async (request, reply) => {
      const activity = await getWeeklyActivity(request.ctx, request.query)
      attach(reply, 'afterview-weekly-activity.json')
      return activity
    },
  )

  app.get(
    '/v1/exports/weekly-activity.csv',
    operation({
      operationId: 'exportWeeklyActivity',
      tag,
      scope: 'journal:read',
      summary: 'Export the activity of each week as a table',
      description:
        'A line for each application sent, interview held and answer received, by day. What has no day on record stands at the end, as `undated`.',
      query: WeeklyQuery,
      answers: { 200: fileOf('text/csv', CsvFile) },
      file: true,
    }),
    async (request, reply) => sendFile(reply, await exportWeeklyActivity(request.ctx, request.query)),
  )
}
