import { rateOf } from '../figures/rules.ts'
import { exclusionsOf, isAboutAsked, isWithin, type Window } from '../frame/rules.ts'
import type { Records } from '../records/rules.ts'
import { cameUp, coursesOf, helpOf, wasTried } from './rules/course.ts'

/**
 * What came of if-then plans: made, came up again before an interview, tried, helped.
 *
 * Units: plans, by the day on which they were written; rates with Wilson 95 % intervals, null below 3. With a
 * filter, the plans that came out of such an application or were reviewed in one of its interviews.
 * @see METHOD.md M10; definition `/docs/insights/plans`
 */
export const plansOf = (records: Records<'plans' | 'planReviews'>, window: Window) => {
  const all = coursesOf(records)
  const wanted = all.filter(({ applications }) => isAboutAsked(window, applications))
  const made = wanted.filter(({ day }) => isWithin(window, day))
  const due = made.filter(cameUp)
  const tried = made.filter(wasTried)
  const help = helpOf(tried)
  return {
    basis: {
      n: made.length,
      open: made.filter(({ plan }) => plan.status === 'open').length,
      excluded: exclusionsOf({
        filtered_out: all.length - wanted.length,
        outside_period: wanted.length - made.length,
      }),
    },
    made: made.length,
    shownAgain: due.length,
    dropped: made.filter(({ plan }) => plan.status === 'dropped').length,
    tried: rateOf(tried.length, made.filter((it) => cameUp(it) || wasTried(it)).length),
    helped: rateOf(help.yes, help.yes + help.no),
    unsure: help.unsure,
    notSaid: help.notSaid,
  }
}
