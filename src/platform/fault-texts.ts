import type { z } from 'zod'

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const FORMATS: Record<string, string> = {
  uuid: 'a UUID',
  email: 'an e-mail address',
  url: 'a web address',
  date: 'a day, as YYYY-MM-DD',
  datetime: 'an instant, as 2026-03-17T13:00:00Z',
}

/** What there can be too many or too few of, and what it is called. */
const COUNTED: Record<string, string> = { string: 'characters', array: 'entries' }

const atMost = (origin: string, limit: number | bigint) =>
  COUNTED[origin] ? `Must have at most ${limit} ${COUNTED[origin]}` : `Must be ${limit} or less`

const atLeast = (origin: string, limit: number | bigint) => {
  if (!COUNTED[origin]) return `Must be ${limit} or more`
  return limit === 1 ? 'Must not be empty' : `Must have at least ${limit} ${COUNTED[origin]}`
}

/** What is wrong with a value where its schema does not say it in words of its own. */
export const faultText: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return `Must be ${TYPES[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `Must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`
    case 'too_big':
      return atMost(issue.origin, issue.maximum)
    case 'too_small':
      return atLeast(issue.origin, issue.minimum)
    case 'invalid_format':
      return `Must be ${FORMATS[issue.format] ?? 'well-formed'}`
    case 'invalid_union':
      return 'Must have one of the forms that the contract names'
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'Must fit the contract'
  }
}
