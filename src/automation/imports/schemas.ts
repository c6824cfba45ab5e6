import { z } from 'zod'
import { EVIDENCE, REASON_CODES } from '../../journal/reasons/rules.ts'
import { Flag, Id, pageOf, recordMembers } from '../../platform/schemas.ts'
import { ROW_STATUSES } from './rules/answers.ts'
import { type ColumnMapping, IMPORT_FIELDS } from './rules/types.ts'

const Mapping = z
  .string()
  .max(20_000)
  .transform((text, ctx): ColumnMapping => {
    const { data, error } = z.record(z.string().max(500), z.enum(IMPORT_FIELDS)).safeParse(parsed(text))
    if (data) return data
    ctx.addIssue({ code: 'custom', message: error?.issues[0]?.message ?? 'Must be a JSON object' })
    return z.NEVER
  })
  .describe(
    `What the columns mean: a JSON object from headings to fields, such as {"Firma": "company"}. Headings left out are guessed. Fields: ${IMPORT_FIELDS.join(', ')}.`,
  )

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const ImportQuery = z.strictObject({
  format: z
    .enum(['generic', 'linkedin'])
    .optional()
    .describe('Where the file comes from. Recognised by its headings unless stated.'),
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

export const CsvText = z.string().max(10_485_760).describe('A table with a row of headings.')

const Remark = z
  .object({
    heading: z.string().describe('The column that this is about.'),
    code: z.string().describe('More codes may come.'),
    detail: z.string(),
  })
  .meta({ id: 'ImportRemark', description: 'What could not be taken over as it stood, and where it is now.' })
const ProposedReason = z
  .object({
    code: z.enum(REASON_CODES),
    evidence: z.enum(EVIDENCE),
    basis: z.string().describe('The words of the row that it rests on.'),
  })
  .meta({
    id: 'ProposedReason',
    description: 'A reason that the row speaks of. It is proposed, never recorded.',
  })
const Row = z
  .object({
    rowNumber: z.int().min(1).describe('As a spreadsheet shows it.'),
    status: z.enum(ROW_STATUSES),
    applicationId: Id.nullable().describe(
      'Where the row is now; null for an invalid one, and in a dry run for a new one.',
    ),
    state: z.string().describe('How far it got or how it ended, as the row was understood.'),
    proposedReasons: z.array(ProposedReason),
    remarks: z.array(Remark),
    invalid: z
      .object({ heading: z.string().nullable(), code: z.string(), detail: z.string() })
      .nullable()
      .describe('Why the row was not taken over.'),
  })
  .meta({ id: 'ImportRow', description: 'What became of one row.' })

const count = z.int().min(0)
const Counts = z
  .object({ rows: count, added: count, updated: count, duplicateSkipped: count, noop: count, invalid: count })
  .meta({ id: 'ImportCounts', description: 'How many rows came to which end.' })

const summaryMembers = {
  status: z.literal('completed'),
  format: z.enum(['generic', 'linkedin']),
  counts: Counts,
  mapping: z.record(z.string(), z.string()).describe('What each column was taken for.'),
  dateOrder: z.record(z.string(), z.string()).describe('How the days of each column were read.'),
  problems: z.array(z.object({ code: z.string(), heading: z.string().nullable(), detail: z.string() })),
}

export const ImportDone = z
  .object({ ...recordMembers, ...summaryMembers, rows: z.array(Row) })
  .meta({ id: 'Import', description: 'A file brought in, with what became of each row.' })
export const ImportRehearsal = z
  .object({ ...summaryMembers, rows: z.array(Row) })
  .meta({ id: 'ImportRehearsal', description: 'What would become of each row. Nothing was kept.' })
const ImportSummary = z
  .object({ ...recordMembers, ...summaryMembers })
  .meta({ id: 'ImportSummary', description: 'A file brought in, without its rows.' })
export const ImportPage = pageOf('ImportPage', ImportSummary)
