import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { SupportPage } from './schemas.ts'
import { getSupport, type SupportLine } from './service.ts'

export const supportRoutes = (lines: readonly SupportLine[] | undefined) => async (app: App) => {
  app.get(
    '/v1/support',
    operation({
      operationId: 'getSupport',
      tag: 'Support',
      credential: 'none',
      summary: 'Where is help?',
      description:
        'Help lines by region, for anyone. No one reads or watches entries, and this is no emergency service.',
      answers: { 200: SupportPage },
    }),
    async (request) => getSupport(request.language, lines),
  )
}
