import { asAccepted, PICTURE, sendPicture } from '../../platform/http/pictures.ts'
import type { App } from '../../platform/http/types.ts'
import { fileOf, operation, orFile } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { Picture } from '../pictures/schemas.ts'
import { Comeback } from './schemas.ts'
import { getComeback, pictureComeback } from './service.ts'

export const comebackRoutes = async (app: App) => {
  app.get(
    '/v1/insights/comeback',
    operation({
      operationId: 'getComeback',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read the comeback profile',
      description:
        'Five readings of what was done after a no, from recorded behaviour alone. They make no total. Asked for with `Accept: image/svg+xml`, it is a picture; asked for with anything else, it is JSON.',
      query: InsightQuery,
      answers: { 200: orFile(Comeback, PICTURE, Picture) },
    }),
    asAccepted(getComeback, pictureComeback),
  )

  app.get(
    '/v1/insights/comeback.svg',
    operation({
      operationId: 'drawComeback',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Draw the comeback profile',
      description:
        'The Kaplan-Meier curve of the time to the next step, as the share that took it, with its interval and a tick for each that is not back yet; the other readings as lines of text. It names no employer, and there is no total.',
      query: InsightQuery,
      answers: { 200: fileOf(PICTURE, Picture) },
    }),
    (request, reply) => sendPicture(reply, pictureComeback(request.ctx, request.query)),
  )
}
