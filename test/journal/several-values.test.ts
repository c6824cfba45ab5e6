import { type Test, test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { addApplication, addInterview, addPlan, addQuestion, idsOf } from './applications/records.ts'

/** What a list holds with a filter, whatever its order. */
const listed = async (client: Client, url: string) => idsOf(await client.get(url)).sort()

test('a filter of a list takes several values, any of which will do', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const saved = (await addApplication(noor)).id
  const applied = (await addApplication(noor, { appliedOn: '2026-05-04' })).id
  const ended = (await addApplication(noor, { appliedOn: '2026-05-04' })).id
  await noor.put(`/v1/applications/${ended}/outcome`, {
    kind: 'rejected',
    reasons: [{ code: 'knowledge_gap', evidence: 'stated_by_employer' }],
  })
  const accepted = (await addApplication(noor, { appliedOn: '2026-05-04' })).id
  await noor.put(`/v1/applications/${accepted}/outcome`, { kind: 'offer_accepted' })
  const answered = await addInterview(noor, ended, { result: 'not_advanced' })
  const ahead = await addInterview(noor, applied, { startsAt: '2199-05-04T09:00:00Z' })
  const over = await addInterview(noor, accepted, { result: 'advanced' })

  const finds = async (t: Test, url: string, ...ids: string[]) =>
    t.strictSame(await listed(noor, url), ids.sort(), url)

  await t.test('of applications', async (t) => {
    await finds(t, '/v1/applications?stage=saved', saved)
    await finds(t, '/v1/applications?stage=saved,accepted', saved, accepted)
    await finds(t, '/v1/applications?stage=accepted%2Csaved', saved, accepted)
    await finds(t, '/v1/applications?status=open,closed', saved, applied, ended, accepted)
    await finds(t, '/v1/applications?status=closed&outcome=rejected,no_response', ended)
    await finds(t, '/v1/applications?outcome=rejected,offer_accepted', ended, accepted)
    await finds(t, '/v1/applications?attribution=something_to_learn,both', ended)
  })

  await t.test('of what belongs to them', async (t) => {
    await finds(t, '/v1/interviews?result=advanced,not_advanced', answered.id, over.id)
    await finds(t, '/v1/interviews?status=scheduled,cancelled', ahead.id)
    await finds(t, `/v1/applications/${ended}/interviews?result=advanced,not_advanced`, answered.id)
    const why = await addQuestion(noor, answered.id, { kind: 'motivation', answered: 'partly' })
    const how = await addQuestion(noor, answered.id, {
      kind: 'technical',
      answered: 'did_not_know',
      prompt: 'How?',
    })
    await addQuestion(noor, answered.id, { kind: 'culture', answered: 'well', prompt: 'Who?' })
    await finds(t, '/v1/questions?kind=motivation,technical', why.id, how.id)
    await finds(t, '/v1/questions?answered=did_not_know,partly', why.id, how.id)
    const items = idsOf(await noor.get('/v1/study-items'))
    t.not(items.length, 0)
    await finds(t, '/v1/study-items?state=new,learning', ...items)
    const note = { subject: { applicationId: saved }, text: 'Warm people' }
    const [shared, own] = [
      (await noor.post('/v1/notes', { ...note, visibility: 'shared' })).body.id,
      (await noor.post('/v1/notes', note)).body.id,
    ]
    await finds(t, '/v1/notes?visibility=author,shared', shared, own)
  })

  await t.test('of what is learned from them', async (t) => {
    const [open, dropped, tried] = [
      await addPlan(noor),
      await addPlan(noor, { status: 'dropped' }),
      await addPlan(noor, { status: 'tried' }),
    ]
    await finds(t, '/v1/plans?status=open,dropped', open.id, dropped.id)
    await finds(t, '/v1/plans?status=tried', tried.id)
    const { id } = (await noor.post('/v1/reflections', { subject: { applicationId: ended } })).body
    await finds(t, '/v1/reflections?status=completed,open', id)
  })

  await t.test('the order of the values is no other list', async (t) => {
    const { nextCursor } = (await noor.get('/v1/applications?limit=1&stage=saved,responded,accepted')).body
    const next = await noor.get(
      `/v1/applications?limit=9&stage=accepted,saved,responded&cursor=${nextCursor}`,
    )
    t.strictSame([next.status, idsOf(next).sort()], [200, [saved, applied].sort()])
    const fewer = await noor.get(`/v1/applications?stage=saved,responded&cursor=${nextCursor}`)
    t.strictSame([fewer.status, fewer.body.code], [400, 'invalid_cursor'])
  })

  await t.test('what is none of them is refused', async (t) => {
    const pointer = '/querystring/status'
    const twice = { pointer, detail: 'Must name each value once', code: 'duplicate' }
    const unknown = { pointer, code: 'not_an_option' }
    for (const [given, fault] of [
      ['open,open', twice],
      ['open,', unknown],
      ['', unknown],
      [',', unknown],
      ['open,lost', unknown],
      ['open, closed', unknown],
      ['open&status=closed', { pointer, detail: 'Must be given once', code: 'repeated' }],
    ] as const) {
      const { status, body } = await noor.get(`/v1/applications?status=${given}`)
      t.equal(status, 400, given)
      t.match(body.errors, [fault], given)
      t.equal(body.errors.length, 1, given)
    }
  })
})
