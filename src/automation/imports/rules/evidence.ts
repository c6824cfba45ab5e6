import type { Columns } from './facts.ts'
import { type History, readHistory, type Told } from './history.ts'
import {
  keepWords,
  type Milestone,
  type ReadingContext,
  readMilestone,
  readOffer,
  readRounds,
} from './milestones.ts'
import { type Cell, keep, type Notebook } from './notebook.ts'
import type { Ending } from './state-words.ts'
import { isEnd, joinStates, type StateReading } from './states.ts'
import { fold, isFormulaError, readAnswer } from './text.ts'
import { readTimelines } from './timeline.ts'
import type { ImportField } from './types.ts'

export type Closing = { ending: Ending; milestones: Milestone[] }

/** All that the columns of a row say of its course, each cell read once. */
export type Evidence = {
  applied: Milestone[]
  responded: Milestone[]
  rounds: Milestone[]
  obtained: Milestone[]
  offers: Milestone[]
  decided: Milestone[]
  stateDates: Milestone[]
  closings: Closing[]
  histories: History[]
  /** Cells that say that it ended, and not how. */
  ended: Cell[]
  stated: { cell: Cell; state: StateReading }[]
  /** Both axes, joined over every cell that speaks in words. */
  state: StateReading | null
}

const CLOSINGS: [ImportField, Ending][] = [
  ['acceptedOn', 'offer_accepted'],
  ['withdrawnOn', 'own_no'],
  ['rejectedOn', 'rejected'],
  ['ghosted', 'no_response'],
]

export const gatherEvidence = (columns: Columns, notebook: Notebook, context: ReadingContext): Evidence => {
  const read = (field: ImportField, reader = readMilestone) =>
    columns(field).map((cell) => reader(cell, context, notebook))
  const histories = columns('stageHistory').map((cell) => readHistory(cell, context, notebook))
  const tell = (about: keyof Told) => histories.flatMap(({ told }) => told[about])
  const events = {
    applied: [...read('appliedOn'), ...tell('applied')],
    responded: read('respondedOn'),
    rounds: [
      ...columns('interviewOn').flatMap((cell) => readRounds(cell, context, notebook)),
      ...readTimelines(columns, histories, context, notebook),
    ],
    obtained: read('interviewObtained'),
    offers: [...read('offerOn', readOffer), ...tell('offers')],
    decided: read('decidedOn'),
    stateDates: read('stateOn'),
  }
  const closings = CLOSINGS.map(([field, ending]) => ({ ending, milestones: read(field) }))
  const all = [...Object.values(events), ...closings.map(({ milestones }) => milestones)].flat()
  const ended = columns('state').filter(({ text }) => isEnd(context.wordOf(text)))
  const cells = columns('state')
    .filter((cell) => !ended.includes(cell))
    .flatMap((cell) => readStateCell(cell, notebook, context))
  const spoken = all.flatMap(({ cell, state }) => (state === null ? [] : [{ cell, state }]))
  const stated = [...cells, ...spoken]
  const states = [...stated.map((one) => one.state), ...histories.map(({ reached }) => reached)]
  const state = states.reduce<StateReading | null>(joinStates, null)
  return { ...events, closings, histories, ended, stated, state }
}

const readStateCell = (cell: Cell, notebook: Notebook, context: ReadingContext): Evidence['stated'] => {
  const text = context.wordOf(cell.text)
  const answer = readAnswer(text)
  const readable = answer === null || (answer === 'no' && !asks(cell.heading))
  const state = readable && !isFormulaError(text) ? context.readStateCell(text) : null
  if (state === null) {
    keep(notebook, cell, 'value_not_understood', 'The cell names no state.')
    return []
  }
  keepWords(state, cell, notebook)
  return [{ cell, state }]
}

const ASKS =
  /interview|gesprach|offer|angebot|heard|call|respon|repl|answer|antwort|ruckmeldung|feedback|update/
const SENDING = /appl|bewerb|bewarb|sent/
const STANDING = /status|stage|stand|outcome|result|ergebnis/

/** "Heard back: no" is no refusal, "Status: no" is one. */
const asks = (heading: string): boolean => {
  const words = fold(heading.slice(0, 200))
  return ASKS.test(words) || (SENDING.test(words) && !STANDING.test(words))
}
