import { readDate } from './dates.ts'
import { blank, type Milestone, type ReadingContext, UNREAD } from './milestones.ts'
import { type Cell, type Notebook, remark } from './notebook.ts'
import type { Reached } from './state-words.ts'
import { DEPTH, isEnd, joinStates, type StateReading } from './states.ts'
import { fold } from './text.ts'

/** A stage of a history, with the day on which it began. */
export type Step = { on: string; words: string; state: StateReading | null }

export type Told = { applied: Milestone[]; offers: Milestone[] }

/** What a cell tells of the stages of an application. `whole` is false where a part of it could not be read. */
export type History = { cell: Cell; steps: Step[]; whole: boolean; told: Told; reached: StateReading | null }

const MOST_STEPS = 100

/** Reads `Applied (2026-03-02) → Interview (2026-03-17)`. What was taken back in a later step does not count. */
export const readHistory = (cell: Cell, context: ReadingContext, notebook: Notebook): History => {
  const parts = partsOf(cell.text)
  const steps =
    parts.length > MOST_STEPS ? [] : parts.flatMap((part) => readStep(part, cell, context, notebook))
  const standing = steps.filter(stands)
  const days = (reached: Reached) =>
    standing
      .filter(({ state }) => state?.reached === reached && state.whole)
      .map(({ on }) => ({ ...blank(cell), happened: true, on }))
  return {
    cell,
    steps,
    whole: steps.length === parts.length,
    told: { applied: days('applied'), offers: days('offered') },
    reached: furthest(standing),
  }
}

/** The stages that a history names, in their order. */
export const stagesIn = (text: string): string[] =>
  partsOf(text).map((part) => fold(part.replace(/\([^()]{0,40}\)/g, '')))

const partsOf = (text: string): string[] =>
  text
    .split(/→|->|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const readStep = (part: string, cell: Cell, context: ReadingContext, notebook: Notebook): Step[] => {
  const date = readDate(part, context.orderOf(cell.heading), context.today)
  if (date.read && date.time === null && date.zone === null)
    return [{ on: date.on, words: date.rest, state: context.readState(context.wordOf(date.rest)) }]
  if (!date.read && date.meantAsDate)
    remark(notebook, cell, date.code, UNREAD[date.code] ?? 'A day could not be read.')
  return []
}

const rankOf = ({ state, words }: Step): number | null => {
  if (state?.ending != null || isEnd(words)) return DEPTH.length
  return state?.reached == null ? null : DEPTH.indexOf(state.reached)
}

/** A card that was dragged too far and back again was never there. */
const stands = (step: Step, at: number, steps: Step[]): boolean => {
  const rank = rankOf(step)
  return rank !== null && steps.slice(at + 1).every((later) => (rankOf(later) ?? rank) >= rank)
}

/** How far it got; how it ended is for the columns to say. */
const furthest = (steps: Step[]): StateReading | null => {
  const states = steps.flatMap(({ state }) => state ?? [])
  const joined = states.reduce<StateReading | null>(joinStates, null)
  return joined && { ...joined, ending: null, doorOpen: null }
}
