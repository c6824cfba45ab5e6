import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams } from '../../platform/schemas.ts'
import { Prep } from './schemas.ts'
import { getPrep } from './service.ts'

export const prepRoutes = async (app: App) => {
  app.get(
    '/v1/interviews/:id/prep',
    operation({
      operationId: 'getInterviewPrep',
      tag: 'Interviews',
      scope: 'journal:read',
      summary: 'Read the prep for an interview',
      description:
        'Plans to try, study items that fit, what this employer asked before, your pitch, and what went well before. What comes of reflections needs `reflections:read` as well, and is left out without it.',
      params: IdParams,
      answers: { 200: Prep },
    }),
    (request) => getPrep(request.ctx, request.params.id),
  )
}
