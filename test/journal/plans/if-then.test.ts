import fc from 'fast-check'
import { test } from 'tap'
import { isIfThen } from '../../../src/journal/plans/rules.ts'

test('an if-then plan has two parts that say two things', async (t) => {
  const isPlan = (moment: string, act: string) => isIfThen({ if: moment, then: act })
  t.ok(isPlan('they ask why', 'I pause'))
  t.ok(isPlan('they ask about C', 'they ask about C++'), 'signs that tell words apart count')
  t.ok(isPlan('iffy things come up', 'fy things come up'), 'only whole words are taken off')
  t.ok(isPlan('理由を聞かれたら', '一呼吸おく'))
  t.notOk(isPlan('they ask why', 'THEY ASK WHY!'))
  t.notOk(isPlan('if they ask why', 'then they ask why'))
  t.notOk(isPlan('If', 'I pause'), 'a word that leads to nothing is no moment')
  for (const signs of ['?', '=>', '+']) t.notOk(isPlan(signs, 'I pause'), 'signs alone are no moment')
})

test('no copy passes, whatever leads it, and however it is cased and spaced', async (t) => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 6 })
  const gap = fc.constantFrom(' ', '  ', '\n', ', ', ' - ')
  fc.assert(
    fc.property(words, gap, gap, fc.boolean(), (said, one, other, loud) => {
      const copy = `Then${other}${said.join(other)}.`
      return !isIfThen({ if: `If ${said.join(one)}`, then: loud ? copy.toUpperCase() : copy })
    }),
  )
  t.pass('for whatever words')
})
