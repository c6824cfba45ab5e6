import type { SearchRecord } from '../search-records/rules.ts'
import type { Action } from './rules/action.ts'
import { interviewActions, offerActions, unconfirmedActions } from './rules/ahead.ts'
import { assignmentActions, type OpenAssignment } from './rules/assignments.ts'
import { followUpActions, undatedActions } from './rules/follow-ups.ts'
import { lookAhead, supportActions } from './rules/going-on.ts'
import { type DueStudy, planActions, reflectionActions, studyActions } from './rules/learning.ts'
import { silenceActions } from './rules/silence.ts'

/** The kinds of actions in the order in which they are answered. */
const ACTION_CODES = [
  'near_miss',
  'prepare_interview',
  'answer_offer',
  'confirm_interview',
  'reflect',
  'review_plan',
  'study',
  'assignment',
  'follow_up',
  'record_silence',
  'date_next_step',
  'whats_next',
  'interview_ahead',
] as const satisfies Action['code'][]

export const MOST_ACTIONS = 10

/**
 * At most ten: the first of each kind, then the second of each, and so on, so that no kind crowds out the others; then
 * in the order of the kinds.
 */
const choose = (kinds: readonly (readonly Action[])[]): Action[] => {
  const placed = kinds.flatMap((actions, kind) => actions.map((action, place) => ({ action, kind, place })))
  return placed
    .sort((a, b) => a.place - b.place || a.kind - b.kind)
    .slice(0, MOST_ACTIONS)
    .sort((a, b) => a.kind - b.kind || a.place - b.place)
    .map(({ action }) => action)
}

/**
 * What is worth doing now, at most ten, in order. It follows from the records as they stand; the order in which they
 * were made changes nothing.
 * @param assignments those that are open, the soonest due first
 * @see METHOD.md M8, M10, M11, M12, and "near miss"
 */
export const nextActionsOf = (
  record: SearchRecord,
  dueStudy: DueStudy,
  assignments: readonly OpenAssignment[],
): Action[] => {
  const found = [
    ...supportActions(record),
    ...interviewActions(record),
    ...offerActions(record),
    ...unconfirmedActions(record),
    ...reflectionActions(record),
    ...planActions(record),
    ...studyActions(dueStudy),
    ...assignmentActions(assignments, record.today),
    ...followUpActions(record),
    ...silenceActions(record),
    ...undatedActions(record),
  ]
  const byCode = Map.groupBy([...found, ...lookAhead(record, found.length === 0)], ({ code }) => code)
  return choose(ACTION_CODES.map((code) => byCode.get(code) ?? []))
}
