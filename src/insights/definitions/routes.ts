import { jsonOrPage } from '../../platform/documentation/pages.ts'
import type { App } from '../../platform/http/types.ts'
import { operation, orPage } from '../../platform/openapi/operation.ts'
import { Definition, DefinitionParams } from './schemas.ts'
import { getDefinition, getDefinitionPage } from './service.ts'

export const definitionRoutes = async (app: App) => {
  app.get(
    '/docs/insights/:name',
    operation({
      operationId: 'getInsightDefinition',
      tag: 'Insights',
      credential: 'none',
      summary: 'How is an insight computed?',
      description:
        'Where the `definition` of every insight leads: as JSON, or as a page where the client asks for one. With `.md` after the address it is Markdown.',
      params: DefinitionParams,
      answers: { 200: orPage(Definition) },
    }),
    async (request, reply) => {
      const { name } = request.params
      return jsonOrPage(request, reply, getDefinition(name), () => getDefinitionPage(name))
    },
  )
}
