import { reflectionsOwed } from '../../../insights/ahead/rules.ts'
import { placeFrom } from '../../../insights/records/rules/places.ts'
import { isHeld } from '../../../insights/records/rules.ts'
import { about } from '../../search-records/rules/subject.ts'
import type { SearchRecord } from '../../search-records/rules.ts'
import { type Action, soonestFirst } from './action.ts'

/**
 * Interviews that no finished reflection covers, the latest first; then offers, but for those whose interviews are asked
 * about: a look back on the application covers both.
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
    .sort()
  return plans
    .filter(({ status }) => status === 'open')
    .flatMap(({ id, createdOn, reviewedOn }): Action[] => {
      const last = reviewedOn !== null && reviewedOn > createdOn ? reviewedOn : createdOn
      const interviews = held.length - placeFrom(held, (day) => day > last)
      if (interviews === 0) return []
      return [{ code: 'review_plan', basis: { interviews }, dueOn: null, subject: about({ planId: id }) }]
    })
    .sort(soonestFirst)
}

/** How many study items are due, since when, and which one where it is alone. */
export type DueStudy = { items: number; since: string | null; only: string | null }

/** All study items that are due, as one action. */
export const studyActions = ({ items, since: dueOn, only: studyItemId }: DueStudy): Action[] =>
  items === 0 ? [] : [{ code: 'study', basis: { items }, dueOn, subject: about({ studyItemId }) }]
