import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { Problem } from '../problems.ts'
import { check } from './faults.ts'

type Members = Record<string, unknown>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON Merge Patch, RFC 7396: null clears, objects are merged, everything else is replaced. */
const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isMembers(patch)) return patch
  const merged: Members = isMembers(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name]
    else merged[name] = mergePatch(merged[name], value)
  }
  return merged
}

/**
 * The record's members after a patch, held against the schema that a new record must fit.
 * @throws Problem `invalid_request` when the whole no longer fits, though the patch alone did.
 */
export const patched = <Schema extends z.ZodObject>(
  schema: Schema,
  current: Members,
  patch: Members,
): z.output<Schema> => {
  const own = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, current[name]]))
  const { data, faults } = check(schema, mergePatch(own, patch))
  if (!faults) return data
  throw new Problem('invalid_request', 'The record would no longer fit the contract.', { errors: faults })
}

type Complete<Members> = {
  [Name in keyof Members]-?:
    | Exclude<Members[Name], undefined>
    | (undefined extends Members[Name] ? null : never)
}

/** Every member of the schema, with null for those left out: what a row stores. */
export const complete = <Schema extends z.ZodObject>(schema: Schema, input: z.output<Schema>) => {
  const members = Object.keys(schema.shape).map((name) => [name, (input as Members)[name] ?? null])
  return Object.fromEntries(members) as Complete<z.output<Schema>>
}

/** Whether a change leaves every member of a record as it is: then there is nothing to write. */
export const isUnchanged = (current: Members, change: Members): boolean =>
  Object.entries(change).every(([name, value]) => isDeepStrictEqual(current[name], value))
