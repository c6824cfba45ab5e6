import { type Card, createEmptyCard, fsrs, type Grade, Rating as Grades, State } from 'ts-fsrs'
import type { Rating, Review, StudyState } from '../rules.ts'

/**
 * When a study item comes back, after FSRS-6. Stability is in days: the time after which the answer is still there in
 * nine of ten cases. Difficulty goes from 1 to 10. Days are YYYY-MM-DD.
 */
export type Schedule = {
  stability: number
  difficulty: number
  intervalDays: number
  repetitions: number
  lapses: number
  reviewedOn: string
  dueOn: string
}

const MOST_DAYS = 90
const DAY_MS = 86_400_000

const scheduler = fsrs({
  enable_fuzz: false,
  enable_short_term: false,
  request_retention: 0.9,
  maximum_interval: MOST_DAYS,
})

const GRADES: Record<Rating, Grade> = {
  again: Grades.Again,
  hard: Grades.Hard,
  good: Grades.Good,
  easy: Grades.Easy,
}

/** An item is ready when the last answer was clear and holds for so many days. */
const READY_DAYS = 7

const midnight = (day: string) => new Date(`${day}T00:00:00.000Z`)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

const cardOf = (schedule: Schedule): Card => ({
  ...createEmptyCard(midnight(schedule.dueOn)),
  stability: schedule.stability,
  difficulty: schedule.difficulty,
  scheduled_days: schedule.intervalDays,
  reps: schedule.repetitions,
  lapses: schedule.lapses,
  state: State.Review,
  last_review: midnight(schedule.reviewedOn),
})

/** The schedule after one more review; one of a day before the last counts as of the last. */
export const review = (before: Schedule | null, { rating, on }: Review): Schedule => {
  const day = before && on < before.reviewedOn ? before.reviewedOn : on
  const from = before ? cardOf(before) : createEmptyCard(midnight(day))
  const { card } = scheduler.next(from, midnight(day), GRADES[rating])
  // @NOTE To keep easy above good, the scheduler goes a day or two beyond its own maximum.
  const intervalDays = Math.min(card.scheduled_days, MOST_DAYS)
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    intervalDays,
    repetitions: card.reps,
    lapses: card.lapses,
    reviewedOn: day,
    dueOn: dayOf(new Date(midnight(day).getTime() + intervalDays * DAY_MS)),
  }
}

/** The schedule that follows from all reviews, in their order; null when there are none. */
export const replay = (reviews: readonly Review[]): Schedule | null =>
  reviews.reduce<Schedule | null>(review, null)

/** New until it was reviewed; ready when the last answer was clear, at an interval of seven days or more. */
export const stateOf = (schedule: Schedule | null, last: Rating | undefined): StudyState => {
  if (!schedule || !last) return 'new'
  const clear = last === 'good' || last === 'easy'
  return clear && schedule.intervalDays >= READY_DAYS ? 'ready' : 'learning'
}
