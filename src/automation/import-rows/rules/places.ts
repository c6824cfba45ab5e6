import { isSame } from '../../import-effects/rules.ts'
import type { ColumnMapping } from '../../imports/rules/types.ts'
import { likenessesIn, likenessesOf, roleOf } from '../rules.ts'
import type { ImportedBefore, ImportedRow, NotImported } from '../store.ts'
import { carryOver } from './carried.ts'
import { isSameInNarrower } from './narrower.ts'

export type LastReading = ImportedRow['reading']

/** What a row is recognised by, and what it says. */
export type Key = Pick<ImportedRow, 'accountId' | 'identity' | 'occurrence' | 'sameRole'> & {
  reading: LastReading
}

/** What is known before the first row: rows of earlier files, applications that were recorded by hand, and the columns. */
export const placesOf = (before: ImportedBefore[], byHand: NotImported[], mapping: ColumnMapping) => ({
  mapping,
  known: new Map(before.map(({ row }) => [`${row.identity} ${row.occurrence}`, row])),
  /** By role; one that a row of this file is, or continues, is gone. */
  wished: Map.groupBy(
    before.filter(({ stage }) => stage === 'saved').map(({ row }) => row),
    ({ sameRole }) => sameRole,
  ),
  /** What rows said last, by their applications. */
  said: Map.groupBy(
    before.map(({ row }) => row),
    ({ applicationId }) => applicationId,
  ),
  /** By company and role as the rows named them. */
  named: Map.groupBy(
    before.map(({ row }) => row),
    ({ reading }) => roleOf(reading.application),
  ),
  own: new Set([...before, ...byHand].map(({ id }) => id)),
  roles: Map.groupBy([...before, ...byHand], roleOf),
  /** By what each is recognised; one that was recognised is gone. */
  byHand: Map.groupBy(
    byHand.flatMap((it) => likenessesOf(it).map((likeness) => ({ likeness, id: it.id }))),
    ({ likeness }) => likeness,
  ),
  /** Applications that a row of this file is, or continues. */
  recognised: new Set<string>(),
  occurrences: new Map<string, number>(),
})
export type Places = ReturnType<typeof placesOf>

/** The one row of earlier files that a row can be whose table has fewer columns to tell rows apart by. */
const onlyFit = ({ named, recognised, mapping }: Places, { reading }: Key) => {
  const { company, roleTitle } = reading.application
  const fits = (company && roleTitle && named.get(roleOf({ company, roleTitle }))) || []
  const free = fits.filter(
    (row) => !recognised.has(row.applicationId) && isSameInNarrower(row.reading, reading, mapping),
  )
  return free.length === 1 ? free[0] : undefined
}

/**
 * The row of an earlier file that this one continues: the same, a wish for the same role that was applied for since, or
 * the only one that it can be. What that one is recognised by stays.
 */
export const takeLast = (places: Places, key: Key) => {
  const { known, wished, recognised } = places
  const wishes = wished.get(key.sameRole) ?? []
  const same = known.get(`${key.identity} ${key.occurrence}`) ?? wishes[0]
  const last = same ?? onlyFit(places, key)
  if (!last) return undefined
  wished.set(
    key.sameRole,
    wishes.filter((wish) => wish !== last),
  )
  recognised.add(last.applicationId)
  const { identity, occurrence, sameRole } = last
  return { last, key: same ? key : { ...key, identity, occurrence, sameRole } }
}

/** The application that was recorded by hand and that a row is about; each is found once. */
const takeTwin = ({ byHand, recognised }: Places, { reading }: Key) => {
  const alike = likenessesIn(reading.application).flatMap((likeness) => byHand.get(likeness) ?? [])
  const twin = alike.find(({ id }) => !recognised.has(id))?.id
  if (twin) recognised.add(twin)
  return twin
}

/** An application for the role of a row that was there before, and that no row of the file is about so far. */
const lookalikeOf = ({ roles, recognised }: Places, { reading: { application } }: Key) =>
  application.company && application.roleTitle
    ? roles.get(roleOf(application))?.findLast(({ id }) => !recognised.has(id))?.id
    : undefined

type Row = { at: number; key: Key }

/** Where a row belongs, `at` being its place in the file. */
export type New = Row & { lookalike?: string | undefined }
export type Found = Row & { applicationId: string }
export type Continued = Found & { last: LastReading; others: (string | null)[] }

/** Rows by where they belong. */
export type Sorted = { unchanged: Found[]; continued: Continued[]; twins: Found[]; added: New[] }

/**
 * Puts what a row says now in the place of what it said last.
 * @returns the notes of other rows of its application
 */
const replaced = ({ said }: Places, last: ImportedRow, { key, applicationId }: Found) => {
  const others = (said.get(applicationId) ?? []).filter((row) => row !== last)
  said.set(applicationId, [...others, { ...key, applicationId }])
  return others.map(({ reading }) => reading.application.notes)
}

/** Puts a row with those that it belongs to. */
export const sortIn = (places: Places, { unchanged, continued, twins, added }: Sorted, row: Row): void => {
  const taken = takeLast(places, row.key)
  if (taken) {
    const { last, key } = taken
    const reading = carryOver(last.reading, key.reading, places.mapping)
    const found = { ...row, key: { ...key, reading }, applicationId: last.applicationId }
    if (isSame(last.reading, reading)) unchanged.push(found)
    else continued.push({ ...found, last: last.reading, others: replaced(places, last, found) })
    return
  }
  const twin = takeTwin(places, row.key)
  if (twin) twins.push({ ...row, applicationId: twin })
  else added.push({ ...row, lookalike: lookalikeOf(places, row.key) })
}

/** Rows of one application come one after the other: each turn has every application once. */
export const inTurns = <Each extends Found>(rows: Each[]): Each[][] => {
  const met = new Map<string, number>()
  const turns = Map.groupBy(rows, ({ applicationId }) => {
    const turn = met.get(applicationId) ?? 0
    met.set(applicationId, turn + 1)
    return turn
  })
  return [...turns.values()]
}
