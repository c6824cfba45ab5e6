import { z } from 'zod'
import { ASSIGNMENT_STATUSES } from '../../coaching/assignments/rules.ts'
import { SESSION_STATUSES } from '../../coaching/coaching-sessions/rules.ts'
import { ROLES, STORED } from '../../coaching/engagements/rules.ts'
import { STAGES, STATUSES } from '../../journal/applications/rules.ts'
import { INTERVIEW_RESULTS, INTERVIEW_STATUSES } from '../../journal/interviews/rules.ts'
import { VISIBILITIES } from '../../journal/notes/rules.ts'
import { ATTRIBUTIONS, OUTCOME_KINDS } from '../../journal/outcomes/rules.ts'
import { HELPED, PLAN_STATUSES } from '../../journal/plans/rules.ts'
import { ANSWERED, QUESTION_KINDS } from '../../journal/questions/rules.ts'
import { REASON_GROUPS } from '../../journal/reasons/rules.ts'
import { RATINGS, REVIEW_SOURCES, STUDY_STATES } from '../../journal/study-items/rules.ts'
import { Id } from '../../platform/schemas.ts'
import { DISABLED_REASONS } from '../event-types/rules.ts'

// The first example of each member makes the example of its event, so members are made with one.

const EXAMPLE_ID = '0197283f-5c10-7d52-a5ac-7ea6a60f1b9d'
const OTHER_ID = '01972840-11aa-7b01-93c2-2f0d5b6c8e41'

type Values = readonly [string, ...string[]]
type Example = string | number | boolean | null

const told = <Member extends z.ZodType>(member: Member, example: Example, description: string) =>
  member.meta({ description, examples: [example] })
const id = (description: string, example = EXAMPLE_ID) => told(Id, example, description)
const idOrNull = (description: string, example: string | null = null) =>
  told(Id.nullable(), example, description)
const day = (description: string) => told(z.iso.date(), '2026-03-17', description)
const dayOrNull = (description: string, example: string | null = null) =>
  told(z.iso.date().nullable(), example, description)
const oneOf = <const Some extends Values>(values: Some, example: Some[number], description: string) =>
  told(z.enum(values), example, description)
const oneOfOrNull = <const Some extends Values>(
  values: Some,
  example: Some[number] | null,
  description: string,
) => told(z.enum(values).nullable(), example, description)
const count = (example: number, description: string) => told(z.int().min(0), example, description)

const applicationId = id('The application.')
export const application = {
  applicationId,
  stage: oneOf(STAGES, 'applied', 'How far the application ever got.'),
  status: oneOf(STATUSES, 'open', 'Open until an outcome is recorded.'),
}
export const applicationBefore = {
  previousStage: oneOf(STAGES, 'saved', 'How far it had got before.'),
  previousStatus: oneOf(STATUSES, 'open', 'Whether it was open before.'),
}
export const ofApplication = { applicationId }

export const ofInterview = {
  interviewId: id('The interview.'),
  applicationId: id('The application that it belongs to.', OTHER_ID),
}
export const interview = {
  ...ofInterview,
  round: told(z.int().min(1), 2, 'Which round of the application.'),
  status: oneOf(INTERVIEW_STATUSES, 'completed', 'Whether it took place.'),
  result: oneOf(INTERVIEW_RESULTS, 'advanced', 'What came of it.'),
}
export const interviewBefore = {
  previousStatus: oneOf(INTERVIEW_STATUSES, 'scheduled', 'The status before.'),
  previousResult: oneOf(INTERVIEW_RESULTS, 'pending', 'The result before.'),
}

const ANSWER = 'How it was answered; null where nobody said.'
export const ofQuestion = {
  questionId: id('The question.'),
  interviewId: id('The interview in which it was asked.', OTHER_ID),
}
export const question = {
  ...ofQuestion,
  kind: oneOfOrNull(QUESTION_KINDS, 'technical', 'What kind of question.'),
  answered: oneOfOrNull(ANSWERED, 'partly', ANSWER),
}
export const questionBefore = {
  previousAnswered: oneOfOrNull(ANSWERED, 'did_not_know', 'The same before.'),
}

const ATTRIBUTION = 'What kind of cause the reasons speak for; null where it was your own decision.'
export const outcome = {
  applicationId,
  kind: oneOf(OUTCOME_KINDS, 'rejected', 'How the application ended. More may come.'),
  attribution: oneOfOrNull(ATTRIBUTIONS, 'not_about_you', ATTRIBUTION),
}
export const outcomeBefore = {
  previousKind: oneOf(OUTCOME_KINDS, 'no_response', 'How it ended by the record before. More may come.'),
  previousAttribution: oneOfOrNull(ATTRIBUTIONS, 'not_about_you', 'The attribution before.'),
}

export const offer = { applicationId, receivedOn: dayOrNull('When the offer came.', '2026-03-17') }

export const reason = {
  reasonId: id('The reason.'),
  group: oneOf(REASON_GROUPS, 'fit', 'Decides the attribution of outcomes that name it.'),
}

export const ofReflection = { reflectionId: id('The reflection.') }
export const reflection = {
  ...ofReflection,
  interviewId: idOrNull('The interview that it is about, if it is about one.', OTHER_ID),
  applicationId: idOrNull('The application that it is about, if it is about one.'),
  from: dayOrNull('The first day that it looks back on, if it is about days.'),
  to: dayOrNull('The last such day.'),
}

export const ofPlan = { planId: id('The plan.') }
export const plan = {
  ...ofPlan,
  status: oneOf(PLAN_STATUSES, 'open', 'Whether it is still to be tried.'),
}
export const planBefore = { previousStatus: oneOf(PLAN_STATUSES, 'open', 'The status before.') }
export const planReview = {
  ...ofPlan,
  tried: told(z.boolean(), true, 'Whether the plan was tried.'),
  helped: oneOfOrNull(HELPED, 'yes', 'Whether it helped; null where it was not tried, or nobody said.'),
}

export const ofStudyItem = { studyItemId: id('The study item.') }
export const studyItem = {
  ...ofStudyItem,
  state: oneOf(STUDY_STATES, 'new', 'Whether the question is ready, by the reviews so far.'),
}
export const studyReview = {
  ...ofStudyItem,
  rating: oneOf(RATINGS, 'good', 'How it went.'),
  source: oneOf(REVIEW_SOURCES, 'review', '`interview`: it was asked again there, and missed.'),
}

export const pitch = { pitchId: id('The pitch.') }

export const note = {
  noteId: id('The note.'),
  applicationId: idOrNull('The application that it is about, if it is about one.', OTHER_ID),
  interviewId: idOrNull('The interview that it is about, if it is about one.'),
  visibility: oneOf(VISIBILITIES, 'author', 'Who may read it.'),
}
export const noteBefore = { previousVisibility: oneOf(VISIBILITIES, 'shared', 'Who could read it before.') }

export const pause = {
  pauseId: id('The pause.'),
  from: day('The first day.'),
  to: dayOrNull('The last day; null while the end is open.'),
}
export const pauseBefore = {
  previousFrom: day('The first day before.'),
  previousTo: dayOrNull('The last day before; null where the end was open.'),
}

export const win = { winId: id('The win.'), on: day('The day of it.') }
export const winBefore = { previousOn: day('The day before the change.') }

const scopes = (example: string, description: string) => told(z.string(), example, description)
export const engagement = {
  engagementId: id('The engagement.'),
  role: oneOf(ROLES, 'client', 'Your own part in it.'),
  status: oneOf(STORED, 'active', 'How it stands. More may come.'),
  invitedBy: oneOf(ROLES, 'coach', 'Who made the invitation.'),
  scopes: scopes('journal:read insights:read', 'What the client lets the coach do, with spaces between.'),
  endsOn: dayOrNull('The last day, in the time zone of the client; null while it is open.'),
}
export const engagementBefore = {
  previousStatus: oneOf(STORED, 'invited', 'How it stood before.'),
  previousScopes: scopes('journal:read', 'What the coach could do before.'),
}
export const engagementEnded = {
  ...engagement,
  status: oneOf(STORED, 'ended', 'Always `ended`.'),
  previousStatus: oneOf(STORED, 'active', 'How it stood before.'),
}

const assignmentStatus = (example: (typeof ASSIGNMENT_STATUSES)[number]) =>
  oneOf(ASSIGNMENT_STATUSES, example, 'Whether it is still to be done. More may come.')
const completedBy = (example: (typeof ROLES)[number] | null) =>
  oneOfOrNull(ROLES, example, 'Who said that it is done; null until then.')
export const assignment = {
  assignmentId: id('The assignment.'),
  engagementId: idOrNull('The engagement that it belongs to; null where that is gone.', OTHER_ID),
  status: assignmentStatus('open'),
  madeBy: oneOf(ROLES, 'coach', 'Whose idea it was.'),
  completedBy: completedBy(null),
}
export const assignmentDone = {
  ...assignment,
  status: assignmentStatus('done'),
  completedBy: completedBy('client'),
}
export const assignmentWithdrawn = { ...assignment, status: assignmentStatus('withdrawn') }

const sessionStatus = (example: (typeof SESSION_STATUSES)[number]) =>
  oneOf(SESSION_STATUSES, example, 'Whether it took place. More may come.')
export const coachingSession = {
  coachingSessionId: id('The coaching session.'),
  engagementId: idOrNull('The engagement that it belongs to; null where that is gone.', OTHER_ID),
  status: sessionStatus('scheduled'),
}
export const coachingSessionHeld = { ...coachingSession, status: sessionStatus('held') }

export const importCounts = {
  importId: id('The import.'),
  rows: count(14, 'How many rows or records the file holds.'),
  done: count(14, 'How many of them are done; the other five add up to it.'),
  added: count(11, 'How many are new in the journal.'),
  updated: count(1, 'How many changed an application.'),
  duplicateSkipped: count(0, 'How many were recorded by hand, and added nothing.'),
  noop: count(2, 'How many were imported before, and said nothing new.'),
  invalid: count(0, 'How many were not taken over.'),
}

export const endpointDisabled = {
  webhookEndpointId: id('The endpoint.'),
  reason: oneOf(
    DISABLED_REASONS,
    'failing',
    '`gone`: it answered 410. `failing`: nothing but failures for five days. More may come.',
  ),
}
