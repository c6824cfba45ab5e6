import { z } from 'zod'
import {
  answered,
  anyOf,
  Flag,
  Id,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  updatedFrom,
} from '../../platform/schemas.ts'
import { RATINGS, REVIEW_SOURCES, STUDY_MODES, STUDY_STATES } from './rules.ts'

const mode = z
  .enum(STUDY_MODES)
  .describe('`learn` what was not known; `rehearse` aloud what was known and did not come out.')

export const StudyItemFields = z.strictObject({
  prompt: prose(2_000).describe('What to be ready for.'),
  mode: mode.nullish().describe('`learn` unless stated.'),
  topic: line(100)
    .nullish()
    .describe('What it is about. Interviews of applications with this tag draw it nearer.'),
  answerNotes: prose().nullish().describe('Your own answer, as you want to give it.'),
})
const example = { prompt: 'How do you find a slow query?', topic: 'SQL' }

export const NewStudyItem = StudyItemFields.meta({
  id: 'NewStudyItem',
  description: 'A question to be ready for. Missed questions become study items by themselves.',
  examples: [example],
})
export const StudyItemPatch = patchOf(StudyItemFields).meta({
  id: 'StudyItemPatch',
  description: 'Changes to a study item. Null clears a member.',
  examples: [{ answerNotes: 'Begin with the plan of the query, and then its numbers.' }],
})

export const StudyItem = z
  .object({
    ...recordMembers,
    ...answered(StudyItemFields, 'mode'),
    own: z
      .boolean()
      .describe('Added or changed by hand: it stays, whatever becomes of a question that was missed.'),
    state: z
      .enum(STUDY_STATES)
      .describe('`ready`: the last answer was good or easy, at an interval of seven days or more.'),
    dueOn: z.iso
      .date()
      .describe(
        'When it is worth a review: as its schedule says, or the day before an interview that asks for it.',
      ),
    nextInterviewOn: z.iso
      .date()
      .nullable()
      .describe('The next interview that may ask for it, on its day in the time zone of the account.'),
    askedCount: z.int().min(0).describe('How often it was asked.'),
    missedCount: z.int().min(0).describe('How often it was answered partly, or not.'),
  })
  .meta({ id: 'StudyItem', description: 'A question to be ready for, with all times it was asked.' })

export const StudyItemQuery = ListQuery.extend({
  due: Flag.optional().describe('Only those due today or before, or only the others.'),
  state: anyOf(STUDY_STATES).describe('In this state, or in one of these.'),
  topic: line(100).optional().describe('This topic, upper or lower case alike.'),
  updatedFrom: updatedFrom.describe(
    'Made, changed or reviewed at this instant or later; a miss that adds a review, or asks for another `mode`, counts. That it was asked again otherwise, or that an interview draws it nearer, does not.',
  ),
})
export const StudyItemPage = pageOf('StudyItemPage', StudyItem)

export const NewStudyReview = z
  .strictObject({
    rating: z
      .enum(RATINGS)
      .describe('`again`: no answer. `hard`: a rough one. `good`: a clear one. `easy`: you could teach it.'),
  })
  .meta({ id: 'NewStudyReview', description: 'How a review went.', examples: [{ rating: 'good' }] })

export const StudyReview = z
  .object({
    ...recordMembers,
    itemId: Id.describe('The study item that was reviewed.'),
    rating: NewStudyReview.shape.rating,
    source: z.enum(REVIEW_SOURCES).describe('`interview`: it was asked again there, and missed.'),
    questionId: Id.nullable().describe(
      'The question that was missed. Once it is removed, or not missed after all, the review goes with it.',
    ),
    on: z.iso.date().describe('The day, in the time zone of the account.'),
  })
  .meta({ id: 'StudyReview', description: 'One review of a study item. Its schedule follows from these.' })
export const StudyReviewPage = pageOf('StudyReviewPage', StudyReview)

export const StudyMerge = z.strictObject({ from: Id.describe('The item that goes up in this one.') }).meta({
  id: 'StudyMerge',
  description: 'Two wordings of one question.',
  examples: [{ from: '01998a5c-0000-7000-8000-000000000000' }],
})
