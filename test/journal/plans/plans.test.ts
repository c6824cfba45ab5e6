import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addPlan, beginReflection, idsOf } from '../applications/records.ts'

test('plans', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test('a plan has an if and a then, and is open', async (t) => {
    const members = { if: 'they ask about a conflict', then: 'I tell of the two deadlines' }
    const { status, headers, body } = await noor.post('/v1/plans', members)
    t.equal(status, 201)
    t.equal(headers.location, `/v1/plans/${body.id}`)
    t.hasStrict(body, { ...members, status: 'open', version: 1 })
    t.strictSame((await noor.get(`/v1/plans/${body.id}`)).body, body)
    for (const part of ['if', 'then'])
      for (const wrong of [undefined, null, '', ' \n ', 'a'.repeat(501)]) {
        const refused = await noor.post('/v1/plans', { ...members, [part]: wrong })
        t.strictSame([refused.status, refused.body.errors[0].pointer], [400, `/${part}`])
      }
  })

  await t.test('its parts say two things, not the same twice', async (t) => {
    const { id } = await addPlan(noor)
    const interview = await addInterview(noor, (await addApplication(noor)).id)
    const reflection = await beginReflection(noor, { interviewId: interview.id })
    const answers = `/v1/reflections/${reflection.id}/answers`
    for (const step of ['went_well', 'did_not_go_well'])
      await noor.post(answers, { step, text: 'One thing.' })
    const before = (await noor.get('/v1/plans')).body
    for (const plan of [
      { if: 'they ask why', then: 'they ask why' },
      { if: 'If they ask why,', then: 'Then: They  ask - why?' },
      { if: '...', then: 'I pause' },
      { if: 'they ask why', then: 'Then ...' },
    ])
      for (const refused of [
        await noor.post('/v1/plans', plan),
        await noor.patch(`/v1/plans/${id}`, plan),
        await noor.post(answers, { step: 'do_differently', text: 'A plan.', plan }),
      ])
        t.strictSame([refused.status, refused.body.code], [422, 'plan_not_if_then'], JSON.stringify(plan))
    t.strictSame((await noor.get('/v1/plans')).body, before)
    t.strictSame((await noor.get(`/v1/reflections/${reflection.id}`)).body.doDifferently, [])
    const kept = await noor.post('/v1/plans', { if: 'If they ask why', then: 'Then I ask why, too' })
    t.strictSame([kept.status, kept.body.if], [201, 'If they ask why'], 'kept as written')
  })

  await t.test('a plan that was tried is no longer open, whether it helped or not', async (t) => {
    for (const helped of ['yes', 'no', 'unsure', null]) {
      const { id } = await addPlan(noor)
      const { status, body } = await noor.post(`/v1/plans/${id}/reviews`, {
        tried: true,
        helped,
        notes: 'Said it',
      })
      t.equal(status, 201)
      t.hasStrict(body, { planId: id, interviewId: null, tried: true, helped, notes: 'Said it' })
      t.hasStrict((await noor.get(`/v1/plans/${id}`)).body, { status: 'tried' })
    }
  })

  await t.test('a plan that there was no moment for stays open', async (t) => {
    const { id } = await addPlan(noor)
    t.equal((await noor.post(`/v1/plans/${id}/reviews`, { tried: false })).status, 201)
    t.equal((await noor.get(`/v1/plans/${id}`)).body.status, 'open')
  })

  await t.test('a plan may be carried on after it was tried, or let go, in the same breath', async (t) => {
    const { id } = await addPlan(noor)
    const review = async (members: object) => {
      t.equal((await noor.post(`/v1/plans/${id}/reviews`, members)).status, 201)
      return (await noor.get(`/v1/plans/${id}`)).body.status
    }
    t.equal(await review({ tried: true, helped: 'unsure', planStatus: 'open' }), 'open')
    t.equal(await review({ tried: false, planStatus: 'dropped' }), 'dropped')
    t.equal(await review({ tried: false }), 'dropped', 'unless stated it stays as it is')
    t.equal(await review({ tried: true, planStatus: null }), 'tried')
    const wrong = await noor.post(`/v1/plans/${id}/reviews`, { tried: true, planStatus: 'tried' })
    t.equal(wrong.status, 400)
  })

  await t.test('a review is about an interview that is over', async (t) => {
    const { id } = await addPlan(noor)
    const { id: interviewId } = await addInterview(noor, (await addApplication(noor)).id, {
      startsAt: '2026-06-01T15:00:00Z',
    })
    const refused = await noor.post(`/v1/plans/${id}/reviews`, { tried: true, interviewId })
    t.strictSame([refused.status, refused.body.code], [422, 'interview_ahead'])
    t.hasStrict((await noor.get(`/v1/plans/${id}`)).body, { status: 'open', version: 1 })
  })

  await t.test('what was not tried can neither help nor fail', async (t) => {
    const { id } = await addPlan(noor)
    for (const helped of ['yes', 'no', 'unsure']) {
      const { status, body } = await noor.post(`/v1/plans/${id}/reviews`, { tried: false, helped })
      t.strictSame([status, body.errors[0].pointer], [400, '/helped'])
    }
    t.equal((await noor.post(`/v1/plans/${id}/reviews`, { helped: 'yes' })).status, 400)
    t.strictSame(idsOf(await noor.get(`/v1/plans/${id}/reviews`)), [])
    t.hasStrict((await noor.get(`/v1/plans/${id}`)).body, { status: 'open', version: 1 })
  })

  await t.test('a plan may be reviewed again and again, for interviews of one’s own', async (t) => {
    const [{ id }, other] = [await addPlan(noor), await addPlan(noor)]
    const interview = await addInterview(noor, (await addApplication(noor)).id)
    const path = `/v1/plans/${id}/reviews`
    const first = await noor.post(path, { tried: true, helped: 'no', interviewId: interview.id })
    const second = await noor.post(path, { tried: true, helped: 'yes' })
    await noor.post(`/v1/plans/${other.id}/reviews`, { tried: false })
    t.equal(first.body.interviewId, interview.id)
    t.strictSame(idsOf(await noor.get(path)).sort(), [first.body.id, second.body.id].sort())
    const sam = await service.newAccount('Sam')
    const own = await addPlan(sam)
    for (const refused of [
      await sam.post(`/v1/plans/${own.id}/reviews`, { tried: true, interviewId: interview.id }),
      await sam.post(path, { tried: true }),
      await sam.get(path),
      await sam.patch(`/v1/plans/${id}`, { status: 'dropped' }),
      await sam.delete(`/v1/plans/${id}`),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.hasStrict((await sam.get(`/v1/plans/${own.id}`)).body, { status: 'open', version: 1 })
  })

  await t.test('a plan may be dropped, reworded, and opened again', async (t) => {
    const { id, ...before } = await addPlan(noor)
    const path = `/v1/plans/${id}`
    const dropped = await noor.patch(path, { status: 'dropped' })
    t.hasStrict(dropped.body, { status: 'dropped', if: before.if, then: before.then, version: 2 })
    t.hasStrict((await noor.patch(path, { then: 'I ask back' })).body, {
      status: 'dropped',
      then: 'I ask back',
    })
    t.hasStrict((await noor.patch(path, { status: null })).body, { status: 'open', version: 4 })
    t.equal((await noor.patch(path, { if: null })).status, 400)
    const stale = await noor.patch(
      path,
      { status: 'dropped' },
      { 'if-match': dropped.headers.etag as string },
    )
    t.strictSame([stale.status, stale.body.code], [412, 'precondition_failed'])
    await noor.post(`${path}/reviews`, { tried: true })
    t.equal((await noor.delete(path)).status, 204)
    for (const gone of [await noor.get(path), await noor.get(`${path}/reviews`), await noor.delete(path)])
      t.equal(gone.status, 404)
  })

  await t.test('plans are listed by status', async (t) => {
    const sam = await service.newAccount('Sam')
    const [open, tried, dropped] = [await addPlan(sam), await addPlan(sam), await addPlan(sam)]
    await sam.post(`/v1/plans/${tried.id}/reviews`, { tried: true, helped: 'yes' })
    await sam.patch(`/v1/plans/${dropped.id}`, { status: 'dropped' })
    const list = async (query: string) => idsOf(await sam.get(`/v1/plans?${query}`)).sort()
    t.strictSame(await list('status=open'), [open.id])
    t.strictSame(await list('status=tried'), [tried.id])
    t.strictSame(await list('status=dropped'), [dropped.id])
    t.strictSame(await list(''), [open.id, tried.id, dropped.id].sort())
    t.equal((await sam.get('/v1/plans?status=done')).status, 400)
  })
})
