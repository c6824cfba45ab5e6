import fc from 'fast-check'
import { test } from 'tap'
import { OWN_CODE, ownCodeFor, REASON_CODES } from '../../../src/journal/reasons/rules.ts'
import { anyText } from '../../support/any-text.ts'

const codeFor = (title: string, ...taken: string[]) => ownCodeFor(title, new Set(taken))

test('the code of an own reason is its title in plain letters and digits', async (t) => {
  t.equal(codeFor('The site was sold'), 'own_the_site_was_sold')
  t.equal(codeFor('  Équipe déménagée, 2e fois!'), 'own_equipe_demenagee_2e_fois')
  t.equal(codeFor('İKEA Åre ﬁlial Ⅳ'), 'own_ikea_are_filial_iv')
  t.equal(codeFor('__a -- b__'), 'own_a_b')
})

test('a title without such letters makes a code all the same', async (t) => {
  for (const title of ['東京', '—', '🌱']) t.equal(codeFor(title), 'own_reason')
  t.equal(codeFor('東京', 'own_reason'), 'own_reason_2')
})

test('a code that is taken gets the next number that is free', async (t) => {
  t.equal(codeFor('Moved', 'own_moved'), 'own_moved_2')
  t.equal(codeFor('Moved', 'own_moved', 'own_moved_2', 'own_moved_4'), 'own_moved_3')
})

test('a long title is cut, and its number still has room', async (t) => {
  const long = codeFor('a'.repeat(100))
  t.equal(long, `own_${'a'.repeat(60)}`)
  t.equal(codeFor('a'.repeat(100), long), `own_${'a'.repeat(58)}_2`)
})

test('whatever the titles, codes are well-formed, and no two are alike', async () => {
  fc.assert(
    fc.property(fc.array(anyText(100), { maxLength: 20 }), (titles) => {
      const taken = new Set<string>()
      for (const title of [...titles, ...titles]) taken.add(ownCodeFor(title, taken))
      return taken.size === titles.length * 2 && [...taken].every((code) => OWN_CODE.test(code))
    }),
  )
})

test('no code of the catalogue looks like one of an own reason', async (t) => {
  t.strictSame(
    REASON_CODES.filter((code) => OWN_CODE.test(code)),
    [],
  )
})
