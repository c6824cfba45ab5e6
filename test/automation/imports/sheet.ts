import assert from 'node:assert'
import { detectFormat } from '../../../src/automation/imports/rules/formats.ts'
import { readRows } from '../../../src/automation/imports/rules/read-rows.ts'
import type { RowReading } from '../../../src/automation/imports/rules/readings.ts'
import type { ReadOptions, TableReading } from '../../../src/automation/imports/rules/types.ts'
import { readCsv } from '../../../src/platform/csv.ts'
import type { Body, Client } from '../../support/client.ts'

export const TODAY = '2026-03-02'

/** Reads a sheet as the import does, from its text. */
export const readSheet = async (text: string, options: Partial<ReadOptions> = {}): Promise<TableReading> => {
  const csv = await readCsv(text)
  assert(csv.ok, 'the sheet is read')
  return readRows(csv.table, { format: detectFormat(csv.table.headings), today: TODAY, ...options })
}

export const onlyRow = async (text: string, options: Partial<ReadOptions> = {}): Promise<RowReading> => {
  const { rows } = await readSheet(text, options)
  const [row] = rows
  assert(row !== undefined && rows.length === 1, 'the sheet has one row')
  return row
}

export const codes = (row: RowReading): string[] =>
  row.remarks.map(({ heading, code }) => `${heading}: ${code}`)

/** Brings a sheet into a journal; answers with its import. */
export const sendSheet = async (client: Client, payload: string, query = ''): Promise<Body> =>
  (await client.send('POST', `/v1/imports${query}`, { payload, headers: { 'content-type': 'text/csv' } }))
    .body

type Answer = { rows: { status: string; remarks: { code: string }[] }[] }

/** What became of the rows of an import: of each its status, and the codes of its remarks. */
export const endsOf = ({ rows }: Answer): string[][] =>
  rows.map(({ status, remarks }) => [status, ...remarks.map(({ code }) => code)])
