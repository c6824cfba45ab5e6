import { type Evidence, gatherEvidence } from './evidence.ts'
import type { Columns } from './facts.ts'
import { numberRounds, type Round, roundsOf, undatedRound } from './interviews.ts'
import type { Milestone, ReadingContext } from './milestones.ts'
import { type NoteState, readNoteState } from './note-states.ts'
import { type Cell, type Notebook, remark } from './notebook.ts'
import { keepUnplaced, remarkDays } from './placement.ts'
import type { Ending } from './state-words.ts'
import type { OutcomeKind, OutcomeReading, RowReading, RowState } from './types.ts'

export type Course = Pick<RowReading, 'interviews' | 'offer' | 'outcome' | 'state'> & {
  appliedOn: string | null
  respondedOn: string | null
}

/** How far the application of a row came and how it ended, from all columns that speak of it. */
export const readCourse = (columns: Columns, notebook: Notebook, context: ReadingContext): Course => {
  const evidence = gatherEvidence(columns, notebook, context)
  const note = evidence.state === null ? noteState(columns('notes'), notebook) : null
  const answered = evidence.responded.some(({ happened }) => happened)
  const refusedInterview = answered && evidence.obtained.some(({ denied }) => denied)
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

  const columnRounds = evidence.rounds.flatMap((one) => roundsOf(one, context.today))
  const rounds = columnRounds.length > 0 ? columnRounds : roundInWords(evidence, note, columns('notes'))
  const interviews = numberRounds(rounds, { offered, outcome })
  const offerOpen = kind === null && evidence.offers.every(({ on }) => on === null) ? evidence.stateDates : []
  const course: Course = {
    interviews,
    offer: offered ? { receivedOn: firstDay([...evidence.offers, ...offerOpen]) } : null,
    outcome,
    appliedOn: firstDay(evidence.applied),
    respondedOn: earliestDay(evidence.responded),
    state:
      kind ??
      (offered ? 'offer_open' : reachedState(evidence, interviews.length > 0, answered, columns, context)),
  }
  keepUnplaced(evidence, course, { ending, refusedInterview }, notebook)
  remarkDays(evidence, course, context.today, notebook)
  return course
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

/** At most one: words say that there was an interview, not how many. */
const roundInWords = ({ obtained, state }: Evidence, note: NoteState | null, notes: Cell[]): Round[] => {
  const turnedDown = notes.some(({ text }) => readNoteState(text)?.turnedInterviewDown)
  const status = turnedDown ? 'cancelled' : 'completed'
  const got = obtained.find(({ happened }) => happened)
  if (got !== undefined) return [undatedRound(got.cell.heading, status)]
  if (state?.interview != null) return [undatedRound(state.interview.words, state.interview.status)]
  return note?.reached === 'interviewing' ? [undatedRound('Interview', status)] : []
}

/** Without a word on how it stands, an empty day in a column of application days is a wish list. */
const reachedState = (
  evidence: Evidence,
  interviewed: boolean,
  answered: boolean,
  columns: Columns,
  { mapped }: ReadingContext,
): RowState => {
  if (interviewed) return 'interviewing'
  const { state, applied } = evidence
  if (answered || applied.some(({ happened }) => happened)) return 'applied'
  if (state !== null) return state.reached === 'saved' ? 'saved' : 'applied'
  return mapped('appliedOn') || columns('savedOn').length > 0 ? 'saved' : 'applied'
}

const endingFromFeedback = (cells: Cell[], context: ReadingContext): Ending | null =>
  cells
    .map(({ text }) => (text.length <= 60 ? context.readState(text)?.ending : null))
    .find((ending) => ending != null) ?? null

const noteState = (cells: Cell[], notebook: Notebook): NoteState | null => {
  for (const cell of cells) {
    const state = readNoteState(cell.text)
    if (state === null) continue
    remark(notebook, cell.heading, 'state_from_notes', 'No column says how it stands; the notes do.')
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
