import { groupOf, isCatalogued, MOST_OWN, type ReasonGroup } from '../../../journal/reasons/rules.ts'
import { openStep, progressOf, STEPS } from '../../../journal/reflections/rules.ts'
import type { Kind, Members } from '../../journal-records/rules.ts'
import type {
  JournalAssignment,
  JournalCoachingSession,
  JournalOutcome,
  JournalReason,
  JournalReflection,
} from '../../journal-records/schemas.ts'
import type { Flaw } from '../rules.ts'
import type { World } from './world.ts'

/** The group of a reason that an outcome may name. */
export const groupIn = ({ groups, refusedCodes }: World, code: string): ReasonGroup | undefined => {
  if (isCatalogued(code)) return groupOf(code)
  return refusedCodes.has(code) ? undefined : groups.get(code)
}

/** A reason is known by its code: where the account has it already, in the same group, there is nothing to add. */
const checkReason = ({ code, group }: JournalReason, { groups }: World) => {
  const known = groups.get(code)
  if (known === group) return 'known'
  if (known !== undefined)
    return {
      pointer: '/code',
      code: 'reason_code_taken',
      detail: 'A reason with this code is in another group.',
    }
  if (groups.size < MOST_OWN) return undefined
  return { pointer: '', code: 'reason_limit_reached', detail: `There are ${MOST_OWN} reasons of your own.` }
}

const checkOutcome = ({ reasons }: JournalOutcome, world: World) => {
  const at = (reasons ?? []).findIndex(({ code }) => groupIn(world, code) === undefined)
  if (at === -1) return undefined
  const detail = 'Neither the file nor the account has a reason with this code.'
  return { pointer: `/reasons/${at}/code`, code: 'reason_unknown', detail }
}

/** The three questions in their order: nothing stands beneath one that is open. The first answer may have been taken back since. */
const checkOrder = ({ entries, skipped, status, completedAt }: JournalReflection) => {
  const progress = progressOf(skipped, entries)
  const open = openStep(progress)
  const after = open === null ? [] : STEPS.slice(STEPS.indexOf(open) + 1)
  const isEarly = after.some((step) => progress.answered.has(step) || progress.skipped.has(step))
  if (isEarly || progress.skipped.has('went_well'))
    return { pointer: '', code: 'reflection_out_of_order', detail: 'What went well comes first, and so on.' }
  if (skipped.some((step) => progress.answered.has(step)))
    return { pointer: '/skipped', code: 'step_answered', detail: 'A step that was answered is not skipped.' }
  if (status === 'completed' && open !== null)
    return { pointer: '/status', code: 'reflection_incomplete', detail: `The step ${open} is still open.` }
  if ((status === 'completed') === Boolean(completedAt)) return undefined
  return {
    pointer: '/completedAt',
    code: 'completion_unclear',
    detail: 'Only what is completed has its time.',
  }
}

/** @NOTE Not for periods: an interview may have been put off since its question was named. */
const checkQuestions = ({ subject, entries }: JournalReflection, { parents }: World) => {
  const isAsked = (questionId: string) => {
    const interviewId = parents.get(questionId) ?? ''
    if ('interviewId' in subject) return interviewId === subject.interviewId
    return !('applicationId' in subject) || parents.get(interviewId) === subject.applicationId
  }
  const at = entries.findIndex(({ questionId }) => questionId && !isAsked(questionId))
  if (at === -1) return undefined
  const detail = 'This question was not asked in what the reflection is about.'
  return { pointer: `/entries/${at}/questionId`, code: 'question_not_in_subject', detail }
}

const checkReflection = (reflection: JournalReflection, world: World) =>
  checkOrder(reflection) ?? checkQuestions(reflection, world)

const checkAssignment = ({ status, completedBy, completedAt }: JournalAssignment) => {
  const isDone = status === 'done'
  if (isDone === Boolean(completedBy) && isDone === Boolean(completedAt)) return undefined
  return {
    pointer: '/completedAt',
    code: 'completion_unclear',
    detail: 'Only what is done has its time, and who said so.',
  }
}

const checkCoachingSession = ({ status, startsAt }: JournalCoachingSession, { now }: World) =>
  status === 'held' && Date.parse(startsAt) > Date.parse(now)
    ? { pointer: '/status', code: 'session_ahead', detail: 'A session is held once it has begun.' }
    : undefined

type Check = (record: never, world: World) => Flaw | 'known' | undefined

const CHECKS: { [Name in Kind]?: Check } = {
  reasons: checkReason,
  outcomes: checkOutcome,
  reflections: checkReflection,
  coachingSessions: checkCoachingSession,
  assignments: checkAssignment,
}

/** What keeps a record that fits its schema from being brought in; `known` where there is nothing to bring in. */
export const check = (kind: Kind, record: Members, world: World): Flaw | 'known' | undefined =>
  CHECKS[kind]?.(record as never, world)
