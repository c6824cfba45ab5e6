import { forwardActsOf } from '../../../insights/comeback/rules/acts.ts'
import { acceptedOn, isAccepted, searchedUntil } from '../../../insights/comeback/rules/setbacks.ts'
import { daysBetween } from '../../../insights/figures/rules/times.ts'
import { isHeld } from '../../../insights/records/rules.ts'
import type { Setback } from '../../search-records/rules/comebacks.ts'
import { setbacksOf } from '../../search-records/rules/setbacks.ts'
import { about } from '../../search-records/rules/subject.ts'
import type { SearchRecord } from '../../search-records/rules.ts'
import type { Action } from './action.ts'

const SUPPORT_DAYS = 7
const ADVANCE_DAYS = 7

const latestFirst = (a: Setback, b: Setback): number => {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return a.applicationId < b.applicationId ? 1 : -1
}

/** The latest setback that was learned of by today. */
const lastSetback = (record: SearchRecord, only: (setback: Setback) => boolean = () => true) =>
  setbacksOf(record)
    .filter((setback) => setback.on <= record.today && only(setback))
    .sort(latestFirst)
    .at(0)

/** The day of the latest forward act. What belongs to the application that ended is no way on from its end. */
const lastActAfter = (record: SearchRecord, { applicationId }: Setback): string =>
  forwardActsOf(record, record.today).findLast((act) => act.applicationId !== applicationId)?.on ?? ''

/**
 * Support after a near miss: an ending without an offer after a final interview was held, or an offer taken back, in
 * the last seven days, until something was done on a later day.
 */
export const supportActions = (record: SearchRecord): Action[] => {
  const near = new Set(
    record.applications
      .filter(
        ({ interviews, outcome }) =>
          outcome?.kind === 'offer_rescinded' || interviews.some((it) => isHeld(it) && it.kind === 'final'),
      )
      .map(({ applicationId }) => applicationId),
  )
  const setback = lastSetback(record, ({ applicationId }) => near.has(applicationId))
  if (!setback || lastActAfter(record, setback) > setback.on) return []
  const days = daysBetween(setback.on, record.today)
  if (days > SUPPORT_DAYS) return []
  const subject = about({ applicationId: setback.applicationId })
  return [{ code: 'near_miss', basis: { days }, dueOn: null, subject }]
}

/** The day on which a round was last heard to have led on, in an application that is open. */
const lastAdvance = ({ applications, today }: SearchRecord) =>
  applications
    .filter(({ outcome, offer }) => outcome === null && offer === null)
    .flatMap(({ applicationId, interviews }) =>
      interviews
        .filter((interview) => isHeld(interview) && interview.result === 'advanced')
        .map(({ heldOn, heardBackOn }) => ({ applicationId, on: heardBackOn ?? heldOn ?? '' })),
    )
    .filter(({ on }) => on !== '' && on <= today && daysBetween(on, today) <= ADVANCE_DAYS)
    .sort(latestFirst)
    .at(0)

/**
 * Whether an offer was accepted, with nothing else open and no application sent since: then there is nothing to look
 * ahead to. Where nobody knows when it was accepted, nothing was sent since, as far as is known.
 */
const isOver = ({ applications, today }: SearchRecord): boolean =>
  applications.every(({ outcome }) => outcome !== null) &&
  (searchedUntil(applications)(today) !== null ||
    applications.some((application) => isAccepted(application) && acceptedOn(application) === null))

/**
 * "What is next?": after the latest setback while nothing was done on its day or later; after a round that led on in
 * the last seven days, while no application was sent since; and where nothing else is worth doing.
 */
export const lookAhead = (record: SearchRecord, isAlone: boolean): Action[] => {
  if (isOver(record)) return []
  const ask = (after: 'setback' | 'advance' | 'nothing', applicationId: string | null): Action[] => [
    { code: 'whats_next', basis: { after }, dueOn: null, subject: about({ applicationId }) },
  ]
  const setback = lastSetback(record)
  if (setback && lastActAfter(record, setback) < setback.on) return ask('setback', setback.applicationId)
  const advance = lastAdvance(record)
  const isSentSince = record.applications.some(
    ({ appliedOn }) => appliedOn !== null && appliedOn <= record.today && appliedOn >= (advance?.on ?? ''),
  )
  if (advance && !isSentSince) return ask('advance', advance.applicationId)
  return isAlone ? ask('nothing', null) : []
}
