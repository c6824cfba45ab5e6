import type { Transaction } from '../../context.ts'
import {
  createApplications,
  lockApplications,
  recomputeAll,
  updateApplications,
} from '../../journal/applications/service.ts'
import { createInterviews, updateInterviews } from '../../journal/interviews/service.ts'
import { createOffers, recordOffer } from '../../journal/offers/service.ts'
import { createOutcomes, recordOutcome } from '../../journal/outcomes/service.ts'
import { UNCONDITIONAL } from '../../platform/http/conditional-requests.ts'
import { instantIn } from '../../platform/time-zones.ts'
import { orNotFound } from '../../problems.ts'
import { changesSince, differences } from './rules/differences.ts'
import {
  additionsTo,
  amongOthers,
  doAnything,
  type Effects,
  hasMembers,
  movesOf,
  type Recorded,
  type Said,
} from './rules/effects.ts'
import { isSame, type LastReading } from './rules.ts'
import { findInterviews, findOffers, findOutcomes } from './store.ts'

type Interview = LastReading['interviews'][number]

const interviewFields = (timeZone: string, { heldOn, time, utc, ...interview }: Interview) =>
  heldOn && time
    ? { ...interview, startsAt: instantIn(utc ? 'UTC' : timeZone, heldOn, time), timeZone, heldOn: null }
    : { ...interview, startsAt: null, timeZone: null, heldOn }

/**
 * A row with its interviews as the journal takes them.
 * @param recorded what is on record of those that a row before said: their time is one of the time zone that stands there
 */
const saidIn = (
  timeZone: string,
  { interviews, ...reading }: LastReading,
  recorded: Recorded['interviews'] = [],
): Said => {
  const zones = new Map(recorded.map((each) => [each.round, each.timeZone]))
  return {
    ...reading,
    interviews: interviews.map((it) => interviewFields(zones.get(it.round) ?? timeZone, it)),
  }
}

type Beneath = Pick<Said, 'interviews' | 'offer' | 'outcome'> & { applicationId: string }

/** Makes what is new beneath applications, and computes these anew. */
const addBeneath = async (tx: Transaction, all: Beneath[]) => {
  await createInterviews(
    tx,
    all.flatMap(({ applicationId, interviews }) => interviews.map((fields) => ({ applicationId, fields }))),
  )
  await createOffers(
    tx,
    all.flatMap(({ applicationId, offer }) => (offer ? { applicationId, fields: offer } : [])),
  )
  await createOutcomes(
    tx,
    all.flatMap(({ applicationId, outcome }) => (outcome ? { applicationId, fields: outcome } : [])),
  )
  await recomputeAll(
    tx,
    all.map(({ applicationId }) => applicationId),
  )
}

/** Makes a new application of each reading, with all that it says; answers with their ids in the same order. */
export const addAll = async (tx: Transaction, timeZone: string, readings: LastReading[]) => {
  const ids = await createApplications(
    tx,
    readings.map(({ application }) => application),
  )
  await addBeneath(
    tx,
    readings.map((reading, i) => ({ ...saidIn(timeZone, reading), applicationId: ids[i] as string })),
  )
  return ids
}

/** What is on record of applications, which are kept for this transaction, in the order of their ids here. */
const lockRecorded = async (tx: Transaction, ids: string[]): Promise<Recorded[]> => {
  const { db, accountId } = tx
  const applications = new Map((await lockApplications(tx, ids)).map((each) => [each.id, each]))
  const interviews = Map.groupBy(await findInterviews(db, accountId, ids), (each) => each.applicationId)
  const offers = new Map((await findOffers(db, accountId, ids)).map((each) => [each.applicationId, each]))
  const outcomes = new Map((await findOutcomes(db, accountId, ids)).map((each) => [each.applicationId, each]))
  return ids.map((id) => ({
    application: orNotFound(applications.get(id), 'application'),
    interviews: interviews.get(id) ?? [],
    offer: offers.get(id),
    outcome: outcomes.get(id),
  }))
}

/** Corrects what is there, one by one, and answers with what is not there yet. */
const correct = async (tx: Transaction, { recorded, newInterviews, offer, outcome }: Effects) => {
  const { id } = recorded.application
  if (offer && recorded.offer) await recordOffer(tx, id, offer, UNCONDITIONAL)
  if (outcome && recorded.outcome) await recordOutcome(tx, id, outcome, UNCONDITIONAL)
  return {
    applicationId: id,
    interviews: newInterviews,
    offer: recorded.offer ? null : offer,
    outcome: recorded.outcome ? null : outcome,
  }
}

/** Carries out what rows do to applications that the caller holds; each application is there once. */
const carryOut = async (tx: Transaction, effects: Effects[]) => {
  await updateApplications(
    tx,
    effects.flatMap(({ recorded: { application: before }, application: patch }) =>
      hasMembers(patch) ? [{ before, patch }] : [],
    ),
  )
  await updateInterviews(
    tx,
    effects.flatMap(({ interviews }) => interviews),
  )
  const beneath: Beneath[] = []
  for (const each of effects) beneath.push(await correct(tx, each))
  await addBeneath(tx, beneath)
}

type Moved = {
  applicationId: string
  last: LastReading
  now: LastReading
  /** The notes of other rows of the same application. */
  others: (string | null)[]
}

/**
 * Takes over what moved on since a file was last imported, and leaves alone what its owner changed.
 * @returns for each row whether that was anything, and what was left alone
 */
export const moveOn = async (tx: Transaction, timeZone: string, rows: Moved[]) => {
  const recorded = await lockRecorded(
    tx,
    rows.map(({ applicationId }) => applicationId),
  )
  const effects = rows.map(({ last, now, others }, i) => {
    const on = recorded[i] as Recorded
    const still = now.interviews.filter((it) => last.interviews.some((before) => isSame(before, it)))
    const unmoved = on.interviews.filter(({ round }) => still.some((it) => it.round === round))
    const [before, after] = [saidIn(timeZone, last, on.interviews), saidIn(timeZone, now, unmoved)]
    const said = amongOthers(on.application.notes, before, after, others)
    return { moves: movesOf(on, said.last, said.now), remarks: changesSince(on, said.last, said.now) }
  })
  await carryOut(tx, effects.map(({ moves }) => moves).filter(doAnything))
  return effects.map(({ moves, remarks }) => ({ moved: doAnything(moves), remarks }))
}

type Alike = { applicationId: string; now: LastReading }

/**
 * Gives applications that were recorded by hand what rows know beyond them, and changes nothing that they say.
 * @returns for each whether that was anything, and what its row says otherwise
 */
export const complement = async (tx: Transaction, timeZone: string, rows: Alike[]) => {
  const recorded = await lockRecorded(
    tx,
    rows.map(({ applicationId }) => applicationId),
  )
  const both = rows.map(({ now }, i) => ({ on: recorded[i] as Recorded, now: saidIn(timeZone, now) }))
  const effects = both.map(({ on, now }) => additionsTo(on, now))
  await carryOut(tx, effects.filter(doAnything))
  return both.map(({ on, now }, i) => ({
    applicationId: on.application.id,
    added: doAnything(effects[i] as Effects),
    remarks: differences(on, now),
  }))
}
