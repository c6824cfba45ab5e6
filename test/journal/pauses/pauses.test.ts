import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { eventsOf } from '../../support/events.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, idsOf } from '../applications/records.ts'

const path = '/v1/pauses'
const add = async (client: Client, from: string, to?: string) =>
  (await client.post(path, { from, ...(to && { to }) })).body

test('pauses', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test('a pause has a first day, and a last one where that is known', async (t) => {
    const members = { from: '2026-07-06', to: '2026-07-19', notes: 'By\nthe sea' }
    const { status, headers, body } = await noor.post(path, members)
    t.equal(status, 201)
    t.equal(headers.location, `${path}/${body.id}`)
    t.hasStrict(body, { ...members, version: 1 })
    t.strictSame((await noor.get(`${path}/${body.id}`)).body, body)
    t.hasStrict(await add(noor, '2026-05-30'), { from: '2026-05-30', to: null, notes: null })
    t.equal((await add(noor, '2026-05-30', '2026-05-30')).to, '2026-05-30', 'one day is enough')
  })

  await t.test('it cannot end before it begins', async (t) => {
    for (const [wrong, pointer] of [
      [{}, '/from'],
      [{ from: null, to: '2026-07-19' }, '/from'],
      [{ from: '2026-02-30' }, '/from'],
      [{ from: '2026-07-20', to: '2026-07-19' }, '/to'],
      [{ from: '2026-07-20T09:00:00Z' }, '/from'],
      [{ from: '2026-07-20', notes: ' ' }, '/notes'],
    ] as const) {
      const { status, body } = await noor.post(path, wrong)
      t.strictSame([status, body.errors[0].pointer], [400, pointer])
    }
    const { id } = await add(noor, '2026-07-06', '2026-07-19')
    for (const patch of [{ from: '2026-07-20' }, { to: '2026-07-05' }]) {
      const { status, body } = await noor.patch(`${path}/${id}`, patch)
      t.strictSame([status, body.errors[0].pointer], [400, '/to'])
    }
    t.hasStrict((await noor.get(`${path}/${id}`)).body, { from: '2026-07-06', to: '2026-07-19', version: 1 })
  })

  await t.test('it may be ended, left open again, moved and removed', async (t) => {
    const { id } = await add(noor, '2026-05-30')
    const ended = await noor.patch(`${path}/${id}`, { to: '2026-06-01' })
    t.hasStrict(ended.body, { from: '2026-05-30', to: '2026-06-01', version: 2 })
    t.equal((await noor.patch(`${path}/${id}`, { to: null })).body.to, null)
    const moved = await noor.patch(`${path}/${id}`, { from: '2026-06-10', to: '2026-06-12', notes: 'Later' })
    t.hasStrict(moved.body, { from: '2026-06-10', to: '2026-06-12', notes: 'Later' })
    const stale = { 'if-match': ended.headers.etag as string }
    t.equal((await noor.patch(`${path}/${id}`, { notes: null }, stale)).status, 412)
    t.equal((await noor.delete(`${path}/${id}`, stale)).status, 412)
    t.equal((await noor.delete(`${path}/${id}`)).status, 204)
    t.equal((await noor.get(`${path}/${id}`)).status, 404)
  })

  await t.test('they may overlap, and are found by a day that lies within', async (t) => {
    const sam = await service.newAccount('Sam')
    const july = await add(sam, '2026-07-06', '2026-07-19')
    const week = await add(sam, '2026-07-13', '2026-07-26')
    const open = await add(sam, '2026-07-20')
    await add(noor, '2026-07-01')
    const on = async (day: string) => idsOf(await sam.get(`${path}?on=${day}`)).sort()
    t.strictSame(await on('2026-07-05'), [])
    t.strictSame(await on('2026-07-06'), [july.id])
    t.strictSame(await on('2026-07-19'), [july.id, week.id].sort())
    t.strictSame(await on('2026-07-20'), [week.id, open.id].sort())
    t.strictSame(await on('2031-01-01'), [open.id])
    t.strictSame(idsOf(await sam.get(path)).sort(), [july.id, week.id, open.id].sort())
    t.equal((await sam.get(`${path}?on=soon`)).status, 400)
  })

  await t.test('they change no figure and no other record', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id } = await addApplication(sam, { appliedOn: '2026-05-04' })
    await addInterview(sam, id, { heldOn: '2026-05-20' })
    await addApplication(sam, { appliedOn: '2026-01-12' })
    await sam.put(`/v1/applications/${id}/outcome`, { kind: 'rejected' })
    const all = [
      '/v1/insights/summary',
      '/v1/applications',
      '/v1/interviews',
      `/v1/applications/${id}/outcome`,
    ]
    const readAll = () => Promise.all(all.map(async (url) => (await sam.get(url)).body))
    const before = await readAll()
    await add(sam, '2026-01-01', '2026-05-31')
    await add(sam, '2026-05-15')
    t.strictSame(await readAll(), before)
  })

  await t.test('they are nobody else’s', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id } = await add(noor, '2026-05-30')
    for (const refused of [
      await sam.get(`${path}/${id}`),
      await sam.patch(`${path}/${id}`, { to: '2026-06-01' }),
      await sam.delete(`${path}/${id}`),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.strictSame(idsOf(await sam.get(path)), [])
  })

  await t.test('what is written is told as events, without the notes', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: pauseId } = (await sam.post(path, { from: '2026-05-30', notes: 'Quokka' })).body
    await sam.patch(`${path}/${pauseId}`, { to: '2026-06-01' })
    await sam.delete(`${path}/${pauseId}`)
    const key = { pauseId, from: '2026-05-30' }
    const previous = { previousFrom: '2026-05-30', previousTo: null }
    t.strictSame(await eventsOf(service, sam.accountId), [
      ['pause.created', { ...key, to: null }],
      ['pause.updated', { ...key, to: '2026-06-01', ...previous }],
      ['pause.deleted', { ...key, to: '2026-06-01' }],
    ])
  })
})
