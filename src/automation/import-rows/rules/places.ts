import { isSame } from '../../import-effects/rules.ts'
import type { ColumnMapping } from '../../imports/rules/types.ts'
import { type Lookalike, likenessesIn, likenessesOf, roleOf } from '../rules.ts'
import type { ImportedBefore, ImportedRow, NotImported } from '../store.ts'
import { movedAmongAlike } from './alike.ts'
import { carryOver } from './carried.ts'
import { byHalf, correctedBy } from './corrected.ts'
import { byName, soughtBy } from './naming.ts'
import { agree, isSentAgain, saysMore, toldBy } from './telling.ts'

export type LastReading = ImportedRow['reading']

/** What a row is recognised by, and what it says. */
export type Key = Pick<ImportedRow, 'accountId' | 'identity' | 'occurrence' | 'sameRole'> & {
  reading: LastReading
}

const nameOf = ({ identity, occurrence }: Pick<Key, 'identity' | 'occurrence'>) => `${identity} ${occurrence}`

/** What is known before the first row: rows of earlier files, applications that were recorded by hand, and the columns. */
export const placesOf = (before: ImportedBefore[], byHand: NotImported[], mapping: ColumnMapping) => ({
  mapping,
  known: new Map(before.map(({ row }) => [nameOf(row), row])),
  identities: new Set(before.map(({ row }) => row.identity)),
  /** Which of the rows that are alike those are that stand elsewhere in this file. */
  moved: new Map<string, number>(),
  /** Which of them each row of this file continues; as the only one that it can be, where it is `likely`. */
  continued: new Map<string, { last: ImportedRow; likely: boolean }>(),
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
  /** By what they can be found by. */
  named: byName(before),
  own: new Set([...before, ...byHand].map(({ id }) => id)),
  roles: Map.groupBy([...before, ...byHand], roleOf),
  halves: byHalf(before, mapping),
  /** By what each is recognised; one that was recognised is gone. */
  byHand: Map.groupBy(
    byHand.flatMap((it) => likenessesOf(it).map((likeness) => ({ likeness, id: it.id }))),
    ({ likeness }) => likeness,
  ),
  /** Applications that a row of this file is, or continues. */
  recognised: new Set<string>(),
  /** Applications that a new row of this file was held against. */
  looked: new Set<string>(),
  occurrences: new Map<string, number>(),
})
export type Places = ReturnType<typeof placesOf>

/**
 * The applications that a row may be: nothing that their rows said is said otherwise. Of each, its fullest row. Where
 * some said neither less nor more, it is one of these.
 */
const fitsOf = ({ named, recognised, mapping }: Places, { reading }: Key): ImportedRow[] => {
  const rows = new Set(soughtBy(reading).flatMap((name) => [...(named.get(name) ?? [])]))
  const free = [...rows].filter(({ applicationId }) => !recognised.has(applicationId))
  const now = toldBy(reading, mapping)
  const fits = [...Map.groupBy(free, ({ applicationId }) => applicationId).values()].flatMap((own) => {
    const told = own.map((row) => ({ row, told: toldBy(row.reading, mapping) }))
    const fullest = told.toSorted((a, b) => b.told.size - a.told.size)[0]
    const isFit = told.every((one) => agree(one.told, now) && !isSentAgain(one.row.reading, reading))
    return fullest && isFit ? [fullest] : []
  })
  const equal = fits.filter(
    ({ told }) => told.size === now.size && [...told.keys()].every((field) => now.has(field)),
  )
  return (equal.length > 0 ? equal : fits).map(({ row }) => row)
}

/** Whether a row of this file can be one of an earlier file for the same role. */
export const isNamed = ({ named, identities, wished }: Places, key: Key): boolean =>
  soughtBy(key.reading).some((name) => named.has(name)) ||
  identities.has(key.identity) ||
  wished.has(key.sameRole)

const inItsPlace = ({ moved }: Places, key: Key): Key => ({
  ...key,
  occurrence: moved.get(nameOf(key)) ?? key.occurrence,
})

/**
 * Settles, for a file as a whole, which row of an earlier file each of its rows continues: the same, a wish for the
 * same role that was applied for since, or the only one that it can be, and that no other row can be. So it does not
 * count in which order, or in how many parts, rows are brought in.
 */
export const settle = (places: Places, standing: Key[]): void => {
  const { known, wished, recognised, continued, moved } = places
  for (const [key, occurrence] of movedAmongAlike(standing, [...known.values()]))
    moved.set(nameOf(key), occurrence)
  const keys = standing.map((key) => inItsPlace(places, key))
  const take = (key: Key, last: ImportedRow, likely = false) => {
    continued.set(nameOf(key), { last, likely })
    recognised.add(last.applicationId)
  }
  const others: Key[] = []
  for (const key of keys) {
    const wishes = wished.get(key.sameRole) ?? []
    const last = known.get(nameOf(key)) ?? wishes[0]
    if (last) take(key, last)
    else others.push(key)
    wished.set(
      key.sameRole,
      wishes.filter((wish) => wish !== last),
    )
  }
  const fits = others.map((key) => ({ key, fits: fitsOf(places, key) }))
  const rivals = Map.groupBy(
    fits.flatMap(({ key, fits: some }) => some.map(({ applicationId }) => ({ key, applicationId }))),
    ({ applicationId }) => applicationId,
  )
  for (const { key, fits: some } of fits) {
    const free = some.find(({ applicationId }) => !recognised.has(applicationId))
    if (!free || some.some(({ identity }) => identity !== free.identity)) continue
    const alike = (rivals.get(free.applicationId) ?? []).every((one) => one.key.identity === key.identity)
    if (alike) take(key, free, true)
  }
}

/** The row of an earlier file that a row continues, and what both are recognised by from now on. */
const takeLast = ({ continued, mapping }: Places, key: Key) => {
  const { last, likely } = continued.get(nameOf(key)) ?? {}
  if (!last) return undefined
  const outdated = saysMore(toldBy(last.reading, mapping), toldBy(key.reading, mapping)) ? last : null
  if (!likely || outdated) return { last, key, outdated: likely ? outdated : null }
  const { identity, occurrence, sameRole } = last
  return { last, key: { ...key, identity, occurrence, sameRole }, outdated }
}

/** The application that was recorded by hand and that a row is about; each is found once. */
const takeTwin = ({ byHand, recognised }: Places, { reading }: Key) => {
  const alike = likenessesIn(reading.application).flatMap((likeness) => byHand.get(likeness) ?? [])
  const twin = alike.find(({ id }) => !recognised.has(id))?.id
  if (twin) recognised.add(twin)
  return twin
}

/**
 * An application for the role of a row that was there before, or that the row may put right, and that no row of the file
 * is about; each in turn.
 */
const lookalikeOf = (
  { roles, halves, mapping, recognised, looked }: Places,
  { reading }: Key,
): Lookalike | undefined => {
  const { application } = reading
  if (!application.company || !application.roleTitle) return undefined
  const alike = (roles.get(roleOf(application)) ?? []).filter(({ id }) => !recognised.has(id))
  const sameRole = (alike.findLast((one) => !looked.has(one.id)) ?? alike.at(-1))?.id
  const free = ({ applicationId: id }: ImportedRow) => !recognised.has(id) && !looked.has(id)
  const id = sameRole ?? correctedBy(halves, reading, mapping, free)?.applicationId
  if (!id) return undefined
  looked.add(id)
  return { id, corrected: !sameRole }
}

type Row = { at: number; key: Key }

/** Where a row belongs, `at` being its place in the file. */
export type New = Row & { lookalike?: Lookalike | undefined }
export type Found = Row & { applicationId: string }
export type Continued = Found & {
  last: LastReading
  others: (string | null)[]
  /** What its application is not recognised by any more. */
  outdated: ImportedRow | null
}

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
export const sortIn = (places: Places, { unchanged, continued, twins, added }: Sorted, at: Row): void => {
  const row = { ...at, key: inItsPlace(places, at.key) }
  const taken = takeLast(places, row.key)
  if (taken) {
    const { last, key, outdated } = taken
    const reading = carryOver(last.reading, key.reading, places.mapping)
    const found = { ...row, key: { ...key, reading }, applicationId: last.applicationId }
    if (isSame(last.reading, reading)) unchanged.push(found)
    else {
      const others = replaced(places, last, found)
      continued.push({ ...found, last: last.reading, others, outdated })
    }
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
