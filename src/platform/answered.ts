import type { z } from 'zod'
import { AnsweredInstant, Instant, unwrap } from './schemas.ts'

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
    const answer = isFilled ? inner : inner.nullable()
    return [name, member.description ? answer.describe(member.description) : answer]
  })
  return Object.fromEntries(members)
}
