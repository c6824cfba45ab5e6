import { z } from 'zod'
import {
  answered,
  anyOf,
  Id,
  ListQuery,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  updatedFrom,
} from '../../platform/schemas.ts'
import { HELPED, PLAN_STATUSES } from './rules.ts'

const example = {
  if: 'they ask for an example of a conflict',
  then: 'I tell the story of the two deadlines, in three sentences',
}

/** The two parts of an if-then plan. */
export const PlanParts = z
  .strictObject({
    if: prose(500).describe('The moment to notice.'),
    then: prose(500).describe('What to do in that moment.'),
  })
  .meta({
    id: 'PlanParts',
    description: 'If this comes up, then I will do that. The two parts must not say the same.',
    examples: [example],
  })

export const PlanFields = z.strictObject({
  ...PlanParts.shape,
  status: z.enum(PLAN_STATUSES).nullish().describe('Whether it is still to be tried. `open` unless stated.'),
  private: z
    .boolean()
    .nullish()
    .describe(
      'A private plan is never shown to a coach. False unless stated; one that comes out of a private reflection is private.',
    ),
})
export const NewPlan = PlanFields.meta({
  id: 'NewPlan',
  description: 'A new if-then plan.',
  examples: [example],
})
export const PlanPatch = patchOf(PlanFields).meta({
  id: 'PlanPatch',
  description: 'Changes to a plan. Null opens it again, or shows it to coaches.',
  examples: [{ status: 'dropped' }],
})

export const Plan = z.object({ ...recordMembers, ...answered(PlanFields, 'status', 'private') }).meta({
  id: 'Plan',
  description: 'An if-then plan. It is there to be seen again before the next interview.',
})

export const PlanQuery = ListQuery.extend({
  status: anyOf(PLAN_STATUSES).describe('Those in this state, or in one of these.'),
  updatedFrom: updatedFrom.describe('Made or changed at this instant or later; its reviews count.'),
})
export const PlanPage = pageOf('PlanPage', Plan)

export const PlanReviewFields = z
  .strictObject({
    interviewId: Id.nullish().describe(
      'The interview that this is about: where it was tried, or could have been.',
    ),
    tried: z.boolean().describe('Whether you did it.'),
    helped: z.enum(HELPED).nullish().describe('Whether it helped. Left out when the plan was not tried.'),
    notes: prose().nullish().describe('What you noticed.'),
  })
  .refine(({ tried, helped }) => tried || !helped, {
    path: ['helped'],
    error: 'A plan that was not tried can neither help nor fail',
  })
export const NewPlanReview = PlanReviewFields.safeExtend({
  planStatus: z
    .enum(['open', 'dropped'])
    .nullish()
    .describe(
      'What becomes of the plan: `open` carries it on, `dropped` lets it go. Unless stated, one that was tried is `tried`, and one that was not stays as it is.',
    ),
}).meta({
  id: 'NewPlanReview',
  description: 'Whether a plan was tried, whether it helped, and what becomes of it.',
  examples: [
    { tried: true, helped: 'yes' },
    { tried: true, helped: 'unsure', planStatus: 'open' },
  ],
})
export const PlanReview = z
  .object({
    ...recordMembers,
    planId: Id.describe('The plan that was reviewed.'),
    ...answered(PlanReviewFields),
  })
  .meta({ id: 'PlanReview', description: 'Whether a plan was tried, and whether it helped.' })
export const PlanReviewPage = pageOf('PlanReviewPage', PlanReview)
