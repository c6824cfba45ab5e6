import { test } from 'tap'
import type { Statement, TextCode } from '../../src/language/figures.ts'
import { LANGUAGES } from '../../src/language/languages.ts'
import { reasonGroupText, reasonText, say, sayAll } from '../../src/language/say.ts'
import { reasonsEnglish } from '../../src/language/texts/reasons-en.ts'
import { SAMPLES } from './samples.ts'
import { faultsOf, gradeOf, wrongPlurals } from './voice.ts'

const spokenSamples = <Code extends TextCode>(code: Code): string[] =>
  LANGUAGES.flatMap((language) => SAMPLES[code].map((figures) => say(language, code, figures)))

for (const code of Object.keys(SAMPLES) as TextCode[]) {
  test(`${code} keeps to the voice of the service`, async (t) => {
    for (const text of new Set(spokenSamples(code))) t.strictSame(faultsOf(text), [], text)
  })

  test(`${code} has its plurals right`, async (t) => {
    for (const text of new Set(spokenSamples(code))) t.strictSame(wrongPlurals(text), [], text)
  })
}

test('every reason and every group has a short title and a plain description', async (t) => {
  for (const { title, description } of [
    ...Object.values(reasonsEnglish.groups),
    ...Object.values(reasonsEnglish.reasons),
  ]) {
    t.ok(title.split(' ').length <= 6, title)
    t.notMatch(title, /[.!?]|\bjust\b|\bfail|\breject/i)
    t.strictSame(faultsOf(description), [], description)
  }
})

test('no two reasons are told in the same words', async (t) => {
  const texts = Object.values(reasonsEnglish.reasons).flatMap(({ title, description }) => [
    title,
    description,
  ])
  t.equal(new Set(texts).size, texts.length)
})

test('reasons and groups are found by their codes', async (t) => {
  t.equal(reasonText('en', 'budget_cut').title, 'Money ran out')
  t.equal(reasonGroupText('en', 'own_choice').title, 'Your own choice')
})

test('the chance names the rate it takes, its source and its year, and calls it directional', async (t) => {
  const text = say('en', 'chance_alone', {
    processesWithoutOffer: 5,
    probabilityLow: 0.2373,
    probabilityHigh: 0.3277,
    baseRateLow: 0.2,
    baseRateHigh: 0.25,
    source: 'Jobvite',
    year: 2017,
  })
  for (const part of [
    '24 to 33 in 100',
    '5 processes',
    '20 to 25 in 100',
    'Jobvite',
    '2017',
    'directional',
  ]) {
    t.match(text, part)
  }
})

test('a source that an operator names does not change how a sentence is built', async (t) => {
  const rate = { baseRateLow: 0.2, baseRateHigh: 0.2, source: 'Own records', year: 2025 }
  t.match(say('en', 'interviews_are_rare', rate), 'about 20 in 100')
})

test('silence is never said to be about a skill', async (t) => {
  t.match(say('en', 'learning_open', { kind: 'no_response' }), /does not mean that you lacked a skill/)
})

test('statements keep their order, codes and figures when they are put into words', async (t) => {
  const statements: Statement[] = [
    { code: 'interview_was_a_win', basis: { interviews: 2, round: 2 } },
    { code: 'learning_open', basis: { kind: 'rejected' } },
  ]
  const spoken = sayAll('en', statements)
  t.strictSame(
    spoken.map(({ code, basis }) => ({ code, basis })),
    statements,
  )
  t.match(spoken[0]?.text, 'You got 2 interviews here and made it to round 2.')
})

test('the rules of the voice catch what they are there for', async (t) => {
  t.match(faultsOf('Great!'), ['no whole sentence: Great!', '!', 'Great'])
  t.match(faultsOf('One. Two. Three.'), ['more than two sentences'])
  t.match(faultsOf('This is a significant result.'), ['significant'])
  t.match(faultsOf('You are a strong person.'), ['You are a'])
  t.ok(gradeOf('Organisational restructuring necessitated reconsideration of applications.') > 8)
  t.ok(gradeOf('The cat sat on the mat.') < 2)
  t.strictSame(wrongPlurals('1 interviews, 2 interview, no plan'), ['1 interviews', '2 interview', 'no plan'])
  t.strictSame(wrongPlurals('1 interview, 2 interviews, 1 process, no plans'), [])
})
