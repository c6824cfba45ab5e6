/** How much of each kind is shown before an interview: what can be read in the minutes before it. */
export const MOST = { plans: 3, studyItems: 5, earlierQuestions: 8, wentWell: 3 } as const

/** Why a study item fits a round: this employer asked it before, its topic comes up, or rounds of this kind ask it. */
export const FITS = ['employer', 'topic', 'kind'] as const

/** What comes out of reflections, for those alone who may read them. */
export const WRITTEN = ['plans', 'wentWell'] as const
