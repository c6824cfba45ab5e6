import { groupOf, type ReasonCode } from '../reasons/rules.ts'

/** A reason as an outcome takes it, where the employer has said so. */
export const statedReason = (code: ReasonCode) => ({
  code,
  group: groupOf(code),
  evidence: 'stated_by_employer' as const,
})
