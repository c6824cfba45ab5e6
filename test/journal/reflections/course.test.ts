import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addQuestion, beginReflection, idsOf } from '../applications/records.ts'

const STEPS = ['went_well', 'did_not_go_well', 'do_differently']
const PLAN = { if: 'they ask why', then: 'I breathe first' }

test('the course of a reflection', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  /** A reflection about an interview with one question, which its answers name, and the plan that came out of it. */
  const write = async (client: Client, upTo = STEPS.length) => {
    const interview = await addInterview(client, (await addApplication(client)).id)
    const { id: questionId } = await addQuestion(client, interview.id)
    const { id } = await beginReflection(client, { interviewId: interview.id })
    const path = `/v1/reflections/${id}`
    for (const step of STEPS.slice(0, upTo)) {
      const plan = step === 'do_differently' ? { plan: PLAN } : {}
      await client.post(`${path}/answers`, { step, text: `About ${step}`, questionId, ...plan })
    }
    const { doDifferently } = (await client.get(path)).body
    return { id, path, interview, questionId, planId: doDifferently[0]?.planId }
  }

  await t.test('it begins when the interview is over, or will not be', async (t) => {
    const { id } = await addApplication(noor)
    const { id: interviewId } = await addInterview(noor, id, { startsAt: '2026-06-01T15:00:00Z' })
    const begin = () => noor.post('/v1/reflections', { subject: { interviewId } })
    const { status, body } = await begin()
    t.strictSame([status, body.code], [422, 'interview_ahead'])
    t.strictSame(idsOf(await noor.get('/v1/reflections')), [])
    const start = service.clock.now
    service.clock.now = new Date('2026-06-01T15:00:00.000Z')
    t.equal((await begin()).status, 201)
    service.clock.now = start
    await noor.patch(`/v1/interviews/${interviewId}`, { status: 'cancelled' })
    t.equal((await begin()).status, 201)
    t.equal((await noor.post('/v1/reflections', { subject: { applicationId: id } })).status, 201)
  })

  await t.test('it cannot be completed while a question is neither answered nor skipped', async (t) => {
    for (const [upTo, open] of STEPS.entries()) {
      const { path } = await write(noor, upTo)
      const { status, body } = await noor.post(`${path}/completion`)
      t.strictSame([status, body.code], [422, 'reflection_incomplete'])
      t.match(body.detail, open)
      t.hasStrict((await noor.get(path)).body, { status: 'open', completedAt: null })
    }
  })

  await t.test('completing it once is enough, and twice does no harm', async (t) => {
    const { path } = await write(noor)
    const first = await noor.post(`${path}/completion`)
    t.equal(first.status, 200)
    t.hasStrict(first.body, {
      status: 'completed',
      completedAt: '2026-06-01T09:00:00.000Z',
      nextPrompt: null,
    })
    const start = service.clock.now
    service.clock.now = new Date('2026-06-02T09:00:00.000Z')
    t.teardown(() => {
      service.clock.now = start
    })
    const second = await noor.post(`${path}/completion`)
    t.strictSame([second.status, second.body], [200, first.body])
  })

  await t.test('the two later questions may all be skipped', async (t) => {
    const { path } = await write(noor, 1)
    for (const step of STEPS.slice(1)) await noor.post(`${path}/skips`, { step })
    const { status, body } = await noor.post(`${path}/completion`)
    t.strictSame([status, body.status, body.skipped], [200, 'completed', STEPS.slice(1)])
  })

  await t.test('once completed it takes no answer and no skip, and makes no plan', async (t) => {
    const { path } = await write(noor)
    await noor.post(`${path}/completion`)
    const [before, plans] = [(await noor.get(path)).body, idsOf(await noor.get('/v1/plans'))]
    for (const step of STEPS) {
      const plan = step === 'do_differently' ? { plan: PLAN } : {}
      const { status, body } = await noor.post(`${path}/answers`, { step, text: 'Too late.', ...plan })
      t.strictSame([status, body.code], [422, 'reflection_completed'])
    }
    for (const step of STEPS.slice(1))
      t.equal((await noor.post(`${path}/skips`, { step })).body.code, 'reflection_completed')
    t.strictSame((await noor.get(path)).body, before)
    t.strictSame(idsOf(await noor.get('/v1/plans')), plans)
  })

  await t.test('an entry outlives its question and its plan', async (t) => {
    const { path, questionId, planId } = await write(noor)
    const entry = async () => {
      const { text, ...links } = (await noor.get(path)).body.doDifferently[0]
      t.equal(text, 'About do_differently')
      return [links.questionId, links.planId]
    }
    t.strictSame(await entry(), [questionId, planId])
    t.equal((await noor.delete(`/v1/questions/${questionId}`)).status, 204)
    t.strictSame(await entry(), [null, planId])
    t.equal((await noor.delete(`/v1/plans/${planId}`)).status, 204)
    t.strictSame(await entry(), [null, null])
  })

  await t.test('the interview takes its reflection along, and the plan stays', async (t) => {
    const { path, interview, planId } = await write(noor)
    t.equal((await noor.delete(`/v1/interviews/${interview.id}`)).status, 204)
    t.equal((await noor.get(path)).status, 404)
    t.hasStrict((await noor.get(`/v1/plans/${planId}`)).body, { ...PLAN, status: 'open' })
  })

  await t.test('a reflection that is removed leaves its interview, its question and its plan', async (t) => {
    const { path, interview, questionId, planId } = await write(noor)
    t.equal((await noor.delete(path)).status, 204)
    t.equal((await noor.get(path)).status, 404)
    for (const kept of [
      `/v1/interviews/${interview.id}`,
      `/v1/questions/${questionId}`,
      `/v1/plans/${planId}`,
    ])
      t.equal((await noor.get(kept)).status, 200, kept)
  })

  await t.test('of an interview that was not held it does not ask what took place there', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: applicationId } = await addApplication(sam)
    for (const status of ['cancelled', 'missed']) {
      const { id: interviewId } = await addInterview(sam, applicationId, { heldOn: '2026-05-20', status })
      const { id, nextPrompt } = await beginReflection(sam, { interviewId })
      t.match(nextPrompt.text, /^What worked on the way here\?/, status)
      const { body } = await sam.post(`/v1/reflections/${id}/answers`, {
        step: 'went_well',
        text: 'I wrote.',
      })
      t.match(body.nextPrompt.text, /on the way here/)
      t.match((await sam.get('/v1/reflections')).body.data[0].nextPrompt.text, /on the way here/)
    }
  })

  await t.test('it may be made private, and open again, also when completed', async (t) => {
    const { path, interview } = await write(noor)
    const subject = { interviewId: interview.id }
    t.equal((await noor.post('/v1/reflections', { subject, private: true })).body.private, true)
    await noor.post(`${path}/completion`)
    const hidden = await noor.patch(path, { private: true })
    t.hasStrict(hidden.body, { private: true, status: 'completed' })
    t.equal((await noor.patch(path, { private: null })).body.private, false)
    for (const patch of [{ status: 'open' }, { wentWell: [] }, { subject }, { private: 'yes' }])
      t.equal((await noor.patch(path, patch)).status, 400)
    const stale = { 'if-match': hidden.headers.etag as string }
    t.equal((await noor.patch(path, { private: true }, stale)).status, 412)
    t.equal((await noor.delete(path, stale)).status, 412)
    t.equal((await noor.get(path)).body.private, false)
  })

  await t.test('a plan that is private by itself stays so while its reflection is as it was', async (t) => {
    const { path, planId } = await write(noor)
    await noor.patch(`/v1/plans/${planId}`, { private: true })
    for (const unchanged of [{}, { private: false }, { private: null }]) {
      await noor.patch(path, unchanged)
      t.equal((await noor.get(`/v1/plans/${planId}`)).body.private, true)
    }
  })

  await t.test('reflections are listed by subject and status', async (t) => {
    const sam = await service.newAccount('Sam')
    const [open, done] = [await write(sam, 1), await write(sam)]
    await sam.post(`${done.path}/completion`)
    const whole = await beginReflection(sam, { applicationId: open.interview.applicationId })
    const list = async (query: string) => idsOf(await sam.get(`/v1/reflections?${query}`)).sort()
    t.strictSame(await list(''), [open.id, done.id, whole.id].sort())
    t.strictSame(await list('status=completed'), [done.id])
    t.strictSame(await list(`interviewId=${open.interview.id}`), [open.id])
    t.strictSame(
      (await list(`applicationId=${open.interview.applicationId}`)).sort(),
      [open.id, whole.id].sort(),
    )
    t.strictSame(await list(`interviewId=${open.interview.id}&status=completed`), [])
    t.equal((await sam.get('/v1/reflections?status=begun')).status, 400)
    const listed = (await sam.get('/v1/reflections?status=completed')).body.data[0]
    t.strictSame(listed, (await sam.get(done.path)).body, 'a list shows what the single read shows')
  })

  await t.test('they are nobody else’s', async (t) => {
    const sam = await service.newAccount('Sam')
    const { path } = await write(noor, 1)
    for (const refused of [
      await sam.get(path),
      await sam.patch(path, { private: true }),
      await sam.delete(path),
      await sam.post(`${path}/answers`, { step: 'went_well', text: 'Mine.' }),
      await sam.post(`${path}/skips`, { step: 'did_not_go_well' }),
      await sam.post(`${path}/completion`),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.strictSame(idsOf(await sam.get('/v1/reflections')), [])
    t.hasStrict((await noor.get(path)).body, { private: false, skipped: [], version: 2 })
  })
})
