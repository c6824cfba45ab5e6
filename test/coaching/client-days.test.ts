import { test } from 'tap'
import { CONSENTS } from '../../src/platform/scopes.ts'
import { addApplication, addInterview } from '../journal/applications/records.ts'
import type { Body } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { engage, inAccountOf } from './pairs.ts'

test('what may be worth a word is told by days where each client is', async (t) => {
  const service = await openService(t)
  const robin = await service.newAccount('Robin')
  const meet = async (timeZone: string) => {
    service.clock.now = new Date('2026-01-01T00:00:00Z')
    const client = await service.newAccount()
    await client.patch('/v1/me', { timeZone })
    await engage(client, robin, CONSENTS)
    return client
  }
  const at = (now: string) => {
    service.clock.now = new Date(now)
  }
  const noted = async ({ accountId }: { accountId: string }): Promise<string[]> =>
    (await robin.get(`/v1/clients/${accountId}`)).body.attention.map(
      ({ code, since }: Body) => `${code} ${since}`,
    )
  const found = async (code: string) =>
    (await robin.get(`/v1/clients?limit=200&attention=${code}`)).body.data.map(
      ({ accountId }: Body) => accountId,
    )

  await t.test('an interview is soon for as many days as there are where it is', async (t) => {
    const [west, east] = [await meet('America/Los_Angeles'), await meet('Pacific/Auckland')]
    at('2026-05-11T12:00:00Z')
    const evening = { startsAt: '2026-05-14T23:30:00-07:00' }
    await addInterview(west, (await addApplication(west)).id, evening)
    await addInterview(east, (await addApplication(east)).id, { startsAt: '2026-05-16T00:30:00+12:00' })
    t.strictSame(await noted(west), ['interview_soon 2026-05-14'])
    t.strictSame(await noted(east), [])
    t.strictSame(await found('interview_soon'), [west.accountId])
    t.equal((await robin.get('/v1/clients/summary')).body.attention.interview_soon, 1)
    at('2026-05-12T12:00:00Z')
    t.strictSame(await noted(east), ['interview_soon 2026-05-16'])
    await robin.get('/v1/clients')
    const session = { startsAt: '2026-05-14T10:00:00Z' }
    const { body } = await inAccountOf(robin, west).post('/v1/coaching-sessions', session)
    t.match(body.agenda, [{ code: 'interview_soon' }])
  })

  await t.test('a reflection is overdue once three days have ended there', async (t) => {
    const west = await meet('America/Los_Angeles')
    at('2026-05-11T12:00:00Z')
    const { id } = await addApplication(west)
    await addInterview(west, id, { startsAt: '2026-05-10T20:00:00-07:00', status: 'completed' })
    at('2026-05-13T23:59:00-07:00')
    t.strictSame(await noted(west), [])
    at('2026-05-14T00:00:00-07:00')
    t.strictSame(await noted(west), ['reflection_overdue 2026-05-10'])
    t.ok((await found('reflection_overdue')).includes(west.accountId))
  })

  await t.test('what was only noted of an evening in the west is fourteen days ago in time', async (t) => {
    const west = await meet('America/Los_Angeles')
    at('2026-05-10T20:00:00-07:00')
    await addApplication(west)
    at('2026-05-23T23:59:00-07:00')
    t.strictSame(await noted(west), [])
    at('2026-05-24T00:00:00-07:00')
    t.strictSame(await noted(west), ['quiet 2026-05-10'])
    t.ok((await found('quiet')).includes(west.accountId))
  })

  await t.test('of one day, the latest of its kind stands for it', async (t) => {
    const noor = await meet('UTC')
    at('2026-05-20T12:00:00Z')
    const { id } = await addApplication(noor)
    const at8 = { startsAt: '2026-05-10T08:00:00Z', status: 'completed' }
    await addInterview(noor, id, at8)
    const evening = await addInterview(noor, id, { ...at8, startsAt: '2026-05-10T18:00:00Z' })
    const { attention } = (await robin.get(`/v1/clients/${noor.accountId}`)).body
    const overdue = attention.find(({ code }: Body) => code === 'reflection_overdue')
    t.equal(overdue.subject.interviewId, evening.id)
  })

  await t.test('the silence of a client counts days there, and a pause begins with one', async (t) => {
    const east = await meet('Pacific/Auckland')
    at('2026-04-04T12:00:00Z')
    const { id } = await addApplication(east, { appliedOn: '2026-03-01' })
    await addInterview(east, id, { startsAt: '2026-04-05T00:00:00+13:00', status: 'cancelled' })
    await addInterview(east, id, {
      startsAt: '2026-04-05T00:10:00+13:00',
      result: 'advanced',
      status: 'completed',
    })
    const quiet = async () => (await noted(east)).filter((each) => each.startsWith('quiet'))
    at('2026-04-18T23:59:00+12:00')
    t.strictSame(await quiet(), [])
    at('2026-04-19T00:00:00+12:00')
    t.strictSame(await quiet(), ['quiet 2026-04-05'], 'though the clocks changed on that day')
    await east.post('/v1/pauses', { from: '2026-04-19', to: '2026-04-19' })
    t.strictSame(await quiet(), [])
    t.match((await robin.get(`/v1/clients/${east.accountId}`)).body.pause, { from: '2026-04-19' })
    at('2026-04-20T00:00:00+12:00')
    t.equal((await robin.get(`/v1/clients/${east.accountId}`)).body.pause, null)
  })

  await t.test('what was learned without a day counts from the day of its record there', async (t) => {
    const west = await meet('America/Los_Angeles')
    at('2026-05-10T20:00:00-07:00')
    const { id } = await addApplication(west)
    await addInterview(west, id, { kind: 'final', heldOn: '2026-05-10', status: 'completed' })
    await west.put(`/v1/applications/${id}/outcome`, { kind: 'rejected' })
    const { id: offered } = await addApplication(west)
    await west.put(`/v1/applications/${offered}/offer`, {})
    t.strictSame(await noted(west), ['near_miss 2026-05-10', 'offer 2026-05-10'])
    at('2026-05-24T23:59:00-07:00')
    t.ok((await noted(west)).includes('near_miss 2026-05-10'))
    at('2026-05-25T00:00:00-07:00')
    t.notOk((await noted(west)).includes('near_miss 2026-05-10'))
  })
})
