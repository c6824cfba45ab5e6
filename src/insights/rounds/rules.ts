import { isOwnDecision, wasOffered } from '../../journal/outcomes/rules.ts'
import { wilsonInterval } from '../../statistics/wilson.ts'
import { FEWEST_TO_COMPARE, rateOf } from '../figures/rules.ts'
import { chosenFrom, exclusionsOf, type Window } from '../frame/rules.ts'
import type { InterviewRecord } from '../records/rules/rows.ts'
import type { ApplicationRecord, Records } from '../records/rules.ts'
import { isHeld, isProcess } from '../records/rules.ts'

type Held = Pick<InterviewRecord, 'round' | 'status' | 'result'>

export type Passage = 'advanced' | 'notAdvanced' | 'ownChoice' | 'open'

/** What a held round led to, by the results noted on it: one no outweighs a yes in the same round. */
const noted = (interviews: readonly Held[]): Passage | undefined => {
  const results = interviews.map(({ result }) => result)
  if (results.includes('not_advanced')) return 'notAdvanced'
  return results.includes('advanced') ? 'advanced' : undefined
}

/** As much of an application as tells what came of its rounds. */
export type Course = {
  stage: ApplicationRecord['stage']
  outcome: Pick<NonNullable<ApplicationRecord['outcome']>, 'kind'> | null
  interviews: readonly Held[]
}

/**
 * What came of a round. A later round held or an offer proves the advance, whatever was noted; then the noted result
 * counts; then the ending. Undefined where the round was never reached.
 */
export const passageOf = (application: Course, round: number): Passage | undefined => {
  const { stage, outcome } = application
  const held = application.interviews.filter(isHeld)
  if (held.some((interview) => interview.round > round)) return 'advanced'
  const here = held.filter((interview) => interview.round === round)
  if (here.length === 0) return undefined
  if (wasOffered(stage)) return 'advanced'
  const result = noted(here)
  if (result !== undefined) return result
  if (outcome === null) return 'open'
  return isOwnDecision(outcome.kind) ? 'ownChoice' : 'notAdvanced'
}

type RoundOf = (application: ApplicationRecord) => number | undefined

/**
 * How many reached a round and what came of it: reached = advanced + notAdvanced + ownChoice + open. The rate is over
 * advanced and notAdvanced; `notAboutYou` says how many of the latter ended for reasons that are all not about you.
 */
const readingOf = (applications: readonly ApplicationRecord[], roundOf: RoundOf) => {
  const passages = applications.map((application) => {
    const round = roundOf(application)
    return round === undefined ? undefined : passageOf(application, round)
  })
  const count = (wanted: Passage) => passages.filter((passage) => passage === wanted).length
  const advanced = count('advanced')
  const notAdvanced = count('notAdvanced')
  const notAboutYou = applications.filter(
    ({ outcome }, index) => passages[index] === 'notAdvanced' && outcome?.attribution === 'not_about_you',
  ).length
  return {
    reached: passages.filter((passage) => passage !== undefined).length,
    advanced,
    notAdvanced,
    notAboutYou,
    ownChoice: count('ownChoice'),
    open: count('open'),
    advanceRate: rateOf(advanced, advanced + notAdvanced),
  }
}

/** The round of the final interview held; undefined where none was of that kind. */
const finalRound: RoundOf = ({ interviews }) => {
  const rounds = interviews.filter(isHeld).filter(({ kind }) => kind === 'final')
  return rounds.length === 0 ? undefined : Math.max(...rounds.map(({ round }) => round))
}

/**
 * Advance per round. A round counts as reached when it, or a later one, was held; only rounds held by someone are
 * listed. `final` reads interviews of that kind alone: which other round would have been the last is not on record.
 */
export const roundsOf = (applications: readonly ApplicationRecord[]) => {
  const held = applications.flatMap(({ interviews }) => interviews.filter(isHeld))
  const numbers = [...new Set(held.map(({ round }) => round))].sort((a, b) => a - b)
  const perRound = numbers.map((round) => ({ round, ...readingOf(applications, () => round) }))
  return {
    perRound,
    first: readingOf(applications, () => 1),
    second: readingOf(applications, () => 2),
    final: readingOf(applications, finalRound),
    stallsAt: stallOf(perRound),
  }
}

type Counted = { round: number; advanced: number; notAdvanced: number; notAboutYou: number }

/**
 * The round where it stalls: the one whose interval lies wholly below that of every other round. Endings that were
 * not about you do not count here, and a round takes part with 20 decided cases or more; null where the records do
 * not carry the comparison.
 */
const stallOf = (rounds: readonly Counted[]): number | null => {
  const compared = rounds
    .map(({ round, advanced, notAdvanced, notAboutYou }) => ({
      round,
      advanced,
      decided: advanced + notAdvanced - notAboutYou,
    }))
    .filter(({ decided }) => decided >= FEWEST_TO_COMPARE)
    .map(({ round, advanced, decided }) => ({ round, ...wilsonInterval(advanced, decided) }))
    .sort((a, b) => a.high - b.high)
  const [lowest, ...others] = compared
  if (lowest === undefined || others.length === 0) return null
  return others.every(({ low }) => lowest.high < low) ? lowest.round : null
}

/**
 * Advance per round over the processes of a window.
 *
 * Units: counts of processes; rates with Wilson 95 % intervals, null below 3 decided cases.
 * @see METHOD.md M17; definition `/docs/insights/rounds`
 */
export const roundsIn = ({ applications: all }: Records, window: Window) => {
  const { applications, leftOut } = chosenFrom(all, window)
  const processes = applications.filter(isProcess)
  const basis = {
    n: processes.length,
    open: processes.filter(({ outcome }) => outcome === null).length,
    excluded: exclusionsOf({ ...leftOut, no_interview_held: applications.length - processes.length }),
  }
  return { basis, ...roundsOf(processes) }
}
