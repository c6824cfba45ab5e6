import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams } from '../../platform/schemas.ts'
import { Prep } from './schemas.ts'
import { getPrep } from './service.ts'

export const prepRoutes = async (app: App) => {
  app.get(
    '/v1/interviews/:id/prep',
    operation({
      operationId: 'getPrep',
      tag: 'Interviews',
      scope: 'journal:read',
      coach: ['journal:read', 'reflections:read', 'study:read'],
      summary: 'Read the prep for an interview',
      description:
        'Plans to try, questions to be ready for, what this employer asked before, your pitch with its figures, and what went well before. Plans and what went well come out of reflections: they need the scope `reflections:read` as well, and are left out without it.',
      params: IdParams,
      answers: { 200: Prep },
    }),
    (request) => getPrep(request.ctx, request.params.id),
  )
}
