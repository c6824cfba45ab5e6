import { test } from 'tap'
import { openService } from '../support/service.ts'
import { addApplication, addInterview, addPlan, addQuestion, idsOf } from './applications/records.ts'

test('lists hold what was changed since an instant', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const at = (instant: string) => {
    service.clock.now = new Date(instant)
  }
  const since = async (list: string, instant: string) =>
    idsOf(await noor.get(`/v1/${list}updatedFrom=${instant}`)).sort()

  at('2026-06-01T09:00:00.000Z')
  const application = await addApplication(noor)
  const kept = await addApplication(noor)
  const interview = await addInterview(noor, application.id)
  const question = await addQuestion(noor, interview.id, { answered: 'did_not_know' })
  const plan = await addPlan(noor)
  const [item] = idsOf(await noor.get('/v1/study-items'))
  const reflection = (await noor.post('/v1/reflections', { subject: { applicationId: kept.id } })).body
  const lists = {
    applications: application.id,
    interviews: interview.id,
    questions: question.id,
    plans: plan.id,
    'study-items': item,
    reflections: reflection.id,
  }

  at('2026-06-02T09:00:00.000Z')
  await t.test('none where nothing was', async (t) => {
    for (const list of Object.keys(lists))
      t.strictSame(await since(`${list}?`, '2026-06-01T09:00:00.001Z'), [], list)
    t.strictSame(await since('applications?', '2026-06-01T09:00:00Z'), [application.id, kept.id].sort())
    t.strictSame(
      await since('applications?', '2026-06-01T11:00:00%2B02:00'),
      [application.id, kept.id].sort(),
    )
  })

  await noor.patch(`/v1/applications/${application.id}`, { notes: 'Second thoughts' })
  await noor.patch(`/v1/interviews/${interview.id}`, { notes: 'Went long' })
  await noor.patch(`/v1/questions/${question.id}`, { topic: 'Optics' })
  await noor.patch(`/v1/plans/${plan.id}`, { status: 'dropped' })
  await noor.patch(`/v1/study-items/${item}`, { topic: 'Lenses' })
  await noor.post(`/v1/reflections/${reflection.id}/answers`, { step: 'went_well', text: 'I asked a lot' })

  await t.test('those that were, and no others', async (t) => {
    for (const [list, id] of Object.entries(lists))
      t.strictSame(await since(`${list}?`, '2026-06-02T09:00:00Z'), [id], list)
    const beneath = `applications/${application.id}/interviews?`
    t.strictSame(await since(beneath, '2026-06-02T09:00:00Z'), [interview.id])
    t.strictSame(await since(beneath, '2026-06-02T09:00:01Z'), [])
  })

  await t.test('beside other filters, and page by page', async (t) => {
    at('2026-06-03T09:00:00.000Z')
    const more = [await addApplication(noor, { appliedOn: '2026-06-03' }), await addApplication(noor)]
    const query = 'updatedFrom=2026-06-02T09:00:00Z'
    t.strictSame(await since('applications?stage=applied&', '2026-06-02T09:00:00Z'), [more[0].id])
    const first = await noor.get(`/v1/applications?${query}&limit=2`)
    const second = await noor.get(`/v1/applications?${query}&limit=2&cursor=${first.body.nextCursor}`)
    t.strictSame(
      [...idsOf(first), ...idsOf(second)].sort(),
      [application.id, ...more.map(({ id }) => id)].sort(),
    )
    const other = `updatedFrom=2026-06-01T09:00:00Z&cursor=${first.body.nextCursor}`
    t.match(await noor.get(`/v1/applications?${other}`), { status: 400, body: { code: 'invalid_cursor' } })
  })

  await t.test('an application does not count as changed by what hangs on it', async (t) => {
    at('2026-06-04T09:00:00.000Z')
    await addInterview(noor, kept.id)
    t.strictSame(await since('applications?', '2026-06-04T09:00:00Z'), [])
    t.match(await noor.get(`/v1/applications/${kept.id}`), { body: { version: 1, interviewCount: 1 } })
  })

  await t.test('what is no instant is refused', async (t) => {
    for (const given of ['2026-06-01', 'yesterday', '', '2026-06-01T09:00:00']) {
      const { status, body } = await noor.get(`/v1/plans?updatedFrom=${given}`)
      t.equal(status, 400, given)
      t.match(body.errors, [{ pointer: '/querystring/updatedFrom', code: 'invalid_format' }], given)
    }
  })
})
