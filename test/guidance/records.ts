import fc from 'fast-check'
import { type ApplicationExtras, recordOf, type SearchRows } from '../../src/guidance/search-records/rules.ts'
import { RATINGS, REVIEW_SOURCES } from '../../src/journal/study-items/rules.ts'
import { dayReader } from '../../src/platform/time-zones.ts'
import { applications, id } from '../insights/records.ts'

/** The records of `test/insights/records.ts` are of the winter before. */
export const TODAY = '2026-03-01'

const day = fc.constantFrom(null, '2025-12-30', '2026-01-10', '2026-02-11', '2026-03-01', '2026-04-02')
const instant = fc.constantFrom(
  '2025-12-29T23:30:00.000Z',
  '2026-01-10T09:00:00.000Z',
  '2026-02-20T12:00:00.000Z',
)
const nextStep = fc.option(fc.record({ text: fc.constant('Call Ida'), dueOn: day }))

const extras = fc.record({
  respondedOn: day,
  archived: fc.boolean(),
  nextStep,
  respondBy: day,
  offerCreatedAt: fc.option(instant),
  outcomeCreatedAt: fc.option(instant),
})

const plans = fc
  .array(fc.record({ status: fc.constantFrom('open', 'tried', 'dropped'), createdAt: instant }), {
    maxLength: 4,
  })
  .map((all) =>
    all.map((plan, n) => ({
      ...plan,
      createdOn: plan.createdAt.slice(0, 10),
      id: id('d', n),
      reflectionId: null,
      private: false,
    })),
  )

const planReviews = fc.array(
  fc.record({
    planId: fc.nat(3).map((n) => id('d', n)),
    interviewId: fc.constant(null),
    createdAt: instant,
    tried: fc.boolean(),
    helped: fc.constant(null),
  }),
  { maxLength: 3 },
)

const studyReviews = fc
  .array(
    fc.record({
      itemId: fc.nat(2).map((n) => id('c', 500 + n)),
      rating: fc.constantFrom(...RATINGS),
      source: fc.constantFrom(...REVIEW_SOURCES),
      on: fc.constantFrom('2026-01-05', '2026-01-15', '2026-02-11', '2026-02-28'),
      createdAt: instant,
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((review, n) => ({ ...review, id: id('c', 600 + n) })))

const finished = fc
  .array(fc.record({ interviewId: fc.constantFrom(null, id('b', 1)), completedAt: instant }), {
    maxLength: 3,
  })
  .map((all) => all.map((it, n) => ({ ...it, id: id('c', 700 + n), applicationId: null })))

/** What one account holds, as its rows are read. */
export const searches: fc.Arbitrary<SearchRows> = fc
  .record({
    applications,
    extras: fc.array(extras, { minLength: 12, maxLength: 12 }),
    plans,
    planReviews,
    studyReviews,
    finished,
  })
  .map(({ applications, extras: drawn, finished, ...others }) => ({
    records: { applications, lookBacks: [], ...others },
    extras: applications.map(
      ({ applicationId }, n): ApplicationExtras => ({ ...(drawn[n] as (typeof drawn)[0]), applicationId }),
    ),
    finished,
  }))

/** The same rows, read the other way round. */
export const turned = ({ records, extras, finished }: SearchRows): SearchRows => ({
  records: {
    lookBacks: [],
    applications: records.applications
      .map((application) => ({
        ...application,
        interviews: application.interviews.toReversed(),
        reflections: application.reflections.toReversed(),
      }))
      .reverse(),
    plans: records.plans.toReversed(),
    planReviews: records.planReviews.toReversed(),
    studyReviews: records.studyReviews.toReversed(),
  },
  extras: extras.toReversed(),
  finished: finished.toReversed(),
})

export const read = (rows: SearchRows, seen = true, timeZone = 'Europe/Berlin') =>
  recordOf(rows, `${TODAY}T09:00:00.000Z`, dayReader(timeZone), seen)
