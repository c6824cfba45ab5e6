import type { Kind, Members } from '../../journal-records/rules.ts'
import { type Flaw, type RecordAnswer, referencesOf, UNIQUE } from '../rules.ts'
import { check } from './checks.ts'
import type { World } from './world.ts'

/** One record of a file, as far as it could be read. */
export type Reading = { at: number; given: unknown; record?: Members; flaw?: Flaw }
/** A record that may be brought in, and the id that it would have; null for kinds that have none. */
export type Candidate = { at: number; record: Members; newId: string | null }
/** A record of a file that is here, and what it stands beneath. */
export type Known = { sourceId: string; id: string; parentId: string | null }

/** What becomes of the records of one kind: an answer for each, and those that are to be brought in. */
export type Intake = { kind: Kind; answers: RecordAnswer[]; fresh: Candidate[] }

const answer = ({ kind, answers }: Intake, at: number, more: Omit<RecordAnswer, 'pointer'>) => {
  answers[at] = { pointer: `/${kind}/${at}`, ...more }
}

const refuse = (intake: Intake, at: number, flaw: Flaw) => {
  const invalid = { ...flaw, pointer: `/${intake.kind}/${at}${flaw.pointer}` }
  answer(intake, at, { status: 'invalid', recordId: null, invalid })
}

const passOver = (intake: Intake, at: number, recordId: string | null) =>
  answer(intake, at, { status: 'noop', recordId, invalid: null })

const REPEATED = { pointer: '/id', code: 'id_repeated', detail: 'Another record before has the same id.' }

const unknown = (pointer: string, kind: Kind) => ({
  pointer,
  code: 'reference_unknown',
  detail: `The file holds no record with this id under ${kind}, or none that could be brought in.`,
})

/**
 * Names records of the account instead of those of the file; the first that is nowhere is a flaw.
 *
 * @NOTE Records of its own kind come second, when it is known which of those before it are brought in.
 */
const placeReferences = (
  kind: Kind,
  record: Members,
  { places }: World,
  which: 'others' | 'own kind',
): Flaw | undefined => {
  for (const { kind: named, pointer, id, rename } of referencesOf(kind, record)) {
    if ((named === kind) !== (which === 'own kind')) continue
    const place = places.get(named)?.get(id)
    if (place === undefined) return unknown(pointer, named)
    rename(place)
  }
  return undefined
}

/**
 * Tells apart what does not fit, what is known, and what may be brought in.
 * @param ids those that the readings would have
 */
export const sift = (
  kind: Kind,
  readings: Reading[],
  known: Known[],
  ids: ReadonlyMap<number, string>,
  world: World,
): Intake => {
  const intake: Intake = { kind, answers: [], fresh: [] }
  const places = new Map(known.map(({ sourceId, id }) => [sourceId, id]))
  world.places.set(kind, places)
  for (const { id, parentId } of known) if (parentId) world.parents.set(id, parentId)
  const met = new Set<string>()
  const flawOf = (record: Members, id: string | undefined, place: string | undefined) => {
    if (id !== undefined && met.has(id)) return REPEATED
    return place === undefined ? placeReferences(kind, record, world, 'others') : undefined
  }
  for (const { at, record = {}, flaw: unread } of readings) {
    const { id } = record as { id?: string }
    const place = id === undefined ? undefined : places.get(id)
    const flaw = unread ?? flawOf(record, id, place)
    if (id !== undefined) met.add(id)
    if (flaw) refuse(intake, at, flaw)
    else if (place) passOver(intake, at, place)
    else intake.fresh.push({ at, record, newId: ids.get(at) ?? null })
  }
  return intake
}

/** The keys of which an account holds each but once. */
export const keysOf = ({ kind, fresh }: Intake): string[] =>
  fresh.flatMap(({ record }) => UNIQUE[kind]?.keysOf(record) ?? [])

/** Keeps of what may be brought in that which no rule refuses, and says where it is then. */
export const screen = (intake: Intake, taken: Set<string>, world: World): void => {
  const { kind, fresh } = intake
  const unique = UNIQUE[kind]
  intake.fresh = fresh.filter(({ at, record, newId }) => {
    const keys = unique?.keysOf(record) ?? []
    const isTaken = keys.some((key) => taken.has(key))
    const verdict =
      placeReferences(kind, record, world, 'own kind') ??
      (isTaken ? (unique?.flaw ?? 'known') : check(kind, record, world))
    if (verdict === 'known') passOver(intake, at, null)
    else if (verdict) refuse(intake, at, verdict)
    else {
      for (const key of keys) taken.add(key)
      answer(intake, at, { status: 'added', recordId: newId, invalid: null })
      settle(kind, record, newId, world)
    }
    return verdict === undefined
  })
}

/** Notes what later records of the file may name, or are held against. */
const settle = (kind: Kind, record: Members, newId: string | null, world: World) => {
  if (kind === 'reasons') world.groups.set(String(record.code), record.group as never)
  if (newId === null) return
  world.places.get(kind)?.set(String(record.id), newId)
  if (kind === 'interviews') world.parents.set(newId, String(record.applicationId))
  if (kind === 'questions') world.parents.set(newId, String(record.interviewId))
}

/** Notes which codes of reasons outcomes of the file cannot name. */
export const noteRefusedCodes = ({ answers }: Intake, readings: Reading[], world: World): void => {
  const codesWhere = (isRefused: boolean) => {
    const which = readings.filter(({ at }) => (answers[at]?.status === 'invalid') === isRefused)
    return new Set(which.map(({ given }) => (given as { code?: unknown } | null)?.code))
  }
  const others = codesWhere(false)
  for (const code of codesWhere(true))
    if (typeof code === 'string' && !others.has(code)) world.refusedCodes.add(code)
}
