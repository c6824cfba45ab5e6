import { test } from 'tap'
import { detectFormat } from '../../../src/automation/imports/rules/formats.ts'
import { IMPORT_FORMATS } from '../../../src/automation/imports/rules/types.ts'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { sendSheet } from './sheet.ts'
import {
  HUNTR_FILE,
  JOBSYNC_FILE,
  LATER_JOBSYNC_FILE,
  REACTIVE_RESUME_FILE,
  reactiveResumeFile,
  SIMPLIFY_FILE,
  TEAL_FILE,
} from './tracker-files.ts'

const FILES = {
  huntr: HUNTR_FILE,
  teal: TEAL_FILE,
  simplify: SIMPLIFY_FILE,
  reactive_resume: REACTIVE_RESUME_FILE,
  jobsync: JOBSYNC_FILE,
}

const formatOf = (headings: string) => detectFormat(headings.split(','))

test('each format is recognised by its headings, in whatever order and case', async (t) => {
  const known = {
    linkedin: [
      'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers',
      'Saved Date,Job Url,Job Title,Company Name',
    ],
    huntr: [
      'Company,Title,List,Date Applied',
      'Employer,Job Title,List,Date Added,Source,Salary,Description,Notes',
      'notes,LIST,date added,job title,company',
    ],
    teal: [
      'Company Name,Job Title,Status,Date Saved',
      'Company Name,Job Title,Status,Date Applied,Job Source,URL,Salary,Notes',
    ],
    simplify: [
      'Job,Company,Applied,Status',
      'Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes',
    ],
    reactive_resume: [
      'Company,Role,Stage,Stage Date,Application Date,Location,Salary,Source,URL,Tags,Contacts,Notes,Closed Reason,Stage History,Timeline,Created At,Updated At',
      'Company,Role,Stage,Stage Date,Application Date,Location,Salary,Source,URL,Tags,Contacts,Notes,Stage History,Timeline,Archived,Created At,Updated At',
    ],
    jobsync: [
      'index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,Location,JobSource,Status',
      'index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status',
    ],
  }
  for (const [format, files] of Object.entries(known))
    for (const headings of files) t.equal(formatOf(headings), format, headings)
})

test('a home-made sheet is not taken for a format', async (t) => {
  for (const headings of [
    'Company,Role,Applied,Interview,Status,Comments',
    'Company Name,Job Title,Date',
    'Company Name,Job Title,Status,Date Applied,Notes',
    'Company Name,Job Title,Job URL,Applied Date,Status,Notes',
    'Job,Company,Applied,Status,Notes',
    'Company,Title,List',
    'List,Company,Date Applied',
    'Company,Role,Stage,Stage Date,Application Date,Notes',
    'index,Company,JobTitle,applied,Status',
    'Saved Date,Job Url,Job Title,Company Name,Status',
  ])
    t.equal(formatOf(headings), 'generic', headings)
})

test('importing the files of trackers', async (t) => {
  const service = await openService(t)
  const applications = async (client: Client): Promise<Body[]> =>
    (await client.get('/v1/applications?limit=200')).body.data
  const states = ({ rows }: Body): string[] => rows.map(({ state }: Body) => state)

  for (const [format, file] of Object.entries(FILES))
    await t.test(`${format}: rehearsed, imported, and imported again`, async (t) => {
      const noor = await service.newAccount()
      const rehearsed = await sendSheet(noor, file, '?dryRun=true')
      t.hasStrict(rehearsed, { format, status: 'completed' })
      t.strictSame(await applications(noor), [])
      const done = await sendSheet(noor, file)
      t.hasStrict(done, { format, counts: { invalid: 0, added: done.counts.rows } })
      t.strictSame(states(done), states(rehearsed))
      const before = await applications(noor)
      t.equal(before.length, done.counts.rows)
      t.hasStrict((await sendSheet(noor, file)).counts, { added: 0, updated: 0, noop: done.counts.rows })
      t.strictSame(await applications(noor), before)
      const stages = new Map(before.map(({ id, stage, outcome }) => [id, outcome ?? stage]))
      for (const { applicationId, state } of done.rows)
        t.equal(stages.get(applicationId), AS_RECORDED[state] ?? state, state)
      const named = await sendSheet(await service.newAccount(), file, `?format=${format}`)
      t.strictSame([named.format, states(named)], [format, states(done)])
    })

  await t.test('a format that is named decides what its headings mean', async (t) => {
    const noor = await service.newAccount()
    const file = 'Company Name,Job Title,Status,Date Applied\nHalden,Tester,Applying,\n'
    t.hasStrict(await sendSheet(noor, file, '?format=teal&dryRun=true'), {
      format: 'teal',
      rows: [{ state: 'saved', remarks: [] }],
    })
    t.hasStrict(await sendSheet(noor, file, '?dryRun=true'), { format: 'generic' })
    const unknown = await noor.send('POST', '/v1/imports?format=monster', {
      payload: file,
      headers: { 'content-type': 'text/csv' },
    })
    t.equal(unknown.status, 400)
  })

  await t.test('the contract says what each format is', async (t) => {
    const parameters = service.contract.paths['/v1/imports']?.post?.parameters as
      | { name: string; description: string }[]
      | undefined
    const description = parameters?.find(({ name }) => name === 'format')?.description ?? ''
    for (const format of IMPORT_FORMATS)
      t.match(description, new RegExp(`^\\| \`${format}\` \\| .{5,} \\|$`, 'm'))
  })

  await t.test('a later file of JobSync numbers its rows anew, and only the new one is added', async (t) => {
    const noor = await service.newAccount()
    await sendSheet(noor, JOBSYNC_FILE)
    t.hasStrict((await sendSheet(noor, LATER_JOBSYNC_FILE)).counts, { added: 1, updated: 0, noop: 8 })
  })

  await t.test('an entry of Reactive Resume goes on from a wish to an interview at its minute', async (t) => {
    const noor = await service.newAccount()
    await noor.patch('/v1/me', { timeZone: 'Asia/Tokyo' })
    const wish = { Company: 'Halden', Stage: 'saved', 'Stage History': 'Saved (2026-01-01)' }
    await sendSheet(noor, reactiveResumeFile([{ ...wish, 'Application Date': '2026-01-01' }]))
    const history = 'Saved (2026-01-01) → Applied (2026-01-03)'
    const applied = { ...wish, Stage: 'applied', 'Stage History': history }
    t.hasStrict((await sendSheet(noor, reactiveResumeFile([applied]))).counts, { added: 0, updated: 1 })
    const interview = {
      ...applied,
      Stage: 'interview',
      'Stage History': `${history} → Interview (2026-01-12)`,
      Timeline: '2026-01-20: Technical interview (2026-01-20T23:30:00.000Z)',
    }
    t.hasStrict((await sendSheet(noor, reactiveResumeFile([interview]))).counts, { added: 0, updated: 1 })
    t.hasStrict(await applications(noor), [{ appliedOn: '2026-01-03', stage: 'interviewed' }])
    t.hasStrict((await noor.get('/v1/interviews')).body.data, [
      { startsAt: '2026-01-20T23:30:00.000Z', timeZone: 'Asia/Tokyo', kind: 'technical' },
    ])
    t.hasStrict((await sendSheet(noor, reactiveResumeFile([interview]))).counts, { noop: 1 })
  })

  await t.test('an advertisement of Huntr becomes the description', async (t) => {
    const noor = await service.newAccount()
    const { rows } = await sendSheet(noor, HUNTR_FILE)
    t.hasStrict((await noor.get(`/v1/applications/${rows[1].applicationId}`)).body, {
      description: 'Rigs, "cold" and hot.\nTravel now and then.',
      notes: 'A friend works there\nDate Added: 2026-01-10',
    })
  })
})

/** How the journal calls a state of a row that is still open. */
const AS_RECORDED: Record<string, string> = { interviewing: 'interviewed', offer_open: 'offered' }
