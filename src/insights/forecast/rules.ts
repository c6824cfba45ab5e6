import { type Beta, chanceOfOne, posteriorOf, rateUnder, triesFor } from '../../statistics/forecast.ts'
import { roundInterval, roundProportion } from '../../statistics/proportion.ts'
import { contestedIn } from '../chance/rules.ts'
import { FEWEST_FOR_A_RATE } from '../figures/rules.ts'
import type { Window } from '../frame/rules.ts'
import type { Records } from '../records/rules.ts'

const AHEAD = 5
const LIKELY = 0.8

/** What other beginnings would make of the same records. */
const OTHERS: readonly Beta[] = [
  { alpha: 2, beta: 8 },
  { alpha: 1, beta: 1 },
]

type Asked = {
  /** What is assumed before the first process. */
  prior: Beta
  /** Whether the number of processes to an offer is asked for; it is told anyway after a first one. */
  horizon: boolean
}

/**
 * Chance of at least one offer within the next 5 contested processes, from Beta(alpha + offers, beta + the others).
 *
 * Units: processes; probabilities between 0 and 1; the range holds the rate with 80 % probability. Null below 3 decided
 * processes, where the prior alone would speak. The number of processes is a quantile: its mean has no end.
 * @throws RangeError when a prior is no Beta distribution
 * @see INSIGHTS.md, formulas; definition `/docs/insights/forecast`
 */
export const forecastOf = (records: Records, window: Window, { prior, horizon }: Asked) => {
  const { basis, offers, decided } = contestedIn(records, window)
  const known = decided >= FEWEST_FOR_A_RATE
  const under = (assumed: Beta) => {
    const posterior = posteriorOf(assumed, offers, decided)
    const { mean, ...range } = rateUnder(posterior)
    const { low, high } = roundInterval(range)
    const told = known && (horizon || offers > 0)
    return {
      prior: assumed,
      rate: known ? { mean: roundProportion(mean), low80: low, high80: high } : null,
      offersInNext: {
        processes: AHEAD,
        probability: known ? roundProportion(chanceOfOne(posterior, AHEAD)) : null,
      },
      processesFor: told ? { probability: LIKELY, processes: triesFor(posterior, LIKELY) } : null,
    }
  }
  return { basis, offers, processes: decided, ...under(prior), sensitivity: OTHERS.map(under) }
}
