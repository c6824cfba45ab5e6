import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Definition, DefinitionParams } from './schemas.ts'
import { getDefinition } from './service.ts'

export const definitionRoutes = async (app: App) => {
  app.get(
    '/docs/insights/:name',
    operation({
      operationId: 'getInsightDefinition',
      tag: 'Insights',
      credential: 'none',
      summary: 'How is an insight computed?',
      description: 'Where the `definition` of every insight leads.',
      params: DefinitionParams,
      answers: { 200: Definition },
    }),
    async (request) => getDefinition(request.params.name),
  )
}
