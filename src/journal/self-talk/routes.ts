import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { NewSelfTalkCheck, SelfTalkCheck } from './schemas.ts'
import { checkText } from './service.ts'

export const selfTalkRoutes = async (app: App) => {
  app.post(
    '/v1/self-talk/checks',
    operation({
      operationId: 'checkSelfTalk',
      tag: 'Reflections',
      scope: 'reflections:read',
      coach: 'never',
      summary: 'Look at the wording of a text',
      description:
        'Finds sentences in which the writer may pass a verdict on themselves, each with one question that leads back to what happened. Nothing of the text is kept or logged, so an `Idempotency-Key` is passed over.',
      body: NewSelfTalkCheck,
      keepsNothing: true,
      answers: { 200: SelfTalkCheck },
    }),
    (request) => checkText(request.ctx, request.body.text),
  )
}
