/** Where an assignment stands. Neither `done` nor `withdrawn` is undone: a new one can be made. */
export const ASSIGNMENT_STATUSES = ['open', 'done', 'withdrawn'] as const
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number]

type Subject = { applicationId: string | null; interviewId: string | null; questionId: string | null }

/** What an assignment is about; null for the journal as a whole. */
export const subjectOf = ({ applicationId, interviewId, questionId }: Subject) => {
  if (applicationId) return { applicationId }
  if (interviewId) return { interviewId }
  return questionId ? { questionId } : null
}
