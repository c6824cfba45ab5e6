import fc from 'fast-check'
import { test } from 'tap'
import { FORMATS } from '../../../src/automation/imports/rules/formats.ts'
import { readRows } from '../../../src/automation/imports/rules/read-rows.ts'
import type { RowReading } from '../../../src/automation/imports/rules/readings.ts'
import { readState } from '../../../src/automation/imports/rules/states.ts'
import { clean, fold, readAnswer } from '../../../src/automation/imports/rules/text.ts'
import {
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  type ImportFormat,
} from '../../../src/automation/imports/rules/types.ts'
import { readCsv } from '../../../src/platform/csv.ts'
import { anyText } from '../../support/any-text.ts'
import { cell, HEADINGS, lost, SAYS, standsApart, strings } from './cells.ts'
import { TODAY } from './sheet.ts'

const row = fc.array(cell, { minLength: HEADINGS.length, maxLength: HEADINGS.length })

test('every filled cell of a row becomes a member or stands in the notes under its heading', async (t) => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (cells) => {
      const table = {
        headings: HEADINGS,
        rows: cells.map((one, index) => ({ rowNumber: index + 2, cells: one })),
      }
      const { rows } = readRows(table, { format: 'generic', today: TODAY })
      const missing = rows.flatMap((read, index) => lost(read, cells[index] ?? []))
      if (missing.length > 0) throw new Error(`lost: ${JSON.stringify(missing)}`)
    }),
    { numRuns: 1500 },
  )
  t.pass('nothing was lost')
})

test('nothing is lost either under any mapping that a client may send', async (t) => {
  const mapping = fc.array(fc.constantFrom(...IMPORT_FIELDS), { minLength: 27, maxLength: 27 })
  fc.assert(
    fc.property(row, mapping, (cells, fields) => {
      const table = { headings: HEADINGS, rows: [{ rowNumber: 2, cells }] }
      const stated = Object.fromEntries(HEADINGS.map((heading, index) => [heading, fields[index] ?? 'other']))
      const [read] = readRows(table, { format: 'generic', today: TODAY, mapping: stated }).rows
      if (read === undefined) throw new Error('no row')
      const free = Object.keys(SAYS)
      const members = `${read.application.roleTitle}\n${read.application.notes}\n${strings(read.application).join('\n')}`
      const missing = cells.filter((raw, index) => {
        const { text } = clean(raw)
        if (standsApart(read, fields[index] ?? '', text)) return false
        return !free.includes(text) && !members.includes(text) && !fold(members).includes(fold(text))
      })
      const told = missing.filter(
        (text) => readState(text)?.whole !== true && readAnswer(text) !== 'yes' && !/^\d{1,2}$/.test(text),
      )
      if (told.length > 0) throw new Error(`lost: ${JSON.stringify(told)}`)
    }),
    { numRuns: 1000 },
  )
  t.pass('nothing was lost')
})

/** The apostrophe before what a spreadsheet would compute. */
const GUARD = /^\s*'(?=\s*[=+@\-＝＋－＠])/u

/** What a cell of a format may become, besides what it may in any sheet. */
const saysIn = (
  format: ImportFormat,
  heading: string,
  text: string,
  { state, outcome }: RowReading,
): boolean => {
  if (FORMATS[format].isNothing?.(fold(heading), text)) return true
  if (format === 'jobsync' && heading === 'applied') return readAnswer(text) === 'no' && state === 'saved'
  return format === 'reactive_resume' && /^closed$/i.test(text) && outcome !== null
}

test('nothing is lost either in the columns of any format', async (t) => {
  for (const format of IMPORT_FORMATS) {
    const headings = [...Object.keys(FORMATS[format].fields), 'Colour']
    const cells = fc.array(cell, { minLength: headings.length, maxLength: headings.length })
    fc.assert(
      fc.property(cells, (written) => {
        const table = { headings, rows: [{ rowNumber: 2, cells: written }] }
        const texts = FORMATS[format].guarded ? written.map((text) => text.replace(GUARD, '')) : written
        const [read] = readRows(table, { format, today: TODAY }).rows
        if (read === undefined) throw new Error('no row')
        const missing = lost(read, texts, headings).filter((line) => {
          const at = headings.findIndex((heading) => line.startsWith(`${heading}: `))
          return !saysIn(format, headings[at] ?? '', clean(texts[at] ?? '').text, read)
        })
        if (missing.length > 0) throw new Error(`lost in ${format}: ${JSON.stringify(missing)}`)
      }),
      { numRuns: 400 },
    )
    t.pass(format)
  }
})

test('no text breaks the reader', async (t) => {
  await fc.assert(
    fc.asyncProperty(anyText(400), async (text) => {
      const csv = await readCsv(text)
      if (csv.ok) readRows(csv.table, { format: 'generic', today: TODAY })
    }),
  )
  t.pass('every text is read or refused')
})

test('a long cell is refused, whatever it repeats', async (t) => {
  const units = [
    '1/',
    '12/12/',
    'jan ',
    'no ',
    'interview ',
    'the ',
    'phone ',
    'position is was ',
    '90,',
    '$',
    '. ',
    'a',
    '(',
    'Applied (2026-01-02) → ',
    '2026-01-02: Interview\n',
  ]
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length))
    for (const format of ['generic', 'reactive_resume'] as const) {
      const headings = format === 'generic' ? HEADINGS : Object.keys(FORMATS[format].fields)
      const table = { headings, rows: [{ rowNumber: 2, cells: headings.map(() => text) }] }
      const { rows } = readRows(table, { format, today: TODAY })
      t.equal(rows[0]?.invalid?.code, 'too_long', unit)
    }
  }
})
