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

test('the chance names the rate it takes, its source and its year, and calls it a rough figure', async (t) => {
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
    '5 applications',
    '20 to 25 in 100',
    'Jobvite',
    '2017',
    'a rough figure',
  ]) {
    t.match(text, part)
  }
})

test('a source that an operator names does not change how a sentence is built', async (t) => {
  const rate = { baseRateLow: 0.2, baseRateHigh: 0.2, source: 'Own records', year: 2025 }
  t.match(say('en', 'interviews_are_rare', rate), 'about 20 in 100')
})

test('no text speaks to lay readers of processes or of what is directional', async (t) => {
  for (const code of Object.keys(SAMPLES) as TextCode[]) {
    for (const text of spokenSamples(code)) t.notMatch(text, /process|directional/i)
  }
})

test('a group of none is not named, and nothing is told by what it is not', async (t) => {
  const known = { notAboutYou: 0, somethingToLearn: 0, both: 0 }
  const noGuess = { comparison: 0, inferred: 0, comparisonInferred: 0 }
  const one = say('en', 'causes', { ended: 1, ...known, ...noGuess, inferredInPart: 0, unknown: 1 })
  t.equal(one, '1 application with an interview closed with no job. It has no known cause.')
  const zeros = { won: 0, ownChoice: 0, notKnown: 0, ...noGuess }
  const tallies = say('en', 'tallies', { ...zeros, closed: 3, learned: 1, notAboutYou: 2 })
  t.equal(tallies, 'You have 3 closed applications. 1 was a lesson and 2 were not about you.')
  for (const code of ['causes', 'tallies'] as const) {
    for (const text of spokenSamples(code)) t.notMatch(text, /none|no applications|\b0\b/i)
  }
})

test('the three tallies stand together, won first, and the guesses at them right behind', async (t) => {
  const figures = { closed: 10, won: 1, learned: 2, notAboutYou: 3, ownChoice: 1 }
  t.equal(
    say('en', 'tallies', { ...figures, notKnown: 3, comparison: 1, inferred: 3, comparisonInferred: 1 }),
    'You have 10 closed applications: 1 was won, 2 were lessons and 3 were not about you. ' +
      '2 of these are your guess, 1 was your own choice, 1 went to someone else (guessed) and 2 have no known cause.',
  )
  t.equal(
    say('en', 'tallies', {
      ...{ ...figures, closed: 6, ownChoice: 0, notKnown: 0 },
      ...{ comparison: 0, inferred: 1, comparisonInferred: 0 },
    }),
    'You have 6 closed applications: 1 was won, 2 were lessons and 3 were not about you. ' +
      '1 of these is your guess.',
  )
})

test('what the employer named is not put into the mouth of the account owner', async (t) => {
  const lesson = { kind: 'rejected', named: 'lesson', reasons: 2 } as const
  t.match(
    say('en', 'may_not_be_about_you', { ...lesson, namedBy: 'employer' }),
    /lessons that the employer named/,
  )
  t.match(say('en', 'may_not_be_about_you', { ...lesson, namedBy: 'you' }), /lessons that you named/)
  t.match(
    say('en', 'learning_noted', { reasons: 1, namedBy: 'employer' }),
    'The employer named 1 thing to learn here. It can turn into a plan for next time.',
  )
})

test('what holds of all of them is told of it, of both, or of all', async (t) => {
  const none = {
    won: 0,
    learned: 0,
    notAboutYou: 0,
    ownChoice: 0,
    comparison: 0,
    inferred: 0,
    comparisonInferred: 0,
  }
  const unknown = (closed: number) => say('en', 'tallies', { ...none, closed, notKnown: closed })
  t.match(unknown(1), 'It has no known cause.')
  t.match(unknown(2), 'Both have no known cause.')
  t.match(unknown(3), 'All 3 have no known cause.')
  const lessons = { ...none, closed: 2, learned: 2, notKnown: 0, inferred: 2 }
  t.match(say('en', 'tallies', lessons), 'both were lessons. Both are your guess.')
})

test('a day is told as people say it', async (t) => {
  t.match(say('en', 'answer_offer', { days: 5 }), 'They want to hear from you within 5 days.')
  t.match(say('en', 'answer_offer', { days: 1 }), 'They want to hear from you by tomorrow.')
  t.equal(say('en', 'follow_up', { days: 1 }), 'You set this step for yesterday.')
  t.equal(say('en', 'follow_up', { days: 4 }), 'The day that you set for this step was 4 days ago.')
})

test('several lessons turn into several plans', async (t) => {
  t.equal(
    say('en', 'learning_noted', { reasons: 3, namedBy: 'you' }),
    'You noted 3 things to learn here. They can turn into plans for next time.',
  )
})

test('an employer who said that they chose someone else is not called silent', async (t) => {
  const comparison = { kind: 'rejected', named: 'comparison', reasons: 1 } as const
  const stated = say('en', 'may_not_be_about_you', { ...comparison, namedBy: 'employer' })
  t.match(stated, /The employer said that they chose someone else/)
  t.notMatch(stated, /few firms say so/)
})

test('an empty journal is called empty, and one without sent applications is not', async (t) => {
  t.match(
    say('en', 'works_no_interview_yet', { applications: 0, recorded: 0 }),
    'Your journal is still empty.',
  )
  t.notMatch(say('en', 'works_no_interview_yet', { applications: 0, recorded: 2 }), /empty/)
})

test('where no case led on, where it stalls is told without a zero', async (t) => {
  t.notMatch(say('en', 'stalls_at_round', { round: 2, advanced: 0, decided: 20, reached: 21 }), /0/)
})

test('only the look back on an interview speaks of having been there', async (t) => {
  t.match(say('en', 'prompt_went_well', { subject: 'interview' }), /that you came/)
  for (const subject of ['application', 'period'] as const) {
    t.notMatch(say('en', 'prompt_went_well', { subject }), /you came|answer|talk/)
  }
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
