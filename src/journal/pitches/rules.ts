import { type Course, type Present, tookPlace } from '../interviews/rules.ts'

/** Whether a pitch was heard in any of the interviews that name it. */
export const wasSaid = (interviews: readonly Course[], present: Present): boolean =>
  interviews.some((interview) => tookPlace(interview, present))
