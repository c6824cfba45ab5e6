import { z } from 'zod'
import { ApplicationQuery } from '../../journal/applications/schemas.ts'
import { InterviewPatch, InterviewQuery, NewInterview } from '../../journal/interviews/schemas.ts'
import { OutcomeFields } from '../../journal/outcomes/schemas.ts'
import { NewPlanReview } from '../../journal/plans/schemas.ts'
import { NewQuestion } from '../../journal/questions/schemas.ts'
import { NewAnswer, NewSkip } from '../../journal/reflection-answers/schemas.ts'
import { Reflection } from '../../journal/reflections/schemas.ts'
import { NewStudyReview } from '../../journal/study-items/schemas.ts'
import { Support } from '../../journal/support/schemas.ts'
import { Id, inOrder, ListQuery } from '../../platform/schemas.ts'

const page = {
  limit: z.int().min(1).max(200).default(20).describe('How many records to answer with.'),
  cursor: ListQuery.shape.cursor,
}
const applicationId = Id.describe('The application, as find_applications names it.')
const interviewId = Id.describe('The interview, as list_interviews or what_is_next names it.')
const reflectionId = Id.describe('The reflection.')

export const Nothing = z.strictObject({})
const { q, status, stage, outcome, sort } = ApplicationQuery.shape
export const FindApplications = z.strictObject({ q, status, stage, outcome, sort, ...page })
const { from, to, status: held, result } = InterviewQuery.shape
export const ListInterviews = z
  .strictObject({ from, to, status: held, result, ...page, applicationId: applicationId.optional() })
  .refine(...inOrder('from', 'to'))
export const LogInterview = NewInterview.safeExtend({ applicationId })
export const UpdateInterview = InterviewPatch.extend({ interviewId })
export const PrepForInterview = z.strictObject({ interviewId })
export const AddQuestion = NewQuestion.extend({ interviewId })
export const RecordOutcome = OutcomeFields.extend({ applicationId })
export const ReflectionNamed = z.strictObject({ reflectionId })
export const AnswerReflection = NewAnswer.safeExtend({ reflectionId })
export const SkipStep = NewSkip.extend({ reflectionId })
export const ReviewPlan = NewPlanReview.safeExtend({
  planId: Id.describe('The plan, as prep_for_interview or what_is_next names it.'),
})
export const DueStudyItems = z.strictObject(page)
export const ReviewStudyItem = NewStudyReview.extend({
  studyItemId: Id.describe('The study item, as due_study_items names it.'),
})

/** Where a debrief stands. Help comes first: beside words of harm to oneself there is nothing else to read. */
export const Debrief = z.object({
  support: Support.optional().describe('Pass its text and its lines on before anything else.'),
  reflection: Reflection.omit({ support: true })
    .nullable()
    .describe(
      'The reflection, and the question to ask next. Null: pass the support on, and say nothing else.',
    ),
})
