import fc from 'fast-check'
import { test } from 'tap'
import { chooseAmong, languageOf } from '../../src/language/languages.ts'

const OFFERED = ['en', 'de', 'fr'] as const

const cases = {
  'a language by name': ['de', 'de'],
  'a regional form of it': ['de-AT', 'de'],
  'upper and lower case alike': ['DE-at', 'de'],
  'the highest quality': ['de;q=0.5, fr;q=0.9', 'fr'],
  'the first of equal qualities': ['fr, de', 'fr'],
  'quality 1 where none is given': ['de;q=0.9, fr', 'fr'],
  'never one with quality 0': ['de;q=0, fr;q=0.1', 'fr'],
  'English where the one language named is ruled out': ['de;q=0', 'en'],
  'the first offered where everything is welcome': ['*', 'en'],
  'what is not ruled out where everything else is welcome': ['*, en;q=0', 'de'],
  'a named language before the wildcard': ['*;q=0.5, fr', 'fr'],
  'English for an unknown language': ['pt-BR', 'en'],
  'English although it is ruled out, where nothing else fits': ['en;q=0', 'en'],
  'English for a prefix that is another language': ['den', 'en'],
  'what can be read, next to what cannot': ['de;q=5, ;;, fr;q=0.1', 'fr'],
  'spaces where the grammar has them': [' de ; q=0.2 ,fr ;q=0.3', 'fr'],
} as const

for (const [name, [header, expected]] of Object.entries(cases)) {
  test(`chooses ${name}`, async (t) => {
    t.equal(chooseAmong(OFFERED, header), expected)
  })
}

test('answers in English without a header, and with an empty one', async (t) => {
  t.equal(languageOf(undefined), 'en')
  t.equal(languageOf(''), 'en')
  t.equal(languageOf('de-DE,de;q=0.9'), 'en')
})

test('takes any header without stumbling', async () => {
  fc.assert(fc.property(fc.string(), (header) => OFFERED.includes(chooseAmong(OFFERED, header))))
})

test('reads a very long header quickly', async (t) => {
  t.equal(chooseAmong(OFFERED, `${'a-'.repeat(8_000)};q=,`.repeat(4)), 'en')
  t.equal(chooseAmong(OFFERED, `x${' '.repeat(60_000)}`), 'en')
})
