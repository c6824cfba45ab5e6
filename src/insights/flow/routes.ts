import { asAccepted, PICTURE, sendPicture } from '../../platform/http/pictures.ts'
import type { App } from '../../platform/http/types.ts'
import { fileOf, operation, orFile } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { Picture } from '../pictures/schemas.ts'
import { Flow } from './schemas.ts'
import { getFlow, pictureFlow } from './service.ts'

export const flowRoutes = async (app: App) => {
  app.get(
    '/v1/insights/flow',
    operation({
      operationId: 'getFlow',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read the flow of the search',
      description:
        'Nodes and links of the whole search, one unit for each application: what a Sankey diagram draws. It names no employer. Asked for with `Accept: image/svg+xml`, it is that diagram; asked for with anything else, it is JSON.',
      query: InsightQuery,
      answers: { 200: orFile(Flow, PICTURE, Picture) },
    }),
    asAccepted(getFlow, pictureFlow),
  )

  app.get(
    '/v1/insights/flow.svg',
    operation({
      operationId: 'drawFlow',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Draw the flow of the search',
      description:
        'The flow as a Sankey diagram with its counts, for light and dark surroundings. It names no employer. A window to compare with is not drawn.',
      query: InsightQuery,
      answers: { 200: fileOf(PICTURE, Picture) },
    }),
    (request, reply) => sendPicture(reply, pictureFlow(request.ctx, request.query)),
  )
}
