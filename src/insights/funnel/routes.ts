import { asAccepted, PICTURE, sendPicture } from '../../platform/http/pictures.ts'
import type { App } from '../../platform/http/types.ts'
import { fileOf, operation, orFile } from '../../platform/openapi/operation.ts'
import { Picture } from '../pictures/schemas.ts'
import { Funnel, FunnelQuery } from './schemas.ts'
import { getFunnel, pictureFunnel } from './service.ts'

export const funnelRoutes = async (app: App) => {
  app.get(
    '/v1/insights/funnel',
    operation({
      operationId: 'getFunnel',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read the funnel',
      description:
        'How many applications reached each stage, and what share went on from it. Open ones stand apart. Asked for with `Accept: image/svg+xml`, it is a picture; asked for with anything else, it is JSON.',
      query: FunnelQuery,
      answers: { 200: orFile(Funnel, PICTURE, Picture) },
    }),
    asAccepted(getFunnel, pictureFunnel),
  )

  app.get(
    '/v1/insights/funnel.svg',
    operation({
      operationId: 'drawFunnel',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Draw the funnel',
      description:
        'The funnel as a picture: counts, open ones apart, and rates with their intervals, for light and dark surroundings. It names no employer. Groups and a window to compare with are not drawn.',
      query: FunnelQuery,
      answers: { 200: fileOf(PICTURE, Picture) },
    }),
    (request, reply) => sendPicture(reply, pictureFunnel(request.ctx, request.query)),
  )
}
