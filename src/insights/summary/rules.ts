import type { BaseRate } from '../../journal/outcomes/rules/statement.ts'
import { endedWithoutOffer, wasOffered } from '../../journal/outcomes/rules.ts'
import { chanceOfNone } from '../../statistics/chance.ts'
import { exclusionsOf, isSmallSample, isWithin, type Period } from '../frame/rules.ts'
import { aheadOf, reflectionsOwed } from './rules/ahead.ts'
import type { ApplicationRecord, SummaryRecords } from './rules/records.ts'
import { isHeld, isProcess } from './rules/records.ts'
import { roundsOf } from './rules/rounds.ts'
import { statementsOf } from './rules/statements.ts'
import { causesOf, talliesOf } from './rules/tallies.ts'
import { isSent, worksOf } from './rules/works.ts'

export type SummaryOptions = Period & {
  /** Instant of the request, RFC 3339 in UTC with milliseconds. */
  now: string
  /** Interview to offer, per process, in force. */
  baseRate: BaseRate
}

/** An application belongs to the day it was sent, or, where that is not known, the day it was recorded (in UTC). */
const dayOf = ({ appliedOn, createdAt }: ApplicationRecord): string => appliedOn ?? createdAt.slice(0, 10)

const isOffered = ({ stage, outcome }: ApplicationRecord): boolean => wasOffered(stage, outcome?.kind ?? null)

const withoutOffer = ({ stage, interviews, outcome }: ApplicationRecord): boolean =>
  endedWithoutOffer({ stage, interviewsHeld: interviews.filter(isHeld).length, outcome })

/**
 * How often this many processes end without an offer by chance alone, at the base rate in force: (1 - r)^n for both
 * ends of its range. Null while there is no such process. Open processes and own choice count on neither side, and
 * what was not about the candidate was no draw that they could win.
 */
const chanceOf = (processes: readonly ApplicationRecord[], baseRate: BaseRate) => {
  const processesWithoutOffer = processes.filter(withoutOffer).length
  const offers = processes.filter(isOffered).length
  const probability = processesWithoutOffer > 0 ? chanceOfNone(baseRate, processesWithoutOffer) : null
  return { processesWithoutOffer, offers, probability, baseRate }
}

/** The unit is the process; applications of the period that are none are named with why. */
const basisOf = (all: readonly ApplicationRecord[], counted: readonly ApplicationRecord[]) => {
  const processes = counted.filter(isProcess)
  const others = counted.filter((application) => !isProcess(application))
  const sent = others.filter(isSent).length
  return {
    n: processes.length,
    open: processes.filter(({ outcome }) => outcome === null).length,
    excluded: exclusionsOf({
      outside_period: all.length - counted.length,
      not_sent: others.length - sent,
      no_interview_held: sent,
    }),
  }
}

/**
 * The diagnosis in the order of the method: what works, the two kinds of cause, the tallies, the rounds, what chance
 * alone does, reflections owed, what is next, and the same in statements.
 *
 * Units: counts are of applications, processes (applications with an interview held) or interviews, as each member
 * says; rates and probabilities lie between 0 and 1, with Wilson 95 % intervals, and are null below 3 trials. The
 * order of the records changes nothing.
 * @param records all records of one account; the period is applied here, and `next` looks at all of them
 * @throws RangeError when the base rate is no range of rates
 * @see METHOD.md M1, M2, M4, M11, M12, M16, M17; definition `/docs/insights/summary`
 */
export const summarise = (records: SummaryRecords, { from, to, now, baseRate }: SummaryOptions) => {
  const period = { from, to }
  const applications = records.applications.filter((application) => isWithin(period, dayOf(application)))
  const processes = applications.filter(isProcess)
  const journal = {
    applications: records.applications.length,
    offerOnRecord: records.applications.some(isOffered),
  }
  const basis = basisOf(records.applications, applications)
  const sections = {
    works: worksOf(applications, now),
    causes: causesOf(applications),
    tallies: talliesOf(applications),
    rounds: roundsOf(processes),
    chance: chanceOf(processes, baseRate),
    reflectionsOwed: reflectionsOwed(applications),
    next: aheadOf(records, now),
  }
  return {
    period,
    basis,
    smallSample: isSmallSample(basis.n),
    definition: '/docs/insights/summary',
    ...sections,
    statements: statementsOf(sections, journal),
  }
}
