import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { EventSamples, EventTypeList, EventTypeParams } from './schemas.ts'
import { listEventTypes, listSamples } from './service.ts'

const tag = 'Events'
const scope = 'automation:manage'

export const eventTypeRoutes = async (app: App) => {
  app.get(
    '/v1/event-types',
    operation({
      operationId: 'listEventTypes',
      tag,
      scope,
      summary: 'List the types of events',
      description: 'Each with what it says, and an example. More may come.',
      answers: { 200: EventTypeList },
    }),
    async () => listEventTypes(),
  )

  app.get(
    '/v1/event-types/:type/samples',
    operation({
      operationId: 'listEventSamples',
      tag,
      scope,
      summary: 'See what events of a type look like',
      description:
        'The latest three, newest first, in the form in which webhooks bring them; an example where there is none yet.',
      params: EventTypeParams,
      answers: { 200: EventSamples },
    }),
    (request) => listSamples(request.ctx, request.params.type),
  )
}
