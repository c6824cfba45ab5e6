import fc from 'fast-check'
import { test } from 'tap'
import { readRows } from '../../../src/automation/imports/rules/read-rows.ts'
import { readState } from '../../../src/automation/imports/rules/states.ts'
import { clean, readAnswer } from '../../../src/automation/imports/rules/text.ts'
import { IMPORT_FIELDS, type RowReading } from '../../../src/automation/imports/rules/types.ts'
import { readCsv } from '../../../src/platform/csv.ts'
import { TODAY } from './sheet.ts'

const HEADINGS = [
  'Company',
  'Employer',
  'Role',
  'Location',
  'Remote?',
  'Contract type',
  'Source',
  'Link',
  'Salary',
  'Min salary',
  'Currency',
  'Date applied',
  'Status',
  'Outcome',
  'Heard back?',
  'Interview 1',
  'Interview 2',
  'Selected for interview?',
  'Offer date',
  'Rejected on',
  'Ghosted',
  'Final answer',
  'Stage Date',
  'Reason',
  'Notes',
  'Days since',
  'Colour',
]

/** What a cell may become instead of itself: the member that says the same. */
const SAYS: Record<string, (row: RowReading) => unknown> = {
  Rejected: (row) => row.outcome?.kind === 'rejected',
  Ghosted: (row) => row.outcome?.kind === 'no_response',
  Withdrew: (row) => row.outcome?.kind === 'withdrawn' || row.outcome?.kind === 'offer_declined',
  Accepted: (row) => row.outcome?.kind === 'offer_accepted',
  Applied: (row) => row.state !== 'saved',
  Wishlist: (row) => row.state === 'saved',
  Interview: (row) => row.interviews.length > 0,
  Offer: (row) => row.offer,
  Remote: (row) => row.application.workMode === 'remote',
  'On-site': (row) => row.application.workMode === 'onsite',
  'Full-time': (row) => row.application.employmentType === 'full_time',
  Passed: (row) => row.interviews.some(({ result }) => result === 'advanced'),
  Scheduled: (row) => row.interviews.some(({ status }) => status === 'scheduled'),
  '2': (row) => row.interviews.length >= 2,
  '2025-03-04': (row) => days(row).includes('2025-03-04'),
  '3/25/2025': (row) => days(row).includes('2025-03-25'),
  '2025-03-04 9:30': (row) =>
    row.interviews.some(({ heldOn, time }) => `${heldOn} ${time}` === '2025-03-04 09:30'),
  '2025-03-04 9:30 pm': (row) =>
    row.interviews.some(({ heldOn, time }) => `${heldOn} ${time}` === '2025-03-04 21:30'),
  'Offer, declined': (row) => row.outcome?.kind === 'offer_declined',
  yes: (row) => row.state !== 'saved' || row.application.workMode === 'remote',
  No: (row) => row.outcome?.kind === 'rejected',
  '€55k per year': (row) => row.application.salaryRange?.minimum === 5_500_000,
  '90,000': ({ application: { salaryRange } }) =>
    [salaryRange?.minimum, salaryRange?.maximum].includes(9_000_000),
  EUR: (row) => row.application.salaryRange?.currency === 'EUR',
}

const ENDED: Record<string, string> = {
  rejected: 'Rejected',
  no_response: 'Ghosted',
  own_no: 'Withdrew',
  offer_accepted: 'Accepted',
}
const REACHED = { saved: 'Wishlist', applied: 'Applied', interviewing: 'Interview', offered: 'Offer' }

/** Another word for one of those above, such as `Appl`: it has to become the same member. */
const plainWord = (text: string): string => {
  const state = Object.hasOwn(SAYS, text) ? null : readState(text)
  if (!state?.whole) return text
  if (state.reached !== null) return state.ending === null ? REACHED[state.reached] : text
  return (state.ending && ENDED[state.ending]) ?? text
}

const days = (row: RowReading) => [
  row.application.appliedOn,
  row.application.respondedOn,
  row.offer?.receivedOn,
  row.outcome?.decidedOn,
  ...row.interviews.map(({ heldOn }) => heldOn),
]

const PLAIN = [
  '8/82019',
  '8-Jul',
  '31/02/2025',
  'July 2025',
  'CV retained',
  'In process',
  'Closed',
  'TBD',
  'N/A',
  '-',
  '$90k',
  '#REF!',
  '7/15/2025 (phone)',
  '3/4/2025 and 3/9/2025',
  'www.a.example',
  'https://a.example/1',
  'https://b.example/2',
  'Interviewing - Hiring freeze',
  'Rejected after 2nd interview',
  'Phone screen',
  '=1+1',
  'two\nlines',
  'tab\tbed',
  '0',
  'Not rejected',
]

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 6, arbitrary: fc.constantFrom(...Object.keys(SAYS)) },
  { weight: 6, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40, unit: 'grapheme' }) },
)

const row = fc.array(cell, { minLength: HEADINGS.length, maxLength: HEADINGS.length })

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

const lost = (read: RowReading, cells: string[]): string[] => {
  const { application, interviews } = read
  const { notes, ...members } = application
  const held = new Set(strings([members, interviews]))
  return cells.flatMap((raw, index) => {
    const { text } = clean(raw)
    const line = `${HEADINGS[index]}: ${text}`
    if (text === '' || notes?.includes(line) || (HEADINGS[index] === 'Notes' && notes?.startsWith(text)))
      return []
    if (held.has(text) || held.has(text.replace(/\s+/g, ' ').trim())) return []
    // The words of a state that became the label of an interview.
    if (interviews.some(({ label }) => readState(text)?.interview?.words === label)) return []
    return SAYS[readAnswer(text) === 'yes' ? 'yes' : plainWord(text)]?.(read) ? [] : [line]
  })
}

test('every filled cell of a row becomes a member or stands in the notes under its heading', async (t) => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (cells) => {
      const table = {
        headings: HEADINGS,
        rows: cells.map((one, index) => ({ rowNumber: index + 2, cells: one })),
      }
      const { rows } = readRows(table, { format: 'generic', today: TODAY })
      const missing = rows.flatMap((read, index) => lost(read, cells[index] ?? []))
      if (missing.length > 0) throw new Error(`lost: ${JSON.stringify(missing)}`)
    }),
    { numRuns: 1500 },
  )
  t.pass('nothing was lost')
})

test('nothing is lost either under any mapping that a client may send', async (t) => {
  const mapping = fc.array(fc.constantFrom(...IMPORT_FIELDS), { minLength: 27, maxLength: 27 })
  fc.assert(
    fc.property(row, mapping, (cells, fields) => {
      const table = { headings: HEADINGS, rows: [{ rowNumber: 2, cells }] }
      const stated = Object.fromEntries(HEADINGS.map((heading, index) => [heading, fields[index] ?? 'other']))
      const [read] = readRows(table, { format: 'generic', today: TODAY, mapping: stated }).rows
      if (read === undefined) throw new Error('no row')
      const free = Object.keys(SAYS)
      const members = `${read.application.roleTitle}\n${read.application.notes}\n${strings(read.application).join('\n')}`
      const missing = cells.filter((raw) => {
        const { text } = clean(raw)
        return !free.includes(text) && !members.includes(text) && !members.includes(text.replace(/\s+/g, ' '))
      })
      const told = missing.filter(
        (text) => readState(text)?.whole !== true && readAnswer(text) !== 'yes' && !/^\d{1,2}$/.test(text),
      )
      if (told.length > 0) throw new Error(`lost: ${JSON.stringify(told)}`)
    }),
    { numRuns: 1000 },
  )
  t.pass('nothing was lost')
})

test('no text breaks the reader', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 400, unit: 'binary' }), async (text) => {
      const csv = await readCsv(text)
      if (csv.ok) readRows(csv.table, { format: 'generic', today: TODAY })
    }),
  )
  t.pass('every text is read or refused')
})

test('a long cell is refused, whatever it repeats', async (t) => {
  const units = [
    '1/',
    '12/12/',
    'jan ',
    'no ',
    'interview ',
    'the ',
    'phone ',
    'position is was ',
    '90,',
    '$',
    '. ',
    'a',
  ]
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length))
    const table = { headings: HEADINGS, rows: [{ rowNumber: 2, cells: HEADINGS.map(() => text) }] }
    const { rows } = readRows(table, { format: 'generic', today: TODAY })
    t.equal(rows[0]?.invalid?.code, 'too_long')
  }
})
