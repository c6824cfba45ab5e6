import { z } from 'zod'
import { dayIn } from './time-zones.ts'
import { isUri, uriOf } from './web-address/rules.ts'

// @NOTE Two plain patterns instead of one clever one: together they would backtrack quadratically.
export const LINE = /^[^\u0000-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF]*$/u
export const PROSE = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF]*$/u
// Something that shows: no space, nothing that only joins or directs characters, no empty pattern of Braille.
export const NOT_BLANK = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u
const LINE_ERROR = 'Must be one line without control characters'
const PROSE_ERROR = 'Must not hold control characters other than tab and line break'
const BLANK_ERROR = 'Must not be blank'

/** @NOTE Counts characters as JSON Schema does, not the pairs that JavaScript keeps some of them in. */
const text = (max: number) =>
  z
    .string()
    .min(1)
    .refine((value) => value.length <= max || [...value].length <= max, {
      error: `Must have at most ${max} characters`,
      params: { code: 'too_long', limit: max },
      abort: true,
    })
    .meta({ maxLength: max })

/** One line of text that a person wrote; blank is refused, Unicode is kept as sent. */
export const line = (max = 200) => text(max).regex(LINE, LINE_ERROR).regex(NOT_BLANK, BLANK_ERROR)

/** Text of several lines that a person wrote. */
export const prose = (max = 20_000) => text(max).regex(PROSE, PROSE_ERROR).regex(NOT_BLANK, BLANK_ERROR)

export const Id = z.uuid().toLowerCase().describe('A UUID of version 7, made by the service.')
const OUT_OF_RANGE = { error: 'Must lie between 1900 and 2199', params: { code: 'out_of_range' } }
export const Day = z.iso
  .date({ error: 'Must be a day that exists, as YYYY-MM-DD', abort: true })
  .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', OUT_OF_RANGE)
// No time zone is farther from UTC, and PostgreSQL takes none.
const FAR_OFFSET = /[+-](1[6-9]|2\d):\d\d$/
// In UTC, as answers give it: what came in as an instant can go out and come in again.
const [EARLIEST, LATEST] = [Date.UTC(1900, 0), Date.UTC(2200, 0)]
export const Instant = z.iso
  .datetime({
    offset: true,
    error: 'Must be an instant with its offset, as 2026-03-17T13:00:00Z',
    abort: true,
  })
  .refine((at) => Date.parse(at) >= EARLIEST && Date.parse(at) < LATEST, OUT_OF_RANGE)
  .refine((at) => !FAR_OFFSET.test(at), 'Must have an offset of less than 16 hours')
  .describe('RFC 3339. Answers give it in UTC with milliseconds.')
export const AnsweredInstant = z.iso.datetime({ precision: 3 })
const ADDRESS_ERROR = 'Must be an http or https address'
const addressError: z.core.$ZodErrorMap = ({ code }) => (code === 'too_big' ? undefined : ADDRESS_ERROR)
/** @NOTE Measured as it is kept, which may be longer than it came. The check of an address takes out tabs and line breaks. */
export const WebAddress = z
  .string()
  .regex(LINE, { error: LINE_ERROR, abort: true })
  .check(z.url({ protocol: /^https?$/, error: addressError, abort: true }))
  .overwrite(uriOf)
  .max(2_000)
  .refine(isUri, { error: ADDRESS_ERROR, params: { code: 'invalid_format' } })
  .meta({ format: 'uri' })
export const TimeZone = line(64)
  .refine(isTimeZone, 'Must be an IANA time zone')
  .describe('IANA time zone, such as Europe/Berlin.')
export const Digest = z
  .string()
  .max(43)
  .regex(/^[\w-]{43}$/, 'Must be a digest')
export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** @NOTE Whether days can be read in it is tried out: names such as AST, which more than one zone goes by, are none. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Z]/.test(name) && dayIn(name, '2000-01-01T00:00:00Z') !== ''
  } catch {
    return false
  }
}

/** What every record answers with, next to its own members. */
export const recordMembers = {
  id: Id,
  version: z.int().min(1).describe('Goes up by one with every change.'),
  createdAt: AnsweredInstant.describe('When the record was made.'),
  updatedAt: AnsweredInstant.describe('When it was last changed.'),
}

/** Path parameters of one record. */
export const IdParams = z.strictObject({ id: Id })

/** What is a number in a query: decimal digits, and nothing else that JavaScript reads as one. */
const counted = (given: unknown) =>
  typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given
const PAGE_ERROR = 'Must be a whole number from 1 to 200'

/** Query of a list; extend it with the list's filters. */
export const ListQuery = z.strictObject({
  limit: z
    .preprocess(counted, z.int(PAGE_ERROR).min(1, PAGE_ERROR).max(200, PAGE_ERROR).default(50))
    .describe('How many records a page holds.'),
  cursor: line(1_000).optional().describe('Where the page begins: `nextCursor` of the page before.'),
})

/** The rule that a list names nothing twice: `refine(...distinct('Must not name a scope twice'))`. */
export const distinct = (error: string) =>
  [
    (values: readonly unknown[]) => new Set(values).size === values.length,
    { error, params: { code: 'duplicate' } },
  ] as const

/** The rule that what ends does not end before it begins: `refine(...inOrder('from', 'to'))`. */
export const inOrder = <From extends string, To extends string>(from: From, to: To) => {
  const holds = (days: { [Name in From | To]?: string | null | undefined }) => {
    const [first, last] = [days[from], days[to]]
    return !first || !last || first <= last
  }
  const path: string[] = [to]
  return [holds, { path, error: `Must not be before \`${from}\`` }] as const
}

const apart = (given: unknown) => (typeof given === 'string' ? given.split(',') : given)

/** Filter of a list: one of these values, or several with commas between, any of which will do. */
export const anyOf = <const Values extends readonly string[]>(values: Values) =>
  z
    .preprocess(
      apart,
      z
        .array(z.enum(values))
        .min(1)
        .refine(...distinct('Must name each value once'))
        .max(values.length)
        .meta({ uniqueItems: true }),
    )
    .optional()

/** Filter of a list: what was changed since. */
export const updatedFrom = Instant.optional()

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(id: string, item: Item) =>
  z
    .object({
      data: z.array(item).describe('The records of this page.'),
      nextCursor: z.string().optional().describe('Absent on the last page.'),
    })
    .meta({ id, description: 'One page of a list, newest first unless stated.' })

type PatchShape<Shape extends z.core.$ZodShape> = {
  [Name in keyof Shape]: z.ZodOptional<z.ZodType<z.output<Shape[Name]>>>
}

/** The merge patch of an object: every member optional, null where the member itself may be left out. */
export const patchOf = <Shape extends z.core.$ZodShape>(
  schema: z.ZodObject<Shape>,
): z.ZodObject<PatchShape<Shape>> => {
  const members = Object.entries(schema.shape).map(([name, member]) => [
    name,
    patchedMember(member as z.ZodType),
  ])
  return z.strictObject(Object.fromEntries(members)) as unknown as z.ZodObject<PatchShape<Shape>>
}

/** A schema that says of itself what another one does. */
export const saidAs = <Schema extends z.ZodType>(schema: Schema, { description }: z.ZodType): Schema =>
  description ? schema.describe(description) : schema

/** A member that may be left out, where it is never left out. */
export const present = <Inner extends z.ZodType>(member: z.ZodOptional<Inner>): Inner =>
  saidAs(member.unwrap(), member)

/** A member that may be left out or null, where it is always there. */
export const filled = <Inner extends z.ZodType>(member: z.ZodOptional<z.ZodNullable<Inner>>): Inner =>
  saidAs(member.unwrap().unwrap(), member)

/** What a member is where it is there, and not null. */
const unwrap = (member: z.ZodType): z.ZodType =>
  member instanceof z.ZodOptional || member instanceof z.ZodNullable
    ? unwrap(member.unwrap() as z.ZodType)
    : member

const patchedMember = (member: z.ZodType): z.ZodType => {
  const inner = unwrap(member)
  const patch = inner instanceof z.ZodObject ? patchOf(inner) : inner
  return saidAs((member.isOptional() ? patch.nullable() : patch).optional(), member)
}

type Given<Value> = Exclude<Value, undefined> | (undefined extends Value ? null : never)
type Answered<Shape extends z.core.$ZodShape, Filled> = {
  [Name in keyof Shape]: z.ZodType<
    Name extends Filled ? NonNullable<z.output<Shape[Name]>> : Given<z.output<Shape[Name]>>
  >
}

/**
 * The members of a record as answers give them: null where they may be left out, and instants in UTC.
 * @param filled those that are there even so
 */
export const answered = <Shape extends z.core.$ZodShape, Filled extends keyof Shape & string = never>(
  { shape }: z.ZodObject<Shape>,
  ...filled: Filled[]
): Answered<Shape, Filled> => {
  const members = Object.entries(shape).map(([name, given]) => {
    const member = given as z.ZodType
    const inner = unwrap(member) === Instant ? AnsweredInstant : unwrap(member)
    const isFilled = filled.includes(name as Filled) || !member.isOptional()
    return [name, saidAs(isFilled ? inner : inner.nullable(), member)]
  })
  return Object.fromEntries(members)
}

/** The body of 204. */
export const Gone = z.null()
