import { isHeld } from '../../../insights/records/rules.ts'
import { reflectionsOwed } from '../../../insights/summary/rules/ahead.ts'
import { about, type SearchRecord } from '../../search-records/rules.ts'
import { type Action, soonestFirst } from './action.ts'

/**
 * Interviews that no finished reflection covers, the latest first; then offers that none covers, but for those whose
 * interviews are asked about: one look back covers both.
 */
export const reflectionActions = ({ applications, reflectionsSeen }: SearchRecord): Action[] => {
  if (!reflectionsSeen) return []
  const { count: owed, interviews, offers } = reflectionsOwed(applications)
  const asked = new Set(interviews.map(({ applicationId }) => applicationId))
  const ask = (
    after: 'interview' | 'offer',
    { openReflectionId: reflectionId, ...ids }: (typeof offers)[number] & { interviewId?: string },
  ): Action => ({
    code: 'reflect',
    basis: { after, begun: reflectionId !== null, owed },
    dueOn: null,
    subject: about({ ...ids, reflectionId }),
  })
  return [
    ...interviews.map(({ heldOn: _, ...interview }) => ask('interview', interview)),
    ...offers.filter(({ applicationId }) => !asked.has(applicationId)).map((offer) => ask('offer', offer)),
  ]
}

/** Open plans that were not reviewed since an interview on a later day than they were written. */
export const planActions = ({ applications, plans }: SearchRecord): Action[] => {
  const held = applications
    .flatMap(({ interviews }) => interviews.filter(isHeld))
    .flatMap(({ heldOn }) => heldOn ?? [])
  return plans
    .filter(({ status }) => status === 'open')
    .flatMap(({ id, writtenOn, reviewedOn }): Action[] => {
      const interviews = held.filter((day) => day > writtenOn && (reviewedOn === null || day > reviewedOn))
      if (interviews.length === 0) return []
      const basis = { interviews: interviews.length }
      return [{ code: 'review_plan', basis, dueOn: null, subject: about({ planId: id }) }]
    })
    .sort(soonestFirst)
}

/** All study items that are due, as one action. */
export const studyActions = (due: { items: number; since: string | null }): Action[] =>
  due.items === 0
    ? []
    : [{ code: 'study', basis: { items: due.items }, dueOn: due.since, subject: about({}) }]
