import { sql } from 'drizzle-orm'
import { type Test, test } from 'tap'
import { callsOf, inPath, isList } from '../../contract/calls.ts'
import type { Body, Client } from '../../support/client.ts'
import { openService, type Service } from '../../support/service.ts'
import { bringIn, fillJournal, TABLE } from './full-journal.ts'

/** Lists of what is no part of a journal. */
const APART = ['/v1/api-keys', '/v1/imports']

type Named = Record<string, unknown>

/** A file with the place of each record instead of its id, so that two files of one journal are alike. */
const withoutIds = (file: Body): Body => {
  const places = new Map<string, string>()
  JSON.stringify(file, (key, value) => {
    if (key === 'id') places.set(value, `#${places.size}`)
    return value
  })
  return JSON.parse(JSON.stringify(file), (_, value) => places.get(value) ?? value)
}

const counts = (expected: Record<string, number>) => ({
  added: 0,
  updated: 0,
  duplicateSkipped: 0,
  noop: 0,
  invalid: 0,
  ...expected,
})

const exported = async (client: Client) => (await client.get('/v1/exports/journal.json')).body

/** What clients see of the records, in the order of the lists, but for what is new with every import. */
const readLists = async ({ contract }: Service, client: Client) => {
  const paths = callsOf(contract)
    .filter((call) => isList(call) && inPath(call).length === 0)
    .map(({ path }) => path)
    .filter((path) => !APART.includes(path))
  const lists: Body = {}
  for (const path of paths) lists[path] = (await client.get(`${path}?limit=200`)).body.data
  const isNew = (member: string) => ['version', 'updatedAt', 'authorId'].includes(member)
  return JSON.parse(JSON.stringify(withoutIds(lists), (name, value) => (isNew(name) ? undefined : value)))
}

test('a journal that is exported, erased and brought into a new account', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  await fillJournal(noor)
  const answer = await noor.get('/v1/exports/journal.json')
  const file = answer.body
  const lists = await readLists(service, noor)
  t.ok(Object.keys(lists).length > 8)
  const timelines = await timelinesOf(noor)
  const total = Object.values<Body>(file)
    .filter(Array.isArray)
    .reduce((sum, list) => sum + list.length, 0)

  await t.test('is one file of every kind of record', async (t) => {
    t.match(answer.headers, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="afterview-journal-2026-06-01.json"',
      'cache-control': 'no-store',
    })
    t.match(file, { format: 'afterview-journal', formatVersion: 1, exportedAt: '2026-06-01T09:00:00.000Z' })
    t.strictSame(file.account, {
      displayName: 'Noor',
      email: 'noor@example.org',
      timeZone: 'Europe/Amsterdam',
      locale: 'nl',
    })
    for (const [name, list] of Object.entries<Body>(file))
      if (Array.isArray(list)) t.not(list.length, 0, `there are ${name}`)
  })

  await t.test('changes nothing in the account that it came from', async (t) => {
    const { status, body } = await noor.post('/v1/imports', file)
    t.equal(status, 201)
    t.match(body.counts, counts({ rows: total, noop: total }))
    t.strictSame(await exported(noor), file)
  })

  const erased = await noor.send('DELETE', '/v1/me', {
    payload: JSON.stringify({ confirm: noor.accountId }),
    headers: { 'content-type': 'application/json' },
  })
  t.equal(erased.status, 204)
  const sam = await service.newAccount('Noor')
  await sam.patch('/v1/me', { email: 'noor@example.org', timeZone: 'Europe/Amsterdam', locale: 'nl' })

  await t.test('is there as it was, under new ids', async (t) => {
    const { status, headers, body } = await sam.post('/v1/imports', file)
    t.equal(status, 201)
    t.equal(headers.location, `/v1/imports/${body.id}`)
    t.match(body, {
      status: 'completed',
      format: 'afterview-journal',
      counts: counts({ rows: total, added: total }),
    })
    t.strictSame((await sam.get(`/v1/imports/${body.id}`)).body.rows, body.rows)
    const back = await exported(sam)
    t.strictSame(withoutIds(back), withoutIds(file))
    const text = JSON.stringify(file)
    const kept = back.applications.filter(({ id }: { id: string }) => text.includes(id))
    t.strictSame(kept, [], 'no id is the same')
  })

  await t.test('is listed in the same order, with everything that is computed', async (t) => {
    t.strictSame(await readLists(service, sam), lists)
    t.strictSame(await timelinesOf(sam), timelines)
  })

  await t.test('comes in only once', async (t) => {
    const before = await exported(sam)
    const { body } = await sam.post('/v1/imports', file)
    t.match(body.counts, counts({ rows: total, noop: total }))
    t.strictSame(await exported(sam), before)
  })

  await t.test('still knows the rows of the table that it was filled from', async (t) => {
    const before = await exported(sam)
    t.match((await bringIn(sam, TABLE)).body.counts, counts({ rows: 3, noop: 3 }))
    t.strictSame(await exported(sam), before)
  })

  await t.test('is told of, record by record and as a whole', async (t) => {
    const query = sql`SELECT type, data FROM events WHERE account_id = ${sam.accountId} ORDER BY sequence`
    const { rows } = await service.db.execute<{ type: string; data: Named }>(query)
    const told = rows.slice(0, rows.findIndex(({ type }) => type === 'import.completed') + 1)
    const of = (name: string) => told.filter(({ type }) => type === name).length
    t.equal(of('application.created'), file.applications.length)
    t.equal(of('interview.created'), file.interviews.length)
    t.equal(of('outcome.recorded'), file.outcomes.length)
    t.equal(of('plan.reviewed'), file.planReviews.length)
    t.equal(of('assignment.created'), file.assignments.length)
    t.equal(of('coaching_session.created'), file.coachingSessions.length)
    const { assignments, coachingSessions } = await exported(sam)
    t.strictSame(told.find(({ type }) => type === 'assignment.created')?.data, {
      assignmentId: assignments[0].id,
      engagementId: null,
      status: assignments[0].status,
      madeBy: assignments[0].madeBy,
      completedBy: assignments[0].completedBy,
    })
    t.strictSame(told.find(({ type }) => type === 'coaching_session.created')?.data, {
      coachingSessionId: coachingSessions[0].id,
      engagementId: null,
      status: coachingSessions[0].status,
    })
    t.match(told.at(-1), { type: 'import.completed', data: { rows: total, added: total } })
    const [application] = (await sam.get('/v1/applications?sort=createdAt')).body.data
    t.strictSame(told.find(({ type }) => type === 'application.created')?.data, {
      applicationId: application.id,
      stage: 'interviewed',
      status: 'closed',
    })
    t.notMatch(JSON.stringify(told), /Halden|rig/, 'and holds no text')
  })

  await t.test('what was removed since comes back, and what hangs on it', async (t) => {
    const before = await exported(sam)
    const { data } = (await sam.get('/v1/applications?q=Halden')).body
    await sam.delete(`/v1/applications/${data[0].id}`)
    const { body } = await sam.post('/v1/imports', file)
    t.match(body.counts, { invalid: 0 })
    t.ok(body.counts.added > 5, 'the application and what stood beneath it')
    t.strictSame(contents(withoutIds(await exported(sam))), contents(withoutIds(before)))
    t.match((await sam.post('/v1/imports', file)).body.counts, counts({ rows: total, noop: total }))
  })
})

const timelinesOf = async (client: Client) => {
  const { data } = (await client.get('/v1/applications?limit=200')).body
  const all = data.map(async ({ id }: { id: string }) => {
    const entries = (await client.get(`/v1/applications/${id}/timeline?limit=200`)).body.data
    return entries.map(({ kind, on, at, outcome }: Named) => ({ kind, on, at, outcome }))
  })
  return Promise.all(all)
}

/** How many records of each kind a file holds. */
const contents = (file: Body) =>
  Object.fromEntries(
    Object.entries<Body>(file).map(([name, list]) => [name, Array.isArray(list) ? list.length : 0]),
  )

test('a reflection comes along whose first answer was taken back later', async (t) => {
  const service = await openService(t)
  const [noor, sam] = [await service.newAccount(), await service.newAccount('Sam')]
  const subject = { from: '2026-05-04', to: '2026-05-10' }
  const { id } = (await noor.post('/v1/reflections', { subject })).body
  const answers = `/v1/reflections/${id}/answers`
  await noor.post(answers, { step: 'went_well', text: 'I slept.' })
  await noor.post(`/v1/reflections/${id}/skips`, { step: 'did_not_go_well' })
  await noor.post(answers, { step: 'do_differently', text: 'Call sooner.' })
  const { wentWell } = (await noor.post(answers, { step: 'went_well', text: 'I wrote to Ida.' })).body
  t.equal((await noor.delete(`${answers}/${wentWell[0].id}`)).status, 204)
  const file = await exported(noor)
  t.match((await sam.post('/v1/imports', file)).body.counts, counts({ rows: 1, added: 1 }))
  t.strictSame(withoutIds(await exported(sam)).reflections, withoutIds(file).reflections)
})

test('the first and the last instant that a journal takes come back', async (t) => {
  const service = await openService(t)
  const [noor, sam] = [await service.newAccount(), await service.newAccount('Sam')]
  const instants = ['1900-01-01T00:00:00-14:00', '2199-12-31T23:59:59+14:00']
  for (const archivedAt of instants)
    await noor.post('/v1/pitches', { title: 'One', text: 'Runs.', archivedAt })
  const past = { title: 'One', text: 'Runs.', archivedAt: '2199-12-31T23:59:59-14:00' }
  t.equal((await noor.post('/v1/pitches', past)).status, 400, 'which would be in 2200')
  const { body } = await sam.post('/v1/imports', await exported(noor))
  t.match(body.counts, counts({ rows: 2, added: 2 }))
})

test('a plan out of a private reflection stays private, also from a file that does not say it of plans', async (t) => {
  const service = await openService(t)
  const [noor, sam] = [await service.newAccount(), await service.newAccount('Sam')]
  const ofReflection = async (isPrivate: boolean) => {
    const subject = { from: '2026-05-04', to: '2026-05-10' }
    const { id } = (await noor.post('/v1/reflections', { subject, private: isPrivate })).body
    const answers = `/v1/reflections/${id}/answers`
    await noor.post(answers, { step: 'went_well', text: 'I slept.' })
    await noor.post(`/v1/reflections/${id}/skips`, { step: 'did_not_go_well' })
    const plan = { if: `they ask ${isPrivate ? 'about the gap' : 'why'}`, then: 'I say it in one sentence' }
    await noor.post(answers, { step: 'do_differently', text: 'One sentence.', plan })
  }
  await ofReflection(true)
  await ofReflection(false)
  const file = await exported(noor)
  const plans = file.plans.map(({ private: _, ...plan }: Named) => plan)
  const reflections = file.reflections.map(({ entries, ...reflection }: Body) => ({
    ...reflection,
    entries: entries.map(({ planId, ...entry }: Body) => ({ ...entry, planId: planId?.toUpperCase() })),
  }))
  const older = { ...file, plans, reflections }
  t.match((await sam.post('/v1/imports', older)).body.counts, { added: 4, invalid: 0 })
  const { data } = (await sam.get('/v1/plans')).body
  t.strictSame(
    data.map((plan: Body) => [plan.if, plan.private]),
    [
      ['they ask why', false],
      ['they ask about the gap', true],
    ],
  )
})

test('a dry run of a journal says what would become of it, and keeps nothing', async (t: Test) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await fillJournal(noor)
  const file = await exported(noor)
  const sam = await service.newAccount('Sam')
  const before = await exported(sam)
  const { status, body } = await sam.post('/v1/imports?dryRun=true', file)
  t.equal(status, 200)
  t.match(body, { status: 'completed', format: 'afterview-journal', counts: { invalid: 0, noop: 0 } })
  t.ok(body.rows.every(({ status, recordId }: Named) => status === 'added' && recordId === null))
  t.strictSame(await exported(sam), before)
  t.strictSame((await sam.get('/v1/imports')).body.data, [])
})
