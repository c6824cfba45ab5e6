import { z } from 'zod'
import { Assignment, NewAssignment } from '../../coaching/assignments/schemas.ts'
import { CoachingSessionFields } from '../../coaching/coaching-sessions/schemas.ts'
import { ROLES } from '../../coaching/engagements/rules.ts'
import { Win, WinFields } from '../../guidance/wins/schemas.ts'
import { NewAccount } from '../../identity/accounts/schemas.ts'
import { ApplicationFields } from '../../journal/applications/schemas.ts'
import { InterviewFields } from '../../journal/interviews/schemas.ts'
import { NewNote } from '../../journal/notes/schemas.ts'
import { OfferFields } from '../../journal/offers/schemas.ts'
import { OUTCOME_CHANGES } from '../../journal/outcomes/rules.ts'
import { OutcomeFields } from '../../journal/outcomes/schemas.ts'
import { PauseFields } from '../../journal/pauses/schemas.ts'
import { PitchFields } from '../../journal/pitches/schemas.ts'
import { PlanFields, PlanReviewFields } from '../../journal/plans/schemas.ts'
import { QuestionFields } from '../../journal/questions/schemas.ts'
import { REASON_GROUPS } from '../../journal/reasons/rules.ts'
import { NewReason, OwnReason } from '../../journal/reasons/schemas.ts'
import { AnswerPatch, NewAnswer } from '../../journal/reflection-answers/schemas.ts'
import { NewReflection, Reflection } from '../../journal/reflections/schemas.ts'
import { NewStudyReview, StudyItem, StudyItemFields, StudyReview } from '../../journal/study-items/schemas.ts'
import { Day, Digest, filled, Id, Instant, saidAs } from '../../platform/schemas.ts'
import { RememberedRow } from '../import-effects/schemas.ts'
import { FORMAT, FORMAT_VERSION, type Kind } from './rules.ts'

const record = { id: Id, createdAt: Instant }
const { shape: application } = ApplicationFields
const { shape: interview } = InterviewFields

export const JournalReason = z
  .strictObject({ ...record, code: OwnReason.shape.code, ...NewReason.shape })
  .meta({ id: 'JournalReason', description: 'A reason that the account added to the catalogue.' })

const JournalApplication = ApplicationFields.safeExtend({
  ...record,
  tags: filled(application.tags),
  contacts: filled(application.contacts),
}).meta({ id: 'JournalApplication', description: 'One try for one role at one company.' })

const JournalPitch = z
  .strictObject({ ...record, ...PitchFields.shape })
  .meta({ id: 'JournalPitch', description: 'One version of how one explains what one offers.' })

const JournalInterview = InterviewFields.safeExtend({
  ...record,
  applicationId: Id,
  round: filled(interview.round),
  kind: filled(interview.kind),
  interviewers: filled(interview.interviewers),
  status: filled(interview.status),
  result: filled(interview.result),
}).meta({ id: 'JournalInterview', description: 'One round of an application.' })

const JournalQuestion = z
  .strictObject({
    ...record,
    interviewId: Id,
    ...QuestionFields.shape,
    kind: filled(QuestionFields.shape.kind),
  })
  .meta({ id: 'JournalQuestion', description: 'Something asked in an interview.' })

const JournalStudyReview = z
  .strictObject({
    ...record,
    rating: NewStudyReview.shape.rating,
    source: StudyReview.shape.source,
    questionId: saidAs(Id.nullish(), StudyReview.shape.questionId),
    on: saidAs(Day, StudyReview.shape.on),
  })
  .meta({ id: 'JournalStudyReview', description: 'One review of a study item.' })

export const JournalStudyItem = z
  .strictObject({
    ...record,
    ...StudyItemFields.shape,
    mode: StudyItemFields.shape.mode.unwrap().unwrap(),
    own: StudyItem.shape.own,
    scheduledOn: Day.describe('When it is due; after a review, its reviews say so.'),
    wordings: z.array(Digest).max(10_000).describe('Digests of the prompts that lead to it.'),
    reviews: z.array(JournalStudyReview).max(10_000).describe('Each time that it was gone over.'),
  })
  .meta({ id: 'JournalStudyItem', description: 'A question to be ready for, with all of its reviews.' })

const JournalOffer = z
  .strictObject({ ...record, applicationId: Id, ...OfferFields.shape })
  .meta({ id: 'JournalOffer', description: 'An offer received; one for an application.' })

export const JournalOutcome = z
  .strictObject({ ...record, applicationId: Id, ...OutcomeFields.shape })
  .meta({ id: 'JournalOutcome', description: 'How an application ended; one for an application.' })

const { element: reason } = filled(OutcomeFields.shape.reasons)
const SnapshotReason = z.strictObject({
  ...reason.shape,
  group: z.enum(REASON_GROUPS).describe('As it was then: a reason of your own may be gone since.'),
})
const Snapshot = z.strictObject({
  ...OutcomeFields.shape,
  reasons: saidAs(z.array(SnapshotReason).max(20), OutcomeFields.shape.reasons),
})
const change = z.enum(OUTCOME_CHANGES).describe('What was done to it.')
export const JournalOutcomeChange = z
  .strictObject({
    ...record,
    applicationId: Id,
    change,
    outcome: Snapshot.describe('The outcome as it was then.'),
  })
  .meta({ id: 'JournalOutcomeChange', description: 'What was ever recorded of how an application ended.' })

const JournalPlan = z
  .strictObject({ ...record, ...PlanFields.shape, status: filled(PlanFields.shape.status) })
  .meta({ id: 'JournalPlan', description: 'An if-then plan.' })

const JournalPlanReview = PlanReviewFields.safeExtend({ ...record, planId: Id }).meta({
  id: 'JournalPlanReview',
  description: 'Whether a plan was tried, and whether it helped.',
})

const JournalEntry = z
  .strictObject({
    ...record,
    step: NewAnswer.shape.step,
    text: NewAnswer.shape.text,
    selfTalkDismissed: AnswerPatch.shape.selfTalkDismissed,
    questionId: NewAnswer.shape.questionId,
    planId: Id.nullish().describe('With `do_differently`: the plan that came out of it.'),
  })
  .refine(({ step, planId }) => !planId || step === 'do_differently', {
    path: ['planId'],
    error: 'A plan comes out of do_differently',
  })
  .meta({ id: 'JournalEntry', description: 'One answer to one of the three questions.' })

export const JournalReflection = z
  .strictObject({
    ...record,
    subject: NewReflection.shape.subject,
    status: Reflection.shape.status,
    private: Reflection.shape.private,
    skipped: saidAs(z.array(NewAnswer.shape.step).max(3), Reflection.shape.skipped),
    completedAt: saidAs(Instant.nullish(), Reflection.shape.completedAt),
    entries: z.array(JournalEntry).max(10_000).describe('What was answered.'),
  })
  .meta({ id: 'JournalReflection', description: 'The three questions, with all that was answered.' })

const JournalNote = z
  .strictObject({
    ...record,
    ...NewNote.shape,
    visibility: NewNote.shape.visibility.unwrap().unwrap(),
  })
  .meta({ id: 'JournalNote', description: 'A note on an application, an interview, or the journal.' })

export const JournalCoachingSession = z
  .strictObject({
    ...record,
    ...CoachingSessionFields.shape,
    status: filled(CoachingSessionFields.shape.status),
  })
  .meta({ id: 'JournalCoachingSession', description: 'A talk with a coach, without who that was.' })

export const JournalAssignment = z
  .strictObject({
    ...record,
    ...NewAssignment.shape,
    status: Assignment.shape.status,
    madeBy: Assignment.shape.madeBy,
    sessionId: saidAs(Id.nullish(), Assignment.shape.sessionId),
    completedBy: saidAs(z.enum(ROLES).nullish(), Assignment.shape.completedBy),
    completedAt: saidAs(Instant.nullish(), Assignment.shape.completedAt),
  })
  .meta({ id: 'JournalAssignment', description: 'Something to do that a coach and a client agreed on.' })

const JournalPause = PauseFields.safeExtend(record).meta({
  id: 'JournalPause',
  description: 'A planned break.',
})

const JournalWin = z
  .strictObject({ ...record, ...WinFields.shape, on: saidAs(Day, Win.shape.on) })
  .meta({ id: 'JournalWin', description: 'A win that was added by hand.' })

const JournalImportedRow = RememberedRow.meta({
  id: 'JournalImportedRow',
  description: 'What a row of an imported table said last, so that it is recognised when it comes again.',
})

/** What a record of each kind holds, in the order in which they stand in a file: each names only what stands before it. */
export const RECORDS = {
  reasons: JournalReason,
  applications: JournalApplication,
  pitches: JournalPitch,
  interviews: JournalInterview,
  questions: JournalQuestion,
  studyItems: JournalStudyItem,
  offers: JournalOffer,
  outcomes: JournalOutcome,
  outcomeChanges: JournalOutcomeChange,
  plans: JournalPlan,
  planReviews: JournalPlanReview,
  reflections: JournalReflection,
  notes: JournalNote,
  coachingSessions: JournalCoachingSession,
  assignments: JournalAssignment,
  pauses: JournalPause,
  wins: JournalWin,
  importedRows: JournalImportedRow,
} satisfies Record<Kind, z.ZodType>

type Lists<List extends z.ZodType> = { [Name in Kind]: List }

/** What a list holds, as its records say it of themselves. */
const eachOf = ({ description = '' }: z.ZodType) =>
  `Each: ${description.charAt(0).toLowerCase()}${description.slice(1)}`

/** A list for each kind of records. */
export const listsOf = <List extends z.ZodType>(list: (schema: z.ZodType) => List) =>
  Object.fromEntries(
    Object.entries(RECORDS).map(([kind, schema]) => [kind, list(schema).describe(eachOf(schema))]),
  ) as Lists<List>

/** What a file says before its records. */
export const head = {
  format: z.literal(FORMAT).describe('What kind of file it is.'),
  formatVersion: z.literal(FORMAT_VERSION).describe('Goes up when a file can no longer be read as before.'),
  exportedAt: Instant,
  account: z
    .strictObject(NewAccount.shape)
    .describe('Whose journal it was. An import leaves the account that it comes into as it is.'),
}

export type JournalAssignment = z.output<typeof JournalAssignment>
export type JournalCoachingSession = z.output<typeof JournalCoachingSession>
export type JournalReason = z.output<typeof JournalReason>
export type JournalOutcome = z.output<typeof JournalOutcome>
export type JournalOutcomeChange = z.output<typeof JournalOutcomeChange>
export type JournalReflection = z.output<typeof JournalReflection>
export type JournalStudyItem = z.output<typeof JournalStudyItem>
