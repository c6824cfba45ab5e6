import fc from 'fast-check'
import { test } from 'tap'
import { attributionOf } from '../../../src/journal/outcomes/rules.ts'
import type { ReadingFacts } from '../../../src/journal/readings/rules/facts.ts'
import { readingOf } from '../../../src/journal/readings/rules/reading.ts'
import type { Statement } from '../../../src/language/figures.ts'
import { sayAll } from '../../../src/language/say.ts'
import { faultsOf } from '../../language/voice.ts'
import { given, kinds, reasonLists } from '../outcomes/arbitraries.ts'

const baseRate = { low: 0.2, high: 0.25, source: 'Jobvite', year: 2017 }
const applicationRate = { low: 0.03, high: 0.03, source: 'CareerPlug', year: 2024 }
const soon = { id: 'i9', startsAt: '2026-03-09T09:00:00.000Z' }

/** Rejected after two rounds, the fifth process without an offer, nothing reflected yet. */
const facts = (changes: Partial<ReadingFacts> = {}): ReadingFacts => {
  const all = {
    kind: 'rejected',
    reasons: [],
    anythingToLearn: null,
    doorOpen: null,
    feedback: false,
    offered: false,
    sent: true,
    answered: true,
    interviewsObtained: 2,
    interviewsHeld: 2,
    roundReached: 2,
    processesWithoutOffer: 5,
    offerOnRecord: false,
    baseRate,
    applicationRate: null,
    openReflectionId: null,
    reflected: false,
    openPlans: 0,
    nextInterview: null,
    ...changes,
  } as const
  return { attribution: attributionOf(all.kind, all.reasons), ...all }
}

// That this compiles is a test of its own: every code has a text, and every text its figures.
const read = (changes?: Partial<ReadingFacts>): Statement[] => readingOf(facts(changes))
const codesOf = (changes?: Partial<ReadingFacts>) => read(changes).map(({ code }) => code)
const basisOf = (code: string, changes?: Partial<ReadingFacts>) =>
  read(changes).find((statement) => statement.code === code)?.basis
const noInterview = { interviewsObtained: 0, interviewsHeld: 0, roundReached: 0 }

test('a no after an interview is read in the order of the method', async (t) => {
  t.strictSame(codesOf(), [
    'interview_was_a_win',
    'may_not_be_about_you',
    'chance_alone',
    'learning_open',
    'what_next',
  ])
  t.strictSame(basisOf('interview_was_a_win'), { interviews: 2, round: 2 })
})

test('the chance of five processes without an offer names its rate, source and year', async (t) => {
  // (1 - 0.25)^5 = 243/1024 and (1 - 0.2)^5 = 1024/3125.
  t.match(basisOf('chance_alone'), {
    processesWithoutOffer: 5,
    baseRateLow: 0.2,
    baseRateHigh: 0.25,
    source: 'Jobvite',
    year: 2017,
  })
  const { probabilityLow, probabilityHigh } = basisOf('chance_alone') as Record<string, number>
  t.strictSame([probabilityLow, probabilityHigh], [0.2373, 0.3277])
})

test('a cause that the employer stated is read as stated', async (t) => {
  const stated = given('budget_cut', 'stated_by_employer')
  const changes = { reasons: [stated] }
  t.strictSame(codesOf(changes).slice(0, 2), ['interview_was_a_win', 'was_not_about_you'])
  t.strictSame(basisOf('was_not_about_you', changes), {
    evidence: 'stated_by_employer',
    fit: false,
    whole: true,
  })
  const mixed = { reasons: [stated, given('knowledge_gap', 'inferred')] }
  t.strictSame(basisOf('was_not_about_you', mixed), {
    evidence: 'stated_by_employer',
    fit: false,
    whole: false,
  })
})

test('a cause in the news and a matter of fit are called what they are', async (t) => {
  const news = { reasons: [given('hiring_freeze', 'public_information')] }
  t.match(basisOf('was_not_about_you', news), { evidence: 'public_information', fit: false })
  const fit = { reasons: [given('timing_mismatch', 'stated_by_employer')] }
  t.match(basisOf('was_not_about_you', fit), { fit: true })
})

test('what the candidate infers stays a possibility', async (t) => {
  const signs = { reasons: [given('internal_candidate', 'inferred')] }
  t.strictSame(basisOf('may_not_be_about_you', signs), { kind: 'rejected', named: 'signs' })
})

test('even where a lesson is named, that it may not be about the candidate comes first', async (t) => {
  const lesson = { reasons: [given('knowledge_gap', 'stated_by_employer')] }
  t.strictSame(codesOf(lesson).slice(1), [
    'may_not_be_about_you',
    'chance_alone',
    'learning_noted',
    'what_next',
  ])
  const named = { namedBy: 'employer', reasons: 1 }
  t.strictSame(basisOf('may_not_be_about_you', lesson), { kind: 'rejected', named: 'lesson', ...named })
  t.strictSame(basisOf('learning_noted', lesson), named)
})

test('who named a lesson is told by the evidence of each', async (t) => {
  const lesson = (code: 'knowledge_gap' | 'examples_missing', evidence: 'stated_by_employer' | 'inferred') =>
    given(code, evidence)
  const own = { reasons: [lesson('knowledge_gap', 'inferred')] }
  t.match(basisOf('may_not_be_about_you', own), { namedBy: 'you', reasons: 1 })
  const mixed = { reasons: [...own.reasons, lesson('examples_missing', 'stated_by_employer')] }
  t.match(basisOf('may_not_be_about_you', mixed), { namedBy: 'both', reasons: 2 })
})

test('that they chose someone else is read as such, with whose words it is', async (t) => {
  const chosen = (evidence: 'stated_by_employer' | 'inferred') => ({
    reasons: [given('another_candidate_preferred', evidence)],
  })
  const basis = { kind: 'rejected', named: 'comparison', reasons: 1 }
  t.strictSame(basisOf('may_not_be_about_you', chosen('stated_by_employer')), {
    ...basis,
    namedBy: 'employer',
  })
  t.strictSame(basisOf('may_not_be_about_you', chosen('inferred')), { ...basis, namedBy: 'you' })
})

test('chance is not spoken of where so long a run is rare', async (t) => {
  // 0.8^7 = 0.2097152 and 0.8^8 = 0.16777216: one person in five lies between.
  t.ok(codesOf({ processesWithoutOffer: 7 }).includes('chance_alone'))
  t.notOk(codesOf({ processesWithoutOffer: 8 }).includes('chance_alone'))
})

test('chance is not spoken of once an offer is on record, nor of what was not about the candidate', async (t) => {
  t.notOk(codesOf({ offerOnRecord: true }).includes('chance_alone'))
  const outside = { reasons: [given('budget_cut', 'inferred')] }
  t.notOk(codesOf(outside).includes('chance_alone'))
})

test('that they want to stay in touch is said before what is next, except after taking the job', async (t) => {
  const open = { doorOpen: true, feedback: true }
  t.strictSame(codesOf(open).slice(-2), ['door_open', 'what_next'])
  t.strictSame(basisOf('door_open', open), open)
  t.strictSame(codesOf({ ...open, kind: 'withdrawn' }).slice(-2), ['door_open', 'what_next'])
  t.strictSame(codesOf({ ...open, kind: 'offer_declined' }).slice(-2), ['door_open', 'what_next'])
  t.notOk(codesOf({ ...open, kind: 'offer_accepted' }).includes('door_open'))
  t.notOk(codesOf({ doorOpen: false, feedback: true }).includes('door_open'))
})

test('a no after an offer begins with the offer', async (t) => {
  const offered = { offered: true, offerOnRecord: true }
  t.strictSame(codesOf(offered), ['offer_win', 'may_not_be_about_you', 'learning_open', 'what_next'])
  t.strictSame(basisOf('offer_win', offered), { kind: 'rejected', interviews: 2 })
  t.equal(codesOf({ ...offered, ...noInterview, applicationRate })[0], 'offer_win')
  t.notOk(codesOf({ ...offered, ...noInterview, applicationRate }).includes('interviews_are_rare'))
})

test('nothing to learn is asked about where a wish closed or the employer said why', async (t) => {
  t.notOk(codesOf({ ...noInterview, kind: 'role_closed', sent: false }).includes('learning_open'))
  t.ok(codesOf({ ...noInterview, kind: 'role_closed' }).includes('learning_open'))
  const freeze = (evidence: 'stated_by_employer' | 'inferred') => ({
    reasons: [given('hiring_freeze', evidence)],
  })
  t.notOk(codesOf(freeze('stated_by_employer')).includes('learning_open'))
  t.ok(codesOf(freeze('inferred')).includes('learning_open'))
  t.ok(codesOf({ ...freeze('stated_by_employer'), anythingToLearn: true }).includes('learning_noted'))
})

test('a stated cause stays the whole of it beside reasons that cannot be why', async (t) => {
  const stated = given('budget_cut', 'stated_by_employer')
  const beside = (code: 'no_reason_given' | 'personal_reasons' | 'another_candidate_preferred') => ({
    reasons: [stated, given(code, 'unknown')],
  })
  t.match(basisOf('was_not_about_you', beside('no_reason_given')), { whole: true })
  t.match(basisOf('was_not_about_you', beside('personal_reasons')), { whole: true })
  t.match(basisOf('was_not_about_you', beside('another_candidate_preferred')), { whole: false })
})

test('whether something to learn was noted is said either way', async (t) => {
  t.ok(codesOf({ anythingToLearn: true }).includes('learning_noted'))
  t.ok(codesOf({ anythingToLearn: false }).includes('learning_none_noted'))
  t.ok(codesOf({ anythingToLearn: null }).includes('learning_open'))
})

test('silence names no lesson that the candidate reads into it as the cause', async (t) => {
  const silence = { kind: 'no_response', reasons: [given('knowledge_gap', 'inferred')] } as const
  t.strictSame(basisOf('may_not_be_about_you', silence), {
    kind: 'no_response',
    named: 'nothing',
    answered: true,
  })
  t.strictSame(basisOf('learning_open', { kind: 'no_response' }), { kind: 'no_response' })
})

test('a no without any interview names no interview win and no chance of a process', async (t) => {
  t.strictSame(codesOf(noInterview), [
    'ended_before_interview',
    'may_not_be_about_you',
    'learning_open',
    'what_next',
  ])
  t.strictSame(codesOf({ ...noInterview, applicationRate })[2], 'interviews_are_rare')
  t.notOk(codesOf({ ...noInterview, applicationRate, sent: false }).includes('interviews_are_rare'))
  t.strictSame(basisOf('what_next', noInterview), { action: 'look_ahead' })
})

test('an interview that was called off is a win, but no process', async (t) => {
  const calledOff = { interviewsObtained: 1, interviewsHeld: 0, roundReached: 0, processesWithoutOffer: 4 }
  t.strictSame(codesOf(calledOff), [
    'interview_was_a_win',
    'may_not_be_about_you',
    'learning_open',
    'what_next',
  ])
})

test('an offer is a win and gets the three questions', async (t) => {
  const accepted = { kind: 'offer_accepted' } as const
  t.strictSame(codesOf(accepted), ['offer_win', 'what_next'])
  t.strictSame(basisOf('what_next', accepted), { action: 'start_reflection', afterOffer: true })
  t.strictSame(codesOf({ ...accepted, reflected: true }), ['offer_win'])
  t.strictSame(codesOf({ kind: 'offer_declined' }), ['offer_win', 'decision_respected', 'what_next'])
})

test('an offer that was taken back stays a win, and is read like a no', async (t) => {
  t.strictSame(codesOf({ kind: 'offer_rescinded' }), [
    'offer_win',
    'may_not_be_about_you',
    'learning_open',
    'what_next',
  ])
})

test('a withdrawal begins with what was won, is respected, and nothing is asked about why', async (t) => {
  const left = { kind: 'withdrawn' } as const
  t.strictSame(codesOf(left), ['interview_was_a_win', 'decision_respected', 'what_next'])
  t.strictSame(codesOf({ ...left, ...noInterview }), ['decision_respected', 'what_next'])
  t.strictSame(codesOf({ ...left, offered: true }), ['offer_win', 'decision_respected', 'what_next'])
})

test('the next step is the reflection, then a plan, then the interview, then a look ahead', async (t) => {
  const all = { openReflectionId: 'r1', openPlans: 2, nextInterview: soon }
  t.strictSame(basisOf('what_next', all), { action: 'finish_reflection', reflectionId: 'r1' })
  t.strictSame(basisOf('what_next', { ...all, openReflectionId: null }), {
    action: 'start_reflection',
    afterOffer: false,
  })
  const reflected = { ...all, openReflectionId: null, reflected: true }
  t.strictSame(basisOf('what_next', reflected), {
    action: 'try_plan',
    plans: 2,
    interviewId: 'i9',
    startsAt: soon.startsAt,
  })
  t.strictSame(basisOf('what_next', { ...reflected, openPlans: 0 }), {
    action: 'next_interview',
    interviewId: 'i9',
    startsAt: soon.startsAt,
  })
  t.strictSame(basisOf('what_next', { reflected: true }), { action: 'look_ahead' })
})

test('what was not about the candidate puts plans before the three questions', async (t) => {
  const outside = { reasons: [given('budget_cut', 'stated_by_employer')] }
  t.match(basisOf('what_next', { ...outside, openPlans: 1 }), { action: 'try_plan', interviewId: null })
  t.match(basisOf('what_next', outside), { action: 'start_reflection' })
})

const anyFacts = fc
  .record({
    kind: kinds,
    reasons: reasonLists,
    anythingToLearn: fc.constantFrom(true, false, null),
    doorOpen: fc.constantFrom(true, false, null),
    feedback: fc.boolean(),
    offered: fc.boolean(),
    offerOnRecord: fc.boolean(),
    sent: fc.boolean(),
    answered: fc.boolean(),
    interviewsObtained: fc.nat(4),
    interviewsHeld: fc.nat(4),
    roundReached: fc.nat(4),
    processesWithoutOffer: fc.nat(40),
    applicationRate: fc.constantFrom(null, applicationRate),
    openReflectionId: fc.constantFrom(null, 'r1'),
    reflected: fc.boolean(),
    openPlans: fc.nat(3),
    nextInterview: fc.constantFrom(null, soon),
  })
  .map(facts)

test('every reading keeps to the voice, names a code once, and always begins with what is not about learning', async () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const spoken = sayAll('en', readingOf(any))
      const codes = spoken.map(({ code }) => code)
      const learning = codes.findIndex((code) => code.startsWith('learning'))
      const outside = codes.findIndex(
        (code) => code.endsWith('not_about_you') || code === 'may_not_be_about_you',
      )
      return (
        spoken.every(({ text }) => faultsOf(text).length === 0) &&
        new Set(codes).size === codes.length &&
        (learning === -1 || (outside !== -1 && outside < learning))
      )
    }),
  )
})

test('a win is named only where the record holds an interview or an offer', async () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const codes = readingOf(any).map(({ code }) => code)
      const offered = any.offered || any.kind.startsWith('offer_')
      return (
        codes.includes('offer_win') === offered &&
        (!codes.includes('interview_was_a_win') || any.interviewsObtained > 0)
      )
    }),
  )
})
