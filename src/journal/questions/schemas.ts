import { z } from 'zod'
import { Id, ListQuery, line, pageOf, patchOf, prose, recordMembers } from '../../platform/schemas.ts'
import { ANSWERED, QUESTION_KINDS } from './rules.ts'

const answered = z
  .enum(ANSWERED)
  .describe('`knew_but_could_not_show`: the answer was there, and did not come out in the room.')

export const QuestionFields = z.strictObject({
  prompt: prose(2_000).describe('What was asked.'),
  kind: z.enum(QUESTION_KINDS).nullish().describe('`other` unless stated. More may come.'),
  topic: line(100).nullish().describe('What it was about.'),
  answered: answered.nullish(),
  notes: prose().nullish(),
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
  examples: [{ answered: 'partly' }],
})

export const Question = z
  .object({
    ...recordMembers,
    interviewId: Id,
    prompt: z.string(),
    kind: z.enum(QUESTION_KINDS),
    topic: z.string().nullable(),
    answered: z.enum(ANSWERED).nullable(),
    notes: z.string().nullable(),
    studyItemId: Id.nullable().describe('The study item that it leads to, once it was missed.'),
  })
  .meta({ id: 'Question', description: 'Something asked in an interview, and how it was answered.' })

export const QuestionQuery = ListQuery.extend({
  interviewId: Id.optional(),
  kind: z.enum(QUESTION_KINDS).optional(),
  answered: answered.optional(),
  topic: line(100).optional().describe('Exactly this topic.'),
})
export const QuestionPage = pageOf('QuestionPage', Question)
