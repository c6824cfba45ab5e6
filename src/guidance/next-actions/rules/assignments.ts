import { daysBetween } from '../../../insights/figures/rules/times.ts'
import { about } from '../../search-records/rules/subject.ts'
import type { Action } from './action.ts'

/** Something to do that a coach and a client agreed on, and that is not done yet. */
export type OpenAssignment = {
  id: string
  text: string
  dueOn: string | null
  madeBy: 'coach' | 'client'
  applicationId: string | null
  interviewId: string | null
}

/** Open assignments in the order given, in the words of who made them. */
export const assignmentActions = (assignments: readonly OpenAssignment[], today: string): Action[] =>
  assignments.map(({ id: assignmentId, text: ownWords, dueOn, madeBy, applicationId, interviewId }) => {
    const days = dueOn === null ? null : daysBetween(today, dueOn)
    const subject = about({ assignmentId, applicationId, interviewId })
    return { code: 'assignment', basis: { days, madeBy }, dueOn, subject, ownWords }
  })
