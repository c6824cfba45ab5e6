import type { z } from 'zod'
import { LINE, NOT_BLANK, PROSE } from './schemas.ts'

/** What can be wrong with a part of an input, and what that means. */
export const FAULT_CODES = {
  blank: 'Nothing in it shows.',
  control_character: 'It holds control characters, or more than one line where one is meant.',
  duplicate: 'It names something twice.',
  invalid_format: 'It is not of the form that is asked for: a day, an address, an id.',
  invalid_type: 'It is of another type: a number in place of text.',
  invalid_value: 'It does not fit in another way, which `detail` says.',
  not_an_option: 'It is none of the values that may be chosen, which `detail` names.',
  not_for_journals: 'It says how to read a table, and the file is a journal.',
  out_of_range: 'It lies beyond the times that are kept.',
  repeated: 'A query parameter was given more than once.',
  required: 'It is missing.',
  too_big: 'The number is above `limit`.',
  too_deep: 'It lies deeper than any contract asks for.',
  too_few: 'The list has fewer entries than `limit`.',
  too_long: 'The text has more characters than `limit`.',
  too_many: 'The list has more entries than `limit`.',
  too_short: 'The text has fewer characters than `limit`.',
  too_small: 'The number is below `limit`.',
  unknown_member: 'There is no such member or parameter.',
} as const

export type FaultCode = keyof typeof FAULT_CODES

/** What a program is told of a fault. */
type Told = { code: FaultCode; limit?: number }

const isFaultCode = (code: unknown): code is FaultCode => Object.hasOwn(FAULT_CODES, String(code))

/** What does not match one of the patterns of text that people write. */
const OF_PATTERNS = new Map<string | undefined, FaultCode>([
  [String(LINE), 'control_character'],
  [String(PROSE), 'control_character'],
  [String(NOT_BLANK), 'blank'],
])

/** A rule of our own may say in its `params` what it is about. */
const toldByRule = ({ code, limit }: Record<string, unknown> = {}): Told => {
  if (!isFaultCode(code)) return { code: 'invalid_value' }
  return typeof limit === 'number' ? { code, limit } : { code }
}

const TOO_BIG: Record<string, FaultCode> = { string: 'too_long', array: 'too_many' }
const TOO_SMALL: Record<string, FaultCode> = { string: 'too_short', array: 'too_few' }

/** What is wrong with a value, for programs. */
export const faultCode = (issue: z.core.$ZodIssue): Told => {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'invalid_type' }
    case 'invalid_value':
      return { code: 'not_an_option' }
    case 'invalid_format':
      return { code: OF_PATTERNS.get(issue.pattern) ?? 'invalid_format' }
    case 'too_big':
      return { code: TOO_BIG[issue.origin] ?? 'too_big', limit: Number(issue.maximum) }
    case 'too_small':
      return { code: TOO_SMALL[issue.origin] ?? 'too_small', limit: Number(issue.minimum) }
    case 'custom':
      return toldByRule(issue.params)
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { code: 'invalid_value' }
  }
}
