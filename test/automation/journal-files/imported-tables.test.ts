import fc from 'fast-check'
import { test } from 'tap'
import { anyText } from '../../support/any-text.ts'
import { openService } from '../../support/service.ts'
import { bringIn } from './full-journal.ts'

const HEADINGS = [
  'Company',
  'Role',
  'Location',
  'Remote?',
  'Contract type',
  'Source',
  'Link',
  'Resume version',
  'Tags',
  'Salary',
  'Currency',
  'Date applied',
  'Status',
  'Heard back?',
  'Interview 1',
  'Second interview',
  'Offer date',
  'Decision date',
  'Reason',
  'Notes',
]

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'A',
    '=1+1',
    "'-1",
    'x'.repeat(150),
    '🌱'.repeat(99),
    '\u0007bell',
    'é'.normalize('NFD'),
  ),
  fc.constantFrom('2025-03-04', '2025-03-04 9:30', '3/25/2025', '2199-12-31', '1899-12-31', 'yes', '2', '12'),
  fc.constantFrom('Rejected', 'Ghosted', 'Offer', 'Withdrew', 'Keep in touch', 'Position closed', 'Saved'),
  fc.constantFrom(
    'https://a.example/x?y=1',
    'HTTPS://A.EXAMPLE',
    'https://a_b.example',
    'http://1',
    'ftp://a',
  ),
  fc.constantFrom('€55k per year', '90,000', '999999999 USD', '1-2 EUR per hour', 'EUR', 'KWD', '0'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  anyText(30),
)
const table = fc
  .array(fc.tuple(...HEADINGS.map(() => cell)), { minLength: 1, maxLength: 12 })
  .map((rows) =>
    [HEADINGS, ...rows]
      .map((row) => row.map((each) => `"${each.toWellFormed().replaceAll('"', '""')}"`).join(','))
      .join('\n'),
  )

test('whatever a table brought in can be taken along, and the table is known there', async (t) => {
  const service = await openService(t)
  let applications = 0
  const property = fc.asyncProperty(table, async (csv) => {
    const noor = await service.newAccount()
    await bringIn(noor, csv)
    const file = (await noor.get('/v1/exports/journal.json')).body
    applications += file.applications.length
    const sam = await service.newAccount('Sam')
    const { body } = await sam.post('/v1/imports', file)
    t.strictSame(
      body.rows.filter(({ status }: { status: string }) => status !== 'added'),
      [],
    )
    const { counts } = (await bringIn(sam, csv)).body
    t.match(counts, { added: 0, updated: 0, duplicateSkipped: 0 })
  })
  await fc.assert(property, { numRuns: 25, seed: 20260601, endOnFailure: true })
  t.ok(applications > 50, `${applications} applications`)
})
