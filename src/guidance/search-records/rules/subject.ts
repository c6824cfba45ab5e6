/** The records that a win or an action is about. */
export type Subject = {
  applicationId: string | null
  interviewId: string | null
  reflectionId: string | null
  planId: string | null
  studyItemId: string | null
  assignmentId: string | null
}

/** A subject with the ids that are known, and null for the others. */
export const about = (ids: Partial<Subject>): Subject => ({
  applicationId: null,
  interviewId: null,
  reflectionId: null,
  planId: null,
  studyItemId: null,
  assignmentId: null,
  ...ids,
})
