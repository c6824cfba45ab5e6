import { z } from 'zod'
import { EVIDENCE, REASON_CODES } from '../../journal/reasons/rules.ts'
import { anyOf, Flag, Id, ListQuery, pageOf, recordMembers } from '../../platform/schemas.ts'
import { IMPORT_STATUSES, ROW_STATUSES } from './rules/answers.ts'
import { FIELD_MEANINGS } from './rules/fields.ts'
import { FORMATS } from './rules/formats.ts'
import { type ColumnMapping, IMPORT_FIELDS, IMPORT_FORMATS, ROW_STATES } from './rules/types.ts'

const MOST_HEADING = 500

const isField = (field: unknown) => IMPORT_FIELDS.some((known) => known === field)

/** What is wrong with a mapping, in words that name the heading; undefined for a good one. */
const faultOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'Must be a JSON object from headings to fields'
  for (const [heading, field] of Object.entries(value)) {
    const shown = JSON.stringify(heading.slice(0, 100))
    if (heading.length > MOST_HEADING) return `The heading ${shown} is longer than ${MOST_HEADING} characters`
    if (!isField(field))
      return `${JSON.stringify(field).slice(0, 100)} for the heading ${shown} is no field; the fields are ${IMPORT_FIELDS.join(', ')}`
  }
  return undefined
}

const Mapping = z
  .string()
  .max(20_000)
  .transform((text, ctx): ColumnMapping => {
    const value = parsed(text)
    const message = faultOf(value)
    if (message === undefined) return value as ColumnMapping
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })
  .describe(
    [
      'What the columns mean: a JSON object from headings to fields, such as `{"Firma": "company"}`. Headings left out are guessed. An address and its headers hold 16 KiB in all; beyond that it is 431.',
      ['| field | what its cells hold |', '| --- | --- |', ...fieldRows()].join('\n'),
    ].join('\n\n'),
  )

function fieldRows(): string[] {
  return IMPORT_FIELDS.map((field) => `| \`${field}\` | ${FIELD_MEANINGS[field]} |`)
}

const FORMAT_MEANINGS = [
  'Where the file comes from. Recognised by its headings unless stated.',
  [
    '| format | what it is |',
    '| --- | --- |',
    ...IMPORT_FORMATS.map((format) => `| \`${format}\` | ${FORMATS[format].meaning} |`),
  ].join('\n'),
].join('\n\n')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const ImportQuery = z.strictObject({
  format: z.enum(IMPORT_FORMATS).optional().describe(FORMAT_MEANINGS),
  dryRun: Flag.optional().describe('`true`: answer what would become of each row, and keep nothing.'),
  mapping: Mapping.optional(),
  dateOrder: z
    .enum(['day_first', 'month_first'])
    .optional()
    .describe('How days are written where the column as a whole leaves it open.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code')
    .optional()
    .describe('ISO 4217, for amounts that state none.'),
})

export const CsvText = z
  .string()
  .max(10_485_760)
  .meta({
    description:
      'A table with a row of headings, in UTF-8 or Windows-1252, or in UTF-16 where a byte order mark or the `charset` of the `Content-Type` says so. A `charset` other than `utf-8`, `us-ascii`, `iso-8859-1`, `windows-1252`, `utf-16`, `utf-16le` and `utf-16be` is refused: `unsupported_media_type`.',
    examples: ['Company,Role,Applied,Status\nLindgren Optics,Process Engineer,2026-03-02,Rejected\n'],
  })

const Remark = z
  .object({
    heading: z
      .string()
      .nullable()
      .describe('The column that this is about; null when it is about the row as a whole.'),
    code: z.string().describe('More codes may come.'),
    value: z
      .string()
      .max(100)
      .nullish()
      .describe(
        'What it is about, as the cell has it, cut at 100 characters; for `same_as_row`, that row, and for `possible_duplicate`, the `id` of that application.',
      ),
    detail: z.string().describe('What was done, and what to do about it.'),
  })
  .meta({ id: 'ImportRemark', description: 'What could not be taken over as it stood, and where it is now.' })
const ProposedReason = z
  .object({
    code: z.enum(REASON_CODES).describe('From the catalogue.'),
    evidence: z.enum(EVIDENCE).describe('How it is known.'),
    basis: z.string().describe('The words of the row that it rests on.'),
  })
  .meta({
    id: 'ProposedReason',
    description: 'A reason that the row speaks of. It is proposed, never recorded.',
  })
const STATUS_MEANINGS = [
  '`added`: a new application.',
  '`updated`: the application is known and took over what moved on, or what the row knows beyond a record made by hand.',
  '`duplicate_skipped`: the same application was recorded by hand, and the row adds nothing to it.',
  '`noop`: the row was imported before, and changes nothing: it says the same, or you have changed that since.',
  '`invalid`: the row was not taken over; `invalid` says why.',
].join(' ')

const Row = z
  .object({
    rowNumber: z.int().min(1).describe('As a spreadsheet shows it.'),
    status: z.enum(ROW_STATUSES).describe(STATUS_MEANINGS),
    applicationId: Id.nullable().describe(
      'Where the row is now; null for an invalid one, and in a dry run for a new one.',
    ),
    state: z
      .enum(ROW_STATES)
      .describe(
        'How far it got or how it ended, as the row was understood; `saved` where no day of application could be read. What its owner recorded since may say otherwise. More may come.',
      ),
    proposedReasons: z.array(ProposedReason).describe('Why it may have ended, in the order of the row.'),
    remarks: z.array(Remark).describe('What to look at.'),
    invalid: z
      .object({
        heading: z.string().nullable().describe('The column that it lies in; null: the row as a whole.'),
        code: z
          .string()
          .describe(
            '`company_or_role_required`, `too_long`, `totals_row`, `application_removed` or `not_stored`. More may come.',
          ),
        detail: z.string().describe('The same in words.'),
      })
      .nullable()
      .describe('Why the row was not taken over.'),
  })
  .meta({ id: 'ImportRow', description: 'What became of one row of a table.' })

const RecordRow = z
  .object({
    pointer: z.string().describe('JSON Pointer to the record in the file.'),
    status: z
      .enum(['added', 'noop', 'invalid'])
      .describe('`noop`: it was imported before. `invalid`: it was not taken over; `invalid` says why.'),
    recordId: Id.nullable().describe(
      'What the record is called here; null where it has no id of its own, and where it is not here.',
    ),
    invalid: z
      .object({
        pointer: z.string().describe('JSON Pointer to what does not fit.'),
        code: z.string().describe('More codes may come.'),
        detail: z.string().describe('The same in words.'),
      })
      .nullable()
      .describe('Why the record was not taken over.'),
  })
  .meta({ id: 'ImportedRecord', description: 'What became of one record of a journal.' })
const EitherRow = z.union([Row, RecordRow])
const rows = z.array(EitherRow).describe('Rows of a table, or records of a journal.')

export const ImportRowQuery = ListQuery.extend({
  status: anyOf(ROW_STATUSES).describe('Only those that came to this end, or one of these.'),
})
export const ImportRowPage = pageOf('ImportRowPage', EitherRow)

const count = (meaning: string) => z.int().min(0).describe(meaning)
const Counts = z
  .object({
    rows: count('Rows beneath the headings, empty ones left out.'),
    done: count('Rows that are done; the other five add up to it.'),
    added: count('Rows that became a new application.'),
    updated: count('Rows that changed an application.'),
    duplicateSkipped: count('Rows whose application was recorded by hand, and that add nothing to it.'),
    noop: count('Rows that were imported before, and change nothing.'),
    invalid: count('Rows that were not taken over.'),
  })
  .meta({ id: 'ImportCounts', description: 'How many rows came to which end.' })

const summaryMembers = {
  format: z
    .enum([...IMPORT_FORMATS, 'afterview-journal'])
    .describe(
      'Where the file was taken to come from; `afterview-journal` is an export of this service. More may come.',
    ),
  counts: Counts,
  mapping: z.record(z.string(), z.string()).describe('What each column was taken for.'),
  dateOrder: z.record(z.string(), z.string()).describe('How the days of each column were read.'),
  problems: z
    .array(
      z.object({
        code: z.string().describe('`column_kept_in_notes` or `date_order_ambiguous`. More may come.'),
        heading: z.string().nullable().describe('The column; null: the table as a whole.'),
        detail: z.string().describe('The same in words.'),
      }),
    )
    .describe('What was noticed about the table as a whole. None of it stops an import.'),
}

const status = z
  .enum(IMPORT_STATUSES)
  .describe(
    '`running`: read it again later, `counts` tell how far it is. `failed`: what is done stays; import the file again to go on.',
  )

export const Import = z.object({ ...recordMembers, status, ...summaryMembers, rows }).meta({
  id: 'Import',
  description: 'A file that was, or is being, brought in, with what became of each row.',
})
export const ImportRehearsal = z
  .object({
    status: z.literal('completed').describe('A rehearsal is always whole.'),
    ...summaryMembers,
    rows,
  })
  .meta({ id: 'ImportRehearsal', description: 'What would become of each row. Nothing was kept.' })
const ImportSummary = z
  .object({ ...recordMembers, status, ...summaryMembers })
  .meta({ id: 'ImportSummary', description: 'A file brought in, without its rows.' })
export const ImportPage = pageOf('ImportPage', ImportSummary)
