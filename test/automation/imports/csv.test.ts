import { test } from 'tap'
import { type CsvFailure, type CsvTable, readCsv } from '../../../src/platform/csv.ts'

const table = async (text: string): Promise<CsvTable | null> => {
  const result = await readCsv(text)
  return result.ok ? result.table : null
}

const failure = async (text: string): Promise<CsvFailure | null> => {
  const result = await readCsv(text)
  return result.ok ? null : result.failure
}

test('a byte order mark, CRLF and quoted line breaks are read, and rows count as a spreadsheet shows them', async (t) => {
  const read = await table('\uFEFFCompany,Notes\r\n\r\nNorthwind,"two\r\nlines"\r\n,\r\nContoso,x\r\n')
  t.same(read?.headings, ['Company', 'Notes'])
  t.same(read?.rows, [
    { rowNumber: 3, cells: ['Northwind', 'two\r\nlines'] },
    { rowNumber: 5, cells: ['Contoso', 'x'] },
  ])
})

test('the headings tell the delimiter, though commas fill the notes', async (t) => {
  t.equal((await table('Firma;Stelle;Notiz\nA;B;eins, zwei, drei, vier, fünf'))?.delimiter, ';')
  t.equal((await table('Company\tRole\nA, Inc\tB'))?.delimiter, '\t')
  t.equal((await table('Company\nA;B'))?.delimiter, ';')
  t.same((await table('sep=;\nA;B\n1,5;2'))?.rows, [{ rowNumber: 3, cells: ['1,5', '2'] }])
})

test('equal and empty headings are kept apart and ragged rows lose nothing', async (t) => {
  const read = await table('Notes, Notes ,,Role\na,b\nc,d,e,f,g')
  t.same(read?.headings, ['Notes', 'Notes (2)', 'Column C', 'Role', 'Column E'])
  t.same(read?.rows.at(-1)?.cells, ['c', 'd', 'e', 'f', 'g'])
})

test('a heading named like a numbered one stays its own', async (t) => {
  t.same((await table('Notes,Notes (2),Notes\n1,2,3'))?.headings, ['Notes', 'Notes (2)', 'Notes (3)'])
})

test('a title above the headings is set apart', async (t) => {
  const read = await table('My search,,\n\nCompany,Role,Status\nA,B,Applied')
  t.equal(read?.headingRow, 3)
  t.same(read?.preamble, [{ rowNumber: 1, cells: ['My search', '', ''] }])
  t.same(read?.rows, [{ rowNumber: 4, cells: ['A', 'B', 'Applied'] }])
})

test('empty rows count towards no limit, and rows keep their numbers between them', async (t) => {
  const empty = ' ,\n'.repeat(25_000)
  t.same((await table(`a,b\n1,2\n${empty}3,4\n${empty}`))?.rows, [
    { rowNumber: 2, cells: ['1', '2'] },
    { rowNumber: 25_003, cells: ['3', '4'] },
  ])
  const full = '1,2\n'.repeat(20_000)
  t.equal((await table(`a,b\n${full}${empty}`))?.rows.length, 20_000)
  t.match(await failure(`a,b\n${full}${empty}3,4\n`), { code: 'too_many_rows' })
})

test('stray quotes stand as written', async (t) => {
  t.same((await table('a,b\n24" screen,say "yes" now'))?.rows[0]?.cells, ['24" screen', 'say "yes" now'])
})

test('a quote that is never closed is a failure with the line where its row begins', async (t) => {
  t.match(await failure('a,b\n1,"x\ny"\n"open,3\n4,5\n6,7'), { code: 'quote_not_closed', line: 4 })
})

test('what is no text is refused, what holds a stray control character is not', async (t) => {
  t.match(await failure('PK\u0003\u0004\u0014\u0000'), { code: 'not_text' })
  t.match(await failure([...'Company,Role\n1,2\n'].join('\u0000')), { code: 'not_text' })
  t.same((await table('a,b\nx\u0000y,2'))?.rows[0]?.cells, ['x\u0000y', '2'])
})

test('an empty file is a failure, a file of headings alone is a table without rows', async (t) => {
  t.match(await failure(''), { code: 'empty', line: null })
  t.match(await failure('\n , \n'), { code: 'empty' })
  t.same((await table('Company,Role'))?.rows, [])
})

test('a row of thousands of columns is refused by its number', async (t) => {
  t.match(await failure(`a,b\n1,2\n${','.repeat(5000)}x`), { code: 'too_many_columns', line: 3 })
})
