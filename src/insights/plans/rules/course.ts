import { placeFrom } from '../../records/rules/places.ts'
import { type ApplicationRecord, isHeld, type Records } from '../../records/rules.ts'

type PlanRecords = Records<'plans' | 'planReviews'>
type Plan = PlanRecords['plans'][number]
type Review = PlanRecords['planReviews'][number]

/** A plan with what became of it. `next` is the first interview held after the day on which it was written. */
export type PlanCourse = {
  plan: Plan
  day: string
  /** The applications that it came out of, or was reviewed in. */
  applications: ApplicationRecord[]
  reviews: Review[]
  next: { id: string; day: string } | null
}

/** What became of every plan, as the records tell. */
export const coursesOf = (records: PlanRecords): PlanCourse[] => {
  const { applications, plans, planReviews } = records
  const reviews = Map.groupBy(planReviews, ({ planId }) => planId)
  const ofInterview = new Map(
    applications.flatMap((application) => application.interviews.map(({ id }) => [id, application])),
  )
  const ofReflection = new Map(
    applications.flatMap((application) => application.reflections.map(({ id }) => [id, application])),
  )
  const held = applications
    .flatMap(({ interviews }) => interviews.filter(isHeld))
    .flatMap(({ id, heldOn, startsAt }) =>
      heldOn === null ? [] : [{ id, day: heldOn, place: `${heldOn} ${startsAt ?? ''} ${id}` }],
    )
    .sort((a, b) => (a.place < b.place ? -1 : 1))
  return plans.map((plan) => {
    const day = plan.createdOn
    const own = reviews.get(plan.id) ?? []
    const places = [
      ofReflection.get(plan.reflectionId ?? ''),
      ...own.map(({ interviewId }) => ofInterview.get(interviewId ?? '')),
    ]
    return {
      plan,
      day,
      applications: places.filter((it) => it !== undefined),
      reviews: own,
      next: held[placeFrom(held, (interview) => interview.day > day)] ?? null,
    }
  })
}

/** Whether it was tried at all. One marked as tried by hand was, even without a review. */
export const wasTried = ({ plan, reviews }: PlanCourse): boolean =>
  plan.status === 'tried' || reviews.some(({ tried }) => tried)

/**
 * Whether an interview came after it, or it was reviewed all the same. It may have been dropped before that interview,
 * and not been shown in its preparation: when it was is on no record.
 */
export const cameUp = ({ next, reviews }: PlanCourse): boolean => next !== null || reviews.length > 0

/** Whether it was tried at the next interview: a review that names no interview counts as about that one. */
export const triedNext = ({ next, reviews }: PlanCourse): boolean =>
  reviews.some(
    ({ tried, interviewId }) => tried && (interviewId === null || next === null || interviewId === next.id),
  )

const HELP = ['yes', 'no', 'unsure'] as const

/** What tried plans did, each once: by its best review. */
export const helpOf = (courses: readonly PlanCourse[]) => {
  const best = courses.map(({ reviews }) => {
    const said = reviews.filter(({ tried }) => tried).map(({ helped }) => helped)
    return HELP.find((help) => said.includes(help)) ?? null
  })
  const count = (help: (typeof HELP)[number] | null) => best.filter((it) => it === help).length
  return { yes: count('yes'), no: count('no'), unsure: count('unsure'), notSaid: count(null) }
}
