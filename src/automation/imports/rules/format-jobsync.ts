import { type Format, hasAll, type RowCells } from './format.ts'
import { keep, type Notebook } from './notebook.ts'
import { fold, readAnswer } from './text.ts'

const NOTHING = new Map([
  ['jobtype', 'Unknown'],
  ['workplacetype', 'Not specified'],
])

const WISHES = ['new', 'draft']

const NOT_SENT =
  '“applied” says no, so the day was not taken for the day of application. It stays in the notes.'

/** Where the switch says no, a day beside it is left over from an earlier answer. */
const settleApplied = (cells: RowCells, notebook: Notebook): void => {
  const columns = cells.get('appliedOn') ?? []
  const no = columns.find(({ heading, text }) => fold(heading) === 'applied' && readAnswer(text) === 'no')
  if (no === undefined) return
  const days = columns.filter(({ heading }) => fold(heading) === 'applieddate')
  for (const day of days) keep(notebook, day, 'not_day_of_application', NOT_SENT)
  const wish = (cells.get('state') ?? []).every(({ text }) => WISHES.includes(fold(text)))
  // A wish says the same as the switch.
  cells.set(
    'appliedOn',
    columns.filter((cell) => !days.includes(cell) && !(wish && cell === no)),
  )
}

export const JOBSYNC: Format = {
  meaning: 'The jobs of JobSync as CSV.',
  recognises: (headings) =>
    hasAll(headings, 'createdat', 'applied', 'applieddate', 'company', 'jobtitle', 'jobsource', 'status'),
  fields: {
    index: 'derived',
    createdat: 'savedOn',
    applied: 'appliedOn',
    applieddate: 'appliedOn',
    company: 'company',
    jobtitle: 'roleTitle',
    jobtype: 'employmentType',
    workplacetype: 'workMode',
    location: 'location',
    jobsource: 'source',
    status: 'state',
  },
  isNothing: (heading, text) => text === 'N/A' || text === NOTHING.get(heading),
  words: { new: 'saved' },
  settle: settleApplied,
}
