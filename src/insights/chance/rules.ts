import { endedWithoutOffer, isOwnDecision, wasOffered } from '../../journal/outcomes/rules.ts'
import type { BaseRate } from '../../journal/readings/rules/statement.ts'
import { chanceOfNone } from '../../statistics/chance.ts'
import { roundInterval } from '../../statistics/proportion.ts'
import { type Basis, chosenFrom, exclusionsOf, type Window } from '../frame/rules.ts'
import { type ApplicationRecord, isHeld, isProcess, type Records } from '../records/rules.ts'

export const isOffered = ({ stage }: ApplicationRecord): boolean => wasOffered(stage)

const withoutOffer = ({ stage, interviews, outcome }: ApplicationRecord): boolean =>
  endedWithoutOffer({ stage, interviewsHeld: interviews.filter(isHeld).length, outcome })

/** Processes by what they are to a chance of an offer; each counts once. */
const drawsOf = (processes: readonly ApplicationRecord[]) => {
  const others = processes.filter((it) => !isOffered(it) && !withoutOffer(it))
  const ownChoice = others.filter(({ outcome }) => outcome !== null && isOwnDecision(outcome.kind)).length
  const open = others.filter(({ outcome }) => outcome === null).length
  return {
    offers: processes.filter(isOffered).length,
    withoutOffer: processes.filter(withoutOffer).length,
    open,
    ownChoice,
    notAboutYou: others.length - open - ownChoice,
  }
}

/**
 * How often this many processes end without an offer by chance alone, at the base rate in force: (1 - r)^n for both
 * ends of its range. Null while there is no such process. Open processes and own choice count on neither side, and
 * what was not about the candidate was no draw that they could win.
 */
export const chanceAmong = (processes: readonly ApplicationRecord[], baseRate: BaseRate) => {
  const { withoutOffer: processesWithoutOffer, offers } = drawsOf(processes)
  const probability =
    processesWithoutOffer > 0 ? roundInterval(chanceOfNone(baseRate, processesWithoutOffer)) : null
  return { processesWithoutOffer, offers, probability, baseRate: { ...baseRate, directional: true as const } }
}

/** The contested processes of a window: those that could be won, with the open ones among them. */
export const contestedIn = ({ applications: all }: Records, window: Window) => {
  const { applications, leftOut } = chosenFrom(all, window)
  const processes = applications.filter(isProcess)
  const { offers, withoutOffer: without, open, ownChoice, notAboutYou } = drawsOf(processes)
  const basis: Basis = {
    n: offers + without + open,
    open: processes.filter(({ outcome }) => outcome === null).length,
    excluded: exclusionsOf({
      ...leftOut,
      no_interview_held: applications.length - processes.length,
      own_choice: ownChoice,
      not_about_you: notAboutYou,
    }),
  }
  return { processes, basis, offers, decided: offers + without }
}

/**
 * How often a person with the base rate in force would have this many processes without an offer by chance alone.
 *
 * Units: processes that could be won; probabilities between 0 and 1, low for the high end of the rate.
 * @throws RangeError when the base rate is no range of rates
 * @see INSIGHTS.md, formulas; definition `/docs/insights/chance`
 */
export const chanceOf = (records: Records, window: Window, baseRate: BaseRate) => {
  const { processes, basis } = contestedIn(records, window)
  return { basis, ...chanceAmong(processes, baseRate) }
}
