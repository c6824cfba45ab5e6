import fc from 'fast-check'
import type { RowReading } from '../../../src/automation/imports/rules/readings.ts'
import { readState } from '../../../src/automation/imports/rules/states.ts'
import { clean, fold, readAnswer } from '../../../src/automation/imports/rules/text.ts'

export const HEADINGS = [
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

const APPOINTMENT = '2025-03-09: Technical interview (2025-03-09T08:30:00.000Z)'

/** What a cell may become instead of itself: the member that says the same. */
export const SAYS: Record<string, (row: RowReading, heading: string) => unknown> = {
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
  '2': (row) => counts(row, '2'),
  '2025-03-04': (row) => days(row).includes('2025-03-04'),
  '3/25/2025': (row) => days(row).includes('2025-03-25'),
  '2025-03-04 9:30': (row) =>
    row.interviews.some(({ heldOn, time }) => `${heldOn} ${time}` === '2025-03-04 09:30'),
  '2025-03-04 9:30 pm': (row) =>
    row.interviews.some(({ heldOn, time }) => `${heldOn} ${time}` === '2025-03-04 21:30'),
  'Offer, declined': (row) => row.outcome?.kind === 'offer_declined',
  yes: (row) => row.state !== 'saved' || row.application.workMode === 'remote',
  // Who had interviews was selected for them, however it ended.
  No: (row, heading) =>
    row.outcome?.kind === 'rejected' && !(/selected/i.test(heading) && row.interviews.length > 0),
  '€55k per year': ({ application: { salaryRange } }) =>
    [salaryRange?.minimum, salaryRange?.maximum].includes(5_500_000),
  '90,000': ({ application: { salaryRange } }) =>
    [salaryRange?.minimum, salaryRange?.maximum].includes(9_000_000),
  [APPOINTMENT]: (row) => row.interviews.some(({ heldOn, utc }) => utc && heldOn === '2025-03-09'),
  '0': (row) => counts(row, '0'),
  EUR: (row) => row.application.salaryRange?.currency === 'EUR',
}

const ENDED: Record<string, string> = {
  rejected: 'Rejected',
  no_response: 'Ghosted',
  own_no: 'Withdrew',
  offer_accepted: 'Accepted',
}
const REACHED = { saved: 'Wishlist', applied: 'Applied', interviewing: 'Interview', offered: 'Offer' }

/** Another word for one of those above, such as `Appl` or `✗`: it has to become the same member. */
const plainWord = (text: string): string => {
  const answer = readAnswer(text)
  if (answer === 'yes') return 'yes'
  if (answer === 'no') return 'No'
  const state = Object.hasOwn(SAYS, text) ? null : readState(text)
  if (!state?.whole) return text
  if (state.reached !== null) return state.ending === null ? REACHED[state.reached] : text
  return (state.ending && ENDED[state.ending]) ?? text
}

/** A bare number says how many interviews there were, or is a bound of the pay in whole units of its currency. */
const counts = ({ interviews, application: { salaryRange } }: RowReading, text: string) => {
  if (!/^\d{1,2}$/.test(text)) return false
  const number = Number(text)
  const pays = [salaryRange?.minimum, salaryRange?.maximum].includes(number * 100)
  return pays || (number > 0 && interviews.length >= number)
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
  '2025-03-04T23:30:00-08:00',
  '2025-03-04 9:30 PST',
  '2025-03-04 9:30 America/Lima',
  '2025-03-04T09:30:00Z',
  '3/14/2025 10:00-11:00',
  'www.a.example',
  'https://a.example/1',
  'https://b.example/2',
  'Interviewing - Hiring freeze',
  'Rejected after 2nd interview',
  'Phone screen',
  '=1+1',
  'two\nlines',
  'tab\tbed',
  'Not rejected',
  'Archived',
  'Applied (2025-03-04) → Interview (2025-03-09) → Rejected (2025-03-20)',
  '2025-03-04: Applied\n2025-03-09: Technical interview (2025-03-09T08:30:00.000Z)\n2025-03-10: A note',
]

export const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 6, arbitrary: fc.constantFrom(...Object.keys(SAYS)) },
  { weight: 6, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40, unit: 'grapheme' }) },
)

export const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

/** Tags and contacts stand one by one, without what stood between them. */
export const standsApart = (
  { application: { tags, contacts } }: RowReading,
  heading: string,
  text: string,
) => {
  const words = fold(strings([tags, contacts]).join(' '))
  const all = fold(text)
    .split(' ')
    .every((word) => words.includes(word))
  return /^(tags|contacts)$/i.test(heading) && all
}

export const lost = (read: RowReading, cells: string[], headings = HEADINGS): string[] => {
  const { application, interviews } = read
  const { notes, ...members } = application
  const held = new Set(strings([members, interviews]))
  return cells.flatMap((raw, index) => {
    const { text } = clean(raw)
    const line = `${headings[index]}: ${text}`
    if (
      text === '' ||
      notes?.includes(line) ||
      (/^notes$/i.test(headings[index] ?? '') && notes?.startsWith(text))
    )
      return []
    if (held.has(text) || held.has(text.replace(/\s+/g, ' ').trim())) return []
    if (counts(read, text) || standsApart(read, headings[index] ?? '', text)) return []
    // The words of a state that became the label of an interview.
    if (interviews.some(({ label }) => readState(text)?.interview?.words === label)) return []
    return SAYS[plainWord(text)]?.(read, headings[index] ?? '') ? [] : [line]
  })
}
