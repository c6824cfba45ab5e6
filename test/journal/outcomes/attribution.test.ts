import fc from 'fast-check'
import { test } from 'tap'
import {
  attributionOf,
  decidedBy,
  endedWithoutOffer,
  OUTCOME_KINDS,
  type OutcomeKind,
  restsOnInference,
  wasOffered,
} from '../../../src/journal/outcomes/rules.ts'
import type { Evidence, ReasonCode } from '../../../src/journal/reasons/rules.ts'
import { given as givenOne, kinds, reason, reasonLists, shuffled } from './arbitraries.ts'

const given = (codes: readonly ReasonCode[], evidence: Evidence = 'inferred') =>
  codes.map((code) => givenOne(code, evidence))

const OUTSIDE = 'budget_cut'
const FIT = 'location_mismatch'
const COMPARED = 'another_candidate_preferred'
const LESSON = 'knowledge_gap'
const CHOICE = 'process_too_slow'
const NOBODY_SAID = 'no_reason_given'

const table: [OutcomeKind, ReasonCode[], ReturnType<typeof attributionOf>][] = [
  ['rejected', [], 'unknown'],
  ['rejected', [OUTSIDE], 'not_about_you'],
  ['rejected', [FIT], 'not_about_you'],
  ['rejected', [OUTSIDE, FIT], 'not_about_you'],
  ['rejected', [LESSON], 'something_to_learn'],
  ['rejected', [LESSON, 'examples_missing'], 'something_to_learn'],
  ['rejected', [OUTSIDE, LESSON], 'both'],
  ['rejected', [FIT, LESSON], 'both'],
  ['rejected', [COMPARED], 'unknown'],
  ['rejected', [NOBODY_SAID], 'unknown'],
  ['rejected', [COMPARED, NOBODY_SAID], 'unknown'],
  ['rejected', [COMPARED, LESSON], 'something_to_learn'],
  ['rejected', [COMPARED, OUTSIDE], 'not_about_you'],
  ['rejected', [NOBODY_SAID, OUTSIDE], 'not_about_you'],
  ['rejected', [NOBODY_SAID, LESSON], 'something_to_learn'],
  ['rejected', [COMPARED, OUTSIDE, LESSON], 'both'],
  ['rejected', [CHOICE], 'unknown'],
  ['rejected', [CHOICE, OUTSIDE], 'not_about_you'],
  ['rejected', [CHOICE, LESSON], 'something_to_learn'],
  ['rejected', [CHOICE, COMPARED], 'unknown'],
  ['role_closed', [], 'unknown'],
  ['role_closed', ['position_cancelled'], 'not_about_you'],
  ['offer_rescinded', [], 'unknown'],
  ['offer_rescinded', ['hiring_freeze'], 'not_about_you'],
  ['no_response', [], 'unknown'],
  ['no_response', [NOBODY_SAID], 'unknown'],
  ['no_response', [OUTSIDE], 'not_about_you'],
  ['no_response', [LESSON], 'unknown'],
  ['no_response', [OUTSIDE, LESSON], 'not_about_you'],
  ['no_response', [CHOICE], 'unknown'],
  ['role_closed', [CHOICE], 'unknown'],
  ['offer_rescinded', [CHOICE], 'unknown'],
  ['withdrawn', [], null],
  ['withdrawn', [CHOICE], null],
  ['withdrawn', [CHOICE, OUTSIDE], null],
  ['withdrawn', [CHOICE, LESSON], null],
  ['withdrawn', [OUTSIDE], null],
  ['withdrawn', [FIT], null],
  ['withdrawn', [LESSON], null],
  ['withdrawn', [COMPARED], null],
  ['withdrawn', [NOBODY_SAID], null],
  ['offer_accepted', [], null],
  ['offer_accepted', [LESSON], null],
  ['offer_declined', [], null],
  ['offer_declined', ['compensation_declined'], null],
  ['offer_declined', [FIT], null],
]

for (const [kind, codes, expected] of table) {
  test(`${kind} for ${codes.join(' and ') || 'no reason'} is ${expected ?? 'nobody to attribute to'}`, async (t) => {
    t.equal(attributionOf(kind, given(codes)), expected)
  })
}

test('a lesson that the employer named before falling silent is taken at the word', async (t) => {
  t.equal(attributionOf('no_response', given([LESSON], 'stated_by_employer')), 'something_to_learn')
})

test('silence alone is never coded as a skill problem', async () => {
  fc.assert(
    fc.property(reasonLists, (reasons) => {
      const unsaid = reasons.filter(({ evidence }) => evidence !== 'stated_by_employer')
      const attribution = attributionOf('no_response', unsaid)
      return attribution !== 'something_to_learn' && attribution !== 'both'
    }),
  )
})

test('neither order nor repetition of the reasons counts', async () => {
  fc.assert(
    fc.property(kinds, shuffled(reasonLists), (kind, [one, other]) => {
      const attribution = attributionOf(kind, one)
      return (
        attribution === attributionOf(kind, other) && attribution === attributionOf(kind, [...one, ...other])
      )
    }),
  )
})

test('a comparison, or that nobody said why, changes no attribution that others decide', async () => {
  const neutral = reason.filter(({ group }) => ['comparison', 'unknown'].includes(group))
  fc.assert(
    fc.property(kinds, reasonLists, neutral, (kind, reasons, extra) => {
      const before = attributionOf(kind, reasons)
      return before === null || before === attributionOf(kind, [...reasons, extra])
    }),
  )
})

test('a reason that is not about the candidate never leaves a no to learning alone', async () => {
  const outside = reason.filter(({ group }) => group === 'not_about_you' || group === 'fit')
  fc.assert(
    fc.property(
      fc.constantFrom('rejected', 'role_closed', 'no_response'),
      reasonLists,
      outside,
      (kind, reasons, extra) =>
        ['not_about_you', 'both'].includes(attributionOf(kind, [...reasons, extra]) ?? ''),
    ),
  )
})

test('own choice changes no attribution, and there is none exactly where the candidate decided', async () => {
  const choice = reason.filter(({ group }) => group === 'own_choice')
  fc.assert(
    fc.property(kinds, reasonLists, choice, (kind, reasons, extra) => {
      const attribution = attributionOf(kind, reasons)
      return (
        attribution === attributionOf(kind, [...reasons, extra]) &&
        (attribution === null) === (decidedBy(kind) === 'candidate')
      )
    }),
  )
})

test('the kind says whose decision it was', async (t) => {
  t.strictSame(Object.fromEntries(OUTCOME_KINDS.map((kind) => [kind, decidedBy(kind)])), {
    offer_accepted: 'candidate',
    offer_declined: 'candidate',
    offer_rescinded: 'employer',
    rejected: 'employer',
    no_response: 'nobody',
    withdrawn: 'candidate',
    role_closed: 'employer',
  })
})

test('an attribution rests on inference when nothing said or public decides it', async (t) => {
  const firm = given([OUTSIDE], 'stated_by_employer')
  const open = given([OUTSIDE], 'public_information')
  const guess = given([OUTSIDE])
  t.equal(restsOnInference('rejected', guess), true)
  t.equal(restsOnInference('rejected', firm), false)
  t.equal(restsOnInference('rejected', open), false)
  t.equal(restsOnInference('rejected', [...guess, ...firm]), false, 'one firm reason carries its side')
  t.equal(restsOnInference('rejected', given([OUTSIDE], 'unknown')), false, 'unknown is not inferred')
  t.equal(restsOnInference('rejected', []), false)
  t.equal(restsOnInference('rejected', [...firm, ...given([LESSON])]), true, 'both needs both sides')
  t.equal(
    restsOnInference('rejected', [...firm, ...given([COMPARED])]),
    false,
    'the comparison decides nothing',
  )
  t.equal(restsOnInference('rejected', given([COMPARED])), true)
  t.equal(restsOnInference('rejected', given([NOBODY_SAID])), false, 'that nobody knows is no guess')
  t.equal(restsOnInference('rejected', given([CHOICE])), false, 'an own choice is passed over')
  t.equal(restsOnInference('no_response', given([LESSON])), false, 'silence keeps no cause')
  t.equal(
    restsOnInference('no_response', [...firm, ...given([LESSON])]),
    false,
    'silence has no side to learn from',
  )
})

test('an offer stays an offer, whatever became of it', async (t) => {
  t.equal(wasOffered('offered'), true)
  t.equal(wasOffered('accepted'), true)
  t.equal(wasOffered('interviewed'), false)
})

test('a process ended without an offer when an interview was held and someone could have won it', async (t) => {
  const ending = (kind: OutcomeKind, interviewsHeld = 1, stage = 'interviewed', codes: ReasonCode[] = []) =>
    endedWithoutOffer({
      stage,
      interviewsHeld,
      outcome: { kind, attribution: attributionOf(kind, given(codes)) },
    })
  t.equal(ending('rejected'), true)
  t.equal(ending('no_response'), true)
  t.equal(ending('role_closed'), true)
  t.equal(ending('withdrawn'), false)
  t.equal(ending('offer_rescinded', 1, 'offered'), false)
  t.equal(ending('offer_declined', 1, 'offered'), false)
  t.equal(ending('rejected', 0), false)
  t.equal(ending('rejected', 1, 'offered'), false)
  t.equal(ending('rejected', 1, 'interviewed', [OUTSIDE]), false, 'nobody could win it')
  t.equal(ending('rejected', 1, 'interviewed', [FIT]), false)
  t.equal(ending('rejected', 1, 'interviewed', [OUTSIDE, LESSON]), true)
  t.equal(endedWithoutOffer({ stage: 'interviewed', interviewsHeld: 2, outcome: null }), false)
})
