import { sql } from 'drizzle-orm'
import { test } from 'tap'
import { IMPORT_FIELDS } from '../../../src/automation/imports/rules/types.ts'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

const CSV = { 'content-type': 'text/csv' }
const sheet = (...rows: string[]) => ['Company,Role,Applied,Interview,Status,Comments', ...rows].join('\n')

test('importing a file', async (t) => {
  const service = await openService(t)
  const send = (client: Client, payload: string, query = '') =>
    client.send('POST', `/v1/imports${query}`, { payload, headers: CSV })
  const applications = async (client: Client) => (await client.get('/v1/applications?limit=200')).body.data
  const countEvents = async ({ accountId }: { accountId: string }) => {
    const query = sql`SELECT type, data FROM events WHERE account_id = ${accountId} ORDER BY sequence`
    return (await service.db.execute<{ type: string; data: Record<string, unknown> }>(query)).rows
  }

  await t.test('each row becomes an application with its interviews and its outcome', async (t) => {
    const noor = await service.newAccount()
    const { status, headers, body } = await send(
      noor,
      sheet('Halden,Tester,2026-03-02,2026-03-17,Rejected,', 'Brightwater,Tester,2026-03-03,,Ghosted,'),
    )
    t.equal(status, 201)
    t.equal(headers.location, `/v1/imports/${body.id}`)
    t.match(body.counts, { rows: 2, added: 2, updated: 0, duplicateSkipped: 0, noop: 0, invalid: 0 })
    const [rejected, silent] = body.rows
    t.match((await noor.get(`/v1/applications/${rejected.applicationId}`)).body, {
      company: 'Halden',
      stage: 'interviewed',
      status: 'closed',
      outcome: 'rejected',
    })
    const interviews = await noor.get(`/v1/applications/${rejected.applicationId}/interviews`)
    t.match(interviews.body.data, [{ heldOn: '2026-03-17', status: 'completed', result: 'not_advanced' }])
    const silence = await noor.get(`/v1/applications/${silent.applicationId}/outcome`)
    t.match(silence.body, { kind: 'no_response', decidedOn: null, attribution: 'unknown' })
    t.match((await noor.get(`/v1/imports/${body.id}`)).body, { rows: body.rows, counts: body.counts })
    const events = await countEvents(noor)
    t.match(events.at(-1), { type: 'import.completed', data: { importId: body.id, added: 2 } })
    t.match(events.slice(0, 2), [
      { type: 'application.created', data: { applicationId: rejected.applicationId, stage: 'applied' } },
      { type: 'application.created', data: { applicationId: silent.applicationId, stage: 'applied' } },
    ])
  })

  await t.test('rows alike are different applications, and a second import changes nothing', async (t) => {
    const noor = await service.newAccount()
    const file = sheet(
      ',Data Analyst,2026-03-02,,,',
      ',Data Analyst,2026-03-02,,,',
      'Halden,Tester,2026-03-02,,,',
    )
    t.match((await send(noor, file)).body.counts, { added: 3 })
    const before = await applications(noor)
    t.equal(before.length, 3)
    t.match((await send(noor, file)).body.counts, { added: 0, updated: 0, noop: 3 })
    t.strictSame(await applications(noor), before)
  })

  await t.test('a dry run answers the same and keeps nothing', async (t) => {
    const noor = await service.newAccount()
    const file = sheet('Halden,Tester,2026-03-02,2026-03-17,Rejected,')
    const { status, body } = await send(noor, file, '?dryRun=true')
    t.equal(status, 200)
    t.match(body, {
      counts: { added: 1 },
      rows: [{ status: 'added', state: 'rejected', applicationId: null }],
    })
    t.strictSame(await applications(noor), [])
    t.strictSame((await noor.get('/v1/imports')).body.data, [])
    t.strictSame(await countEvents(noor), [])
  })

  await t.test('a later file brings what moved on, and leaves alone what its owner changed', async (t) => {
    const noor = await service.newAccount()
    const first = await send(
      noor,
      sheet('Halden,Tester,2026-03-02,,Applied,', 'Orrin,Tester,2026-03-02,,Applied,'),
    )
    const [halden, orrin] = first.body.rows.map((row: { applicationId: string }) => row.applicationId)
    await noor.patch(`/v1/applications/${orrin}`, { notes: 'my own words' })
    const later = sheet(
      'Halden,Tester,2026-03-02,2026-03-17,Rejected,',
      'Orrin,Tester,2026-03-02,,Applied,Sent by a friend',
      'Vesper,Tester,2026-04-02,,Applied,',
    )
    const { body } = await send(noor, later)
    t.match(body.counts, { added: 1, updated: 1, noop: 1 })
    t.match(body.rows, [{ applicationId: halden }, { applicationId: orrin }, { status: 'added' }])
    t.match((await noor.get(`/v1/applications/${halden}`)).body, {
      stage: 'interviewed',
      outcome: 'rejected',
    })
    t.equal((await noor.get(`/v1/applications/${orrin}`)).body.notes, 'my own words')
    t.match((await send(noor, later)).body.counts, { noop: 3 })
  })

  await t.test('an outcome that its owner corrected is not written over', async (t) => {
    const noor = await service.newAccount()
    const { body } = await send(noor, sheet('Halden,Tester,2026-03-02,,Ghosted,'))
    const path = `/v1/applications/${body.rows[0].applicationId}/outcome`
    await noor.put(path, { kind: 'role_closed' })
    t.match((await send(noor, sheet('Halden,Tester,2026-03-02,,Rejected,'))).body.counts, { noop: 1 })
    t.equal((await noor.get(path)).body.kind, 'role_closed')
  })

  await t.test('a day that comes later is added to an outcome, and all else of it stays', async (t) => {
    const noor = await service.newAccount()
    const file = (status: string) =>
      `Company,Role,Applied,Status,Rejected on\nHalden,Tester,2026-03-02,${status}\n`
    const { body } = await send(noor, file('Ghosted,'))
    const path = `/v1/applications/${body.rows[0].applicationId}/outcome`
    const reasons = [{ code: 'budget_cut', evidence: 'inferred', notes: 'They cut the team' }]
    const own = { learnedOn: '2026-04-02', employerFeedback: 'Come again', anythingToLearn: false }
    await noor.put(path, { kind: 'no_response', reasons, ...own })
    t.match((await send(noor, file('Rejected,2026-04-01'))).body.counts, { updated: 1 })
    t.match((await noor.get(path)).body, { kind: 'rejected', decidedOn: '2026-04-01', reasons, ...own })
  })

  await t.test(
    'an offer in the file writes over none on record, and brings its day where there is none',
    async (t) => {
      const noor = await service.newAccount()
      const file = (offer: string) =>
        `Company,Role,Applied,Offer,Status\nHalden,Tester,2026-03-02,${offer}\nOrrin,Tester,2026-03-02,${offer}\n`
      const { body } = await send(noor, file(',Applied'))
      const [halden, orrin] = body.rows.map(
        (row: { applicationId: string }) => `/v1/applications/${row.applicationId}/offer`,
      )
      const own = {
        receivedOn: '2026-04-02',
        salary: { amount: 6_000_000, currency: 'EUR', period: 'year' },
        notes: 'Better than I thought',
      }
      await noor.put(halden, own)
      await send(noor, file(',Offer'))
      t.match((await noor.get(halden)).body, own)
      t.match((await noor.get(orrin)).body, { receivedOn: null })
      await noor.put(orrin, { notes: 'By phone' })
      t.match((await send(noor, file('2026-04-01,Offer'))).body.counts, { updated: 1, noop: 1 })
      t.match((await noor.get(halden)).body, own)
      t.match((await noor.get(orrin)).body, { receivedOn: '2026-04-01', notes: 'By phone' })
    },
  )

  await t.test('what was a wish and has been applied for since is the same application', async (t) => {
    const noor = await service.newAccount()
    await send(noor, sheet('Halden,Tester,,,Wishlist,'))
    const { body } = await send(noor, sheet('Halden,Tester,2026-03-02,,Applied,'))
    t.match(body.counts, { added: 0, updated: 1 })
    t.match(await applications(noor), [{ appliedOn: '2026-03-02', stage: 'applied' }])
  })

  await t.test(
    'a wish that stands in the file beside what was sent since changes nothing later',
    async (t) => {
      const wish = 'Halden,Tester,,,Wishlist,'
      const sent = 'Halden,Tester,2026-03-02,,Applied,'
      for (const [rows, counts] of [
        [[wish, sent], { noop: 1, added: 1 }],
        [[sent, wish], { updated: 1, noop: 1 }],
      ] as const) {
        const noor = await service.newAccount()
        await send(noor, sheet(wish))
        t.hasStrict((await send(noor, sheet(...rows))).body.counts, counts)
        t.hasStrict((await send(noor, sheet(...rows))).body.counts, { noop: 2 })
      }
    },
  )

  await t.test('two rows of one file that continue one application do so one after the other', async (t) => {
    const noor = await service.newAccount()
    await send(noor, sheet('Halden,Tester,,,Wishlist,'))
    const later = sheet('Halden,Tester,2026-03-02,,Applied,', 'Halden,Tester,,,Wishlist,Ask Sam')
    t.match((await send(noor, later)).body.counts, { added: 0, updated: 2 })
    t.match(await applications(noor), [{ appliedOn: '2026-03-02', notes: 'Ask Sam', version: 3 }])
  })

  await t.test('what was recorded by hand is recognised', async (t) => {
    const noor = await service.newAccount()
    const byHand = { company: 'HALDEN ', roleTitle: 'Tester', appliedOn: '2026-03-02' }
    const { id } = (await noor.post('/v1/applications', byHand)).body
    const { body } = await send(noor, sheet('Halden,Tester,2026-03-02,,,', 'Halden,Tester,2026-03-02,,,'))
    t.match(body.rows, [{ status: 'duplicate_skipped', applicationId: id }, { status: 'added' }])
  })

  await t.test(
    'a file in UTF-8 stays so where one cell was pasted in Windows-1252, and is read whole',
    async (t) => {
      const noor = await service.newAccount()
      const bytes = Buffer.concat([
        Buffer.from('Company,Role\nZürich “Früh” Café,'),
        Buffer.from([0x93, 0x4b, 0xf6, 0x63, 0x68, 0x94]),
        Buffer.from('\n東京🌱,Koch\n'),
      ])
      await noor.send('POST', '/v1/imports', { payload: bytes, headers: CSV })
      t.match(await applications(noor), [
        { company: '東京🌱', roleTitle: 'Koch' },
        { company: 'Zürich “Früh” Café', roleTitle: '“Köch”' },
      ])
    },
  )

  await t.test('a bad row is refused with its reason, and stops no other', async (t) => {
    const noor = await service.newAccount()
    const { body } = await send(
      noor,
      sheet(',,2026-03-02,,Applied,who was it', 'Halden,Tester,2026-03-02,,,'),
    )
    t.match(body.counts, { added: 1, invalid: 1 })
    t.match(body.rows[0], { rowNumber: 2, status: 'invalid', invalid: { code: 'company_or_role_required' } })
  })

  await t.test('two imports of one file at once add each row once', async (t) => {
    const noor = await service.newAccount()
    const file = sheet(...Array.from({ length: 20 }, (_, i) => `Company ${i},Tester,2026-03-02,,,`))
    const both = await Promise.all([send(noor, file), send(noor, file)])
    t.strictSame(
      both.map(({ body }) => body.counts.added).sort((a, b) => a - b),
      [0, 20],
    )
    t.equal((await applications(noor)).length, 20)
  })

  await t.test('a time of day is that of the account, in summer and in winter', async (t) => {
    const noor = await service.newAccount()
    await noor.patch('/v1/me', { timeZone: 'Europe/Berlin' })
    await send(
      noor,
      sheet('Halden,Tester,2026-01-05,2026-01-20 9:00,,', 'Orrin,Tester,2026-04-05,2026-05-20 9:00,,'),
    )
    const { body } = await noor.get('/v1/interviews')
    t.strictSame(body.data.map(({ startsAt }: { startsAt: string }) => startsAt).sort(), [
      '2026-01-20T08:00:00.000Z',
      '2026-05-20T07:00:00.000Z',
    ])
  })

  await t.test('the client may say what the columns mean', async (t) => {
    const noor = await service.newAccount()
    const file = 'A;B\nHalden;Prüferin\n'
    const refused = await send(noor, file)
    t.equal(refused.status, 422)
    t.equal(refused.body.code, 'import_not_readable')
    const mapping = encodeURIComponent(JSON.stringify({ A: 'company', B: 'roleTitle' }))
    t.match((await send(noor, file, `?mapping=${mapping}`)).body.counts, { added: 1 })
    t.match(await applications(noor), [{ company: 'Halden', roleTitle: 'Prüferin' }])
    const elsewhere = encodeURIComponent(JSON.stringify({ C: 'company' }))
    for (const table of [file, 'Company\nHalden\n']) {
      const { body } = await send(noor, table, `?mapping=${elsewhere}`)
      t.match(body, { status: 422, code: 'import_not_readable', detail: /^The mapping names a heading/ })
      t.match(body.errors[0], {
        pointer: '/querystring/mapping',
        code: 'mapped_heading_missing',
        detail: /“C”/,
      })
    }
    for (const [junk, detail] of [
      ['', /^Must be a JSON object from headings to fields$/],
      ['[]', /^Must be a JSON object from headings to fields$/],
      ['{', /^Must be a JSON object from headings to fields$/],
      [
        '{"A":"company","B":"nonsense"}',
        /"nonsense" for the heading "B" is no field; the fields are company,/,
      ],
      ['{"A":7}', /7 for the heading "A" is no field/],
    ] as const) {
      const { status, body } = await send(noor, file, `?mapping=${encodeURIComponent(junk)}`)
      t.equal(status, 400, junk)
      t.match(body.errors, [{ detail }])
    }
  })

  await t.test('the contract says what each field of a mapping means', async (t) => {
    const parameters = service.contract.paths['/v1/imports']?.post?.parameters as
      | { name: string; description: string }[]
      | undefined
    const description = parameters?.find(({ name }) => name === 'mapping')?.description ?? ''
    for (const field of IMPORT_FIELDS)
      t.match(description, new RegExp(`^\\| \`${field}\` \\| .{5,} \\|$`, 'm'))
  })

  await t.test('the export of LinkedIn is recognised, its days read month first', async (t) => {
    const noor = await service.newAccount()
    const file =
      'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n' +
      '"11/4/24, 11:39 PM",me@example.org, +49000,Halden,Tester | Lab,https://example.org/1,cv.pdf,Are you able: really?:Yes | Years:4\n'
    const { body } = await send(noor, file)
    t.equal(body.format, 'linkedin')
    const [application] = await applications(noor)
    t.match(application, {
      company: 'Halden',
      roleTitle: 'Tester | Lab',
      appliedOn: '2024-11-04',
      stage: 'applied',
    })
    t.match(application.notes, 'Are you able: really?:Yes | Years:4')
  })

  await t.test('what is no table is refused', async (t) => {
    const noor = await service.newAccount()
    const { status, body } = await send(noor, 'Company,Role\n"Halden,Tester\n')
    t.equal(status, 400)
    t.match(body, { code: 'malformed_csv', detail: /^Line \d+/ })
    t.equal((await send(noor, 'PK\u0003\u0004'.padEnd(400, '\u0000\u0001'))).body.code, 'malformed_csv')
    t.equal((await noor.post('/v1/imports', { rows: [] })).status, 400, 'nor a journal')
  })
})
