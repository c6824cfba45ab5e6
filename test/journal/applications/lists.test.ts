import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addPlan, addQuestion, beginReflection, idsOf } from './records.ts'

test('the applications of an account', async (t) => {
  const service = await openService(t)

  await t.test('are listed newest first, page by page, each once', async (t) => {
    const noor = await service.newAccount()
    const ids: string[] = []
    for (const company of ['A', 'B', 'C', 'D', 'E']) {
      ids.unshift((await addApplication(noor, { company })).id)
      await untilTheNextMillisecond()
    }
    t.strictSame(idsOf(await noor.get('/v1/applications')), ids)
    const first = await noor.get('/v1/applications?limit=2')
    t.equal(first.headers.link, `</v1/applications?limit=2&cursor=${first.body.nextCursor}>; rel="next"`)
    const second = await noor.get(`/v1/applications?limit=2&cursor=${first.body.nextCursor}`)
    const third = await noor.get(`/v1/applications?limit=2&cursor=${second.body.nextCursor}`)
    t.strictSame([...idsOf(first), ...idsOf(second), ...idsOf(third)], ids)
    t.notOk('nextCursor' in third.body)
    t.equal(third.headers.link, undefined)
  })

  await t.test('are led on from page to page whatever a filter holds', async (t) => {
    const noor = await service.newAccount()
    for (const company of ['A', 'B']) await addApplication(noor, { company, tags: ['why? & how?'] })
    const { headers } = await noor.get('/v1/applications?limit=1&tag=why?+%26+how?')
    const [, next = ''] = /^<(.+)>; rel="next"$/.exec(String(headers.link)) ?? []
    t.match((await noor.get(next)).body, { data: [{ company: 'A' }] })
  })

  await t.test('are filtered by stage and by status', async (t) => {
    const noor = await service.newAccount()
    const saved = await addApplication(noor)
    const applied = await addApplication(noor, { appliedOn: '2026-05-04' })
    const over = await addApplication(noor, { appliedOn: '2026-05-04' })
    await noor.put(`/v1/applications/${over.id}/outcome`, { kind: 'no_response' })
    const list = async (query: string) => idsOf(await noor.get(`/v1/applications?${query}`)).sort()
    t.strictSame(await list('stage=saved'), [saved.id])
    t.strictSame(await list('stage=applied'), [applied.id, over.id].sort())
    t.strictSame(await list('status=closed'), [over.id])
    t.strictSame(await list('status=open'), [saved.id, applied.id].sort())
    t.strictSame(await list('stage=applied&status=open'), [applied.id])
    t.strictSame(await list('stage=offered'), [])
    for (const query of ['stage=lost', 'status=', 'colour=red', 'limit=0', 'limit=201', 'limit=two'])
      t.equal((await noor.get(`/v1/applications?${query}`)).status, 400, query)
  })

  await t.test('come with a cursor that belongs to its list, its filters and its account', async (t) => {
    const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
    for (const client of [noor, noor, sam, sam]) await addApplication(client)
    const { nextCursor } = (await noor.get('/v1/applications?limit=1&status=open')).body
    t.equal((await noor.get(`/v1/applications?limit=9&status=open&cursor=${nextCursor}`)).body.data.length, 1)
    for (const path of [
      '/v1/applications?',
      '/v1/applications?status=closed&',
      '/v1/interviews?status=completed&',
    ]) {
      const { status, body } = await noor.get(`${path}cursor=${nextCursor}`)
      t.strictSame([status, body.code], [400, 'invalid_cursor'])
    }
    t.equal((await noor.get('/v1/applications?cursor=nonsense')).body.code, 'invalid_cursor')
    const foreign = await sam.get(`/v1/applications?status=open&cursor=${nextCursor}`)
    t.strictSame([foreign.status, foreign.body.code], [400, 'invalid_cursor'])
  })

  await t.test('are nobody else’s', async (t) => {
    const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
    const { id } = await addApplication(noor)
    const path = `/v1/applications/${id}`
    for (const refused of [
      await sam.get(path),
      await sam.patch(path, { notes: 'Mine' }),
      await sam.delete(path),
      await sam.post(`${path}/interviews`, {}),
      await sam.put(`${path}/outcome`, { kind: 'rejected' }),
      await sam.put(`${path}/offer`, {}),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.strictSame(idsOf(await sam.get('/v1/applications')), [])
    t.hasStrict((await noor.get(path)).body, { notes: null, interviewCount: 0, status: 'open', version: 1 })
  })

  await t.test('take all that hangs on them along when they go, except plans', async (t) => {
    const noor = await service.newAccount()
    const [gone, kept] = [await addApplication(noor), await addApplication(noor)]
    const interview = await addInterview(noor, gone.id)
    const question = await addQuestion(noor, interview.id)
    const ofInterview = await beginReflection(noor, { interviewId: interview.id })
    const ofApplication = await beginReflection(noor, { applicationId: gone.id })
    await noor.put(`/v1/applications/${gone.id}/offer`, {})
    await noor.put(`/v1/applications/${gone.id}/outcome`, { kind: 'offer_declined' })
    const plan = await addPlan(noor)
    const other = await addInterview(noor, kept.id)
    t.equal((await noor.delete(`/v1/applications/${gone.id}`)).status, 204)
    for (const path of [
      `/v1/applications/${gone.id}`,
      `/v1/applications/${gone.id}/offer`,
      `/v1/applications/${gone.id}/outcome`,
      `/v1/applications/${gone.id}/interviews`,
      `/v1/interviews/${interview.id}`,
      `/v1/questions/${question.id}`,
      `/v1/reflections/${ofInterview.id}`,
      `/v1/reflections/${ofApplication.id}`,
    ])
      t.equal((await noor.get(path)).status, 404, path)
    t.equal((await noor.get(`/v1/plans/${plan.id}`)).status, 200)
    t.strictSame(idsOf(await noor.get('/v1/interviews')), [other.id])
    t.strictSame(idsOf(await noor.get('/v1/questions')), [])
    t.equal((await noor.delete(`/v1/applications/${gone.id}`)).status, 404, 'it can go only once')
  })
})

/** Ids count milliseconds: two of the same one have no order among themselves. */
const untilTheNextMillisecond = async () => {
  const now = Date.now()
  while (Date.now() === now) await new Promise(setImmediate)
}
