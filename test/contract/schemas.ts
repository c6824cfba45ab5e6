import type { Contract } from '../support/conformance.ts'
import { type Call, resolved, type Schema } from './calls.ts'

/** A member of a body that names a record, and how to put an id there. */
type Naming = { name: string; set: (body: unknown, id: string) => unknown }

export const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const propertiesOf = ({ properties }: Schema) => Object.entries((properties ?? {}) as Record<string, Schema>)
export const variantsOf = ({ anyOf, oneOf }: Schema) => [anyOf ?? oneOf ?? []].flat() as Schema[]

/** This schema and every one within it, references followed. */
export const within = (contract: Contract, given: Schema): Schema[] => {
  const schema = resolved(contract, given)
  const inner = [...propertiesOf(schema).map(([, each]) => each), ...variantsOf(schema)]
  if (schema.items) inner.push(schema.items as Schema)
  return [schema, ...inner.flatMap((each) => within(contract, each))]
}

/** The members of a schema that do not say what they are, neither by themselves nor by the schema that they name. */
export const unexplained = (contract: Contract, schema: Schema, at = ''): string[] => [
  ...propertiesOf(schema).flatMap(([name, member]) => {
    const here = `${at}/${name}`
    const said = member.description ?? resolved(contract, member).description
    return [...(said ? [] : [here]), ...unexplained(contract, member, here)]
  }),
  ...variantsOf(schema).flatMap((each) => unexplained(contract, each, at)),
  ...(schema.items ? unexplained(contract, schema.items as Schema, `${at}[]`) : []),
]

const namings = (contract: Contract, given: Schema, name: string): Naming[] => {
  const schema = resolved(contract, given)
  if (schema.format === 'uuid') return [{ name, set: (_, id) => id }]
  const members = propertiesOf(schema).flatMap(([member, each]) =>
    namings(contract, each, member).map((it) => ({
      name: it.name,
      set: (body: unknown, id: string) => ({
        ...membersOf(body),
        [member]: it.set(membersOf(body)[member], id),
      }),
    })),
  )
  const items = schema.items ? namings(contract, schema.items as Schema, name) : []
  const variants = variantsOf(schema).flatMap((each) => namings(contract, each, name))
  return [
    ...members,
    ...items.map((it) => ({ ...it, set: (_: unknown, id: string) => [it.set(undefined, id)] })),
    // One variant leaves no room for the members of another.
    ...variants.map((it) => ({ ...it, set: (_: unknown, id: string) => it.set(undefined, id) })),
  ]
}

/** Every member of the operation's bodies that names a record. */
export const idsIn = (contract: Contract, { media }: Call): Naming[] =>
  namings(contract, Object.values(media)[0]?.schema ?? {}, '')
