import { ApplicationPage, CreatedApplication, NewApplication } from '../../../journal/applications/schemas.ts'
import { createApplication, listApplications } from '../../../journal/applications/service.ts'
import { Outcome } from '../../../journal/outcomes/schemas.ts'
import { putOutcome } from '../../../journal/outcomes/service.ts'
import { UNCONDITIONAL } from '../../../platform/http/conditional-requests.ts'
import { tool } from '../../../platform/mcp/tool.ts'
import { FindApplications, RecordOutcome } from '../schemas.ts'

export const findApplications = tool({
  name: 'find_applications',
  title: 'Find applications',
  description:
    'Applications by words in company or role, by stage, status or outcome; newest first. Use it to learn the id of the application that the person speaks of.',
  operationId: 'listApplications',
  scope: 'journal:read',
  coach: ['journal:read'],
  effect: 'reads',
  input: FindApplications,
  output: ApplicationPage,
  run: (ctx, query) => listApplications(ctx, query),
})

export const logApplication = tool({
  name: 'log_application',
  title: 'Record an application',
  description:
    'One try for one role at one company. Company or role title is enough. Without appliedOn it counts as saved for later. possibleDuplicates names records that look like it: ask before there are two.',
  operationId: 'createApplication',
  scope: 'journal:write',
  effect: 'adds',
  input: NewApplication,
  output: CreatedApplication,
  run: (ctx, fields) => createApplication(ctx, fields),
})

export const recordOutcome = tool({
  name: 'record_outcome',
  title: 'Record how an application ended',
  description:
    'How an application ended, with reasons as far as they are known and how they are known. Replaces what was recorded before: what is left out is cleared. Answers with a reading, whose statements to pass on in their order.',
  operationId: 'putOutcome',
  scope: 'journal:write',
  effect: 'replaces',
  input: RecordOutcome,
  record: 'applicationId',
  output: Outcome,
  run: async (ctx, { applicationId, ...fields }) =>
    (await putOutcome(ctx, applicationId, fields, UNCONDITIONAL)).outcome,
})
