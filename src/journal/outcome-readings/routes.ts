import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { NewOutcomeReading, OutcomeReading } from './schemas.ts'
import { readMail } from './service.ts'

export const outcomeReadingRoutes = async (app: App) => {
  app.post(
    '/v1/outcome-readings',
    operation({
      operationId: 'readOutcomeMail',
      tag: 'Outcomes',
      scope: 'journal:read',
      coach: 'never',
      summary: 'Read what a mail says about a "no"',
      description:
        'Proposes a kind and reasons for an outcome, each with the sentences it rests on. Precise rather than complete, and English only: a form letter that names no reason gets none. Nothing of the text is kept or logged, so an `Idempotency-Key` is passed over.',
      body: NewOutcomeReading,
      keepsNothing: true,
      answers: { 200: OutcomeReading },
    }),
    async (request) => readMail(request.body.text),
  )
}
