import { listOpenAssignments } from '../../../coaching/assignments/service.ts'
import { NextActions } from '../../../guidance/next-actions/schemas.ts'
import { getNextActions } from '../../../guidance/next-actions/service.ts'
import { Prep } from '../../../guidance/prep/schemas.ts'
import { getPrep } from '../../../guidance/prep/service.ts'
import { InsightQuery } from '../../../insights/frame/schemas.ts'
import { Summary } from '../../../insights/summary/schemas.ts'
import { getSummary } from '../../../insights/summary/service.ts'
import { tool } from '../../../platform/mcp/tool.ts'
import { Nothing, PrepForInterview } from '../schemas.ts'

export const whatIsNext = tool({
  name: 'what_is_next',
  title: 'What is next?',
  description:
    'What is worth doing now, at most ten things in order, each with why and the ids of the records that it is about. Within a declared pause nothing is asked for.',
  operationId: 'getNextActions',
  scope: 'journal:read',
  coach: ['journal:read', 'reflections:read', 'study:read'],
  effect: 'reads',
  input: Nothing,
  output: NextActions,
  run: (ctx) => getNextActions(ctx, listOpenAssignments),
})

export const prepForInterview = tool({
  name: 'prep_for_interview',
  title: 'Prepare for an interview',
  description:
    'What is worth a look before one interview: plans to try, questions to be ready for, what this employer asked before, the pitch, and what went well before.',
  operationId: 'getPrep',
  scope: 'journal:read',
  coach: ['journal:read', 'reflections:read', 'study:read'],
  effect: 'reads',
  input: PrepForInterview,
  record: 'interviewId',
  output: Prep,
  run: (ctx, { interviewId }) => getPrep(ctx, interviewId),
})

export const summary = tool({
  name: 'summary',
  title: 'How the search stands',
  description:
    'The whole search in figures and statements: what works first, then the two kinds of cause, wins and lessons, the rounds, what chance alone does, and what is next. Pass the statements on in their order; null figures mean too few records.',
  operationId: 'getSummary',
  scope: 'insights:read',
  coach: ['insights:read'],
  effect: 'reads',
  input: InsightQuery,
  output: Summary,
  run: (ctx, query) => getSummary(ctx, query),
})
