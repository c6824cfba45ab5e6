import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, idsOf } from '../applications/records.ts'

test('the interviews of an account', async (t) => {
  const service = await openService(t)

  await t.test(
    'are filtered by day, status and result, and a day is one of UTC unless the account is elsewhere',
    async (t) => {
      const noor = await service.newAccount()
      const { id } = await addApplication(noor)
      const late = await addInterview(noor, id, { startsAt: '2026-05-10T22:30:00-03:00', result: 'advanced' })
      const day = await addInterview(noor, id, { heldOn: '2026-05-12', result: 'not_advanced' })
      const ahead = await addInterview(noor, id, { startsAt: '2026-06-20T10:00:00Z' })
      const undated = await addInterview(noor, id, { status: 'missed' })
      const list = async (query: string) => idsOf(await noor.get(`/v1/interviews?${query}`)).sort()
      const ids = (...interviews: { id: string }[]) => interviews.map((it) => it.id).sort()
      t.strictSame(await list(''), ids(late, day, ahead, undated))
      t.strictSame(await list('from=2026-05-11'), ids(late, day, ahead))
      t.strictSame(await list('from=2026-05-12'), ids(day, ahead))
      t.strictSame(await list('to=2026-05-11'), ids(late))
      t.strictSame(await list('to=2026-05-10'), [])
      t.strictSame(await list('from=2026-05-12&to=2026-05-12'), ids(day))
      t.strictSame(await list('status=scheduled'), ids(ahead))
      t.strictSame(await list('status=missed'), ids(undated))
      t.strictSame(await list('status=completed&result=advanced'), ids(late))
      t.strictSame(await list('result=pending'), ids(ahead, undated))
      for (const query of ['from=2026-02-30', 'to=now', 'status=over', 'result=lost', `applicationId=${id}`])
        t.equal((await noor.get(`/v1/interviews?${query}`)).status, 400, query)
    },
  )

  await t.test('are listed for one application, too, with the same filters', async (t) => {
    const noor = await service.newAccount()
    const [one, other] = [await addApplication(noor), await addApplication(noor)]
    const first = await addInterview(noor, one.id, { heldOn: '2026-05-04' })
    const second = await addInterview(noor, one.id, { heldOn: '2026-05-18' })
    await addInterview(noor, other.id, { heldOn: '2026-05-18' })
    const path = `/v1/applications/${one.id}/interviews`
    t.strictSame(idsOf(await noor.get(path)).sort(), [first.id, second.id].sort())
    t.strictSame(idsOf(await noor.get(`${path}?from=2026-05-10`)), [second.id])
    const page = await noor.get(`${path}?limit=1`)
    const { nextCursor } = page.body
    const next = await noor.get(`${path}?limit=1&cursor=${nextCursor}`)
    t.strictSame([...idsOf(page), ...idsOf(next)].sort(), [first.id, second.id].sort())
    const elsewhere = await noor.get(`/v1/applications/${other.id}/interviews?cursor=${nextCursor}`)
    t.strictSame([elsewhere.status, elsewhere.body.code], [400, 'invalid_cursor'])
  })

  await t.test('are nobody else’s', async (t) => {
    const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
    const { id } = await addApplication(noor)
    const { id: interview } = await addInterview(noor, id)
    const path = `/v1/interviews/${interview}`
    for (const refused of [
      await sam.get(path),
      await sam.patch(path, { notes: 'Mine' }),
      await sam.delete(path),
      await sam.get(`/v1/applications/${id}/interviews`),
      await sam.post(`${path}/questions`, { prompt: 'Why?' }),
      await sam.post('/v1/reflections', { subject: { interviewId: interview } }),
      await sam.post('/v1/reflections', { subject: { applicationId: id } }),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.strictSame(idsOf(await sam.get('/v1/interviews')), [])
    t.hasStrict((await noor.get(path)).body, { notes: null, version: 1 })
  })
})

test('what interviews say about their application', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const read = async (id: string) => {
    const { stage, interviewCount, version } = (await noor.get(`/v1/applications/${id}`)).body
    t.equal(version, 1, 'the application itself is unchanged')
    return [stage, interviewCount]
  }

  await t.test('an interview obtained is an answer of the company, whatever becomes of it', async (t) => {
    for (const members of [
      { status: 'cancelled' },
      { status: 'missed' },
      { startsAt: '2026-06-20T10:00:00Z' },
    ]) {
      const { id } = await addApplication(noor)
      await addInterview(noor, id, members)
      t.strictSame(await read(id), ['responded', 1])
    }
  })

  await t.test('once held, it counts as interviewed, and a change of mind is followed', async (t) => {
    const { id } = await addApplication(noor)
    const made = await addInterview(noor, id, { heldOn: '2026-05-20', status: 'scheduled' })
    const patch = (members: object) => noor.patch(`/v1/interviews/${made.id}`, members)
    await patch({ status: 'completed' })
    t.strictSame(await read(id), ['interviewed', 1])
    await patch({ status: 'cancelled' })
    t.strictSame(await read(id), ['responded', 1])
  })

  await t.test('without the only interview held, the stage is what the other facts say', async (t) => {
    for (const [days, stage] of [
      [{}, 'saved'],
      [{ appliedOn: '2026-05-04' }, 'applied'],
      [{ respondedOn: '2026-05-04' }, 'responded'],
    ] as const) {
      const { id } = await addApplication(noor, days)
      const made = await addInterview(noor, id, { heldOn: '2026-05-18' })
      t.strictSame(await read(id), ['interviewed', 1])
      t.equal((await noor.delete(`/v1/interviews/${made.id}`)).status, 204)
      t.strictSame(await read(id), [stage, 0])
    }
  })
})
