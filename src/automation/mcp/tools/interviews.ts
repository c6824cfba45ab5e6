import { Interview, InterviewPage } from '../../../journal/interviews/schemas.ts'
import {
  createInterview,
  listInterviews as listInterviewsOfAll,
  listInterviewsOfApplication,
  updateInterview as patchInterview,
} from '../../../journal/interviews/service.ts'
import { Question } from '../../../journal/questions/schemas.ts'
import { createQuestion } from '../../../journal/questions/service.ts'
import { UNCONDITIONAL } from '../../../platform/http/conditional-requests.ts'
import { tool } from '../../../platform/mcp/tool.ts'
import { AddQuestion, ListInterviews, LogInterview, UpdateInterview } from '../schemas.ts'

export const listInterviews = tool({
  name: 'list_interviews',
  title: 'List interviews',
  description:
    'Interviews of one application or of all, by day, status or result; newest record first. Use it to learn the id of the interview that the person speaks of.',
  operationId: 'listInterviews',
  ofRecord: 'listApplicationInterviews',
  scope: 'journal:read',
  coach: ['journal:read'],
  effect: 'reads',
  input: ListInterviews,
  output: InterviewPage,
  record: 'applicationId',
  run: (ctx, { applicationId, ...query }) =>
    applicationId === undefined
      ? listInterviewsOfAll(ctx, query)
      : listInterviewsOfApplication(ctx, applicationId, query),
})

export const logInterview = tool({
  name: 'log_interview',
  title: 'Record an interview',
  description:
    'One round of an application, ahead or behind. Give startsAt, or heldOn when only the day is known. Getting it is a win: say so.',
  operationId: 'createInterview',
  scope: 'journal:write',
  effect: 'adds',
  input: LogInterview,
  output: Interview,
  run: (ctx, { applicationId, ...fields }) => createInterview(ctx, applicationId, fields),
})

export const updateInterview = tool({
  name: 'update_interview',
  title: 'Change an interview',
  description:
    'Say how a round went on with result and heardBackOn, move it, or correct it. What is left out stays as it is, null clears.',
  operationId: 'updateInterview',
  scope: 'journal:write',
  effect: 'replaces',
  input: UpdateInterview,
  output: Interview,
  run: (ctx, { interviewId, ...patch }) => patchInterview(ctx, interviewId, patch, UNCONDITIONAL),
})

export const addQuestion = tool({
  name: 'add_question',
  title: 'Record a question',
  description:
    'Something asked in an interview, and how it was answered: well, partly, did_not_know, or knew_but_could_not_show when the answer was there and did not come out. What was missed becomes a study item by itself.',
  operationId: 'createQuestion',
  scope: 'journal:write',
  effect: 'adds',
  input: AddQuestion,
  output: Question,
  run: (ctx, { interviewId, ...fields }) => createQuestion(ctx, interviewId, fields),
})
