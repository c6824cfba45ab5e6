import { join } from 'node:path'
import fc from 'fast-check'
import { test } from 'tap'
import { readOutcome } from '../../../src/language/outcome-reading/reading.ts'
import { readAll, scoresOf } from './scoring.ts'
import { readMails } from './sheets.ts'

const read = (name: string) => readAll(readMails(join(import.meta.dirname, `${name}.csv`)))

/** Sheets in the order in which they were written, each before what came of it was seen. */
const SHEETS = ['development', 'evaluation', 'second-evaluation', 'third-evaluation']

test('kinds and reasons are read as a person reads them', (t) => {
  for (const name of SHEETS) {
    const { kinds, reasons, notAboutYou } = scoresOf(read(name))
    t.ok(kinds.precision.value >= 0.9, `${name}: precision of kinds ${kinds.precision.value}`)
    t.ok(kinds.recall.value >= 0.85, `${name}: recall of kinds ${kinds.recall.value}`)
    t.ok(reasons.recall.value >= 0.85, `${name}: recall of reasons ${reasons.recall.value}`)
    t.ok(notAboutYou.precision.value >= 0.85, `${name}: precision ${notAboutYou.precision.value}`)
  }
  const all = scoresOf(SHEETS.flatMap(read))
  t.ok(all.notAboutYou.precision.value >= 0.95, `of all ${all.notAboutYou.precision.value}`)
  t.end()
})

test('a mail that names no reason gets none', (t) => {
  for (const { id, kind, foundReasons, reasons } of SHEETS.flatMap(read))
    if (kind !== null && reasons.length === 0) t.strictSame(foundReasons, [], id)
  t.end()
})

/** Pieces that mails are made of, and pieces that try what reads them. */
const PIECES = [
  'The position has been filled. ',
  'Due to a hiring freeze we cannot move forward. ',
  'We won\u2019t be moving\n> forward',
  '<p>the budget was&nbsp;cut</p>',
  '&#8217;',
  '<br>',
  'the role ',
  'not ',
  '"',
  '(Ref. 12',
  '😭',
  '\n-- \n',
  'On Monday Ada wrote:\n',
]

test('a span is the very place of the text it quotes', (t) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const { spans, reasons } = readOutcome(text)
      for (const span of [...spans, ...reasons.flatMap((reason) => reason.spans)])
        if (span.text === '' || text.slice(span.start, span.end) !== span.text) return false
      return true
    }),
  )
  t.end()
})
