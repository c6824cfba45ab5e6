import { readingOf } from '../../insights/pitches/rules.ts'
import type { InterviewRecord } from '../../insights/records/rules/rows.ts'
import { isHeld } from '../../insights/records/rules.ts'
import type { Course } from '../../insights/rounds/rules.ts'

/** How much of each kind is shown before an interview: what can be read in the minutes before it. */
export const MOST = { plans: 3, studyItems: 5, earlierQuestions: 8, wentWell: 3 } as const

/** Why a study item fits a round: this employer asked it before, its topic comes up, or rounds of this kind ask it. */
export const FITS = ['employer', 'topic', 'kind'] as const
export type Fit = (typeof FITS)[number]

/** What comes out of reflections, for those alone who may read them. */
export const WRITTEN = ['plans', 'wentWell'] as const

type Interview = Pick<InterviewRecord, 'round' | 'status' | 'result' | 'pitchId'>
/** An application in whose interviews a pitch was used, as far as it tells how these went on. */
export type PitchCourse = Omit<Course, 'interviews'> & { interviews: Interview[] }

/** How often a pitch was used in interviews held, and led on: the same figures as the insight on pitches has over all days. */
export const pitchReading = (pitchId: string, applications: readonly PitchCourse[]) =>
  readingOf(
    applications.flatMap((application) =>
      application.interviews
        .filter((interview) => isHeld(interview) && interview.pitchId === pitchId)
        .map((interview) => ({ application, interview })),
    ),
  )

type Written = { entryId: string; reflectionId: string; text: string }
type Achieved = { code: string; text: string }

/** A few things that went well before: own words in their order, each once; after them what the record says. */
export const wentWellOf = (words: readonly Written[], achieved: readonly Achieved[]) => {
  const own = [...new Map(words.map((word) => [word.entryId, word])).values()]
  return [
    ...own.map((word) => ({ code: 'own_words', ...word })),
    ...achieved.map(({ code, text }) => ({ code, text, entryId: null, reflectionId: null })),
  ].slice(0, MOST.wentWell)
}
