import type { Columns } from './facts.ts'
import { type Milestone, type ReadingContext, readMilestone, readOffer, readRound } from './milestones.ts'
import { type Cell, keep, type Notebook } from './notebook.ts'
import type { Ending } from './state-words.ts'
import { joinStates, type StateReading } from './states.ts'
import { isFormulaError, readAnswer } from './text.ts'
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
  const events = {
    applied: read('appliedOn'),
    responded: read('respondedOn'),
    rounds: read('interviewOn', readRound),
    obtained: read('interviewObtained'),
    offers: read('offerOn', readOffer),
    decided: read('decidedOn'),
    stateDates: read('stateOn'),
  }
  const closings = CLOSINGS.map(([field, ending]) => ({ ending, milestones: read(field) }))
  const all = [...Object.values(events), ...closings.map(({ milestones }) => milestones)].flat()
  const cells = columns('state').flatMap((cell) => readStateCell(cell, notebook, context))
  const spoken = all.flatMap(({ cell, state }) => (state === null ? [] : [{ cell, state }]))
  const stated = [...cells, ...spoken]
  const state = stated.map((one) => one.state).reduce<StateReading | null>(joinStates, null)
  return { ...events, closings, stated, state }
}

const readStateCell = (cell: Cell, notebook: Notebook, context: ReadingContext): Evidence['stated'] => {
  const readable = readAnswer(cell.text) === null && !isFormulaError(cell.text)
  const state = readable ? context.readState(cell.text) : null
  if (state === null) {
    keep(notebook, cell, 'value_not_understood', 'The cell names no state.')
    return []
  }
  if (!state.whole) keep(notebook, cell, 'kept_in_notes', 'The cell says more than the state.')
  return [{ cell, state }]
}
