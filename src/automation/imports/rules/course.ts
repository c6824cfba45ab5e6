import type { OutcomeKind } from '../../../journal/outcomes/rules.ts'
import { type Evidence, gatherEvidence } from './evidence.ts'
import type { Columns } from './facts.ts'
import { MOST_ROUNDS, numberRounds, type Round, roundNamed, roundsOf, undatedRound } from './interviews.ts'
import type { Milestone, ReadingContext } from './milestones.ts'
import { type NoteState, readNoteState } from './note-states.ts'
import { type Cell, keep, type Notebook, remark } from './notebook.ts'
import { keepUnplaced, remarkDays } from './placement.ts'
import type { Course, OutcomeReading } from './readings.ts'
import type { Ending } from './state-words.ts'
import type { RowState } from './types.ts'

/** How far the application of a row came and how it ended, from all columns that speak of it. */
export const readCourse = (columns: Columns, notebook: Notebook, context: ReadingContext): Course => {
  const evidence = gatherEvidence(columns, notebook, context)
  const note = evidence.state === null ? noteState(columns('notes'), notebook) : null
  const answered = evidence.responded.some(({ happened }) => happened)
  const columnRounds = evidence.rounds.flatMap((one) => roundsOf(one, context.today))
  const rounds = columnRounds.length > 0 ? columnRounds : roundsInWords(evidence, note, columns('notes'))
  const denied = evidence.obtained.some((one) => one.denied)
  const refusedInterview = answered && denied && rounds.length === 0
  const ending =
    evidence.state?.ending ??
    evidence.closings.find(({ milestones }) => milestones.some(({ happened }) => happened))?.ending ??
    endingFromFeedback(columns('feedback'), context) ??
    (refusedInterview ? 'rejected' : null) ??
    note?.ending ??
    null
  const offered = wasOffered(evidence, note, ending)
  const kind = outcomeOf(ending, offered)
  const decidedOn = kind === null || kind === 'no_response' ? null : dayOfDecision(evidence, ending)
  const doorOpen = kind === 'rejected' ? (evidence.state?.doorOpen ?? null) : null
  const outcome: OutcomeReading | null = kind === null ? null : { kind, decidedOn, doorOpen }

  const interviews = numberRounds(rounds.slice(0, MOST_ROUNDS), { offered, outcome })
  if (rounds.length > MOST_ROUNDS)
    for (const { cell } of evidence.rounds)
      keep(notebook, cell, 'kept_in_notes', `An application holds ${MOST_ROUNDS} interviews.`)
  remarkRounds(evidence, columnRounds.length, notebook)
  const offerOpen = kind === null && evidence.offers.every(({ on }) => on === null) ? evidence.stateDates : []
  const reached = reachedState(evidence, interviews.length > 0, answered, context)
  const course: Course = {
    interviews,
    offer: offered ? { receivedOn: firstDay([...evidence.offers, ...offerOpen]) } : null,
    outcome,
    appliedOn: firstDay(evidence.applied),
    respondedOn: earliestDay(evidence.responded),
    state: kind ?? (offered ? 'offer_open' : reached),
  }
  keepUnplaced(evidence, course, { ending, refusedInterview }, notebook)
  remarkDays(evidence, course, context.today, notebook)
  if (course.outcome?.kind === 'withdrawn') remarkOwnDecision(evidence, notebook)
  return course
}

const remarkOwnDecision = ({ stated }: Evidence, notebook: Notebook): void => {
  const detail =
    'Read as your own decision. Where it was theirs, write “declined by company” or record the outcome as rejected.'
  for (const { cell, state } of stated)
    if (state.eithersNo) remark(notebook, cell, 'read_as_own_decision', detail)
}

/** Words that name a later round than the columns hold. */
const remarkRounds = ({ stated }: Evidence, inColumns: number, notebook: Notebook): void => {
  for (const { cell, state } of stated) {
    const named = state.interview === null ? 1 : roundNamed(state.interview.words)
    if (named <= Math.max(inColumns, 1)) continue
    const held =
      inColumns === 0 ? 'the ones before it were added without a day' : `the columns hold ${inColumns}`
    remark(notebook, cell, 'rounds_implied', `The words name interview ${named}; ${held}.`)
  }
}

const wasOffered = (evidence: Evidence, note: NoteState | null, ending: Ending | null): boolean =>
  evidence.offers.some(({ happened }) => happened) ||
  evidence.state?.reached === 'offered' ||
  note?.reached === 'offered' ||
  ending === 'offer_accepted' ||
  ending === 'offer_rescinded'

const outcomeOf = (ending: Ending | null, offered: boolean): OutcomeKind | null => {
  if (ending !== 'own_no') return ending
  return offered ? 'offer_declined' : 'withdrawn'
}

const dayOfDecision = ({ closings, decided, stateDates }: Evidence, ending: Ending | null) => {
  const own = closings.filter((one) => one.ending === ending).flatMap(({ milestones }) => milestones)
  return firstDay([...own, ...decided, ...stateDates])
}

/** Words say that there was an interview; how many only where they name which one it was. */
const roundsInWords = ({ obtained, state }: Evidence, note: NoteState | null, notes: Cell[]): Round[] => {
  const turnedDown = notes.some(({ text }) => readNoteState(text)?.turnedInterviewDown)
  const status = turnedDown ? 'cancelled' : 'completed'
  const got = obtained.find(({ happened }) => happened)
  if (got !== undefined) return [undatedRound(got.cell.heading, status)]
  if (state?.interview != null) {
    const { words, status: last } = state.interview
    const before = Array.from({ length: roundNamed(words) - 1 }, () => undatedRound('Interview', 'completed'))
    return [...before, undatedRound(words, last)]
  }
  return note?.reached === 'interviewing' ? [undatedRound('Interview', status)] : []
}

/** Without a word on how it stands, an empty day in a column of application days is a wish list. */
const reachedState = (
  evidence: Evidence,
  interviewed: boolean,
  answered: boolean,
  { mapped }: ReadingContext,
): RowState => {
  if (interviewed) return 'interviewing'
  const { state, applied } = evidence
  if (answered || applied.some(({ happened }) => happened)) return 'applied'
  if (state !== null) return state.reached === 'saved' ? 'saved' : 'applied'
  return mapped('appliedOn') || mapped('savedOn') ? 'saved' : 'applied'
}

const endingFromFeedback = (cells: Cell[], context: ReadingContext): Ending | null =>
  cells
    .map(({ text }) => (text.length <= 60 ? context.readState(text)?.ending : null))
    .find((ending) => ending != null) ?? null

const noteState = (cells: Cell[], notebook: Notebook): NoteState | null => {
  for (const cell of cells) {
    const state = readNoteState(cell.text)
    if (state === null) continue
    remark(notebook, cell, 'state_from_notes', 'No column says how it stands; the notes do.')
    return state
  }
  return null
}

const firstDay = (milestones: Milestone[]): string | null =>
  milestones.find(({ on }) => on !== null)?.on ?? null

const earliestDay = (milestones: Milestone[]): string | null =>
  milestones
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(0) ?? null
