export const FORMAT = 'afterview-journal'
export const FORMAT_VERSION = 1

/** The kinds of records in a file. */
export type Kind =
  | 'reasons'
  | 'applications'
  | 'pitches'
  | 'interviews'
  | 'questions'
  | 'studyItems'
  | 'offers'
  | 'outcomes'
  | 'outcomeChanges'
  | 'plans'
  | 'planReviews'
  | 'reflections'
  | 'notes'
  | 'coachingSessions'
  | 'assignments'
  | 'pauses'
  | 'wins'
  | 'importedRows'

/** A record as plain members, where its kind does not count. */
export type Members = Record<string, unknown>
