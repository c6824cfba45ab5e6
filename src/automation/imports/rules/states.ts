import { type Ending, FILLER, PHRASES, type Reached } from './state-words.ts'
import { foldWords } from './text.ts'
import type { InterviewStatus } from './types.ts'

export type StateReading = {
  reached: Reached | null
  ending: Ending | null
  doorOpen: true | null
  interview: { status: InterviewStatus; words: string } | null
  /** The members hold all that the words say. */
  whole: boolean
}

const LONGEST = 300
const DEPTH: Reached[] = ['saved', 'applied', 'interviewing', 'offered']

/** Silence yields to a refusal in the same words, a refusal to the end of the role, both to the candidate's own word. */
const WEIGHT: Ending[] = [
  'no_response',
  'rejected',
  'role_closed',
  'own_no',
  'offer_rescinded',
  'offer_accepted',
]

/** Reads both axes of a status, how far and how ended: `Inter + Rejec`, `Interviewing - Hiring freeze`. */
export const readState = (text: string): StateReading | null => {
  if (text.length > LONGEST) return null
  let rest = foldWords(text)
  const state: StateReading = { reached: null, ending: null, doorOpen: null, interview: null, whole: true }
  let understood = false
  for (const phrase of PHRASES) {
    const found = phrase.pattern.exec(rest)
    if (found === null) continue
    understood = true
    rest = rest.replace(found[0], ' | ').replace(/ +/g, ' ').trim()
    state.reached = deeper(state.reached, phrase.reached ?? null)
    state.ending = heavier(state.ending, phrase.ending ?? null)
    state.doorOpen ??= phrase.doorOpen ?? null
    if (phrase.interview !== undefined) state.interview ??= { status: phrase.interview, words: found[0] }
    if (phrase.more) state.whole = false
  }
  if (!understood) return null
  if (onlyFiller(rest) === false) state.whole = false
  if (state.interview !== null && state.interview.status !== 'completed') state.whole = false
  return state
}

/** Two cells of one row, say `Stage` and `Outcome`, as one reading. */
export const joinStates = (one: StateReading | null, other: StateReading | null): StateReading | null => {
  if (one === null || other === null) return one ?? other
  return {
    reached: deeper(one.reached, other.reached),
    ending: heavier(one.ending, other.ending),
    doorOpen: one.doorOpen ?? other.doorOpen,
    interview: one.interview ?? other.interview,
    whole: one.whole && other.whole,
  }
}

const deeper = (one: Reached | null, other: Reached | null) => higher(DEPTH, one, other)

const heavier = (one: Ending | null, other: Ending | null) => higher(WEIGHT, one, other)

const higher = <Value>(scale: Value[], one: Value | null, other: Value | null): Value | null => {
  if (one === null || other === null) return one ?? other
  return scale.indexOf(one) >= scale.indexOf(other) ? one : other
}

const onlyFiller = (rest: string): boolean =>
  rest.split(' ').every((word) => word === '' || word === '|' || FILLER.test(word))
