import { test } from 'tap'
import {
  groupOf,
  REASON_CATALOGUE,
  REASON_GROUPS,
  type ReasonCode,
} from '../../../src/journal/reasons/rules.ts'
import { reasonGroupText, reasonText } from '../../../src/language/say.ts'
import { reasonsEnglish } from '../../../src/language/texts/reasons-en.ts'

const CODES = Object.keys(REASON_CATALOGUE) as ReasonCode[]

test('every reason of the catalogue has a text, and no text is without a reason', async (t) => {
  t.strictSame(Object.keys(reasonsEnglish.reasons).sort(), [...CODES].sort())
  for (const code of CODES) t.ok(reasonText('en', code).title, code)
})

test('every group has a text, and no text is without a group', async (t) => {
  t.strictSame(Object.keys(reasonsEnglish.groups).sort(), [...REASON_GROUPS].sort())
  for (const group of REASON_GROUPS) t.ok(reasonGroupText('en', group).title, group)
})

test('each group holds as many reasons as the method names', async (t) => {
  const sizes = Object.fromEntries(
    REASON_GROUPS.map((group) => [group, CODES.filter((code) => groupOf(code) === group).length]),
  )
  t.strictSame(sizes, {
    not_about_you: 13,
    fit: 5,
    comparison: 1,
    something_to_learn: 7,
    own_choice: 5,
    unknown: 1,
  })
})
