import { PlanReview } from '../../../journal/plans/schemas.ts'
import { reviewPlan as addPlanReview } from '../../../journal/plans/service.ts'
import { StudyItemPage, StudyReview } from '../../../journal/study-items/schemas.ts'
import { reviewStudyItem as addStudyReview, listStudyItems } from '../../../journal/study-items/service.ts'
import { tool } from '../../../platform/mcp/tool.ts'
import { DueStudyItems, ReviewPlan, ReviewStudyItem } from '../schemas.ts'

export const reviewPlan = tool({
  name: 'review_plan',
  title: 'Review a plan',
  description:
    'After an interview: whether an if-then plan was tried, and whether it helped. planStatus open carries it on.',
  operationId: 'reviewPlan',
  scope: 'reflections:write',
  effect: 'adds',
  input: ReviewPlan,
  output: PlanReview,
  run: (ctx, { planId, ...review }) => addPlanReview(ctx, planId, review),
})

export const dueStudyItems = tool({
  name: 'due_study_items',
  title: 'What is due to study',
  description:
    'Questions to be ready for whose day has come. Ask one at a time. With mode rehearse, let the person say the answer aloud.',
  operationId: 'listStudyItems',
  scope: 'journal:read',
  coach: ['study:read'],
  effect: 'reads',
  input: DueStudyItems,
  output: StudyItemPage,
  run: (ctx, query) => listStudyItems(ctx, { ...query, due: true }),
})

export const reviewStudyItem = tool({
  name: 'review_study_item',
  title: 'Record how a study item went',
  description:
    'How the person rates their own answer, in their judgement and not yours. It settles when the item is due again.',
  operationId: 'reviewStudyItem',
  scope: 'journal:write',
  effect: 'adds',
  input: ReviewStudyItem,
  output: StudyReview,
  run: (ctx, { studyItemId, rating }) => addStudyReview(ctx, studyItemId, { rating }),
})
