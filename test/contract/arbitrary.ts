import fc from 'fast-check'
import type { Contract } from '../support/conformance.ts'
import { resolved, type Schema } from './calls.ts'
import { variantsOf } from './schemas.ts'

type Values = fc.Arbitrary<unknown>
/** Members of which the schema cannot say what they must be, by name. */
export type Known = Record<string, Values>

const day = fc
  .date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const time = fc.constantFrom('00:00:00Z', '23:59:59.999Z', '12:34:56.7+05:45', '09:00:00-12:00', '06:30Z')
const pathSegment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map(encodeURIComponent)
/** @NOTE Not fast-check's own, which lists every character that there is for what stands in them. */
export const url = fc
  .tuple(fc.webAuthority(), fc.array(pathSegment), fc.constantFrom('', '?q=1&q=%C3%AB', '#top'))
  .map(([host, path, rest]) => `https://${host}/${path.join('/')}${rest}`)
const formats: Record<string, Values> = {
  date: day,
  'date-time': fc.tuple(day, time).map((parts) => parts.join('T')),
  uuid: fc.uuid({ version: 7 }),
  email: fc.emailAddress(),
  uri: url,
}

const SAMPLE = 'Zoë 東京 🌱'

/** Not blank, as far as patterns do not say it. */
const SHOWS = /[^\s\p{Default_Ignorable_Code_Point}\u2800]|^$/u

/** Text of every script that fits the patterns; where these ask for a certain form, text of that form. */
const textOf = (schema: Schema): Values => {
  const {
    pattern,
    minLength = 0,
    maxLength = 100,
    allOf = [],
  } = schema as Schema & Record<'minLength' | 'maxLength', number>
  const sources = [pattern, ...(allOf as Schema[]).map((each) => each.pattern)].filter(Boolean) as string[]
  const patterns = sources.map((source) => new RegExp(source, 'u'))
  const form = patterns.find((each) => !each.test(SAMPLE))
  const any = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 100) })
  const fits = (text: string) =>
    text.length <= maxLength && [SHOWS, ...patterns].every((each) => each.test(text))
  return (form ? fc.stringMatching(form) : any).filter(fits)
}

const objectOf = (contract: Contract, { properties = {}, required = [] }: Schema, known: Known): Values => {
  const members = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [
    name,
    known[name] ?? valuesOf(contract, schema, known),
  ])
  const shape: Known = Object.fromEntries(members)
  return fc.record(shape, { requiredKeys: required as string[], noNullPrototype: true })
}

const arrayOf = (contract: Contract, { items, minItems: minLength = 0 }: Schema, known: Known): Values => {
  const inner = valuesOf(contract, items as Schema, known)
  const selector = (value: unknown) => JSON.stringify(value)
  return fc.uniqueArray(inner, { minLength: minLength as number, maxLength: 5, selector })
}

const typed = (contract: Contract, type: unknown, schema: Schema, known: Known): Values => {
  const { minimum: min = -1_000_000, maximum: max = 1_000_000 } = schema as Record<string, number>
  if (type === 'object') return objectOf(contract, schema, known)
  if (type === 'array') return arrayOf(contract, schema, known)
  if (type === 'integer') return fc.integer({ min, max })
  if (type === 'number') return fc.double({ min, max, noNaN: true })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'string') return formats[String(schema.format)] ?? textOf(schema)
  throw new Error(`No values are known for ${JSON.stringify(schema)}.`)
}

/** Values that fit a schema of the contract. */
export const valuesOf = (contract: Contract, given: Schema, known: Known = {}): Values => {
  const schema = resolved(contract, given)
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]))
  if (schema.const !== undefined) return fc.constant(schema.const)
  const variants = variantsOf(schema)
  if (variants.length > 0) return fc.oneof(...variants.map((each) => valuesOf(contract, each, known)))
  return fc.oneof(...[schema.type].flat().map((type) => typed(contract, type, schema, known)))
}
