import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'tap'
import { runImport } from '../../../src/automation/import-runs/service.ts'
import type { Body, Client } from '../../support/client.ts'
import { contextIn } from '../../support/context.ts'
import { openService, type Service } from '../../support/service.ts'

const ROWS = 1_200
const row = (i: number) => {
  if (i % 100 === 0) return ',,2026-03-02,,'
  return `Company ${i % 40},Engineer ${i % 30},2026-03-${String((i % 28) + 1).padStart(2, '0')},2026-04-02,Rejected`
}
const file = (rows = ROWS) =>
  ['Company,Role,Applied,Interview,Status', ...Array.from({ length: rows }, (_, i) => row(i))].join('\n')

const send = (client: Client, payload: string) =>
  client.send('POST', '/v1/imports', { payload, headers: { 'content-type': 'text/csv' } })

/** Begins a run that is told to stop as soon as a part is done. */
const runOnePart = async ({ db, clock, ...service }: Service, importId: string) => {
  const ctx = await contextIn({ db, clock, ...service })
  const told = new AbortController()
  const watch = async () => {
    const position = `SELECT position FROM import_jobs WHERE import_id = '${importId}'`
    while ((await db.$client.query(position)).rows[0]?.position === 0) await pause(1)
    told.abort()
  }
  const now = () => ({ ...ctx, accountId: '', now: clock.now.toISOString() })
  await Promise.all([runImport(now, told.signal), watch()])
}

test('a long file', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const companies = async (client: Client) => {
    const met: Body[] = []
    let cursor = ''
    do {
      const { body } = await client.get(`/v1/applications?limit=200${cursor}`)
      met.push(...body.data)
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)
    return met
  }

  await t.test('is accepted, brought in after the answer, and tells how far it is', async (t) => {
    const noor = await service.newAccount()
    const { status, headers, body } = await send(noor, file())
    t.equal(status, 202)
    t.equal(headers.location, `/v1/imports/${body.id}`)
    t.hasStrict(body, { status: 'running', counts: { rows: ROWS, done: 0, added: 0 }, rows: [] })

    await t.test('while no other one begins: 409, and a rehearsal does', async (t) => {
      const second = await send(noor, 'Company\nHalden\n')
      t.strictSame([second.status, second.body.code], [409, 'import_running'])
      const rehearsal = await noor.send('POST', '/v1/imports?dryRun=true', {
        payload: 'Company\nHalden\n',
        headers: { 'content-type': 'text/csv' },
      })
      t.equal(rehearsal.status, 200)
      const sam = await service.newAccount()
      t.equal((await send(sam, 'Company\nHalden\n')).status, 201, 'nor does it hold up another account')
    })

    await runOnePart(service, body.id)
    const half = (await noor.get(headers.location ?? '')).body
    t.equal(half.status, 'running')
    t.ok(half.counts.done > 0 && half.counts.done < ROWS, `${half.counts.done} done`)
    t.equal(half.rows.length, half.counts.done)
    t.equal((await companies(noor)).length, half.counts.added, 'what is done is there')

    await service.work()
    const whole = (await noor.get(headers.location ?? '')).body
    t.hasStrict(whole, { status: 'completed', counts: { rows: ROWS, done: ROWS, added: 1_188, invalid: 12 } })
    t.strictSame(
      whole.rows.map(({ rowNumber }: Body) => rowNumber),
      Array.from({ length: ROWS }, (_, i) => i + 2),
    )
    const made = await companies(noor)
    t.equal(made.length, 1_188)
    t.ok(made.every(({ stage, status }) => stage === 'interviewed' && status === 'closed'))
    t.strictSame(
      made.map(({ id }) => id).reverse(),
      whole.rows.flatMap(({ applicationId }: Body) => applicationId ?? []),
      'in the order of the file',
    )
    const { rows } = await service.db.$client.query('SELECT count(*)::int AS left FROM import_jobs')
    t.equal(rows[0].left, 0, 'and the file is gone')
  })

  await t.test('changes nothing the second time', async (t) => {
    const noor = await service.newAccount()
    await send(noor, file())
    await service.work()
    const before = await companies(noor)
    const { body } = await send(noor, file())
    await service.work()
    t.hasStrict((await noor.get(`/v1/imports/${body.id}`)).body, {
      status: 'completed',
      counts: { added: 0, updated: 0, noop: 1_188, invalid: 12 },
    })
    t.strictSame(await companies(noor), before)
  })

  await t.test('whose worker went away is taken up by the next one, each row once', async (t) => {
    const noor = await service.newAccount()
    const { body } = await send(noor, file())
    await runOnePart(service, body.id)
    const lease = service.clock.now.getTime() + 60_000
    await service.db.$client.query(`UPDATE import_jobs SET leased_until = '${new Date(lease).toISOString()}'`)
    await service.work()
    t.equal((await noor.get(`/v1/imports/${body.id}`)).body.status, 'running', 'the lease holds')
    service.clock.now = new Date(lease)
    await Promise.all([service.work(), service.work()])
    const { status, counts } = (await noor.get(`/v1/imports/${body.id}`)).body
    t.hasStrict({ status, counts }, { status: 'completed', counts: { done: ROWS, added: 1_188 } })
    t.equal((await companies(noor)).length, 1_188)
  })

  await t.test(
    'of wishes, and of what was sent for the same roles, ends alike when it was interrupted',
    async (t) => {
      const noor = await service.newAccount()
      const roles = Array.from({ length: 600 }, (_, i) => `Company ${i},Engineer`)
      const rows = [...roles.map((role) => `${role},`), ...roles.map((role) => `${role},2026-03-02`)]
      const wishesAndSent = ['Company,Role,Applied', ...rows].join('\n')
      const { body } = await send(noor, wishesAndSent)
      await runOnePart(service, body.id)
      await service.work()
      const again = await send(noor, wishesAndSent)
      await service.work()
      const counts = async (id: string) => (await noor.get(`/v1/imports/${id}`)).body.counts
      t.hasStrict(await counts(body.id), { done: 1_200, added: 1_200, updated: 0 })
      t.hasStrict(await counts(again.body.id), { done: 1_200, noop: 1_200 })
    },
  )

  await t.test(
    'that cannot be brought in is given up after some attempts, and what is done stays',
    async (t) => {
      const noor = await service.newAccount()
      const { body } = await send(noor, file())
      await service.db.$client.query(`UPDATE import_jobs SET attempts = 3`)
      await service.work()
      t.hasStrict((await noor.get(`/v1/imports/${body.id}`)).body, { status: 'failed', counts: { done: 0 } })
      t.equal((await send(noor, 'Company\nHalden\n')).status, 201, 'and the way is free')
    },
  )

  await t.test('ends with its account', async (t) => {
    const noor = await service.newAccount()
    await send(noor, file())
    await noor.send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm: noor.accountId }),
      headers: { 'content-type': 'application/json' },
    })
    await service.work()
    const { rows } = await service.db.$client.query('SELECT count(*)::int AS left FROM import_jobs')
    t.equal(rows[0].left, 0)
  })
})

test('a long journal', async (t) => {
  const service = await openService(t)
  const applications = Array.from({ length: 5_001 }, (_, i) => ({
    id: `01998a5c-0000-7000-8000-${String(i).padStart(12, '0')}`,
    createdAt: '2026-03-02T09:00:00.000Z',
    company: `Company ${i}`,
    tags: [],
    contacts: [],
  }))
  const bring = (client: Client, more = {}) =>
    client.post('/v1/imports', { format: 'afterview-journal', formatVersion: 1, applications, ...more })
  const read = async (client: Client, id: string) => (await client.get(`/v1/imports/${id}`)).body
  const isEmpty = async (client: Client) => (await client.get('/v1/applications')).body.data.length === 0

  await t.test('is brought in after the answer, whole, and changes nothing the second time', async (t) => {
    const noor = await service.newAccount()
    const { status, headers, body } = await bring(noor, { applications: [{}, ...applications] })
    t.strictSame([status, headers.location], [202, `/v1/imports/${body.id}`])
    t.hasStrict(body, { status: 'running', format: 'afterview-journal', counts: { rows: 5_002, done: 0 } })
    t.ok(await isEmpty(noor))
    await service.work()
    const { rows, ...done } = await read(noor, body.id)
    t.hasStrict(done, { status: 'completed', counts: { done: 5_002, added: 5_001, invalid: 1 } })
    t.strictSame([rows.length, rows[5_001].pointer], [5_002, '/applications/5001'])
    const again = await bring(noor)
    await service.work()
    t.hasStrict(await read(noor, again.body.id), {
      status: 'completed',
      counts: { done: 5_001, noop: 5_001 },
    })
  })

  await t.test('with reflections needs their scope from the start: 403', async (t) => {
    const noor = await service.newAccount()
    const key = await noor.post('/v1/api-keys', {
      name: 'Journal',
      scopes: ['journal:write', 'journal:read'],
    })
    const client = service.client(key.body.secret)
    const { status, body } = await bring(client, { plans: [{}] })
    t.strictSame([status, body.code], [403, 'insufficient_scope'])
  })

  await t.test('that another worker holds is left alone, and nothing of it is there by halves', async (t) => {
    const noor = await service.newAccount()
    const { id } = (await bring(noor)).body
    const other = await service.db.$client.connect()
    await other.query('BEGIN')
    await other.query('SELECT FROM import_jobs FOR UPDATE')
    await service.work()
    t.hasStrict(await read(noor, id), { status: 'running', counts: { done: 0 } })
    await other.query('ROLLBACK')
    other.release()
    await service.db.$client.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.company = 'Company 5000' THEN RAISE 'no'; END IF; RETURN NEW; END $$`)
    await service.db.$client.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON applications FOR EACH ROW EXECUTE FUNCTION refuse()',
    )
    await service.work()
    t.ok(await isEmpty(noor))
    await service.db.$client.query('DROP TRIGGER refuse ON applications')
    service.clock.now = new Date(service.clock.now.getTime() + 60_000)
    await service.work()
    t.hasStrict(await read(noor, id), { status: 'completed', counts: { added: 5_001 } })
  })
})

test('a file of 20,000 rows and no more', async (t) => {
  // Of its own: nobody waits for what it leaves to be done.
  const service = await openService(t, {})
  const noor = await service.newAccount()
  const wishes = (count: number) => `Company\n${'Halden\n'.repeat(count)}`
  const { status, body } = await send(noor, wishes(20_000))
  t.strictSame([status, body.counts.rows], [202, 20_000])
  const more = await send(await service.newAccount(), wishes(20_001))
  t.strictSame([more.status, more.body.code], [413, 'payload_too_large'])
  t.match(more.body.detail, /20,000 rows/)
})

test('one bad row never stops the others', async (t) => {
  const service = await openService(t, {})
  const noor = await service.newAccount()
  const first = await send(noor, 'Company,Role,Status\nHalden,Tester,Applied\nLindgren,Engineer,Applied\n')
  const [gone] = first.body.rows
  const { db } = service
  await db.$client.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.company = 'Brightwater' THEN RAISE 'no' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$`)
  await db.$client.query(
    'CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON applications FOR EACH ROW EXECUTE FUNCTION refuse()',
  )
  const { status, body } = await send(
    noor,
    'Company,Role,Status\nHalden,Tester,Rejected\nBrightwater,Nurse,Applied\nOrkla,Cook,Rejected\n',
  )
  t.equal(status, 201)
  t.hasStrict(body.counts, { rows: 3, updated: 1, added: 1, invalid: 1 })
  t.equal(body.rows[0].applicationId, gone.applicationId)
  t.hasStrict(body.rows[1], {
    status: 'invalid',
    applicationId: null,
    invalid: { heading: null, code: 'not_stored', detail: 'The row cannot be stored as it stands.' },
  })
  t.equal((await noor.get(`/v1/applications/${body.rows[2].applicationId}`)).body.outcome, 'rejected')

  await t.test('nor one of an earlier file that changed', async (t) => {
    await db.$client.query(
      `ALTER TABLE applications ADD CONSTRAINT no_bad_words CHECK (notes NOT LIKE 'Bad%')`,
    )
    const later = await send(
      noor,
      'Company,Role,Status,Comments\nHalden,Tester,Rejected,Bad\nLindgren,Engineer,Applied,Good\n',
    )
    t.hasStrict(later.body.counts, { rows: 2, updated: 1, invalid: 1 })
    t.strictSame(
      later.body.rows.map(({ status }: Body) => status),
      ['invalid', 'updated'],
    )
    t.match((await noor.get(`/v1/applications/${later.body.rows[1].applicationId}`)).body.notes, /^Good/)
  })
})
