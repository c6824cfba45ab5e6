import { hash } from 'node:crypto'
import { attempt, type Context, type Transaction } from '../../context.ts'
import { getApplication } from '../../journal/applications/service.ts'
import { isUnavailable } from '../../platform/database/failures.ts'
import { Problem } from '../../problems.ts'
import { addAll, complement, differences, moveOn } from '../import-effects/service.ts'
import { likenessesIn, likenessesOf, type Place } from './rules.ts'
import { countTables, type ImportedRow, importedBefore, notImported, rememberRows } from './store.ts'

type LastReading = ImportedRow['reading']
type Row = LastReading & { identity: string; sameRole: string; applicationId: string | null }

const digest = (text: string) => hash('sha256', text, 'base64url')

/** What is known before the first row: rows of earlier files, and applications that were recorded by hand. */
export const openPlaces = async ({ db, accountId }: Context) => {
  const before = await importedBefore(db, accountId)
  const isWish = ({ stage }: { stage: string }) => stage === 'saved'
  const byHand = await notImported(db, accountId)
  return {
    known: new Map(before.map(({ row }) => [`${row.identity} ${row.occurrence}`, row])),
    /** By role; one that a row of this file is, or continues, is gone. */
    wished: Map.groupBy(
      before.filter(isWish).map(({ row }) => row),
      ({ sameRole }) => sameRole,
    ),
    own: new Set([...before.map(({ row }) => row.applicationId), ...byHand.map(({ id }) => id)]),
    /** By what each is recognised; one that was recognised is gone. */
    byHand: Map.groupBy(
      byHand.flatMap((it) => likenessesOf(it).map((likeness) => ({ likeness, id: it.id }))),
      ({ likeness }) => likeness,
    ),
    recognised: new Set<string>(),
    occurrences: new Map<string, number>(),
  }
}
type Places = Awaited<ReturnType<typeof openPlaces>>

type Key = Pick<ImportedRow, 'accountId' | 'identity' | 'occurrence' | 'sameRole'> & { reading: LastReading }

/** What a row is recognised by. Rows alike are told apart by how many came before. */
const keyOf = ({ accountId }: Context, { occurrences }: Places, row: Row): Key => {
  const identity = digest(row.identity)
  const occurrence = (occurrences.get(identity) ?? 0) + 1
  occurrences.set(identity, occurrence)
  const { application, interviews, offer, outcome } = row
  const reading = { application, interviews, offer, outcome }
  return { accountId, identity, occurrence, sameRole: digest(row.sameRole), reading }
}

/** The row of an earlier file that this one continues: the same, or a wish for the same role that was applied for since. */
const takeLast = ({ known, wished }: Places, { identity, occurrence, sameRole }: Key) => {
  const wishes = wished.get(sameRole) ?? []
  const exact = known.get(`${identity} ${occurrence}`)
  const last = exact ?? wishes[0]
  wished.set(
    sameRole,
    wishes.filter((wish) => wish !== last),
  )
  return last
}

/** Meets rows that an earlier run has brought in as that run did, so that those after them come to the same end. */
export const passOver = (ctx: Context, places: Places, rows: (Row & { invalid: unknown })[]): void => {
  for (const row of rows) if (row.invalid === null) takeLast(places, keyOf(ctx, places, row))
}

/** The application that was recorded by hand and that a row is about; each is found once. */
const takeTwin = ({ byHand, recognised }: Places, { reading }: Key) => {
  const alike = likenessesIn(reading.application).flatMap((likeness) => byHand.get(likeness) ?? [])
  const twin = alike.find(({ id }) => !recognised.has(id))?.id
  if (twin) recognised.add(twin)
  return twin
}

const continueRow = async (
  tx: Transaction,
  timeZone: string,
  last: ImportedRow,
  key: Key,
): Promise<Place> => {
  const { applicationId } = last
  if (!(await moveOn(tx, timeZone, applicationId, last.reading, key.reading)))
    return { status: 'noop', applicationId, remarks: [] }
  await rememberRows(tx.db, [{ ...key, applicationId }])
  return { status: 'updated', applicationId, remarks: [] }
}

const joinTwin = async (
  tx: Transaction,
  timeZone: string,
  applicationId: string,
  key: Key,
): Promise<Place> => {
  const application = await getApplication(tx, applicationId)
  const added = await complement(tx, timeZone, application, key.reading)
  await rememberRows(tx.db, [{ ...key, applicationId }])
  const status = added ? 'updated' : 'duplicate_skipped'
  return { status, applicationId, remarks: differences(application, key.reading) }
}

const addRows = async (tx: Transaction, timeZone: string, keys: Key[]): Promise<Place[]> => {
  const ids = await addAll(
    tx,
    timeZone,
    keys.map(({ reading }) => reading),
  )
  const rows = keys.map((key, i) => ({ ...key, applicationId: ids[i] as string }))
  await rememberRows(tx.db, rows)
  return rows.map(({ applicationId }) => ({ status: 'added', applicationId, remarks: [] }))
}

const reasonOf = (error: unknown) => ({
  heading: null,
  code: error instanceof Problem ? error.code : 'not_stored',
  detail: error instanceof Problem ? error.detail : 'The row cannot be stored as it stands.',
})

/** What cannot be written is no reason to stop: it is undone, and the row says so. */
const orInvalid = async (tx: Transaction, write: () => Promise<Place>): Promise<Place> => {
  try {
    return await attempt(tx, write)
  } catch (error) {
    if (isUnavailable(error)) throw error
    tx.log.warn({ err: error }, 'a row was not taken over')
    return { status: 'invalid', applicationId: null, remarks: [], invalid: reasonOf(error) }
  }
}

/** New applications all at once; one after the other only where one of them cannot be written. */
const addOrInvalid = async (tx: Transaction, timeZone: string, keys: Key[]): Promise<Place[]> => {
  try {
    return await attempt(tx, () => addRows(tx, timeZone, keys))
  } catch (error) {
    if (isUnavailable(error)) throw error
  }
  const places: Place[] = []
  for (const key of keys)
    places.push(await orInvalid(tx, async () => (await addRows(tx, timeZone, [key]))[0] as Place))
  return places
}

/** Tells the database that much is about to come; after the first part of a long file, say. */
export const foreseeMany = ({ db }: Context) => countTables(db)

/** Puts rows into the journal, each where it belongs: known and moved on, recorded by hand, or new. */
export const placeRows = async (tx: Transaction, timeZone: string, places: Places, rows: Row[]) => {
  const placed: Place[] = []
  const added: { at: number; key: Key }[] = []
  for (const [at, row] of rows.entries()) {
    const { applicationId } = row
    if (applicationId && places.own.has(applicationId)) {
      placed[at] = { status: 'duplicate_skipped', applicationId, remarks: [] }
      continue
    }
    const key = keyOf(tx, places, row)
    const last = takeLast(places, key)
    const twin = last ? undefined : takeTwin(places, key)
    if (last) placed[at] = await orInvalid(tx, () => continueRow(tx, timeZone, last, key))
    else if (twin) placed[at] = await orInvalid(tx, () => joinTwin(tx, timeZone, twin, key))
    else added.push({ at, key })
  }
  const news = await addOrInvalid(
    tx,
    timeZone,
    added.map(({ key }) => key),
  )
  for (const [i, { at }] of added.entries()) placed[at] = news[i] as Place
  return placed
}
