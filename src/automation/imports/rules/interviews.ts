import { formatOf, kindOf } from './interview-kinds.ts'
import type { Milestone } from './milestones.ts'
import { oneLine } from './text.ts'
import type { InterviewReading, InterviewResult, InterviewStatus, OutcomeReading } from './types.ts'

export type Round = Omit<InterviewReading, 'round' | 'result'> & { result: InterviewResult | null }

/** The rounds that one cell of an interview column vouches for. */
export const roundsOf = (milestone: Milestone, today: string): Round[] => {
  const { cell, on, time, rest, state, round, count } = milestone
  if (!milestone.happened && state?.reached !== 'interviewing') return []
  const ahead = on !== null && on > today ? 'scheduled' : 'completed'
  const status = round?.status ?? state?.interview?.status ?? ahead
  const words = `${cell.heading} ${rest} ${state?.interview?.words ?? ''}`
  const one = { ...undatedRound(words, status), label: labelOf(cell.heading), heldOn: on, time }
  return Array.from({ length: count }, () => ({ ...one, result: round?.result ?? null }))
}

/** A round that only a word vouches for: its day is unknown. */
export const undatedRound = (words: string, status: InterviewStatus): Round => ({
  kind: kindOf(words),
  format: formatOf(words),
  label: labelOf(words),
  heldOn: null,
  time: null,
  status,
  result: null,
})

const labelOf = (text: string): string => {
  const line = oneLine(text)
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

type Ends = { offered: boolean; outcome: OutcomeReading | null }

/** Numbers the rounds (by day where every day is known, else as the columns stand) and says what each led to. */
export const numberRounds = (rounds: Round[], ends: Ends): InterviewReading[] => {
  const dated = rounds.every(({ heldOn }) => heldOn !== null)
  const ordered = dated ? rounds.toSorted((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? '')) : rounds
  return ordered.map(({ result, ...round }, index) => ({
    round: index + 1,
    ...round,
    result: result ?? resultOf(round.status, index === ordered.length - 1, ends),
  }))
}

const resultOf = (status: InterviewStatus, last: boolean, { offered, outcome }: Ends): InterviewResult => {
  if (status === 'cancelled' || status === 'missed') return 'unknown'
  if (!last || offered) return 'advanced'
  if (outcome === null) return 'pending'
  return outcome.kind === 'rejected' ? 'not_advanced' : 'unknown'
}
