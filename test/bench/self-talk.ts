import { test } from 'tap'
import { analyse } from '../../src/language/self-talk/analysis.ts'
import { median } from '../support/median.ts'

// What a text of twice the length costs: about twice as much, however hostile it is.
const PIECES = [
  'i am so ',
  'not ',
  '"a ',
  "'",
  'they think ',
  'i will never ',
  'should have ',
  'die ',
  'aaaa',
  ', ',
  'I am bad. ',
  '- ',
  'i want to ',
  'feel so i ',
  'only because ',
]
const ROUNDS = 5

const timed = (text: string) => {
  const start = performance.now()
  analyse(text)
  return performance.now() - start
}
test('100 kB of a hostile text beside 50 kB', (t) => {
  for (const piece of PIECES) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const pairs = Array.from({ length: ROUNDS }, () => [
      timed(text.slice(0, 50_000)),
      timed(text.slice(0, 100_000)),
    ])
    const [half, whole] = [0, 1].map((at) => median(pairs.map((pair) => pair[at] ?? 0)))
    process.stderr.write(
      `${JSON.stringify(piece)}: ${half?.toFixed(0)} ms, ${whole?.toFixed(0)} ms; ratio ${((whole ?? 0) / (half || 1)).toFixed(2)}\n`,
    )
  }
  t.end()
})
