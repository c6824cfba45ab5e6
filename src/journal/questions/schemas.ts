import { z } from 'zod'
import {
  answered,
  anyOf,
  Id,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  saidAs,
  updatedFrom,
} from '../../platform/schemas.ts'
import { ANSWERED, QUESTION_KINDS } from './rules.ts'

const howAnswered = z
  .enum(ANSWERED)
  .describe(
    'How it was answered. `knew_but_could_not_show`: the answer was there, and did not come out in the room.',
  )

export const QuestionFields = z.strictObject({
  prompt: prose(2_000).describe('What was asked.'),
  kind: z.enum(QUESTION_KINDS).nullish().describe('`other` unless stated. More may come.'),
  topic: line(100).nullish().describe('What it was about.'),
  answered: howAnswered.nullish(),
  notes: prose().nullish().describe('What you said, or would say now.'),
})

const example = {
  prompt: 'How do you find a slow query?',
  kind: 'technical',
  topic: 'SQL',
  answered: 'did_not_know',
}

export const NewQuestion = QuestionFields.meta({
  id: 'NewQuestion',
  description: 'Something asked in an interview, and how it was answered.',
  examples: [example],
})
export const QuestionPatch = patchOf(QuestionFields).meta({
  id: 'QuestionPatch',
  description: 'Changes to a question. Null clears a member.',
  examples: [{ answered: 'partly' }],
})

export const Question = z
  .object({
    ...recordMembers,
    interviewId: Id.describe('Where it was asked.'),
    ...answered(QuestionFields, 'kind'),
    studyItemId: Id.nullable().describe('The study item that it leads to, once it was missed.'),
  })
  .meta({ id: 'Question', description: 'Something asked in an interview, and how it was answered.' })

export const QuestionQuery = ListQuery.extend({
  interviewId: Id.optional().describe('Asked in this interview.'),
  kind: anyOf(QUESTION_KINDS).describe('Of this kind, or one of these.'),
  answered: saidAs(anyOf(ANSWERED), howAnswered),
  topic: line(100).optional().describe('Exactly this topic.'),
  updatedFrom: updatedFrom.describe('Noted or changed at this instant or later.'),
})
export const QuestionPage = pageOf('QuestionPage', Question)
