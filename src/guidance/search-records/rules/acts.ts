import { isNo, learnedOn } from '../../../insights/comeback/rules/setbacks.ts'
import { isHeld, isSent } from '../../../insights/records/rules.ts'
import type { SearchInterview, SearchRecord } from '../rules.ts'
import type { ForwardAct, Setback } from './comebacks.ts'

const actsOfInterview = (interview: SearchInterview): ForwardAct[] => {
  const { id, applicationId, heldOn, createdOn, status } = interview
  // Recorded ahead of its day, it was booked then; recorded later, nobody knows when.
  const isAhead = heldOn === null ? status === 'scheduled' : heldOn > createdOn
  return [
    ...(isAhead ? [{ kind: 'interview_booked' as const, id, on: createdOn, applicationId }] : []),
    ...(isHeld(interview) && heldOn !== null
      ? [{ kind: 'interview_held' as const, id, on: heldOn, applicationId }]
      : []),
  ]
}

/** Every forward act on record until today: what is planned for later has not been done yet. */
export const forwardActsOf = (record: SearchRecord): ForwardAct[] => {
  const sent = record.applications.flatMap(({ applicationId, appliedOn: on }) =>
    on === null ? [] : [{ kind: 'application_sent' as const, id: applicationId, on, applicationId }],
  )
  const studied = record.studyReviews
    .filter(({ source }) => source === 'review')
    .map(({ itemId, on }) => ({ kind: 'study_review' as const, id: itemId, on, applicationId: null }))
  const planned = record.plans.map(({ id, createdOn }) => ({
    kind: 'plan_written' as const,
    id,
    on: createdOn,
    applicationId: null,
  }))
  const interviews = record.applications.flatMap((application) => application.interviews)
  return [...sent, ...interviews.flatMap(actsOfInterview), ...studied, ...planned].filter(
    ({ on }) => on <= record.today,
  )
}

/**
 * Every no and every silence, but for wishes whose role closed before they were sent. Where no day is on record, it was
 * learned of by the day on which it was recorded: what was done later was done after it.
 */
export const setbacksOf = ({ applications }: SearchRecord): Setback[] =>
  applications
    .filter((application) => isNo(application) && isSent(application))
    .flatMap((application) => {
      const on = learnedOn(application) ?? application.outcomeRecordedOn
      return on === null ? [] : [{ applicationId: application.applicationId, on }]
    })
