import { text as whole } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { test } from 'tap'
import { readCsv } from '../../src/platform/csv.ts'
import { writeCsv } from '../../src/platform/csv-writing.ts'

const HEADINGS = ['One', 'Two', 'Three']

async function* inPages(pages: string[][][]) {
  yield* pages
}

const write = (...pages: string[][][]) => whole(writeCsv(HEADINGS, inPages(pages)))

/** What a spreadsheet would see, which knows nothing of marks. */
const plainly = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true })

test('a table that is written', async (t) => {
  await t.test('has a byte order mark, its headings, and line ends as RFC 4180 has them', async (t) => {
    t.equal(await write([['a', 'b', 'c']], [['d', 'é', '']]), '\uFEFFOne,Two,Three\r\na,b,c\r\nd,é,\r\n')
    t.equal(await write(), '\uFEFFOne,Two,Three\r\n', 'even when it is empty')
  })

  for (const [name, start] of Object.entries({
    equals: '=',
    plus: '+',
    minus: '-',
    at: '@',
    tab: '\t',
    'carriage return': '\r',
    'wide equals': '＝',
    'wide plus': '＋',
    'wide minus': '－',
    'wide at': '＠',
  }))
    await t.test(`holds no formula that begins with ${name}, and gives it back as it was`, async (t) => {
      const cell = `${start}1+1|cmd`
      const text = await write([[cell, `'${cell}`, `''${cell}`]])
      t.strictSame(plainly(text)[1], [`'${cell}`, `''${cell}`, `'''${cell}`])
      const read = await readCsv(text)
      t.strictSame(read.ok && read.table.rows[0]?.cells, [cell, `'${cell}`, `''${cell}`])
    })

  await t.test('is read back as it was, whatever it holds, and holds no formula', async (t) => {
    const odd = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      "'",
      '"',
      ',',
      '\n',
      '\r\n',
      ';',
      'a',
      '',
      ' ',
    )
    const cell = fc.oneof(
      fc.array(odd, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    )
    const row = fc.tuple(fc.constant('x'), cell, cell)
    const property = fc.asyncProperty(
      fc.array(fc.array(row, { maxLength: 4 }), { maxLength: 4 }),
      async (pages) => {
        const text = await write(...pages)
        const rows = pages.flat()
        const seen = plainly(text).slice(1)
        t.equal(seen.length, rows.length)
        t.ok(seen.flat().every((each) => !/^[=+\-@\t\r]/.test(each)))
        const read = await readCsv(text)
        if (!read.ok) throw new Error(read.failure.detail)
        t.strictSame(
          read.table.rows.map(({ cells }) => cells),
          rows,
        )
      },
    )
    await fc.assert(property, { numRuns: 300 })
  })
})
