import { isWithin, type Period } from '../../insights/frame/rules.ts'
import { isAnswered } from '../../journal/interviews/rules.ts'
import { decidedBy, type OutcomeKind } from '../../journal/outcomes/rules.ts'
import { words } from '../exports/rules/words.ts'
import type { Records } from './store.ts'

/** What a week may hold: what one did, and what the employer answered. */
export const ACTIVITIES = ['applied', 'interviewed', 'answered'] as const
export type Activity = (typeof ACTIVITIES)[number]

type Act = { applicationId: string; day: string | null; activity: Activity; result: string | null }

export type Entry = Act & {
  company: string | null
  roleTitle: string | null
  url: string | null
  source: string | null
  location: string | null
  outcome: OutcomeKind | null
}

/** Days of interviews are those of the time zone that weeks are counted in. */
type Interview = Omit<Records['interviews'][number], 'startsAt' | 'heldOn'> & { day: string | null }
export type Recorded = Omit<Records, 'interviews'> & { interviews: readonly Interview[] }

/** What employers answered, the least telling first: of several answers on one day, the last one here counts. */
const answersIn = ({ applications, interviews, offers, outcomes }: Recorded): Act[] => {
  const answer = (applicationId: string, day: string | null, result: string) => ({
    applicationId,
    day,
    activity: 'answered' as const,
    result,
  })
  const heard = interviews.filter(({ heardBackOn }) => heardBackOn !== null)
  return [
    ...applications.flatMap(({ id, respondedOn: day }) => (day ? answer(id, day, 'response') : [])),
    ...heard
      .filter(({ result }) => !isAnswered(result))
      .map(({ applicationId, heardBackOn }) => answer(applicationId, heardBackOn, 'response')),
    ...heard
      .filter(({ result }) => isAnswered(result))
      .map(({ applicationId, heardBackOn, result }) => answer(applicationId, heardBackOn, result)),
    ...offers.map(({ applicationId, receivedOn }) => answer(applicationId, receivedOn, 'offer')),
    ...outcomes
      .filter(({ kind }) => decidedBy(kind) === 'employer')
      .map(({ applicationId, kind, learnedOn, decidedOn }) =>
        answer(applicationId, learnedOn ?? decidedOn, kind),
      ),
  ]
}

/** One answer a day: a letter that ends the process is no second answer beside that about its last round. */
const onceADay = (answers: readonly Act[]): Act[] => [
  ...new Map(
    answers.map((act, i) => [`${act.applicationId} ${act.day ?? `undated ${i}`}`, act] as const),
  ).values(),
]

const actsIn = (records: Recorded): Act[] => [
  ...records.applications
    .filter(({ appliedOn, stage }) => appliedOn !== null || stage !== 'saved')
    .map(({ id, appliedOn }) => ({
      applicationId: id,
      day: appliedOn,
      activity: 'applied' as const,
      result: null,
    })),
  ...records.interviews
    .filter(({ status }) => status === 'completed')
    .map(({ applicationId, day, result }) => ({
      applicationId,
      day,
      activity: 'interviewed' as const,
      result,
    })),
  ...onceADay(answersIn(records)),
]

const inOrder = (a: Entry, b: Entry): number =>
  (a.day ?? '').localeCompare(b.day ?? '') ||
  ACTIVITIES.indexOf(a.activity) - ACTIVITIES.indexOf(b.activity) ||
  a.applicationId.localeCompare(b.applicationId)

/** Everything that was done or answered, by day; what has no day comes first. */
const entriesIn = (records: Recorded): Entry[] => {
  const byId = new Map(records.applications.map((it) => [it.id, it]))
  return actsIn(records)
    .flatMap((act) => {
      const application = byId.get(act.applicationId)
      if (!application) return []
      const { company, roleTitle, url, location, outcome, source } = application
      return {
        ...act,
        company,
        roleTitle,
        url,
        source: source?.name ?? words(source?.channel ?? null),
        location,
        outcome,
      }
    })
    .sort(inOrder)
}

const tallied = (entries: Entry[]) => {
  const count = (activity: Activity) => entries.filter((entry) => entry.activity === activity).length
  return {
    applied: count('applied'),
    interviewed: count('interviewed'),
    answered: count('answered'),
    entries,
  }
}

/**
 * What was done and answered, week by week; weeks in which nothing was are left out. What has no day is in no week: it
 * stands apart, whatever the period. What lies ahead was not done yet.
 */
export const weeksIn = <Week extends { week: string }>(
  records: Recorded,
  period: Period,
  today: string,
  weekOf: (day: string) => Week,
) => {
  const entries = entriesIn(records).filter(({ day }) => day === null || day <= today)
  const dated = entries.flatMap(({ day, ...entry }) =>
    day !== null && isWithin(period, day) ? { ...entry, day, in: weekOf(day) } : [],
  )
  const byWeek = Map.groupBy(dated, (entry) => entry.in.week)
  const weeks = [...byWeek.values()].flatMap((within) => {
    const [first] = within
    return first ? { ...first.in, ...tallied(within) } : []
  })
  return { weeks, undated: tallied(entries.filter(({ day }) => day === null)) }
}
