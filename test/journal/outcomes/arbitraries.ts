import fc from 'fast-check'
import { type GivenReason, OUTCOME_KINDS } from '../../../src/journal/outcomes/rules.ts'
import { EVIDENCE, REASON_CATALOGUE, type ReasonCode } from '../../../src/journal/reasons/rules.ts'

export const kinds = fc.constantFrom(...OUTCOME_KINDS)
const codes = fc.constantFrom(...(Object.keys(REASON_CATALOGUE) as ReasonCode[]))
export const reason: fc.Arbitrary<GivenReason> = fc.record({
  code: codes,
  evidence: fc.constantFrom(...EVIDENCE),
})
export const reasonLists = fc.array(reason, { maxLength: 5 })

/** A list and the same list in another order. */
export const shuffled = <Item>(items: fc.Arbitrary<Item[]>): fc.Arbitrary<[Item[], Item[]]> =>
  items.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  )
