import { interviewsAhead } from '../../../insights/ahead/rules.ts'
import { daysBetween } from '../../../insights/figures/rules/times.ts'
import { compare } from '../../search-records/rules/comebacks.ts'
import { about } from '../../search-records/rules/subject.ts'
import type { SearchRecord } from '../../search-records/rules.ts'
import { type Action, soonestFirst } from './action.ts'
import { isActive } from './follow-ups.ts'

/** From how many days before an interview it is worth a look at the prep. */
const PREP_DAYS = 3

/**
 * Whether something that counts as prep was done in the days before an interview: a study item reviewed at home, or a
 * plan written or reviewed. That prep was read is on no record, so this is the nearest that a record can say.
 */
const isPrepared = ({ studyReviews, plans, today }: SearchRecord, day: string): boolean => {
  const counts = (on: string | null) => on !== null && on <= today && daysBetween(on, day) <= PREP_DAYS
  return (
    studyReviews.some(({ source, on }) => source === 'review' && counts(on)) ||
    plans.some(({ createdOn, reviewedOn }) => counts(createdOn) || counts(reviewedOn))
  )
}

type Upcoming = ReturnType<typeof interviewsAhead>[number]

const subjectOf = ({ id, applicationId }: Pick<Upcoming, 'id' | 'applicationId'>) =>
  about({ interviewId: id, applicationId })

/** Interviews of today and the next three days; those that were prepared for, and later ones, are told of once. */
export const interviewActions = (record: SearchRecord): Action[] => {
  const isSoon = ({ heldOn }: Upcoming) =>
    heldOn !== null && daysBetween(record.today, heldOn) <= PREP_DAYS && !isPrepared(record, heldOn)
  const ahead = interviewsAhead(record.applications, record)
  const soon = ahead.filter(isSoon).map((interview): Action => {
    const dueOn = interview.heldOn as string
    const days = daysBetween(record.today, dueOn)
    return { code: 'prepare_interview', basis: { days }, dueOn, subject: subjectOf(interview) }
  })
  const next = ahead.find((interview) => !isSoon(interview))
  if (!next) return soon
  const days = next.heldOn === null ? null : daysBetween(record.today, next.heldOn)
  return [...soon, { code: 'interview_ahead', basis: { days }, dueOn: next.heldOn, subject: subjectOf(next) }]
}

/** Interviews whose day lies behind, the latest first, of which nobody has said whether they were held. */
export const unconfirmedActions = ({ applications, today }: SearchRecord): Action[] =>
  applications
    .filter(isActive)
    .flatMap(({ interviews }) => interviews)
    .flatMap(({ status, heldOn, ...ids }) =>
      status === 'scheduled' && heldOn !== null && heldOn < today ? [{ ...ids, heldOn }] : [],
    )
    .sort((a, b) => compare(b.heldOn, a.heldOn) || compare(a.id, b.id))
    .map(({ heldOn, ...ids }) => ({
      code: 'confirm_interview',
      basis: { days: daysBetween(heldOn, today) },
      dueOn: null,
      subject: subjectOf(ids),
    }))

/** Offers that wait for an answer. */
export const offerActions = ({ applications, today }: SearchRecord): Action[] =>
  applications
    .flatMap(({ applicationId, offer, outcome, respondBy: dueOn }): Action[] => {
      if (!offer || outcome) return []
      const days = dueOn === null ? null : daysBetween(today, dueOn)
      return [{ code: 'answer_offer', basis: { days }, dueOn, subject: about({ applicationId }) }]
    })
    .sort(soonestFirst)
