import type { Rows } from '../../records/rules/rows.ts'
import { type ApplicationRecord, isHeld, type Search } from '../../records/rules.ts'

/** What counts as going on after a setback, in the order in which acts of one day are named. */
export const FORWARD_ACTS = [
  'application_sent',
  'interview_held',
  'interview_booked',
  'study_review',
  'plan_written',
] as const
type Kind = (typeof FORWARD_ACTS)[number]

/** What was done, by the id of its application, interview, study item or plan, on a day, YYYY-MM-DD. */
export type ForwardAct = {
  kind: Kind
  id: string
  on: string
  /** The application that it belongs to, if any. */
  applicationId: string | null
}

/** The records that forward acts are read from. */
type Acted = Pick<Search, 'applications'> & {
  plans: readonly { id: string; createdOn: string }[]
  studyReviews: Readonly<Rows['studyReviews']>
}

const actOf = (kind: Kind, id: string, on: string, applicationId: string | null = null): ForwardAct => {
  return { kind, id, on, applicationId }
}

const actsOfApplication = ({ applicationId, appliedOn, interviews }: ApplicationRecord): ForwardAct[] => [
  ...(appliedOn === null ? [] : [actOf('application_sent', applicationId, appliedOn, applicationId)]),
  ...interviews.flatMap(({ id, createdOn, heldOn, ...interview }) => {
    const wasHeld = isHeld(interview)
    // Recorded ahead of its day, or before one was set, it was booked then; recorded later, nobody knows when.
    const isBooked = heldOn === null ? !wasHeld : heldOn > createdOn
    return [
      ...(isBooked ? [actOf('interview_booked', id, createdOn, applicationId)] : []),
      ...(wasHeld && heldOn !== null ? [actOf('interview_held', id, heldOn, applicationId)] : []),
    ]
  }),
]

const placeOf = ({ on, kind, id }: ForwardAct): string => `${on} ${FORWARD_ACTS.indexOf(kind)} ${id}`

/**
 * Every forward act until today, by day, on one day by kind, and then by id: an application sent, an interview held or
 * booked, a study review, a plan written. What is planned for later has not been done yet.
 * @see INSIGHTS.md, comeback profile
 */
export const forwardActsOf = ({ applications, plans, studyReviews }: Acted, today: string): ForwardAct[] =>
  [
    ...applications.flatMap(actsOfApplication),
    ...studyReviews
      .filter(({ source }) => source === 'review')
      .map(({ itemId, on }) => actOf('study_review', itemId, on)),
    ...plans.map(({ id, createdOn }) => actOf('plan_written', id, createdOn)),
  ]
    .filter(({ on }) => on <= today)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
