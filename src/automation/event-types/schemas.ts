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
import { DISABLED_REASONS } from './rules.ts'

const EXAMPLE_ID = '0197283f-5c10-7d52-a5ac-7ea6a60f1b9d'
const OTHER_ID = '01972840-11aa-7b01-93c2-2f0d5b6c8e41'

const id = (example = EXAMPLE_ID) => Id.meta({ examples: [example] })
const day = z.iso.date().meta({ examples: ['2026-03-17'] })
const oneOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  example: Values[number],
) => z.enum(values).meta({ examples: [example] })
const count = (example: number) =>
  z
    .int()
    .min(0)
    .meta({ examples: [example] })
const orNull = <Member extends z.ZodType>(member: Member, example: unknown = null) =>
  member.nullable().meta({ examples: [example] })

/** What an event tells, with what happened in one sentence. */
const told = <Shape extends z.core.$ZodShape>(description: string, shape: Shape) =>
  z.strictObject(shape).meta({ description })

const application = {
  applicationId: id(),
  stage: oneOf(STAGES, 'applied'),
  status: oneOf(STATUSES, 'open'),
}
const previously = { previousStage: oneOf(STAGES, 'saved'), previousStatus: oneOf(STATUSES, 'open') }
const interviewOf = { interviewId: id(), applicationId: id(OTHER_ID) }
const interview = {
  ...interviewOf,
  round: z
    .int()
    .min(1)
    .meta({ examples: [2] }),
  status: oneOf(INTERVIEW_STATUSES, 'completed'),
  result: oneOf(INTERVIEW_RESULTS, 'advanced'),
}
const question = {
  questionId: id(),
  interviewId: id(OTHER_ID),
  kind: orNull(z.enum(QUESTION_KINDS), 'technical'),
  answered: orNull(z.enum(ANSWERED), 'partly'),
}
const attribution = orNull(z.enum(ATTRIBUTIONS), 'not_about_you')
const outcome = { applicationId: id(), kind: oneOf(OUTCOME_KINDS, 'rejected'), attribution }
const outcomeBefore = { previousKind: oneOf(OUTCOME_KINDS, 'no_response'), previousAttribution: attribution }
const offer = { applicationId: id(), receivedOn: orNull(day, '2026-03-17') }
const reflection = {
  reflectionId: id(),
  interviewId: orNull(Id, OTHER_ID),
  applicationId: orNull(Id),
  from: orNull(day),
  to: orNull(day),
}
const plan = { planId: id(), status: oneOf(PLAN_STATUSES, 'open') }
const item = { studyItemId: id(), state: oneOf(STUDY_STATES, 'new') }
const note = {
  noteId: id(),
  applicationId: orNull(Id, OTHER_ID),
  interviewId: orNull(Id),
  visibility: oneOf(VISIBILITIES, 'author'),
}
const pause = { pauseId: id(), from: day, to: orNull(day) }
const reason = { reasonId: id(), group: oneOf(REASON_GROUPS, 'fit') }
const win = { winId: id(), on: day }
const engagement = {
  engagementId: id(),
  role: oneOf(ROLES, 'client'),
  status: oneOf(STORED, 'active'),
  invitedBy: oneOf(ROLES, 'coach'),
  scopes: z.string().meta({ examples: ['journal:read insights:read'] }),
  endsOn: orNull(day),
}
const assignment = {
  assignmentId: id(),
  engagementId: orNull(Id, OTHER_ID),
  status: oneOf(ASSIGNMENT_STATUSES, 'open'),
  madeBy: oneOf(ROLES, 'coach'),
  completedBy: orNull(z.enum(ROLES)),
}
const coachingSession = {
  coachingSessionId: id(),
  engagementId: orNull(Id, OTHER_ID),
  status: oneOf(SESSION_STATUSES, 'scheduled'),
}
const counts = {
  importId: id(),
  rows: count(14),
  done: count(14),
  added: count(11),
  updated: count(1),
  duplicateSkipped: count(0),
  noop: count(2),
  invalid: count(0),
}

/** Every type of event, with what its `data` holds: ids and key fields, no text that a person wrote. */
export const EVENT_DATA = {
  'application.created': told('An application was recorded.', application),
  'application.updated': told('An application changed.', { ...application, ...previously }),
  'application.deleted': told('An application was removed.', { applicationId: id(), ...previously }),
  'interview.created': told('An interview was recorded.', interview),
  'interview.updated': told('An interview changed.', {
    ...interview,
    previousStatus: oneOf(INTERVIEW_STATUSES, 'scheduled'),
    previousResult: oneOf(INTERVIEW_RESULTS, 'pending'),
  }),
  'interview.deleted': told('An interview was removed.', interviewOf),
  'question.created': told('A question that was asked was noted.', question),
  'question.updated': told('A question that was asked changed.', {
    ...question,
    previousAnswered: orNull(z.enum(ANSWERED), 'did_not_know'),
  }),
  'question.deleted': told('A question that was asked was removed.', {
    questionId: id(),
    interviewId: id(OTHER_ID),
  }),
  'outcome.recorded': told('An application ended.', outcome),
  'outcome.corrected': told('How an application ended was corrected.', { ...outcome, ...outcomeBefore }),
  'outcome.retracted': told('An application that ended is open again.', {
    applicationId: id(),
    ...outcomeBefore,
  }),
  'offer.recorded': told('An offer came.', offer),
  'offer.corrected': told('An offer was corrected.', offer),
  'offer.retracted': told('An offer was taken out of the record.', { applicationId: id() }),
  'reason.created': told('A reason of the account’s own was added.', reason),
  'reason.updated': told('A reason of the account’s own changed.', reason),
  'reason.deleted': told('A reason of the account’s own was removed.', reason),
  'reflection.created': told('A reflection was begun.', reflection),
  'reflection.updated': told('A reflection changed.', { reflectionId: id() }),
  'reflection.completed': told('A reflection was completed.', reflection),
  'reflection.deleted': told('A reflection was removed.', { reflectionId: id() }),
  'plan.created': told('A plan was made.', plan),
  'plan.updated': told('A plan changed.', { ...plan, previousStatus: oneOf(PLAN_STATUSES, 'open') }),
  'plan.reviewed': told('Somebody looked back on a plan.', {
    planId: id(),
    tried: z.boolean().meta({ examples: [true] }),
    helped: orNull(z.enum(HELPED), 'yes'),
  }),
  'plan.deleted': told('A plan was removed.', { planId: id() }),
  'study_item.created': told('There is a new question to be ready for.', item),
  'study_item.updated': told('A question to be ready for changed.', item),
  'study_item.reviewed': told('A question to be ready for was studied, or missed again.', {
    studyItemId: id(),
    rating: oneOf(RATINGS, 'good'),
    source: oneOf(REVIEW_SOURCES, 'review'),
  }),
  'study_item.ready': told('A question is mastered for now.', { studyItemId: id() }),
  'study_item.deleted': told('A question to be ready for was removed.', item),
  'pitch.created': told('A pitch was written.', { pitchId: id() }),
  'pitch.updated': told('A pitch changed.', { pitchId: id() }),
  'pitch.deleted': told('A pitch was removed.', { pitchId: id() }),
  'note.created': told('A note was written.', note),
  'note.updated': told('A note changed.', { ...note, previousVisibility: oneOf(VISIBILITIES, 'shared') }),
  'note.deleted': told('A note was removed.', note),
  'pause.created': told('A pause was declared.', pause),
  'pause.updated': told('A pause changed.', { ...pause, previousFrom: day, previousTo: orNull(day) }),
  'pause.deleted': told('A pause was removed.', pause),
  'win.created': told('A win was added by hand.', win),
  'win.updated': told('A win that was added by hand changed.', { ...win, previousOn: day }),
  'win.deleted': told('A win that was added by hand was removed.', win),
  'engagement.created': told('A coach or a client was invited, or you accepted an invitation.', engagement),
  'engagement.updated': told('Your invitation was accepted, or what the coach may do changed.', {
    ...engagement,
    previousStatus: oneOf(STORED, 'invited'),
    previousScopes: z.string().meta({ examples: ['journal:read'] }),
  }),
  'engagement.ended': told('An engagement ended, or an invitation was taken back.', {
    ...engagement,
    status: oneOf(STORED, 'ended'),
    previousStatus: oneOf(STORED, 'active'),
  }),
  'assignment.created': told('A coach or the client noted something to do.', assignment),
  'assignment.updated': told('An assignment changed.', assignment),
  'assignment.completed': told('One side said that an assignment is done.', {
    ...assignment,
    status: oneOf(ASSIGNMENT_STATUSES, 'done'),
    completedBy: orNull(z.enum(ROLES), 'client'),
  }),
  'assignment.withdrawn': told('An assignment was taken back.', {
    ...assignment,
    status: oneOf(ASSIGNMENT_STATUSES, 'withdrawn'),
  }),
  'coaching_session.created': told('A coach or the client set down a session.', coachingSession),
  'coaching_session.updated': told('A coaching session changed.', {
    ...coachingSession,
    status: oneOf(SESSION_STATUSES, 'held'),
  }),
  'import.completed': told('A file was brought in.', counts),
  'import.failed': told('A file was brought in as far as its rows go that are counted.', counts),
  'webhook_endpoint.disabled': told('Nothing more is sent to an endpoint until it is enabled again.', {
    webhookEndpointId: id(),
    reason: oneOf(DISABLED_REASONS, 'failing'),
  }),
} as const

type Type = keyof typeof EVENT_DATA

export const EventName = z
  .enum(Object.keys(EVENT_DATA) as [Type, ...Type[]])
  .meta({ id: 'EventName', description: 'What happened. More may come.' })

export const EventData = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('Ids and key fields, as the type of the event has them. No text that a person wrote.')

const EventMessage = z
  .object({
    id: Id.describe('That of the event; `webhook-id` is the same, however often it is sent.'),
    type: EventName,
    timestamp: z.iso.datetime({ precision: 3 }).describe('When it happened.'),
    data: EventData,
  })
  .meta({ id: 'EventMessage', description: 'An event in the form in which webhooks bring it.' })

export const messageOfType = (type: Type) =>
  z.object({ ...EventMessage.shape, type: z.literal(type), data: EVENT_DATA[type] })

export const EventTypeList = z
  .object({
    data: z.array(z.object({ type: EventName, description: z.string(), example: EventMessage })),
  })
  .meta({ id: 'EventTypeList', description: 'Every type of event there is.' })

export const EventSamples = z
  .object({ data: z.array(EventMessage) })
  .meta({ id: 'EventSamples', description: 'The latest events of one type, or an example of it.' })

export const EventTypeParams = z.strictObject({
  type: z.string().max(100).describe('One of the types that `GET /v1/event-types` lists.'),
})
