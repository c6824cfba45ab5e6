import { hash } from 'node:crypto'
import type { Transaction } from '../../context.ts'
import { createApplication, getApplication, updateApplication } from '../../journal/applications/service.ts'
import {
  createInterview,
  listInterviewsOfApplication,
  updateInterview,
} from '../../journal/interviews/service.ts'
import { putOffer } from '../../journal/offers/service.ts'
import { recordOutcome } from '../../journal/outcomes/service.ts'
import { UNCONDITIONAL } from '../../platform/http/conditional-requests.ts'
import { instantIn } from '../../platform/time-zones.ts'
import { isSame, joinNotes, likenessOf, missingIn, movedOn, saidOtherwise } from './rules.ts'
import { forgetRow, type ImportedRow, importedBefore, notImported, rememberRow } from './store.ts'

type Last = ImportedRow['reading']
type Row = Last & { identity: string; sameRole: string }
type Interview = Last['interviews'][number]
type Application = Awaited<ReturnType<typeof getApplication>>
type Differing = { heading: null; code: 'recorded_otherwise'; value: string; detail: string }
type Placed = {
  status: 'added' | 'updated' | 'duplicate_skipped' | 'noop'
  applicationId: string
  remarks: Differing[]
}

const digest = (text: string) => hash('sha256', text, 'base64url')

const interviewFields = (timeZone: string, { heldOn, time, ...interview }: Interview) =>
  heldOn && time
    ? { ...interview, startsAt: instantIn(timeZone, heldOn, time), timeZone, heldOn: null }
    : { ...interview, startsAt: null, timeZone: null, heldOn }

const add = async (tx: Transaction, timeZone: string, { application, interviews, offer, outcome }: Last) => {
  const { id } = await createApplication(tx, application)
  for (const interview of interviews) await createInterview(tx, id, interviewFields(timeZone, interview))
  if (offer) await putOffer(tx, id, offer, UNCONDITIONAL)
  if (outcome) await recordOutcome(tx, id, outcome, UNCONDITIONAL)
  return id
}

const updateInterviews = async (tx: Transaction, timeZone: string, id: string, last: Last, now: Last) => {
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

/** Takes over what moved on in the file since it was last imported, and leaves alone what its owner changed. */
const update = async (tx: Transaction, timeZone: string, id: string, last: Last, now: Last) => {
  const application = await getApplication(tx, id)
  const change = movedOn(last.application, now.application, application)
  if (Object.keys(change).length > 0) await updateApplication(tx, id, change, UNCONDITIONAL)
  await updateInterviews(tx, timeZone, id, last, now)
  if (now.offer && !last.offer) await putOffer(tx, id, now.offer, UNCONDITIONAL)
  const untouched = application.outcome === (last.outcome?.kind ?? null)
  if (now.outcome && untouched && !isSame(now.outcome, last.outcome))
    await recordOutcome(tx, id, now.outcome, UNCONDITIONAL)
}

const LONGEST_NOTES = 20_000

/** The members that a row adds to an application that was recorded by hand. */
const addedTo = (application: Application, now: Last['application']) => {
  const notes = joinNotes(application.notes, now.notes)
  const more = notes !== application.notes && (notes?.length ?? 0) <= LONGEST_NOTES
  return { ...missingIn(application, now), ...(more && { notes }) }
}

/** Gives an application that was recorded by hand what a row knows beyond it, and changes nothing that it says. */
const complement = async (tx: Transaction, timeZone: string, application: Application, now: Last) => {
  const { id } = application
  const change = addedTo(application, now.application)
  const rounds = application.interviewCount === 0 ? now.interviews : []
  const offer = OFFERED.includes(application.stage) ? null : now.offer
  const outcome = application.outcome === null ? now.outcome : null
  if (Object.keys(change).length > 0) await updateApplication(tx, id, change, UNCONDITIONAL)
  for (const interview of rounds) await createInterview(tx, id, interviewFields(timeZone, interview))
  if (offer) await putOffer(tx, id, offer, UNCONDITIONAL)
  if (outcome) await recordOutcome(tx, id, outcome, UNCONDITIONAL)
  return Object.keys(change).length > 0 || rounds.length > 0 || offer !== null || outcome !== null
}

const OFFERED = ['offered', 'accepted']

/** What a row says otherwise than the record that was made by hand: it is left as it is, and the answer tells. */
const differences = (
  application: Application,
  { application: row, interviews, outcome }: Last,
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

/** Puts rows into the journal one after the other, each where it belongs: new, known, moved on, or there already. */
export const placeRows = async (tx: Transaction, timeZone: string) => {
  const before = await importedBefore(tx.db, tx.accountId)
  const known = new Map(before.map(({ row }) => [`${row.identity} ${row.occurrence}`, row]))
  const wished = new Map(
    before.filter(({ stage }) => stage === 'saved').map(({ row }) => [row.sameRole, row]),
  )
  const byHand = new Map((await notImported(tx.db, tx.accountId)).map((it) => [likenessOf(it), it.id]))
  const occurrences = new Map<string, number>()

  const find = (identity: string, occurrence: number, sameRole: string) => {
    const exact = known.get(`${identity} ${occurrence}`)
    if (exact) return exact
    const wish = wished.get(sameRole)
    wished.delete(sameRole)
    return wish
  }

  return async ({ identity: text, sameRole: role, ...now }: Row): Promise<Placed> => {
    const [identity, sameRole] = [digest(text), digest(role)]
    const occurrence = (occurrences.get(identity) ?? 0) + 1
    occurrences.set(identity, occurrence)
    const reading = {
      application: now.application,
      interviews: now.interviews,
      offer: now.offer,
      outcome: now.outcome,
    }
    const remember = (applicationId: string) =>
      rememberRow(tx.db, { accountId: tx.accountId, identity, occurrence, sameRole, applicationId, reading })

    const last = find(identity, occurrence, sameRole)
    if (last && isSame(last.reading, reading))
      return { status: 'noop', applicationId: last.applicationId, remarks: [] }
    if (last) {
      await update(tx, timeZone, last.applicationId, last.reading, reading)
      if (last.identity !== identity) await forgetRow(tx.db, last)
      await remember(last.applicationId)
      return { status: 'updated', applicationId: last.applicationId, remarks: [] }
    }
    const likeness = likenessOf(now.application)
    const twin = byHand.get(likeness)
    if (twin) {
      byHand.delete(likeness)
      const application = await getApplication(tx, twin)
      const added = await complement(tx, timeZone, application, reading)
      await remember(twin)
      const remarks = differences(application, reading)
      return { status: added ? 'updated' : 'duplicate_skipped', applicationId: twin, remarks }
    }
    const applicationId = await add(tx, timeZone, reading)
    await remember(applicationId)
    return { status: 'added', applicationId, remarks: [] }
  }
}
