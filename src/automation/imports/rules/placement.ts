import type { Evidence } from './evidence.ts'
import type { History, Step } from './history.ts'
import type { Milestone } from './milestones.ts'
import { type Cell, keep, type Notebook, remark } from './notebook.ts'
import type { Course } from './readings.ts'
import type { Ending } from './state-words.ts'
import { isEnd } from './states.ts'
import { excerpt } from './text.ts'

type Reached = { ending: Ending | null; refusedInterview: boolean }

/** Writes into the notes what the evidence says and no member took: nothing of a row is dropped. */
export const keepUnplaced = (
  evidence: Evidence,
  course: Course,
  reached: Reached,
  notebook: Notebook,
): void => {
  const { applied, responded, rounds, obtained, offers, decided, stateDates, closings } = evidence
  const unsent = isUnsent(course)
  keepDays(applied, course.appliedOn, notebook, !unsent)
  if (unsent) keepApplied(evidence, notebook)
  keepDays(responded, course.respondedOn, notebook)
  for (const one of rounds) keepUnless(one, one.happened || one.state?.reached === 'interviewing', notebook)
  for (const one of obtained) {
    const used =
      one.happened || (one.denied && reached.refusedInterview && course.outcome?.kind === 'rejected')
    keepUnless(one, used && one.on === null, notebook)
  }
  keepDays(offers, course.offer?.receivedOn ?? null, notebook, course.offer !== null)
  const decidedOn = course.outcome?.decidedOn ?? null
  const silent = course.outcome?.kind === 'no_response'
  const days = daysOfState(course, evidence)
  for (const one of [...decided, ...stateDates])
    keepDecision(one, one.on !== null && days.includes(one.on), silent, notebook)
  for (const { ending, milestones } of closings) {
    const agrees = ending === reached.ending
    for (const one of milestones) {
      keepDecision(one, agrees && one.happened && (one.on === null || one.on === decidedOn), silent, notebook)
    }
  }
  for (const history of evidence.histories) keepHistory(history, course, notebook)
  for (const cell of evidence.ended) keepEnd(cell, course, notebook)
  keepContradictions(evidence, course, reached, notebook)
}

/** Since when it stands as it does, as far as a member holds it. */
const daysOfState = ({ outcome, offer, state, appliedOn }: Course, { ended }: Evidence) => {
  if (outcome !== null) return [outcome.decidedOn]
  if (offer !== null) return [offer.receivedOn]
  return state === 'applied' && ended.length === 0 ? [appliedOn] : []
}

const keepHistory = ({ cell, steps, whole }: History, course: Course, notebook: Notebook): void => {
  const days = {
    applied: course.appliedOn,
    offered: course.offer?.receivedOn,
    saved: null,
    interviewing: null,
  }
  const placed = ({ on, words, state }: Step) => {
    const ended = state === null ? isEnd(words) : state.ending !== null
    const day = ended ? course.outcome?.decidedOn : state?.reached && days[state.reached]
    return on === day && (state?.whole ?? true)
  }
  if (!whole || !steps.every(placed))
    keep(notebook, cell, 'kept_in_notes', 'Days that no member holds stay in the notes.')
}

const NO_ENDING =
  'It ended or was put away, and the row does not say how. Record the outcome where you know it.'

const keepEnd = (cell: Cell, { outcome }: Course, notebook: Notebook): void => {
  if (outcome === null) keep(notebook, cell, 'ending_not_stated', NO_ENDING)
  else keep(notebook, cell)
}

/** No fact of the record bears out that the application was sent. */
const isUnsent = ({ appliedOn, respondedOn, interviews, offer, outcome }: Course): boolean =>
  appliedOn === null &&
  respondedOn === null &&
  interviews.length === 0 &&
  offer === null &&
  (outcome === null || outcome.kind === 'withdrawn' || outcome.kind === 'role_closed')

const keepApplied = ({ applied, stated }: Evidence, notebook: Notebook): void => {
  const said = stated.filter(({ state }) => state.reached === 'applied')
  const happened = applied.filter((one) => one.happened)
  const detail =
    'No day of application could be read, so the record is a saved one. Give it its `appliedOn` to count it as applied.'
  for (const { cell } of [...happened, ...said]) keep(notebook, cell, 'applied_without_date', detail)
}

/** A member takes the day, not its hour: that stays readable beside it. */
const keepDays = (
  milestones: Milestone[],
  day: string | null,
  notebook: Notebook,
  yesIsTaken = false,
): void => {
  const taken = milestones.find(({ on }) => on === day)
  for (const one of milestones) {
    if (one.on !== null && one.on !== day)
      keep(notebook, one.cell, 'second_value', `${day} was taken, from “${taken?.cell.heading}”.`)
    else if (one.time !== null)
      keep(notebook, one.cell, 'kept_in_notes', 'The time of day stays in the notes.')
    else keepUnless(one, one.on !== null || (yesIsTaken && one.happened), notebook)
  }
}

const keepDecision = (one: Milestone, placed: boolean, silent: boolean, notebook: Notebook): void => {
  if (one.on !== null && silent) keep(notebook, one.cell, 'silence_has_no_date', 'Silence has no day.')
  else if (one.time !== null) keep(notebook, one.cell, 'kept_in_notes', 'The time of day stays in the notes.')
  else keepUnless(one, placed, notebook)
}

const keepUnless = (one: Milestone, placed: boolean, notebook: Notebook): void => {
  if (!placed && one.state === null) keep(notebook, one.cell)
}

const PLAIN_INTERVIEW = /^(?:inter(?:view(?:s|ed|ing)?)?|entretiens?|gesprach|entrevista)$/

/** Words that another cell outweighed. */
const keepContradictions = (
  { stated, closings }: Evidence,
  course: Course,
  { ending }: Reached,
  notebook: Notebook,
): void => {
  const taken =
    stated.find(({ state }) => state.ending !== null && state.ending === ending)?.cell ??
    closings.find((one) => one.ending === ending)?.milestones.find(({ happened }) => happened)?.cell
  for (const { cell, state } of stated) {
    const outweighed = state.ending !== null && state.ending !== ending
    const wished = state.reached === 'saved' && course.state !== 'saved'
    const { interview } = state
    const told = course.interviews.some(({ label }) => label === interview?.words)
    const round = interview !== null && !told && !PLAIN_INTERVIEW.test(interview.words)
    const unheard = interview !== null && course.interviews.length === 0
    const detail = outweighed ? saysOtherwise(taken) : 'The cell says more than the members hold.'
    if (outweighed || wished || round || unheard) keep(notebook, cell, 'kept_in_notes', detail)
  }
}

const saysOtherwise = (taken: Cell | undefined) =>
  taken === undefined
    ? 'Another cell says it differently.'
    : `“${taken.heading}” says “${excerpt(taken.text)}”.`

export const remarkDays = (
  { applied, responded, decided, rounds, offers }: Evidence,
  course: Course,
  today: string,
  notebook: Notebook,
): void => {
  for (const { cell, on } of [...applied, ...responded, ...decided, ...offers]) {
    if (on !== null && on > today) remark(notebook, cell, 'date_in_future', `${on} has not come yet.`)
  }
  const { appliedOn } = course
  const heading = applied.find(({ on }) => on === appliedOn)?.cell.heading
  for (const { cell, on } of [...responded, ...rounds, ...offers, ...decided]) {
    if (appliedOn === null || on === null || on >= appliedOn) continue
    remark(
      notebook,
      cell,
      'date_before_application',
      `${on} is before the application on ${appliedOn} (“${heading}”).`,
    )
  }
  const [offer] = offers
  if (course.offer !== null && course.outcome?.kind === 'rejected' && offer !== undefined) {
    remark(
      notebook,
      offer.cell,
      'offer_before_rejection',
      'The row holds an offer and a rejection; both are on record.',
    )
  }
}
