import { type Basis, isSmallSample, type Window } from '../rules.ts'
import { compare } from './comparison.ts'

const framed = <Figures extends { basis: Basis }>({ from, to }: Window, { basis, ...figures }: Figures) => ({
  frame: { period: { from, to }, basis, smallSample: isSmallSample(basis.n) },
  figures,
})

/** The answer of an insight in its frame, and the same of another window beside it, unless that is null. */
export const answerOf = <Figures extends { basis: Basis }>(
  name: string,
  compute: (window: Window) => Figures,
  window: Window,
  other: Window | null,
) => {
  const now = framed(window, compute(window))
  const then = other && framed(other, compute(other))
  return {
    ...now.frame,
    definition: `/docs/insights/${name}`,
    comparison: then && { ...then.frame, ...compare(now.figures, then.figures) },
    ...now.figures,
  }
}
