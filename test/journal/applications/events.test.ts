import { sql } from 'drizzle-orm'
import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addPlan, addQuestion, beginReflection } from './records.ts'

type Event = { sequence: string; type: string; data: Record<string, unknown> }

test('what is written is told as events', async (t) => {
  const service = await openService(t)
  const eventsOf = async (accountId: string) => {
    const query = sql`SELECT sequence, type, data FROM events WHERE account_id = ${accountId} ORDER BY sequence`
    return (await service.db.execute(query)).rows as Event[]
  }
  const begin = async () => {
    const noor = await service.newAccount()
    /** The events of one write, each as its type followed by its data. */
    const after = async (write: () => Promise<unknown>) => {
      const before = (await eventsOf(noor.accountId)).length
      await write()
      const told = (await eventsOf(noor.accountId)).slice(before)
      return told.map(({ type, data }) => [type, data])
    }
    return { noor, after }
  }

  await t.test('an application, from its first to its last day', async (t) => {
    const { noor, after } = await begin()
    t.strictSame(await after(() => noor.get('/v1/me')), [], 'an account alone tells nothing')
    const { id: applicationId } = await addApplication(noor)
    const path = `/v1/applications/${applicationId}`
    const [created] = await eventsOf(noor.accountId)
    t.strictSame(
      [created?.type, created?.data],
      ['application.created', { applicationId, stage: 'saved', status: 'open' }],
    )
    t.strictSame(await after(() => noor.patch(path, { appliedOn: '2026-05-04' })), [
      [
        'application.updated',
        { applicationId, stage: 'applied', status: 'open', previousStage: 'saved', previousStatus: 'open' },
      ],
    ])
    t.strictSame(await after(() => noor.delete(path)), [
      ['application.deleted', { applicationId, previousStage: 'applied', previousStatus: 'open' }],
    ])
  })

  await t.test('an interview and its questions', async (t) => {
    const { noor, after } = await begin()
    const { id: applicationId } = await addApplication(noor)
    const { id: interviewId } = await addInterview(noor, applicationId)
    const key = { interviewId, applicationId, round: 1, status: 'completed' }
    const [, created] = await eventsOf(noor.accountId)
    t.strictSame([created?.type, created?.data], ['interview.created', { ...key, result: 'pending' }])
    t.strictSame(await after(() => noor.patch(`/v1/interviews/${interviewId}`, { result: 'advanced' })), [
      [
        'interview.updated',
        { ...key, result: 'advanced', previousStatus: 'completed', previousResult: 'pending' },
      ],
    ])
    const { id: questionId } = await addQuestion(noor, interviewId, { answered: 'partly' })
    const question = { questionId, interviewId, kind: 'other' }
    const [asked, missed] = (await eventsOf(noor.accountId)).slice(-2)
    t.strictSame([asked?.type, asked?.data], ['question.created', { ...question, answered: 'partly' }])
    t.equal(missed?.type, 'study_item.created')
    const studied = missed?.data
    t.strictSame(await after(() => noor.patch(`/v1/questions/${questionId}`, { answered: 'well' })), [
      ['question.updated', { ...question, answered: 'well', previousAnswered: 'partly' }],
      ['study_item.deleted', studied],
    ])
    t.strictSame(await after(() => noor.delete(`/v1/questions/${questionId}`)), [
      ['question.deleted', { questionId, interviewId }],
    ])
    t.strictSame(await after(() => noor.delete(`/v1/interviews/${interviewId}`)), [
      ['interview.deleted', { interviewId, applicationId }],
    ])
  })

  await t.test('an offer and an outcome, recorded, corrected and retracted', async (t) => {
    const { noor, after } = await begin()
    const { id: applicationId } = await addApplication(noor)
    const path = `/v1/applications/${applicationId}`
    const offer = (members: object) => after(() => noor.put(`${path}/offer`, members))
    const outcome = (members: object) => after(() => noor.put(`${path}/outcome`, members))
    t.strictSame(await offer({}), [['offer.recorded', { applicationId, receivedOn: null }]])
    t.strictSame(await offer({ receivedOn: '2026-05-20' }), [
      ['offer.corrected', { applicationId, receivedOn: '2026-05-20' }],
    ])
    t.strictSame(await after(() => noor.delete(`${path}/offer`)), [['offer.retracted', { applicationId }]])
    t.strictSame(await outcome({ kind: 'no_response' }), [
      ['outcome.recorded', { applicationId, kind: 'no_response', attribution: 'unknown' }],
    ])
    const correction = { applicationId, kind: 'withdrawn', attribution: null }
    t.strictSame(await outcome({ kind: 'withdrawn' }), [
      ['outcome.corrected', { ...correction, previousKind: 'no_response', previousAttribution: 'unknown' }],
    ])
    const [retracted, ...rest] = await after(() => noor.delete(`${path}/outcome`))
    t.strictSame([retracted?.[0], rest], ['outcome.retracted', []])
    t.hasStrict(retracted?.[1], { applicationId })
  })

  await t.test('a reflection and its plans', async (t) => {
    const { noor, after } = await begin()
    const { id: applicationId } = await addApplication(noor)
    const { id: reflectionId } = await beginReflection(noor, { applicationId })
    const path = `/v1/reflections/${reflectionId}`
    const subject = { reflectionId, interviewId: null, applicationId, from: null, to: null }
    const created = (await eventsOf(noor.accountId)).at(-1)
    t.strictSame([created?.type, created?.data], ['reflection.created', subject])
    const updated = ['reflection.updated', { reflectionId }]
    const begun = { step: 'went_well', text: 'I came.' }
    t.strictSame(await after(() => noor.post(`${path}/answers`, begun)), [updated])
    const skip = () => noor.post(`${path}/skips`, { step: 'did_not_go_well' })
    t.strictSame(await after(skip), [updated])
    t.strictSame(await after(skip), [], 'what is skipped is not skipped again')
    const plan = { if: 'they ask', then: 'I breathe' }
    const told = await after(() =>
      noor.post(`${path}/answers`, { step: 'do_differently', text: 'Slow.', plan }),
    )
    const planId = (await noor.get(path)).body.doDifferently[0].planId
    t.strictSame(told, [['plan.created', { planId, status: 'open' }], updated])
    const moved = (previousStatus: string, status: string) => [
      'plan.updated',
      { planId, status, previousStatus },
    ]
    t.strictSame(await after(() => noor.patch(path, { private: true })), [moved('open', 'open'), updated])
    t.strictSame(await after(() => noor.patch(path, { private: true })), [])
    const reviewed = ['plan.reviewed', { planId, tried: true, helped: 'no' }]
    const review = () => noor.post(`/v1/plans/${planId}/reviews`, { tried: true, helped: 'no' })
    t.strictSame(await after(review), [reviewed, moved('open', 'tried')])
    t.strictSame(await after(review), [reviewed], 'its status is what it was')
    t.strictSame(await after(() => noor.patch(`/v1/plans/${planId}`, { status: 'dropped' })), [
      moved('tried', 'dropped'),
    ])
    t.strictSame(await after(() => noor.delete(`/v1/plans/${planId}`)), [['plan.deleted', { planId }]])
    t.strictSame(await after(() => noor.patch(path, { private: false })), [updated])
    t.strictSame(await after(() => noor.post(`${path}/completion`)), [['reflection.completed', subject]])
    t.strictSame(
      await after(() => noor.post(`${path}/completion`)),
      [],
      'what is completed is not completed again',
    )
    t.strictSame(await after(() => noor.delete(path)), [['reflection.deleted', { reflectionId }]])
  })

  await t.test('none of them holds a text that a person wrote', async (t) => {
    const { noor } = await begin()
    const text = 'Quokka'
    const day = { startsAt: '2026-05-20T09:00:00Z' }
    const { id } = await addApplication(noor, {
      company: text,
      roleTitle: text,
      notes: text,
      source: { name: text },
    })
    const interview = await addInterview(noor, id, {
      label: text,
      notes: text,
      interviewers: [{ name: text }],
      ...day,
    })
    const question = await addQuestion(noor, interview.id, { prompt: text, topic: text, notes: text })
    const plan = await addPlan(noor, { if: text, then: `Then the ${text}` })
    const reflection = await beginReflection(noor, { interviewId: interview.id })
    const reasons = [{ code: 'budget_cut', notes: text }]
    for (const write of [
      () => noor.patch(`/v1/applications/${id}`, { location: text }),
      () => noor.patch(`/v1/interviews/${interview.id}`, { location: text }),
      () => noor.patch(`/v1/questions/${question.id}`, { topic: null }),
      () => noor.patch(`/v1/plans/${plan.id}`, { then: `Another ${text}` }),
      () => noor.post(`/v1/plans/${plan.id}/reviews`, { tried: true, notes: text }),
      () => noor.put(`/v1/applications/${id}/offer`, { notes: text }),
      () => noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', employerFeedback: text, reasons }),
      () => noor.post(`/v1/reflections/${reflection.id}/answers`, { step: 'went_well', text }),
      () => noor.delete(`/v1/applications/${id}`),
      () => noor.delete(`/v1/plans/${plan.id}`),
    ])
      t.ok((await write()).status < 300)
    const events = await eventsOf(noor.accountId)
    t.ok(events.length >= 14)
    t.notMatch(JSON.stringify(events), text)
    for (const { data } of events)
      for (const value of Object.values(data))
        t.notOk(typeof value === 'object' && value !== null, 'data is flat')
  })

  await t.test('what was refused is not told', async (t) => {
    const { noor } = await begin()
    const { id } = await addApplication(noor)
    const interview = await addInterview(noor, id)
    const plan = await addPlan(noor)
    const reflection = await beginReflection(noor, { interviewId: interview.id })
    const before = await eventsOf(noor.accountId)
    const nobody = '01998a5c-0000-7000-8000-000000000000'
    const old = { 'if-match': '"9-a"' }
    const answers = `/v1/reflections/${reflection.id}/answers`
    for (const [refused, status] of [
      [() => noor.post('/v1/applications', {}), 400],
      [() => noor.patch(`/v1/applications/${id}`, { company: null }), 400],
      [() => noor.patch(`/v1/applications/${id}`, { notes: 'a' }, old), 412],
      [() => noor.delete(`/v1/applications/${id}`, old), 412],
      [() => noor.put(`/v1/applications/${id}/offer`, {}, old), 412],
      [() => noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected' }, old), 412],
      [() => noor.delete(`/v1/applications/${id}/offer`), 404],
      [() => noor.delete(`/v1/applications/${id}/outcome`), 404],
      [() => noor.patch(`/v1/interviews/${nobody}`, { notes: 'a' }), 404],
      [() => noor.patch(`/v1/interviews/${interview.id}`, { notes: 'a' }, old), 412],
      [() => noor.post(`/v1/interviews/${nobody}/questions`, { prompt: 'a' }), 404],
      [() => noor.post('/v1/reflections', { subject: { interviewId: nobody } }), 404],
      [() => noor.post(answers, { step: 'do_differently', text: 'a', plan: { if: 'a', then: 'b' } }), 422],
      [() => noor.post(answers, { step: 'went_well', text: 'a', questionId: nobody }), 422],
      [() => noor.post(`/v1/reflections/${reflection.id}/completion`), 422],
      [() => noor.patch(`/v1/reflections/${reflection.id}`, { private: true }, old), 412],
      [() => noor.post(`/v1/plans/${plan.id}/reviews`, { tried: false, helped: 'yes' }), 400],
      [() => noor.post(`/v1/plans/${plan.id}/reviews`, { tried: true, interviewId: nobody }), 404],
      [() => noor.patch(`/v1/plans/${plan.id}`, { if: 'a' }, old), 412],
    ] as const)
      t.equal((await refused()).status, status)
    t.strictSame(await eventsOf(noor.accountId), before)
  })
})
