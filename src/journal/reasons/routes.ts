import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { ReasonList } from './schemas.ts'
import { listReasons } from './service.ts'

export const reasonRoutes = async (app: App) => {
  app.get(
    '/v1/reasons',
    operation({
      operationId: 'listReasons',
      tag: 'Reasons',
      scope: 'journal:read',
      summary: 'Read the catalogue of reasons',
      description: 'The whole catalogue in one answer. Titles and descriptions follow `Accept-Language`.',
      answers: { 200: ReasonList },
    }),
    async (request) => listReasons(request.ctx),
  )
}
