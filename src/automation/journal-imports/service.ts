import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { Actor, Transaction } from '../../context.ts'
import { lockOwnAccount } from '../../identity/accounts/service.ts'
import { recomputeAll } from '../../journal/applications/service.ts'
import { digestOfPrompt } from '../../journal/study-items/service.ts'
import { recordEvent } from '../../platform/events/record.ts'
import type { EventType } from '../../platform/events/types.ts'
import { check } from '../../platform/faults.ts'
import { demandScope } from '../../platform/scopes.ts'
import { inParts } from '../../platform/turns.ts'
import type { Fault } from '../../problems.ts'
import { renewed } from './rules/ids.ts'
import {
  type Intake,
  type Known,
  keysOf,
  noteRefusedCodes,
  type Reading,
  screen,
  sift,
} from './rules/intake.ts'
import { plansOfPrivate, rowOf } from './rules/rows.ts'
import type { World } from './rules/world.ts'
import type { Kind, Members, RecordAnswer } from './rules.ts'
import { type JournalUpload, SCHEMAS } from './schemas.ts'
import { findGroups, findKnown, findTaken, insertRecords, rememberRecords } from './store.ts'

type Upload = z.output<typeof JournalUpload>

/** In the order in which they stand in a file. */
const KINDS = Object.keys(SCHEMAS) as Kind[]

const readRecord = (kind: Kind, given: unknown, at: number): Reading => {
  const { data, faults } = check(SCHEMAS[kind], given)
  if (!faults) return { at, given, record: data as Members }
  const [{ pointer, code, detail }] = faults as [Fault]
  return { at, given, flaw: { pointer, code, detail } }
}

const RECORDS_AT_ONCE = 200
const IDS_AT_ONCE = 1_000

const readRecords = async (kind: Kind, given: readonly unknown[]) => {
  const readings: Reading[] = []
  for await (const part of inParts(given, RECORDS_AT_ONCE))
    for (const each of part) readings.push(readRecord(kind, each, readings.length))
  return readings
}

const fresh = (count: number) => Array.from({ length: count }, () => randomUUIDv7())
const renew = (sources: Members[]) => renewed(sources as never, fresh(sources.length))

/** The ids that the records would have; what they are made of gets its own. */
const giveIds = (kind: Kind, readings: readonly Reading[]): Map<number, string> => {
  if (kind === 'importedRows') return new Map()
  const read = readings.flatMap(({ at, record }) => (record ? { at, record } : []))
  const parts = read.flatMap(({ record: { entries, reviews } }) => (entries ?? reviews ?? []) as Members[])
  for (const [i, id] of renew(parts).entries()) Object.assign(parts[i] ?? {}, { id })
  const ids = renew(read.map(({ record }) => record))
  return new Map(read.map(({ at }, i) => [at, ids[i] ?? '']))
}

const bringKindIn = async (tx: Transaction, world: World, kind: Kind, given: readonly unknown[]) => {
  const { db, accountId } = tx
  const readings = await readRecords(kind, given)
  const sourceIds = readings.flatMap(({ record }) => (record?.id as string | undefined) ?? [])
  const known: Known[] = []
  if (kind !== 'importedRows')
    for await (const ids of inParts(sourceIds, IDS_AT_ONCE))
      known.push(...(await findKnown(db, accountId, kind, ids)))
  const intake = sift(kind, readings, known, giveIds(kind, readings), world)
  screen(intake, new Set(await findTaken(db, accountId, kind, keysOf(intake))), world)
  if (kind === 'reasons') noteRefusedCodes(intake, readings, world)
  const rows = intake.fresh.map(({ record, newId }) => ({ ...rowOf(kind, record, world), id: newId }))
  await insertRecords(db, kind, rows)
  const came = intake.fresh.flatMap(({ record, newId: recordId }) =>
    recordId === null ? [] : { accountId, kind, sourceId: String(record.id), recordId },
  )
  await rememberRecords(db, came)
  return { intake, rows }
}

/** What is told of each record that was brought in: how the event calls its id, and which members it carries. */
const EVENTS: Record<Kind, [type: EventType, id: string | null, ...members: string[]] | null> = {
  reasons: ['reason.created', 'reasonId', 'group'],
  applications: ['application.created', 'applicationId', 'stage', 'status'],
  pitches: ['pitch.created', 'pitchId'],
  interviews: ['interview.created', 'interviewId', 'applicationId', 'round', 'status', 'result'],
  questions: ['question.created', 'questionId', 'interviewId', 'kind', 'answered'],
  studyItems: ['study_item.created', 'studyItemId', 'state'],
  offers: ['offer.recorded', null, 'applicationId', 'receivedOn'],
  outcomes: ['outcome.recorded', null, 'applicationId', 'kind', 'attribution'],
  outcomeChanges: null,
  plans: ['plan.created', 'planId', 'status'],
  planReviews: ['plan.reviewed', null, 'planId', 'tried', 'helped'],
  reflections: ['reflection.created', 'reflectionId', 'interviewId', 'applicationId', 'from', 'to'],
  notes: ['note.created', 'noteId', 'applicationId', 'interviewId', 'visibility'],
  coachingSessions: ['coaching_session.created', 'coachingSessionId', 'engagementId', 'status'],
  assignments: ['assignment.created', 'assignmentId', 'engagementId', 'status', 'madeBy', 'completedBy'],
  pauses: ['pause.created', 'pauseId', 'from', 'to'],
  wins: ['win.created', 'winId', 'on'],
  importedRows: null,
}

const tell = (tx: Transaction, kind: Kind, rows: readonly Members[]) => {
  const event = EVENTS[kind]
  if (!event) return
  const [type, id, ...members] = event
  for (const row of rows) {
    const told = Object.fromEntries(members.map((name) => [name, row[name] ?? null]))
    recordEvent(tx, type, { ...(id && { [id]: row.id }), ...told } as never)
  }
}

/** Kinds that need another scope than the rest of a journal. */
const REFLECTED: Kind[] = ['plans', 'planReviews', 'reflections']

const openWorld = async ({ db, actor, accountId, now }: Transaction, file: Upload): Promise<World> => ({
  accountId,
  authorId: actor.kind === 'account' ? actor.accountId : accountId,
  now,
  digestOf: digestOfPrompt,
  groups: new Map((await findGroups(db, accountId)).map(({ code, group }) => [code, group])),
  refusedCodes: new Set(),
  parents: new Map(),
  privatePlans: plansOfPrivate(file.reflections ?? []),
  places: new Map(),
})

/** The applications beneath which something was brought in, or that are new. */
const touched = (kind: Kind, rows: readonly Members[]) => {
  if (kind === 'applications') return rows.map(({ id }) => id as string)
  const counts = kind === 'interviews' || kind === 'offers' || kind === 'outcomes'
  return counts ? rows.map(({ applicationId }) => applicationId as string) : []
}

/**
 * What a key has to be allowed beyond bringing in a file.
 * @throws Problem `insufficient_scope`
 */
export const demandScopesFor = (actor: Actor, file: Upload): void => {
  if (REFLECTED.some((kind) => file[kind]?.length)) demandScope(actor, 'reflections:write')
}

export const countRecords = (file: Upload): number =>
  KINDS.reduce((count, kind) => count + (file[kind]?.length ?? 0), 0)

/**
 * Brings the records of a file into the journal, with an answer for each: what does not fit, or hangs on what does not,
 * stops no other. The account is held meanwhile.
 */
export const bringJournalIn = async (tx: Transaction, file: Upload): Promise<RecordAnswer[]> => {
  await lockOwnAccount(tx)
  const world = await openWorld(tx, file)
  const brought: { intake: Intake; rows: Members[] }[] = []
  for (const kind of KINDS) brought.push(await bringKindIn(tx, world, kind, file[kind] ?? []))
  const ids = new Set(brought.flatMap(({ intake, rows }) => touched(intake.kind, rows)))
  const computed = new Map<string, Members>()
  for await (const part of inParts([...ids], RECORDS_AT_ONCE))
    for (const each of await recomputeAll(tx, part)) computed.set(each.id, each)
  for (const { intake, rows } of brought) {
    const isApplication = intake.kind === 'applications'
    tell(tx, intake.kind, isApplication ? rows.map(({ id }) => computed.get(String(id)) ?? {}) : rows)
  }
  return brought.flatMap(({ intake }) => intake.answers)
}
