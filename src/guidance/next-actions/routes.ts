import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { NextActions } from './schemas.ts'
import { getNextActions, type ReadAssignments } from './service.ts'

const DESCRIPTION = `At most ten, in this order:

1. \`near_miss\`: support, for seven days after an ending that came after a final interview, or an offer taken back.
2. \`prepare_interview\`: an interview of today or the next three days. That prep was read is on no record: it goes when a study item was reviewed, or a plan written or reviewed, in the three days before the interview.
3. \`answer_offer\`: an offer of an open application.
4. \`confirm_interview\`: a scheduled interview of an open application whose day lies behind, the latest first, until its status or its result says what became of it.
5. \`reflect\`: an interview held that no finished reflection covers, the latest first; then an application that came to an offer, until one about it is finished.
6. \`review_plan\`: an open plan, after an interview on a later day than it was written or last reviewed.
7. \`study\`: study items due; its subject is the item where there is one alone.
8. \`assignment\`: what a coach and you agreed on, until it is done or withdrawn, in the words of who made it.
9. \`follow_up\`: a next step whose day has come.
10. \`record_silence\`: no word for longer than usual, with nothing set for later. Usual is what four in five of your own answers took, from five answers on and at least seven days; before that 45 days after an interview and 60 after an application.
11. \`date_next_step\`: a next step without a day.
12. \`whats_next\`: after a setback with nothing done since, after a round that led on, or when nothing else is here.
13. \`interview_ahead\`: the next interview that is not among those of 2.

Within a kind the soonest comes first. Where there are more than ten, the first of each kind stay, then the second of each, and so on. Applications put out of sight are not asked about in 4 and in 9 to 11. Within a declared pause the list is empty and \`pause\` names it. \`reflect\` and \`review_plan\` are left out for keys without \`reflections:read\`. A coach sees the assignments that they made, with the consent \`assignments:write\`.`

export const nextActionRoutes = (readAssignments: ReadAssignments) => async (app: App) => {
  app.get(
    '/v1/next-actions',
    operation({
      operationId: 'getNextActions',
      tag: 'Next actions',
      scope: 'journal:read',
      coach: ['journal:read', 'reflections:read', 'study:read'],
      summary: 'Read what is worth doing now',
      description: DESCRIPTION,
      answers: { 200: NextActions },
    }),
    (request) => getNextActions(request.ctx, readAssignments),
  )
}
