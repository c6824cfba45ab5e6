import type { z } from 'zod'
import type { Fault } from '../problems.ts'

/** A JSON Pointer, RFC 6901. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** What the schema library calls a rule of our own, or a choice between several forms. */
const OWN_RULES = ['custom', 'invalid_union']

export const UNKNOWN_MEMBER = { detail: 'This member is not known here.', code: 'unknown_member' }

const allFaultsOf = (issues: readonly z.core.$ZodIssue[], within: string): Fault[] =>
  issues.flatMap((issue) => {
    const at = within + pointerTo(issue.path)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: at + pointerTo([key]), ...UNKNOWN_MEMBER }))
    const code = OWN_RULES.includes(issue.code) ? 'invalid_value' : issue.code
    return [{ pointer: at, detail: issue.message, code }]
  })

/**
 * What is wrong with an input, as its schema found it, once for each member: what is empty is blank too, and nobody has to
 * be told twice. `within` is where the input stands.
 */
export const faultsOf = (issues: readonly z.core.$ZodIssue[], within = ''): Fault[] => {
  const byMember = Map.groupBy(allFaultsOf(issues, within), ({ pointer }) => pointer)
  return [...byMember.values()].flatMap((faults) => faults.slice(0, 1))
}
