import type { InterviewResult, InterviewStatus } from '../../../journal/interviews/rules.ts'
import { formatOf, kindOf } from './interview-kinds.ts'
import type { Milestone } from './milestones.ts'
import type { InterviewReading, OutcomeReading } from './readings.ts'
import { excerpt, fold } from './text.ts'

export type Round = Omit<InterviewReading, 'round' | 'result'> & { result: InterviewResult | null }

/** How many interviews one application holds. */
export const MOST_ROUNDS = 50

/** The rounds that one cell of an interview column vouches for. */
export const roundsOf = (milestone: Milestone, today: string): Round[] => {
  const { cell, on, time, utc, rest, state, round, count } = milestone
  if (!milestone.happened && state?.reached !== 'interviewing') return []
  const ahead = on !== null && on > today ? 'scheduled' : 'completed'
  const status = round?.status ?? state?.interview?.status ?? ahead
  const words = `${cell.heading} ${rest} ${state?.interview?.words ?? ''}`
  const when = utc ? { heldOn: utc.on, time: utc.time, ...IN_UTC } : { heldOn: on, time }
  const one = { ...undatedRound(words, status), label: excerpt(milestone.label), ...when }
  return Array.from({ length: count }, () => ({ ...one, result: round?.result ?? null }))
}

const IN_UTC = { utc: true } as const

/** A round that only a word vouches for: its day is unknown. */
export const undatedRound = (words: string, status: InterviewStatus): Round => ({
  kind: kindOf(words),
  format: formatOf(words),
  label: excerpt(words),
  heldOn: null,
  time: null,
  status,
  result: null,
})

const ORDINALS = [
  /\b(?:2nd|2e|2eme|second|zweite[nrs]?|deuxieme|segunda?)\b/,
  /\b(?:3rd|3e|3eme|third|dritte[nrs]?|troisieme|tercera?)\b/,
  /\b(?:4th|4e|4eme|fourth|vierte[nrs]?|quatrieme|cuarta?)\b/,
  /\b(?:5th|5e|5eme|fifth|funfte[nrs]?|cinquieme|quinta?)\b/,
]

const MEETING = '(?:interview|entretien|gesprach|vorstellungsgesprach|entrevista|round|runde|rnd|r)'
const COUNTED = new RegExp(`\\b${MEETING}s? ?([2-9])\\b|\\b([2-9]) ${MEETING}(?:s|e)?\\b`)

/** Which round the words name: `2nd interview`, `2. Gespräch`, `round 3`. The first unless they do. */
export const roundNamed = (words: string): number => {
  const folded = fold(words)
  const [, after, before] = COUNTED.exec(folded) ?? []
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(folded))
  return Number(after ?? before ?? (ordinal === -1 ? 1 : ordinal + 2))
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
  if (status !== 'completed') return status === 'scheduled' ? 'pending' : 'unknown'
  if (!last || offered) return 'advanced'
  if (outcome === null) return 'pending'
  return outcome.kind === 'rejected' ? 'not_advanced' : 'unknown'
}
