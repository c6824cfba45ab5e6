import { z } from 'zod'
import {
  AnsweredInstant,
  anyOf,
  Day,
  Id,
  inOrder,
  ListQuery,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  updatedFrom,
} from '../../platform/schemas.ts'
import { SelfTalkFinding } from '../self-talk/schemas.ts'
import { Support } from '../support/schemas.ts'
import { daysIn, LONGEST_PERIOD, REFLECTION_STATUSES, STEPS } from './rules.ts'

const exampleId = '01998a5c-0000-7000-8000-000000000000'
export const step = z.enum(STEPS).describe('Which of the three questions.')

const Period = z
  .strictObject({
    from: Day.describe('The first day.'),
    to: Day.describe(`The last day: not before \`from\`, and at most ${LONGEST_PERIOD} days in all.`),
  })
  .refine(...inOrder('from', 'to'))
  .refine(({ from, to }) => daysIn(from, to) <= LONGEST_PERIOD, {
    path: ['to'],
    error: `Must leave no more than ${LONGEST_PERIOD} days`,
  })

const Subject = z
  .union([z.strictObject({ interviewId: Id }), z.strictObject({ applicationId: Id }), Period], {
    error: 'Name one of these: interviewId, applicationId, or from and to',
  })
  .meta({
    id: 'ReflectionSubject',
    description:
      'What the reflection is about: one interview, one application, or a period of days in the time zone of the account.',
  })

const privateFlag = z.boolean().describe('A private reflection is never shown to a coach.')

export const NewReflection = z.strictObject({ subject: Subject, private: privateFlag.nullish() }).meta({
  id: 'NewReflection',
  description: 'A new reflection, with none of its questions answered yet.',
  examples: [{ subject: { interviewId: exampleId } }],
})
const ReflectionFields = z.strictObject({ private: privateFlag.nullish() })
export const ReflectionPatch = patchOf(ReflectionFields).meta({
  id: 'ReflectionPatch',
  description: 'Who may see a reflection. Null is as good as false.',
  examples: [{ private: true }],
})

export const answerText = prose(10_000).describe('The answer in your own words. It is kept as written.')

export const dismissed = z
  .boolean()
  .describe(
    'Whether its owner called the wording a fact: it is not brought up again, until the words change.',
  )
const Entry = z
  .object({
    id: Id,
    text: answerText,
    selfTalk: z
      .array(SelfTalkFinding)
      .describe('Computed on each read, and kept nowhere; for its owner alone.'),
    selfTalkDismissed: dismissed,
    questionId: Id.nullable().describe('The question that it is about.'),
    planId: Id.nullable().describe('The plan that came out of it.'),
    createdAt: recordMembers.createdAt,
  })
  .meta({ id: 'ReflectionEntry', description: 'One answer, kept as written.' })
const Suggestion = z
  .object({
    code: z.string().describe('Stable name of what it rests on. More may come.'),
    text: z.string().describe('What could be an answer, in the language of `Content-Language`.'),
    questionId: Id.nullable().describe('The question that it is about.'),
  })
  .meta({ id: 'Suggestion', description: 'Something from the records that could be an answer.' })
const NextPrompt = z
  .object({
    step,
    text: z.string().describe('The question to ask.'),
    suggestions: z.array(Suggestion).describe('What the record has to say to it.'),
  })
  .meta({ id: 'NextPrompt', description: 'The question that comes next.' })

export const Reflection = z
  .object({
    ...recordMembers,
    subject: z
      .object({
        interviewId: Id.optional().describe('The interview, where it is about one.'),
        applicationId: Id.optional().describe('The application, where it is about one as a whole.'),
        from: z.iso.date().optional().describe('The first day of a period.'),
        to: z.iso.date().optional().describe('The last day of it.'),
      })
      .describe('An interview, an application, or the days from when to when.'),
    wentWell: z.array(Entry).describe('What went well.'),
    didNotGoWell: z.array(Entry).describe('What did not go well.'),
    doDifferently: z.array(Entry).describe('What will be done differently.'),
    skipped: z.array(step).describe('The questions that were passed over.'),
    nextPrompt: NextPrompt.nullable().describe(
      'Null when every question was answered or skipped, when the latest answer calls for support first, and for coaches.',
    ),
    support: Support.optional().describe('Where help is, if the words of an answer call for it.'),
    status: z.enum(REFLECTION_STATUSES).describe('Whether it is finished.'),
    private: privateFlag,
    completedAt: AnsweredInstant.nullable().describe('When it was finished.'),
  })
  .meta({ id: 'Reflection', description: 'The three questions, in their order.' })

export const ReflectionQuery = ListQuery.extend({
  interviewId: Id.optional().describe('About this interview.'),
  applicationId: Id.optional().describe('About this application, or one of its interviews.'),
  from: Day.optional().describe('About a period that begins on this day or later.'),
  to: Day.optional().describe('About a period that ends on this day or earlier.'),
  status: anyOf(REFLECTION_STATUSES).describe('Those in this state.'),
  updatedFrom: updatedFrom.describe('Begun or changed at this instant or later; its answers count.'),
}).refine(...inOrder('from', 'to'))
export const ReflectionPage = pageOf('ReflectionPage', Reflection)
