import type { InterviewResult } from '../interviews/rules.ts'
import { wasOffered } from '../outcomes/rules.ts'

/** How many offers an application came to: one, whatever became of it, or none. */
export const offersOf = ({ stage }: { stage: string }): number => (wasOffered(stage) ? 1 : 0)

/** The highest round that led on, 0 where none did. */
export const roundWon = (interviews: readonly { round: number; result: InterviewResult }[]): number =>
  Math.max(0, ...interviews.filter(({ result }) => result === 'advanced').map(({ round }) => round))
