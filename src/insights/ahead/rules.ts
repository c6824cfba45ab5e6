import type { Present } from '../../journal/interviews/rules.ts'
import { isOffered } from '../chance/rules.ts'
import type { InterviewRecord, Rows } from '../records/rules/rows.ts'
import { type ApplicationRecord, isHeld, type Search } from '../records/rules.ts'

export type SummaryRecords = Search & { plans: readonly Pick<Rows['plans'][number], 'id' | 'status'>[] }

const MOST_LISTED = 20

/** Text order; null comes last, whichever way. */
const ordered =
  (direction: 1 | -1) =>
  (a: string | null, b: string | null): number => {
    if (a === b) return 0
    if (a === null) return 1
    if (b === null) return -1
    return a < b ? -direction : direction
  }
const soonestFirst = ordered(1)
const latestFirst = ordered(-1)

const owedAfterOffer = (application: ApplicationRecord) => {
  const about = application.reflections.filter(({ interviewId }) => interviewId === null)
  if (!isOffered(application) || about.some(({ status }) => status === 'completed')) return []
  const [openReflectionId = null] = about.map(({ id }) => id).sort()
  return [{ applicationId: application.applicationId, openReflectionId }]
}

const owedBy = ({ applicationId, interviews, reflections }: ApplicationRecord) => {
  const about = (status: 'open' | 'completed', interviewId: string | null) =>
    reflections.filter((it) => it.status === status && it.interviewId === interviewId).map(({ id }) => id)
  if (about('completed', null).length > 0) return []
  return interviews
    .filter((interview) => isHeld(interview) && about('completed', interview.id).length === 0)
    .map(({ id, heldOn }) => ({
      interviewId: id,
      applicationId,
      heldOn,
      openReflectionId: [...about('open', id), ...about('open', null)].sort().at(0) ?? null,
    }))
}

/**
 * Interviews held that no finished reflection covers, latest first, at most 20 of them listed; rounds that were won
 * count like any other. A finished reflection about the whole application covers all of its interviews. So with offers,
 * whatever became of them: one is owed for each application that came to an offer, until one about it is finished.
 */
export const reflectionsOwed = (applications: readonly ApplicationRecord[]) => {
  const owed = applications
    .flatMap(owedBy)
    .sort((a, b) => latestFirst(a.heldOn, b.heldOn) || latestFirst(a.interviewId, b.interviewId))
  const offers = applications
    .flatMap(owedAfterOffer)
    .sort((a, b) => latestFirst(a.applicationId, b.applicationId))
  return {
    count: owed.length + offers.length,
    interviewCount: owed.length,
    interviews: owed.slice(0, MOST_LISTED),
    offers: offers.slice(0, MOST_LISTED),
  }
}

const listed = (ids: readonly string[]) => ({ count: ids.length, ids: [...ids].sort().slice(0, MOST_LISTED) })

/** What is still to come, by its instant or else its day; what has neither may come any time. */
const isAhead = ({ status, startsAt, heldOn }: InterviewRecord, { now, today }: Present): boolean =>
  status === 'scheduled' && (startsAt ? startsAt >= now : heldOn === null || heldOn >= today)

type Course = Pick<ApplicationRecord, 'applicationId' | 'outcome'> & {
  interviews: readonly InterviewRecord[]
}

/**
 * The interviews to come of open applications, the soonest first: by day, on one day those without a time before the
 * others, and those without a day last.
 */
export const interviewsAhead = (applications: readonly Course[], present: Present) =>
  applications
    .filter(({ outcome }) => outcome === null)
    .flatMap(({ applicationId, interviews }) =>
      interviews
        .filter((interview) => isAhead(interview, present))
        .map((interview) => ({ ...interview, applicationId })),
    )
    .sort(
      (a, b) =>
        soonestFirst(a.heldOn, b.heldOn) ||
        soonestFirst(a.startsAt ?? '', b.startsAt ?? '') ||
        soonestFirst(a.id, b.id),
    )

/**
 * What lies ahead in the whole journal, whatever the period: the next interview of an open application, plans to try,
 * reflections that were begun.
 */
export const aheadOf = ({ applications, plans, lookBacks }: SummaryRecords, present: Present) => {
  const [next] = interviewsAhead(applications, present)
  const reflections = [...applications.flatMap((application) => application.reflections), ...lookBacks]
  const begun = reflections.filter(({ status }) => status === 'open')
  return {
    interview: next
      ? { interviewId: next.id, applicationId: next.applicationId, startsAt: next.startsAt }
      : null,
    plans: listed(plans.filter(({ status }) => status === 'open').map(({ id }) => id)),
    openReflections: listed(begun.map(({ id }) => id)),
  }
}
