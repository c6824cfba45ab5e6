import type { z } from 'zod'
import type { Fault } from '../problems.ts'
import { faultCode } from './fault-codes.ts'

/** A JSON Pointer, RFC 6901. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

export const UNKNOWN_MEMBER = { detail: 'This member is not known here.', code: 'unknown_member' } as const

/** What a schema says, in words of its own or not, of what is not there. */
const OF_MISSING = ['invalid_type', 'invalid_value', 'invalid_union']
const MISSING = { detail: 'Must be given', code: 'required' } as const

/** What stands in a query for a parameter that came more than once: no schema takes it. */
export const REPEATED = Symbol('a parameter that came more than once')
const OF_REPEATED = { detail: 'Must be given once', code: 'repeated' } as const

/** And for one that does not decode. */
export const UNREADABLE = Symbol('a parameter that is no text')
const ENCODED = 'percent-encoded UTF-8: ü as %C3%BC, a space as %20, % itself as %25'
const OF_UNREADABLE = { detail: `Must be ${ENCODED}`, code: 'invalid_format' } as const
/** What is wrong with an address that cannot be read. */
export const BADLY_ENCODED = `An address is written in ${ENCODED}.`

const OF_QUERY = '/querystring'
const UNKNOWN_PARAMETER = { ...UNKNOWN_MEMBER, detail: 'This parameter is not known here.' }

/** A parameter of a query is pointed at as a whole, also where it holds several values. */
const placeOf = (path: readonly PropertyKey[], within: string) =>
  within + pointerTo(within === OF_QUERY ? path.slice(0, 1) : path)

const isSpacedInstant = (issue: z.core.$ZodIssue) =>
  issue.code === 'invalid_format' && issue.format === 'datetime' && String(issue.input).includes(' ')

/** What is wrong with a parameter of a query: of several with commas between, which; or that it takes one alone. */
const detailInQuery = (issue: z.core.$ZodIssue, query: Record<PropertyKey, unknown>): string => {
  const { message, input } = issue
  const [name = '', at] = issue.path
  if (isSpacedInstant(issue)) return `${message}; a + in a query is written %2B`
  if (issue.code !== 'invalid_value' || !String(query[name]).includes(',')) return message
  if (at === undefined) return `${message}; several are not taken here`
  const which = `Value ${Number(at) + 1}${input === '' ? ' is empty and' : ''}`
  return `${which} ${message.replace(/^Must/, 'must')}`
}

const allFaultsOf = (issues: readonly z.core.$ZodIssue[], given: unknown, within: string): Fault[] =>
  issues.flatMap((issue): Fault[] => {
    const at = placeOf(issue.path, within)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: at + pointerTo([key]),
        ...(within === OF_QUERY ? UNKNOWN_PARAMETER : UNKNOWN_MEMBER),
      }))
    if (issue.input === undefined && OF_MISSING.includes(issue.code)) return [{ pointer: at, ...MISSING }]
    if (issue.input === REPEATED) return [{ pointer: at, ...OF_REPEATED }]
    if (issue.input === UNREADABLE) return [{ pointer: at, ...OF_UNREADABLE }]
    const detail = within === OF_QUERY ? detailInQuery(issue, given as never) : issue.message
    return [{ pointer: at, detail, ...faultCode(issue) }]
  })

/** Whether it is the schema library's own bound of whole numbers: contracts have nearer ones. */
const isFarBound = (issue: z.core.$ZodIssue) =>
  (issue.code === 'too_big' && issue.maximum === Number.MAX_SAFE_INTEGER) ||
  (issue.code === 'too_small' && issue.minimum === Number.MIN_SAFE_INTEGER)

/** Once for each member, and the nearest: what is empty is blank too, and nobody has to be told twice. */
const faultsOf = (issues: readonly z.core.$ZodIssue[], given: unknown, within: string): Fault[] => {
  const nearest = issues.toSorted((a, b) => Number(isFarBound(a)) - Number(isFarBound(b)))
  const byMember = Map.groupBy(allFaultsOf(nearest, given, within), ({ pointer }) => pointer)
  return [...byMember.values()].flatMap((faults) => faults.slice(0, 1))
}

type Checked<Data> = { data: Data; faults?: undefined } | { data?: undefined; faults: Fault[] }

/** What an input is by its schema, or all that is wrong with it. `within` is where the input stands. */
export const check = <Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  within = '',
): Checked<z.output<Schema>> => {
  const { success, data, error } = schema.safeParse(given, { reportInput: true })
  return success ? { data } : { faults: faultsOf(error.issues, given, within) }
}
