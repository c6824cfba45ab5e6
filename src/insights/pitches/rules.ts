import { FEWEST_TO_COMPARE, rateOf } from '../figures/rules.ts'
import { exclusionsOf, isAskedFor, isWithin, type Window } from '../frame/rules.ts'
import type { InterviewRecord } from '../records/rules/rows.ts'
import { type ApplicationRecord, isHeld, type Records } from '../records/rules.ts'
import { type Course, passageOf } from '../rounds/rules.ts'

type Use = { application: ApplicationRecord; interview: InterviewRecord }

const usesIn = (applications: readonly ApplicationRecord[]): Use[] =>
  applications.flatMap((application) =>
    application.interviews
      .filter((interview) => isHeld(interview) && interview.pitchId !== null)
      .map((interview) => ({ application, interview })),
  )

/** An interview without a day belongs to the day on which it was recorded. */
const dayOf = ({ interview: { heldOn, createdOn } }: Use): string => heldOn ?? createdOn

/** What came of the interviews in which a pitch was used; a rate with its Wilson 95 % interval, null below 3 decided ones. */
export const readingOf = (uses: readonly { application: Course; interview: { round: number } }[]) => {
  const passages = uses.map(({ application, interview }) => passageOf(application, interview.round))
  const count = (wanted: string) => passages.filter((passage) => passage === wanted).length
  const [ledOn, notLedOn] = [count('advanced'), count('notAdvanced')]
  return {
    used: uses.length,
    ledOn,
    notLedOn,
    ownChoice: count('ownChoice'),
    open: count('open'),
    ledOnRate: rateOf(ledOn, ledOn + notLedOn),
  }
}

type Reading = { pitchId: string } & ReturnType<typeof readingOf>

/** The pitch whose interval lies wholly above that of every other one, with 20 decided interviews or more in each. */
const leaderOf = (readings: readonly Reading[]): string | null => {
  const used = readings.filter(({ used }) => used > 0)
  const [best, ...others] = [...used].sort((a, b) => (b.ledOnRate.low ?? 0) - (a.ledOnRate.low ?? 0))
  if (best === undefined || others.length === 0) return null
  if (used.some(({ ledOnRate }) => ledOnRate.trials < FEWEST_TO_COMPARE)) return null
  const { low } = best.ledOnRate
  return others.every(({ ledOnRate }) => (low ?? 0) > (ledOnRate.high ?? 1)) ? best.pitchId : null
}

/**
 * For each version of a pitch, how often it was used in interviews held, and how often these led on.
 *
 * Units: interviews held, by their day; rates with Wilson 95 % intervals, null below 3 decided ones.
 * @see METHOD.md M14; definition `/docs/insights/pitches`
 */
export const pitchesOf = ({ applications, pitches }: Records<'pitches'>, window: Window) => {
  const all = usesIn(applications)
  const wanted = all.filter(({ application }) => isAskedFor(window, application))
  const uses = wanted.filter((use) => isWithin(window, dayOf(use)))
  const byPitch = Map.groupBy(uses, ({ interview }) => interview.pitchId)
  const readings = [...pitches]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, previousId, archivedAt }) => ({
      pitchId: id,
      title,
      previousId,
      archived: archivedAt !== null,
      ...readingOf(byPitch.get(id) ?? []),
    }))
  return {
    basis: {
      n: uses.length,
      open: readings.reduce((sum, { open }) => sum + open, 0),
      excluded: exclusionsOf({
        filtered_out: all.length - wanted.length,
        outside_period: wanted.length - uses.length,
      }),
    },
    pitches: readings,
    leading: leaderOf(readings),
  }
}
