import { z } from 'zod'
import {
  AnsweredInstant,
  Id,
  ListQuery,
  pageOf,
  patchOf,
  prose,
  recordMembers,
} from '../../platform/schemas.ts'
import { PlanParts } from '../plans/schemas.ts'
import { REFLECTION_STATUSES, STEPS } from './rules.ts'

const exampleId = '01998a5c-0000-7000-8000-000000000000'
const step = z.enum(STEPS)

const Subject = z.union([z.strictObject({ interviewId: Id }), z.strictObject({ applicationId: Id })]).meta({
  id: 'ReflectionSubject',
  description: 'What the reflection is about: one interview or one application.',
})

const privateFlag = z.boolean().describe('A private reflection is never shown to a coach.')

export const NewReflection = z
  .strictObject({ subject: Subject, private: privateFlag.nullish() })
  .meta({ id: 'NewReflection', examples: [{ subject: { interviewId: exampleId } }] })
const ReflectionFields = z.strictObject({ private: privateFlag.nullish() })
export const ReflectionPatch = patchOf(ReflectionFields).meta({
  id: 'ReflectionPatch',
  examples: [{ private: true }],
})

export const NewAnswer = z
  .strictObject({
    step,
    text: prose(10_000),
    questionId: Id.nullish().describe('A question of the interview that this is about.'),
    plan: PlanParts.nullish().describe('With `do_differently`: the plan that comes out of it.'),
  })
  .refine(({ step, plan }) => !plan || step === 'do_differently', {
    path: ['plan'],
    error: 'A plan comes out of do_differently',
  })
  .meta({
    id: 'NewAnswer',
    examples: [{ step: 'went_well', text: 'I asked good questions about the team.' }],
  })
export const NewSkip = z
  .strictObject({ step })
  .meta({ id: 'NewSkip', examples: [{ step: 'did_not_go_well' }] })

const Entry = z
  .object({
    id: Id,
    text: z.string(),
    questionId: Id.nullable(),
    planId: Id.nullable(),
    createdAt: AnsweredInstant,
  })
  .meta({ id: 'ReflectionEntry', description: 'One answer, kept as written.' })
const Suggestion = z
  .object({ code: z.string(), text: z.string(), questionId: Id.nullable() })
  .meta({ id: 'Suggestion', description: 'Something from the records that could be an answer.' })
const NextPrompt = z
  .object({ step, text: z.string().describe('The question to ask.'), suggestions: z.array(Suggestion) })
  .meta({ id: 'NextPrompt', description: 'The question that comes next.' })

export const Reflection = z
  .object({
    ...recordMembers,
    subject: z.object({ interviewId: Id.optional(), applicationId: Id.optional() }),
    wentWell: z.array(Entry),
    didNotGoWell: z.array(Entry),
    doDifferently: z.array(Entry),
    skipped: z.array(step),
    nextPrompt: NextPrompt.nullable().describe('Null when every question was answered or skipped.'),
    status: z.enum(REFLECTION_STATUSES),
    private: z.boolean(),
    completedAt: AnsweredInstant.nullable(),
  })
  .meta({ id: 'Reflection', description: 'The three questions, in their order.' })

export const ReflectionQuery = ListQuery.extend({
  interviewId: Id.optional(),
  applicationId: Id.optional(),
  status: z.enum(REFLECTION_STATUSES).optional(),
})
export const ReflectionPage = pageOf('ReflectionPage', Reflection)
