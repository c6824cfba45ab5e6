import fc from 'fast-check'
import { type GivenReason, OUTCOME_KINDS } from '../../../src/journal/outcomes/rules.ts'
import {
  EVIDENCE,
  type Evidence,
  groupOf,
  REASON_GROUPS,
  type ReasonCode,
} from '../../../src/journal/reasons/rules.ts'

export const kinds = fc.constantFrom(...OUTCOME_KINDS)
type Reason = GivenReason & { code: string }

export const reason: fc.Arbitrary<Reason> = fc
  .record({ group: fc.constantFrom(...REASON_GROUPS), evidence: fc.constantFrom(...EVIDENCE) })
  .map((given) => ({ code: `own_${given.group}`, ...given }))
export const reasonLists = fc.array(reason, { maxLength: 5 })

/** A reason of the catalogue, as far as it counts. */
export const given = (code: ReasonCode, evidence: Evidence): Reason => ({
  code,
  group: groupOf(code),
  evidence,
})

/** A list and the same list in another order. */
export const shuffled = <Item>(items: fc.Arbitrary<Item[]>): fc.Arbitrary<[Item[], Item[]]> =>
  items.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  )
