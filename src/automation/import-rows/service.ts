import { hash } from 'node:crypto'
import { attempt, type Context, type Transaction } from '../../context.ts'
import { isUnavailable } from '../../platform/database/failures.ts'
import { Problem } from '../../problems.ts'
import { addAll, complement, moveOn } from '../import-effects/service.ts'
import {
  type Continued,
  type Found,
  inTurns,
  isNamed,
  type Key,
  type LastReading,
  type New,
  type Places,
  placesOf,
  type Sorted,
  settle,
  sortIn,
} from './rules/places.ts'
import { type Place, possibleDuplicates } from './rules.ts'
import { countTables, forgetRows, importedBefore, notImported, rememberRows } from './store.ts'

type Row = LastReading & { identity: string; sameRole: string; applicationId: string | null }

const digest = (text: string) => hash('sha256', text, 'base64url')

/** What a row is recognised by. Rows alike are told apart by how many came before. */
const keyOf = ({ accountId }: Context, occurrences: Places['occurrences'], row: Row): Key => {
  const identity = digest(row.identity)
  const occurrence = (occurrences.get(identity) ?? 0) + 1
  occurrences.set(identity, occurrence)
  const { application, interviews, offer, outcome, noteHeadings = [] } = row
  const reading = { application, interviews, offer, outcome, noteHeadings }
  return { accountId, identity, occurrence, sameRole: digest(row.sameRole), reading }
}

/** Whether a row names an application of this account, as its own table of applications does. */
const isOwn = ({ own }: Places, id: string | null): id is string => id !== null && own.has(id)

type Read = Row & { invalid: unknown }
type Table = { mapping: Places['mapping']; parts: () => AsyncIterable<Read[]> }

const isPlaced = (places: Places, { invalid, applicationId }: Read) =>
  invalid === null && !isOwn(places, applicationId)

/**
 * What is known before the first row: rows of earlier files, applications that were recorded by hand, the columns, and
 * which rows of the file go on with what is known.
 */
export const openPlaces = async (ctx: Context, { mapping, parts }: Table): Promise<Places> => {
  const { db, accountId } = ctx
  const before = await importedBefore(db, accountId)
  const places = placesOf(before, await notImported(db, accountId), mapping)
  if (before.length === 0) return places
  const occurrences = new Map<string, number>()
  const keys: Key[] = []
  for await (const rows of parts()) {
    const some = rows.filter((row) => isPlaced(places, row)).map((row) => keyOf(ctx, occurrences, row))
    keys.push(...some.filter((key) => isNamed(places, key)))
  }
  settle(places, keys)
  return places
}

/** Counts rows that an earlier run has brought in, so that those after them come to the same end. */
export const passOver = (ctx: Context, places: Places, rows: Read[]): void => {
  for (const row of rows.filter((each) => isPlaced(places, each))) keyOf(ctx, places.occurrences, row)
}

const remember = ({ db }: Transaction, rows: Pick<Found, 'key' | 'applicationId'>[]) =>
  rememberRows(
    db,
    rows.map(({ key, applicationId }) => ({ ...key, applicationId })),
  )

const continueRows = async (tx: Transaction, timeZone: string, rows: Continued[]): Promise<Place[]> => {
  const done = await moveOn(
    tx,
    timeZone,
    rows.map(({ key, applicationId, last, others }) => ({ applicationId, last, others, now: key.reading })),
  )
  await forgetRows(
    tx.db,
    tx.accountId,
    rows.flatMap(({ outdated }) => outdated ?? []),
  )
  await remember(tx, rows)
  return done.map(({ moved, remarks }, i) => ({
    status: moved ? 'updated' : 'noop',
    applicationId: rows[i]?.applicationId ?? null,
    remarks,
  }))
}

const joinTwins = async (tx: Transaction, timeZone: string, rows: Found[]): Promise<Place[]> => {
  const joined = await complement(
    tx,
    timeZone,
    rows.map(({ key, applicationId }) => ({ applicationId, now: key.reading })),
  )
  await remember(tx, rows)
  return joined.map(({ applicationId, added, remarks }) => {
    return { status: added ? 'updated' : 'duplicate_skipped', applicationId, remarks }
  })
}

const addRows = async (tx: Transaction, timeZone: string, rows: New[]): Promise<Place[]> => {
  const ids = await addAll(
    tx,
    timeZone,
    rows.map(({ key }) => key.reading),
  )
  const added = rows.map(({ key }, i) => ({ key, applicationId: ids[i] as string }))
  await remember(tx, added)
  return added.map(({ applicationId }, i) => ({
    status: 'added',
    applicationId,
    remarks: possibleDuplicates(rows[i]?.lookalike),
  }))
}

const APPLICATION_REMOVED = {
  heading: null,
  code: 'application_removed',
  detail:
    'The application of this row was removed while the file was brought in. Import the file again to add it anew.',
}

const reasonOf = (error: unknown) => {
  if (!(error instanceof Problem))
    return { heading: null, code: 'not_stored', detail: 'The row cannot be stored as it stands.' }
  const { code, detail } = error
  return code === 'not_found' ? APPLICATION_REMOVED : { heading: null, code, detail }
}

/** What cannot be written is no reason to stop: it is undone, and the row says so. */
const orInvalid = async (tx: Transaction, write: () => Promise<Place[]>): Promise<Place[]> => {
  try {
    return await attempt(tx, write)
  } catch (error) {
    if (isUnavailable(error)) throw error
    tx.log.warn({ err: error }, 'a row was not taken over')
    return [{ status: 'invalid', applicationId: null, remarks: [], invalid: reasonOf(error) }]
  }
}

type PlaceRows<Row> = (tx: Transaction, timeZone: string, rows: Row[]) => Promise<Place[]>

/** All rows at once; one after the other only where one of them cannot be written. */
const placeAll = async <Row>(tx: Transaction, timeZone: string, rows: Row[], place: PlaceRows<Row>) => {
  if (rows.length === 0) return []
  try {
    return await attempt(tx, () => place(tx, timeZone, rows))
  } catch (error) {
    if (isUnavailable(error)) throw error
  }
  const places: Place[] = []
  for (const row of rows) places.push(...(await orInvalid(tx, () => place(tx, timeZone, [row]))))
  return places
}

/** Tells the database that much is about to come; after the first part of a long file, say. */
export const foreseeMany = ({ db }: Context) => countTables(db)

/** Puts rows into the journal, each where it belongs: known and moved on, recorded by hand, or new. */
export const placeRows = async (tx: Transaction, timeZone: string, places: Places, rows: Row[]) => {
  const placed: Place[] = []
  const sorted: Sorted = { unchanged: [], continued: [], twins: [], added: [] }
  for (const [at, row] of rows.entries()) {
    const { applicationId } = row
    if (isOwn(places, applicationId)) placed[at] = { status: 'duplicate_skipped', applicationId, remarks: [] }
    else sortIn(places, sorted, { at, key: keyOf(tx, places.occurrences, row) })
  }
  for (const { at, applicationId } of sorted.unchanged)
    placed[at] = { status: 'noop', applicationId, remarks: [] }
  const put = async <Each extends New>(some: Each[], place: PlaceRows<Each>) => {
    const done = await placeAll(tx, timeZone, some, place)
    for (const [i, { at }] of some.entries()) placed[at] = done[i] as Place
  }
  for (const turn of inTurns(sorted.continued)) await put(turn, continueRows)
  await put(sorted.twins, joinTwins)
  await put(sorted.added, addRows)
  return placed
}
