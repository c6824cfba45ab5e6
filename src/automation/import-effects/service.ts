import type { Transaction } from '../../context.ts'
import {
  createApplications,
  getApplication,
  recomputeAll,
  updateApplication,
} from '../../journal/applications/service.ts'
import {
  createInterview,
  createInterviews,
  listInterviewsOfApplication,
  updateInterview,
} from '../../journal/interviews/service.ts'
import { createOffers, recordOffer } from '../../journal/offers/service.ts'
import { createOutcomes, recordOutcome } from '../../journal/outcomes/service.ts'
import { UNCONDITIONAL } from '../../platform/http/conditional-requests.ts'
import { instantIn } from '../../platform/time-zones.ts'
import { isSame, joinNotes, type LastReading, missingIn, movedOn, saidOtherwise } from './rules.ts'

type Interview = LastReading['interviews'][number]
type Application = Awaited<ReturnType<typeof getApplication>>
type Differing = { heading: null; code: 'recorded_otherwise'; value: string; detail: string }

const interviewFields = (timeZone: string, { heldOn, time, utc, ...interview }: Interview) =>
  heldOn && time
    ? { ...interview, startsAt: instantIn(utc ? 'UTC' : timeZone, heldOn, time), timeZone, heldOn: null }
    : { ...interview, startsAt: null, timeZone: null, heldOn }

/** Makes a new application of each reading, with all that it says; answers with their ids in the same order. */
export const addAll = async (tx: Transaction, timeZone: string, readings: LastReading[]) => {
  const ids = await createApplications(
    tx,
    readings.map(({ application }) => application),
  )
  const beneath = readings.map((reading, i) => ({ ...reading, applicationId: ids[i] as string }))
  const interviews = beneath.flatMap(({ applicationId, interviews }) =>
    interviews.map((interview) => ({ applicationId, fields: interviewFields(timeZone, interview) })),
  )
  await createInterviews(tx, interviews)
  await createOffers(
    tx,
    beneath.flatMap(({ applicationId, offer }) => (offer ? { applicationId, fields: offer } : [])),
  )
  await createOutcomes(
    tx,
    beneath.flatMap(({ applicationId, outcome }) => (outcome ? { applicationId, fields: outcome } : [])),
  )
  await recomputeAll(tx, ids)
  return ids
}

const updateInterviews = async (
  tx: Transaction,
  timeZone: string,
  id: string,
  last: LastReading,
  now: LastReading,
) => {
  const { data: current } = await listInterviewsOfApplication(tx, id, { limit: 200 })
  for (const interview of now.interviews) {
    const before = last.interviews.find(({ round }) => round === interview.round)
    const recorded = current.find(({ round }) => round === interview.round)
    const fields = interviewFields(timeZone, interview)
    if (!before && !recorded) await createInterview(tx, id, fields)
    if (!before || !recorded) continue
    const change = movedOn(interviewFields(timeZone, before), fields, recorded)
    if (Object.keys(change).length > 0) await updateInterview(tx, recorded.id, change, UNCONDITIONAL)
  }
}

/**
 * Takes over what moved on in the file since it was last imported, and leaves alone what its owner changed.
 * @returns whether the row says anything new
 */
export const moveOn = async (
  tx: Transaction,
  timeZone: string,
  id: string,
  last: LastReading,
  now: LastReading,
) => {
  if (isSame(last, now)) return false
  const application = await getApplication(tx, id)
  const change = movedOn(last.application, now.application, application)
  if (Object.keys(change).length > 0) await updateApplication(tx, id, change, UNCONDITIONAL)
  await updateInterviews(tx, timeZone, id, last, now)
  if (now.offer && !last.offer) await recordOffer(tx, id, now.offer, UNCONDITIONAL)
  const untouched = application.outcome === (last.outcome?.kind ?? null)
  if (now.outcome && untouched && !isSame(now.outcome, last.outcome))
    await recordOutcome(tx, id, now.outcome, UNCONDITIONAL)
  return true
}

const LONGEST_NOTES = 20_000

/** The members that a row adds to an application that was recorded by hand. */
const addedTo = (application: Application, now: LastReading['application']) => {
  const notes = joinNotes(application.notes, now.notes)
  const more = notes !== application.notes && (notes?.length ?? 0) <= LONGEST_NOTES
  return { ...missingIn(application, now), ...(more && { notes }) }
}

/** Gives an application that was recorded by hand what a row knows beyond it, and changes nothing that it says. */
export const complement = async (
  tx: Transaction,
  timeZone: string,
  application: Application,
  now: LastReading,
) => {
  const { id } = application
  const change = addedTo(application, now.application)
  const rounds = application.interviewCount === 0 ? now.interviews : []
  const offer = OFFERED.includes(application.stage) ? null : now.offer
  const outcome = application.outcome === null ? now.outcome : null
  if (Object.keys(change).length > 0) await updateApplication(tx, id, change, UNCONDITIONAL)
  for (const interview of rounds) await createInterview(tx, id, interviewFields(timeZone, interview))
  if (offer) await recordOffer(tx, id, offer, UNCONDITIONAL)
  if (outcome) await recordOutcome(tx, id, outcome, UNCONDITIONAL)
  return Object.keys(change).length > 0 || rounds.length > 0 || offer !== null || outcome !== null
}

const OFFERED = ['offered', 'accepted']

/** What a row says otherwise than the record that was made by hand: it is left as it is, and the answer tells. */
export const differences = (
  application: Application,
  { application: row, interviews, outcome }: LastReading,
): Differing[] => {
  const tooLong = (joinNotes(application.notes, row.notes)?.length ?? 0) > LONGEST_NOTES
  const { interviewCount } = application
  const recorded = { ...application, interviews: interviewCount || null }
  const said = {
    ...row,
    company: null,
    roleTitle: null,
    notes: tooLong ? row.notes : null,
    outcome: outcome?.kind,
    interviews: Math.max(interviews.length, interviewCount),
  }
  return saidOtherwise(recorded, said).map(([member, value]) => ({
    heading: null,
    code: 'recorded_otherwise',
    value: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100).toWellFormed(),
    detail: `The application was recorded by hand with another \`${member}\`, which was left as it is.`,
  }))
}
