/** How to get ready: to learn what was not known, or to rehearse aloud what was known and did not come out. */
export const STUDY_MODES = ['learn', 'rehearse'] as const
export type StudyMode = (typeof STUDY_MODES)[number]

export const STUDY_STATES = ['new', 'learning', 'ready'] as const
export type StudyState = (typeof STUDY_STATES)[number]

/** How a review went: not answered, roughly, clearly, well enough to teach it. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof RATINGS)[number]

/** Whether it was reviewed at home, or asked again in an interview and missed. */
export const REVIEW_SOURCES = ['review', 'interview'] as const
export type ReviewSource = (typeof REVIEW_SOURCES)[number]

/** One review. `on` is the day, YYYY-MM-DD, in the time zone of the account. */
export type Review = { rating: Rating; on: string }

/**
 * What makes two prompts the same question: letters with the marks that belong to them, and digits, whatever their
 * case, in their order. How a sign is to be drawn is no such mark.
 */
export const bareWordsOf = (prompt: string): string =>
  prompt
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Mn}\p{Mc}\p{N}+#]+|\p{Variation_Selector}+/gu, ' ')
    .trim()
