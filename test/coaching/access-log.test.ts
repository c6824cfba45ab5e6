import { test } from 'tap'
import { openService } from '../support/service.ts'
import { countStatements } from '../support/statements.ts'
import { engage, erase, inAccountOf } from './pairs.ts'

type Entry = { operation: string; recordId: string | null; coach: { displayName: string } | null; at: string }

test('the log of who looked', async (t) => {
  const service = await openService(t)
  const { clock } = service
  const noor = await service.newAccount('Noor')
  const robin = await service.newAccount('Robin')
  const kim = await service.newAccount('Kim')
  const id = await engage(noor, robin, ['journal:read', 'notes:write'])
  await engage(noor, kim, ['insights:read'])
  const [reading, other] = [inAccountOf(robin, noor), inAccountOf(kim, noor)]
  const { body: application } = await noor.post('/v1/applications', { company: 'Lindgren Optics' })
  const entries = async (search = ''): Promise<Entry[]> =>
    (await noor.get(`/v1/access-log${search}`)).body.data
  const told = async (search = '') =>
    (await entries(search)).map(({ operation, recordId, coach }) => [coach?.displayName, operation, recordId])

  await t.test('holds each read and write of each coach: who, what, and when', async (t) => {
    await reading.get('/v1/applications')
    await reading.get(`/v1/applications/${application.id}`)
    clock.now = new Date('2026-06-02T09:00:00.000Z')
    await other.get('/v1/insights/summary')
    await reading.post('/v1/notes', { text: 'Ask about lenses.' })
    await noor.get('/v1/applications')
    t.strictSame(await told(), [
      ['Robin', 'createNote', null],
      ['Kim', 'getSummary', null],
      ['Robin', 'getApplication', application.id],
      ['Robin', 'listApplications', null],
    ])
    t.strictSame(
      (await entries()).map(({ at }) => at.slice(0, 10)),
      ['2026-06-02', '2026-06-02', '2026-06-01', '2026-06-01'],
    )
  })

  await t.test('is filtered by coach and by day', async (t) => {
    t.strictSame(await told(`?coachId=${kim.accountId}`), [['Kim', 'getSummary', null]])
    t.equal((await entries('?from=2026-06-02')).length, 2)
    t.equal((await entries('?to=2026-06-01')).length, 2)
    t.equal((await entries('?from=2026-06-03')).length, 0)
    await noor.patch('/v1/me', { timeZone: 'Pacific/Pago_Pago' })
    t.equal((await entries('?to=2026-05-31')).length, 2, 'where it is still the evening before')
    t.equal((await entries('?from=2026-06-01')).length, 2)
  })

  await t.test('holds nothing of what was refused', async (t) => {
    t.equal((await reading.get('/v1/study-items')).status, 404)
    t.equal((await reading.post('/v1/applications', { company: 'x' })).status, 404)
    t.equal((await entries()).length, 4)
  })

  await t.test('holds every answer that was given, however many at once', async (t) => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => reading.get('/v1/applications')))
    t.ok(answers.every(({ status }) => status === 200))
    t.equal((await entries('?limit=200')).length, 54)
  })

  await t.test('costs no statement of its own', async (t) => {
    const [own, acting] = [
      await countStatements(service, () => noor.get('/v1/applications')),
      await countStatements(service, () => reading.get('/v1/applications')),
    ]
    t.equal(acting, own + 1, 'one more than for the owner: whether they may, and the note of it')
  })

  await t.test('is for the client alone', async (t) => {
    t.strictSame((await robin.get('/v1/access-log')).body, { data: [] })
    t.equal((await reading.get('/v1/access-log')).status, 404)
  })

  await t.test('stays when the engagement ends, and names nobody who was erased', async (t) => {
    await noor.post(`/v1/engagements/${id}/end`)
    t.equal((await entries('?limit=200')).length, 55)
    await erase(robin)
    t.strictSame((await told('?limit=200')).at(-1), [undefined, 'listApplications', null])
    t.strictSame(await told(`?coachId=${robin.accountId}`), [])
  })
})
