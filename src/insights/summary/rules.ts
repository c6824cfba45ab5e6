import type { BaseRate } from '../../journal/readings/rules/statement.ts'
import { aheadOf, reflectionsOwed, type SummaryRecords } from '../ahead/rules.ts'
import { chanceAmong, isOffered } from '../chance/rules.ts'
import { chosenFrom, exclusionsOf, type Window } from '../frame/rules.ts'
import { type ApplicationRecord, isDated, isProcess, isSent } from '../records/rules.ts'
import { roundsOf } from '../rounds/rules.ts'
import { causesOf, talliesOf } from '../tallies/rules.ts'
import { type Beside, type Sections, statementsOf } from './rules/statements.ts'
import { offersWithoutInterview, worksOf } from './rules/works.ts'

/** The unit is the process; applications of the period that are none are named with why. */
const basisOf = (counted: readonly ApplicationRecord[], leftOut: Record<string, number>) => {
  const processes = counted.filter(isProcess)
  const others = counted.filter((application) => !isProcess(application))
  const sent = others.filter(isSent).length
  return {
    n: processes.length,
    open: processes.filter(({ outcome }) => outcome === null).length,
    excluded: exclusionsOf({
      ...leftOut,
      not_sent: others.length - sent,
      no_interview_held: sent,
    }),
  }
}

/**
 * The diagnosis in the order of the method: what works, the two kinds of cause, the tallies, the rounds, what chance
 * alone does, reflections owed, what is next; and `beside`, which only the statements tell of.
 *
 * Units: counts are of applications, processes (applications with an interview held) or interviews, as each member
 * says; rates and probabilities lie between 0 and 1, with Wilson 95 % intervals, and are null below 3 trials. The
 * order of the records changes nothing.
 * @param records all records of one account; the period is applied here, and `next` looks at all of them
 * @throws RangeError when the base rate is no range of rates
 * @see METHOD.md M1, M2, M4, M11, M12, M16, M17; definition `/docs/insights/summary`
 */
export const summarise = (records: SummaryRecords, window: Window, baseRate: BaseRate) => {
  const { applications, leftOut } = chosenFrom(records.applications, window)
  const processes = applications.filter(isProcess)
  const beside = {
    recorded: records.applications.length,
    offerOnRecord: records.applications.some(isOffered),
    offersAmongDated: offersWithoutInterview(applications.filter(isDated)),
  }
  return {
    basis: basisOf(applications, leftOut),
    works: worksOf(applications, window.today),
    causes: causesOf(applications),
    tallies: talliesOf(applications),
    rounds: roundsOf(processes),
    chance: chanceAmong(processes, baseRate),
    reflectionsOwed: reflectionsOwed(applications),
    next: aheadOf(records, window),
    beside,
  }
}

/** The summary and the same in statements, which are words for its figures and none of them. */
export const withStatements = <Summary extends Sections>({
  beside,
  ...summary
}: Summary & { beside: Beside }) => ({ ...summary, statements: statementsOf(summary, beside) })
