import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { AccessLogPage, AccessLogQuery } from './schemas.ts'
import { listAccessLog } from './service.ts'

export const accessLogRoutes = async (app: App) => {
  app.get(
    '/v1/access-log',
    operation({
      operationId: 'listAccessLog',
      tag: 'Coaching',
      scope: 'coaching:read',
      coach: 'never',
      summary: 'Read what coaches did here',
      description:
        'Every read and write of a coach in your account, noted before it is answered, and so also where there was nothing to answer with; what you do not let them do is not here. It stays when the engagement ends. Newest first.',
      query: AccessLogQuery,
      answers: { 200: AccessLogPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listAccessLog(request.ctx, request.query),
  )
}
