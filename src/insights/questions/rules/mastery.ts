import { isMissed } from '../../../journal/missed-questions/rules.ts'
import { replay, review, type Schedule, stateOf } from '../../../journal/study-items/rules/schedule.ts'
import type { InterviewRecord, Rows } from '../../records/rules/rows.ts'
import type { ApplicationRecord } from '../../records/rules.ts'

export type QuestionRow = Rows['questions'][number]
type StudyRows = Pick<Rows, 'questions' | 'studyItems' | 'studyReviews'>

/** A question with where it was asked; `day` is that of the interview, or else of the record. */
export type Asked = QuestionRow & { application: ApplicationRecord; interview: InterviewRecord; day: string }

/** Every question, with where it was asked. */
export const askedIn = (
  applications: readonly ApplicationRecord[],
  questions: readonly QuestionRow[],
): Asked[] => {
  const places = new Map(
    applications.flatMap((application) =>
      application.interviews.map((interview) => [interview.id, { application, interview }]),
    ),
  )
  return questions.flatMap((question) => {
    const place = places.get(question.interviewId)
    const day = place?.interview.heldOn ?? question.createdOn
    return place ? [{ ...question, ...place, day }] : []
  })
}

export const wasMissed = ({ answered }: QuestionRow): boolean => isMissed(answered)

type Review = Rows['studyReviews'][number]
const inOrder = (a: Review, b: Review) => {
  const [one, other] = [a, b].map(({ on, createdAt, id }) => `${on} ${createdAt} ${id}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** The days on which an item was ready after a review, as its schedule tells. */
const readyDays = (reviews: readonly Review[]): string[] => {
  let schedule: Schedule | null = replay([])
  return [...reviews].sort(inOrder).flatMap((it) => {
    schedule = review(schedule, it)
    return stateOf(schedule, it.rating) === 'ready' ? [it.on] : []
  })
}

/** Which study item each wording leads to, and the days on which each item was ready. */
export const masteryOf = ({ studyItems, studyReviews }: Omit<StudyRows, 'questions'>) => {
  const items = new Map(studyItems.flatMap((item) => item.promptDigests.map((digest) => [digest, item])))
  const reviews = Map.groupBy(studyReviews, ({ itemId }) => itemId)
  const ready = new Map([...reviews].map(([itemId, those]) => [itemId, readyDays(those)]))
  return {
    itemOf: ({ promptDigest }: QuestionRow) => items.get(promptDigest),
    /** The first day, from the one given on, on which an item was ready. */
    readyFrom: (itemId: string, day: string) => ready.get(itemId)?.find((on) => on >= day),
  }
}
