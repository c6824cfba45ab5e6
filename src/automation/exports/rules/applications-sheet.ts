import { minorDigitsOf } from '../../../journal/applications/rules/minor-units.ts'
import { CONTACT_DOT } from '../../imports/rules/people.ts'
import type { ApplicationRow, InterviewRow, OfferRow, OutcomeRow } from '../store.ts'
import { type Cell, type Columns, reasonWords, words } from './words.ts'

/** An interview with its day and time of day in the time zone of the account. */
export type Round = Pick<InterviewRow, 'status'> & { day: string | null; time: string | null }

export type Line = {
  application: ApplicationRow
  rounds: readonly Round[]
  offer: OfferRow | undefined
  outcome: OutcomeRow | undefined
  /** The day that it is for the account. */
  today: string
  /** The day it was archived, for the account. */
  archivedOn: string | null
}

const ROUND_WORDS = {
  scheduled: 'interview scheduled',
  completed: 'interview completed',
  cancelled: 'interview cancelled',
  missed: 'missed interview',
}

/** @NOTE In words that an import reads as they are meant: a day alone is an interview that was held, or that lies ahead. */
const roundWords = (round: Round, today: string): string => {
  const { day, time, status } = round
  const implied = day !== null && day > today ? 'scheduled' : 'completed'
  const said = status === implied ? [] : [ROUND_WORDS[status]]
  return [day, day && time, ...said].filter(Boolean).join(' ') || 'yes'
}

const ROUNDS = 6

const roundCell =
  (from: number, to?: number) =>
  (line: Line): Cell =>
    line.rounds
      .slice(from, to)
      .map((round) => roundWords(round, line.today))
      .join('; ') || null

const roundColumns: Columns<Line> = Array.from({ length: ROUNDS }, (_, i) => [
  `Interview ${i + 1}`,
  roundCell(i, i + 1),
])

/**
 * An amount in minor units as one in the currency itself.
 *
 * @NOTE Three digits behind a point would be thousands for whoever reads them.
 */
const major = (amount: number | null | undefined, currency: string | undefined): Cell => {
  if (typeof amount !== 'number' || !currency) return null
  const digits = minorDigitsOf(currency)
  const whole = amount / 10 ** digits
  return digits > 2 ? whole.toFixed(4) : whole
}

/** As a list in JSON where a tag holds what would part it from the next. */
const tagWords = (tags: readonly string[]) =>
  tags.some((tag) => /^\[|[;,|]/.test(tag)) ? JSON.stringify(tags) : tags.join('; ')

/** @NOTE As an import reads it: one contact a line. */
const contactWords = ({ name, role, email, phone, notes }: ApplicationRow['contacts'][number]) =>
  [role ? `${name} (${role})` : name, email, phone, notes?.replace(/\s+/g, ' ')]
    .filter(Boolean)
    .join(CONTACT_DOT)

/** One line for an application. The headings never change, and our own import knows them. */
export const APPLICATION_COLUMNS: Columns<Line> = [
  ['Company', ({ application }) => application.company],
  ['Role', ({ application }) => application.roleTitle],
  ['Stage', ({ application }) => words(application.stage)],
  ['Outcome', ({ outcome }) => words(outcome?.kind ?? null)],
  ['Applied on', ({ application }) => application.appliedOn],
  ['Responded on', ({ application }) => application.respondedOn],
  ...roundColumns,
  ['Further interviews', roundCell(ROUNDS)],
  ['Offer received on', ({ offer }) => (offer ? (offer.receivedOn ?? 'yes') : null)],
  ['Decision date', ({ outcome }) => outcome?.decidedOn ?? null],
  ['Learned on', ({ outcome }) => outcome?.learnedOn ?? null],
  ['Reasons', ({ outcome }) => reasonWords(outcome?.reasons)],
  ['Employer feedback', ({ outcome }) => outcome?.employerFeedback ?? null],
  ['URL', ({ application }) => application.url],
  ['Location', ({ application }) => application.location],
  ['Work mode', ({ application }) => words(application.workMode)],
  ['Employment type', ({ application }) => words(application.employmentType)],
  ['Source', ({ application }) => application.source?.name ?? null],
  ['Source kind', ({ application }) => words(application.source?.channel ?? null)],
  ['Salary minimum', ({ application: { salaryRange: s } }) => major(s?.minimum, s?.currency)],
  ['Salary maximum', ({ application: { salaryRange: s } }) => major(s?.maximum, s?.currency)],
  ['Salary currency', ({ application }) => application.salaryRange?.currency ?? null],
  ['Salary period', ({ application }) => application.salaryRange?.period ?? null],
  ['Priority', ({ application }) => application.priority],
  ['Tags', ({ application }) => tagWords(application.tags)],
  ['Contacts', ({ application }) => application.contacts.map(contactWords).join('\n')],
  ['Next step', ({ application }) => application.nextStep?.text ?? null],
  ['Next step due on', ({ application }) => application.nextStep?.dueOn ?? null],
  ['Resume version', ({ application }) => application.resumeVersion],
  ['Notes', ({ application }) => application.notes],
  ['Archived on', ({ archivedOn }) => archivedOn],
  ['External id', ({ application: { externalRef: ref } }) => (ref ? `${ref.source} ${ref.id}` : null)],
  ['Id', ({ application }) => application.id],
]
