import { test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from '../applications/records.ts'

test('pitches', async (t) => {
  const service = await openService(t)
  const add = async (client: Client, members = {}): Promise<Body> =>
    (await client.post('/v1/pitches', { title: 'Short', text: 'I keep things running.', ...members })).body

  await t.test('say how often each was used, and how often it led on', async (t) => {
    const noor = await service.newAccount()
    const [first, second] = [await add(noor), await add(noor, { title: 'Long' })]
    const { id } = await addApplication(noor)
    const use = (pitchId: string, more: object) =>
      addInterview(noor, id, { heldOn: '2026-05-20', pitchId, ...more })
    await use(first.id, { result: 'advanced' })
    await use(first.id, { result: 'advanced' })
    await use(first.id, { result: 'not_advanced' })
    await use(first.id, { result: 'pending' })
    await use(first.id, { result: 'advanced', status: 'cancelled' })
    await use(second.id, { result: 'unknown' })
    const { data } = (await noor.get('/v1/pitches')).body
    t.strictSame(
      data.map(({ title, usedCount, ledOnCount, notLedOnCount }: Body) => [
        title,
        usedCount,
        ledOnCount,
        notLedOnCount,
      ]),
      [
        ['Long', 1, 0, 0],
        ['Short', 4, 2, 1],
      ],
    )
  })

  await t.test('have versions: what was said in an interview stays as it was said', async (t) => {
    const noor = await service.newAccount()
    const first = await add(noor)
    const path = `/v1/pitches/${first.id}`
    t.equal((await noor.patch(path, { text: 'I keep lines running.' })).status, 200, 'before it is used')
    const { id: applicationId } = await addApplication(noor)
    const planned = (members: object) => addInterview(noor, applicationId, { pitchId: first.id, ...members })
    const [ahead, called] = [
      await planned({ startsAt: '2026-06-20T10:00:00Z' }),
      await planned({ heldOn: '2026-05-20', status: 'cancelled' }),
    ]
    t.equal((await noor.patch(path, { text: 'I keep lines going.' })).status, 200, 'nobody has heard it yet')
    t.equal((await noor.delete(path)).status, 409, 'but it is to be said')
    const interview = await planned({ heldOn: '2026-05-20', status: 'scheduled' })
    const changed = await noor.patch(path, { text: 'I mend things.' })
    t.strictSame([changed.status, changed.body.code], [409, 'pitch_in_use'])
    t.equal(
      (await noor.patch(path, { title: 'Shorter', text: 'I keep lines going.' })).status,
      200,
      'the title may',
    )
    const removed = await noor.delete(path)
    t.strictSame([removed.status, removed.body.code], [409, 'pitch_in_use'])

    const second = await add(noor, { text: 'I mend things.', previousId: first.id })
    t.equal(second.previousId, first.id)
    for (const { id } of [ahead, called]) await noor.patch(`/v1/interviews/${id}`, { pitchId: null })
    await noor.patch(`/v1/interviews/${interview.id}`, { pitchId: second.id })
    t.equal((await noor.delete(path)).status, 409, 'a later version names it')
    t.equal((await noor.delete(`/v1/pitches/${second.id}`)).status, 409)
    await noor.patch(`/v1/interviews/${interview.id}`, { pitchId: null })
    t.equal((await noor.delete(`/v1/pitches/${second.id}`)).status, 204)
    t.equal((await noor.delete(path)).status, 204)
  })

  await t.test('can be put away', async (t) => {
    const noor = await service.newAccount()
    const { id } = await add(noor)
    await add(noor, { title: 'Kept' })
    await noor.patch(`/v1/pitches/${id}`, { archivedAt: '2026-06-01T00:00:00Z' })
    const titles = async (query: string) =>
      (await noor.get(`/v1/pitches${query}`)).body.data.map(({ title }: Body) => title)
    t.strictSame(await titles('?archived=true'), ['Short'])
    t.strictSame(await titles('?archived=false'), ['Kept'])
    t.strictSame(await titles(''), ['Kept', 'Short'])
  })

  await t.test('of somebody else cannot be named', async (t) => {
    const [noor, sam] = [await service.newAccount(), await service.newAccount()]
    const { id: pitchId } = await add(noor)
    const application = await addApplication(sam)
    for (const refused of [
      await sam.post(`/v1/applications/${application.id}/interviews`, { pitchId }),
      await sam.post('/v1/pitches', { title: 'A', text: 'B', previousId: pitchId }),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
  })
})
