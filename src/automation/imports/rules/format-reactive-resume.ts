import { type Format, hasAll, type RowCells } from './format.ts'
import { stagesIn } from './history.ts'
import { type Cell, keep, type Notebook } from './notebook.ts'
import { fold } from './text.ts'

const under = (cells: Cell[] = [], heading: string): Cell[] =>
  cells.filter((cell) => fold(cell.heading) === heading)

const NOT_SENT =
  'Nothing says that it was sent; until then Reactive Resume shows the day on which the entry began. It stays in the notes.'

const wasSent = (cells: RowCells): boolean => {
  const stages = (cells.get('stageHistory') ?? []).flatMap(({ text }) => stagesIn(text))
  if (stages.length > 0) return stages.lastIndexOf('applied') > stages.lastIndexOf('saved')
  return under(cells.get('state'), 'stage').every(({ text }) => fold(text) !== 'saved')
}

/** The day of application is filled in every row, also in one that was never sent. */
const settleApplied = (cells: RowCells, notebook: Notebook): void => {
  if (wasSent(cells)) return
  const columns = cells.get('appliedOn') ?? []
  const days = under(columns, 'application date')
  for (const day of days) keep(notebook, day, 'not_day_of_application', NOT_SENT)
  cells.set(
    'appliedOn',
    columns.filter((cell) => !days.includes(cell)),
  )
}

const CLOSED_REASONS = ['not selected', 'withdrew', 'accepted other', 'no response']

/** A stage that says `closed` says no more than the reason beside it. */
const settleClosed = (cells: RowCells): void => {
  const states = cells.get('state') ?? []
  const reasons = under(states, 'closed reason').map(({ text }) => fold(text))
  if (!reasons.some((reason) => CLOSED_REASONS.includes(reason))) return
  cells.set(
    'state',
    states.filter(({ text }) => fold(text) !== 'closed'),
  )
}

export const REACTIVE_RESUME: Format = {
  meaning: 'The applications of Reactive Resume as CSV, with the history of each.',
  recognises: (headings) =>
    hasAll(headings, 'company', 'role', 'stage', 'stage history', 'timeline', 'created at', 'updated at'),
  fields: {
    company: 'company',
    role: 'roleTitle',
    stage: 'state',
    'stage date': 'stateOn',
    'application date': 'appliedOn',
    location: 'location',
    salary: 'salary',
    source: 'source',
    url: 'url',
    tags: 'tags',
    contacts: 'contacts',
    notes: 'notes',
    'closed reason': 'state',
    archived: 'state',
    'stage history': 'stageHistory',
    timeline: 'timeline',
    'created at': 'savedOn',
    'updated at': 'other',
  },
  isNothing: (heading, text) => heading === 'archived' && text === 'false',
  words: { true: 'archived', 'accepted other': 'accepted another offer' },
  guarded: true,
  // The day of application moves with each change of stage, the instant of creation never does.
  tellingDays: ['savedOn'],
  settle: (cells, notebook) => {
    settleApplied(cells, notebook)
    settleClosed(cells)
  },
}
