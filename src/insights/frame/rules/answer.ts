import { type Basis, isSmallSample, type Window } from '../rules.ts'
import { compare } from './comparison.ts'

/**
 * The answer of an insight in its frame, and the same of another window beside it, unless that is null.
 * @param cut leaves out of the figures what an answer has no room for, once they are compared
 */
export const answerOf = <Figures extends { basis: Basis }>(
  name: string,
  compute: (window: Window) => Figures,
  window: Window,
  other: Window | null,
  cut: (figures: Figures) => Figures = (figures) => figures,
) => {
  const over = (period: Window) => {
    const all = compute(period)
    const { basis, ...answered } = cut(all)
    const { from, to } = period
    return { frame: { period: { from, to }, basis, smallSample: isSmallSample(basis.n) }, all, answered }
  }
  const now = over(window)
  const then = other && over(other)
  return {
    ...now.frame,
    definition: `/docs/insights/${name}`,
    comparison: then && { ...then.frame, ...compare(now.all, then.all, [now.answered, then.answered]) },
    ...now.answered,
  }
}
