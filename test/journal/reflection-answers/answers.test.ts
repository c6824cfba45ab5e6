import { test } from 'tap'
import { faultsOf } from '../../language/voice.ts'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addQuestion, beginReflection, idsOf } from '../applications/records.ts'

const [FIRST, SECOND, THIRD] = ['went_well', 'did_not_go_well', 'do_differently']
type Entry = { text: string; questionId: string | null; planId: string | null }

test('a reflection', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const interviewOf = async (client: Client = noor, members: object = {}) =>
    addInterview(client, (await addApplication(client)).id, members)
  const begin = async (subject?: object) => {
    const made = await beginReflection(noor, subject ?? { interviewId: (await interviewOf()).id })
    const path = `/v1/reflections/${made.id}`
    const answer = (step: string | undefined, text: string, more: object = {}) =>
      noor.post(`${path}/answers`, { step, text, ...more })
    return { made, path, answer }
  }

  await t.test('is about one interview or one application, and about exactly one', async (t) => {
    const interview = await interviewOf()
    for (const subject of [{ interviewId: interview.id }, { applicationId: interview.applicationId }]) {
      const { status, headers, body } = await noor.post('/v1/reflections', { subject })
      t.equal(status, 201)
      t.equal(headers.location, `/v1/reflections/${body.id}`)
      t.strictSame(body.subject, subject)
      t.hasStrict(body, { wentWell: [], didNotGoWell: [], doDifferently: [], skipped: [], status: 'open' })
      t.hasStrict(body, { private: false, completedAt: null, version: 1 })
    }
    const both = { interviewId: interview.id, applicationId: interview.applicationId }
    for (const subject of [undefined, {}, both, { interviewId: null }, { interviewId: 'x' }]) {
      const { status, body } = await noor.post('/v1/reflections', { subject })
      t.strictSame([status, body.code], [400, 'invalid_request'])
    }
  })

  await t.test('keeps every text as it was written', async (t) => {
    const { path, answer } = await begin()
    const texts = [
      '  I came. \n',
      'Gru\u0308ße\r\n\t– “quoted” 👩🏽‍🔬',
      'I am so stupid!!!',
      '<b>&amp;</b> \\n %s',
    ]
    for (const text of texts) t.equal((await answer(FIRST, text)).status, 201)
    const written = (await noor.get(path)).body.wentWell.map(({ text }: Entry) => text)
    t.strictSame(written.toSorted(), texts.toSorted())
    for (const text of ['', ' \n', 'a\0b', 'a'.repeat(10_001)])
      t.equal((await answer(FIRST, text)).status, 400)
  })

  await t.test('takes several answers to each question, also to an earlier one', async (t) => {
    const { answer } = await begin()
    for (const [step, text] of [
      [FIRST, 'One.'],
      [SECOND, 'Two.'],
      [FIRST, 'Three.'],
      [THIRD, 'Four.'],
      [SECOND, 'Five.'],
    ])
      t.equal((await answer(step, text as string)).status, 201)
    const { body } = await answer(THIRD, 'Six.')
    const textsOf = (entries: Entry[]) => entries.map(({ text }) => text).toSorted()
    t.strictSame(textsOf(body.wentWell), ['One.', 'Three.'])
    t.strictSame(textsOf(body.didNotGoWell), ['Five.', 'Two.'])
    t.strictSame(textsOf(body.doDifferently), ['Four.', 'Six.'])
  })

  await t.test('lets the second question be skipped, and answered after all', async (t) => {
    const { path, answer } = await begin()
    await answer(FIRST, 'I came.')
    const skipped = await noor.post(`${path}/skips`, { step: SECOND })
    t.strictSame([skipped.status, skipped.body.skipped, skipped.body.nextPrompt.step], [200, [SECOND], THIRD])
    t.strictSame((await noor.post(`${path}/skips`, { step: SECOND })).body, skipped.body, 'once is enough')
    t.strictSame((await answer(SECOND, 'I lost the thread.')).body.skipped, [])
    const answered = await noor.post(`${path}/skips`, { step: SECOND })
    t.strictSame([answered.status, answered.body.skipped], [200, []], 'what was answered is not skipped')
    t.equal(answered.body.didNotGoWell.length, 1)
  })

  await t.test('links an answer to a question of its interview, and to no other', async (t) => {
    const interview = await interviewOf()
    const [own, other] = [
      await addQuestion(noor, interview.id),
      await addQuestion(noor, (await interviewOf()).id),
    ]
    const sam = await service.newAccount('Sam')
    const foreign = await addQuestion(sam, (await interviewOf(sam)).id)
    const { path, answer } = await begin({ interviewId: interview.id })
    const { status, body } = await answer(FIRST, 'That one went well.', { questionId: own.id })
    t.strictSame([status, body.wentWell[0].questionId], [201, own.id])
    const details = new Set()
    for (const questionId of [other.id, foreign.id, '01998a5c-0000-7000-8000-000000000000']) {
      const refused = await answer(FIRST, 'And that.', { questionId })
      t.strictSame([refused.status, refused.body.code], [422, 'question_not_in_subject'])
      details.add(refused.body.detail)
    }
    t.equal(details.size, 1, 'whether a question exists elsewhere is not told')
    t.equal((await noor.get(path)).body.wentWell.length, 1)
  })

  await t.test('about an application links questions of any of its interviews', async (t) => {
    const first = await interviewOf()
    const second = await addInterview(noor, first.applicationId)
    const question = await addQuestion(noor, second.id)
    const other = await addQuestion(noor, (await interviewOf()).id)
    const { answer } = await begin({ applicationId: first.applicationId })
    t.equal((await answer(FIRST, 'That went well.', { questionId: question.id })).status, 201)
    t.equal((await answer(FIRST, 'That too.', { questionId: other.id })).body.code, 'question_not_in_subject')
  })

  await t.test('links any question of a long interview', async (t) => {
    const interview = await interviewOf()
    for (let i = 0; i < 200; i++) await addQuestion(noor, interview.id)
    const last = await addQuestion(noor, interview.id)
    const { answer } = await begin({ interviewId: interview.id })
    const { status, body } = await answer(FIRST, 'The last one.', { questionId: last.id })
    t.strictSame([status, body.wentWell?.[0]?.questionId], [201, last.id])
  })

  await t.test('makes a plan out of what to do differently, and out of nothing else', async (t) => {
    const { answer } = await begin()
    const plan = { if: 'they ask why', then: 'I breathe first' }
    await answer(FIRST, 'I came.')
    await answer(SECOND, 'I rushed.')
    for (const step of [FIRST, SECOND]) {
      const { status, body } = await answer(step, 'Next time.', { plan })
      t.strictSame([status, body.errors[0].pointer], [400, '/plan'])
    }
    t.equal((await answer(THIRD, 'Slow down.', { plan: { if: 'they ask' } })).status, 400)
    t.equal((await answer(THIRD, 'Slow down.', { plan: { ...plan, status: 'tried' } })).status, 400)
    const { planId } = (await answer(THIRD, 'Slow down.', { plan })).body.doDifferently[0]
    t.hasStrict((await noor.get(`/v1/plans/${planId}`)).body, { ...plan, status: 'open' })
    t.equal((await answer(THIRD, 'And smile.')).body.doDifferently.at(-1).planId, null)
  })

  await t.test('that is refused makes no plan either', async (t) => {
    const { answer } = await begin()
    const before = idsOf(await noor.get('/v1/plans'))
    const plan = { if: 'they ask why', then: 'I breathe first' }
    t.equal((await answer(THIRD, 'Slow down.', { plan })).body.code, 'reflection_out_of_order')
    t.strictSame(idsOf(await noor.get('/v1/plans')), before)
  })

  await t.test('asks the next question, and proposes answers from the record', async (t) => {
    const first = await interviewOf()
    const interview = await addInterview(noor, first.applicationId)
    const missed = await addQuestion(noor, interview.id, { prompt: 'Why us?', answered: 'did_not_know' })
    const unshown = await addQuestion(noor, interview.id, {
      prompt: 'Why now?',
      answered: 'knew_but_could_not_show',
    })
    await addQuestion(noor, interview.id, { prompt: 'Who are you?', answered: 'well' })
    await addQuestion(noor, interview.id, { prompt: 'Any questions?' })
    await addQuestion(noor, first.id, { prompt: 'Another day?', answered: 'did_not_know' })
    const { made, answer } = await begin({ interviewId: interview.id })
    const codesOf = (prompt: { suggestions: { code: string }[] }) =>
      prompt.suggestions.map(({ code }) => code)
    t.equal(made.nextPrompt.step, FIRST)
    t.strictSame(codesOf(made.nextPrompt), [
      'went_well_interview_obtained',
      'went_well_round_reached',
      'went_well_answered',
    ])
    const second = (await answer(FIRST, 'I came.')).body.nextPrompt
    t.equal(second.step, SECOND)
    t.strictSame(second.suggestions, [
      { code: 'question_did_not_know', text: 'Why us?', questionId: missed.id },
      { code: 'question_knew_but_could_not_show', text: 'Why now?', questionId: unshown.id },
    ])
    const third = (await answer(SECOND, 'I stalled.')).body.nextPrompt
    t.strictSame([third.step, third.suggestions], [THIRD, []])
    for (const { text } of [made.nextPrompt, second, third, ...made.nextPrompt.suggestions])
      t.strictSame(faultsOf(text), [], text)
    t.equal((await answer(THIRD, 'I prepare it.')).body.nextPrompt, null)
  })

  await t.test('about an application proposes no round that was called off, or missed', async (t) => {
    const { id: applicationId } = await addApplication(noor)
    await addInterview(noor, applicationId, { heldOn: '2026-05-20' })
    for (const status of ['cancelled', 'missed'])
      await addInterview(noor, applicationId, { heldOn: '2026-05-22', status })
    const codes = async () =>
      (await begin({ applicationId })).made.nextPrompt.suggestions.map(({ code }: { code: string }) => code)
    t.strictSame(await codes(), ['went_well_interview_obtained'])
    await addInterview(noor, applicationId, { heldOn: '2026-05-24', round: 2 })
    t.strictSame(await codes(), ['went_well_interview_obtained', 'went_well_round_reached'])
  })
})

test('answers are put right', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const application = await addApplication(noor)
  const interview = await addInterview(noor, application.id, { heldOn: '2026-05-20' })
  const { id } = await beginReflection(noor, { interviewId: interview.id })
  const path = `/v1/reflections/${id}/answers`
  const answer = async (step: string, text: string) => (await noor.post(path, { step, text })).body
  const read = async () => (await noor.get(`/v1/reflections/${id}`)).body
  const first = (await answer('went_well', 'I was clam.')).wentWell[0].id
  const second = (await answer('did_not_go_well', 'I lost the thread.')).didNotGoWell[0].id

  await t.test('in their words, and only there', async (t) => {
    const { version } = await read()
    const { status, body } = await noor.patch(`${path}/${first}`, { text: 'I was calm.' })
    t.equal(status, 200)
    t.match(body, { version: version + 1, wentWell: [{ id: first, text: 'I was calm.' }] })
    t.equal((await noor.patch(`${path}/${first}`, { text: ' ' })).status, 400)
    t.equal((await noor.patch(`${path}/${first}`, { step: 'did_not_go_well' })).status, 400)
  })

  await t.test('unless the reflection was changed since it was read', async (t) => {
    const stale = { 'if-match': (await noor.get(`/v1/reflections/${id}`)).headers.etag as string }
    await noor.patch(`${path}/${first}`, { text: 'I was calm, and on time.' })
    for (const { status, body } of [
      await noor.patch(`${path}/${first}`, { text: 'I was late.' }, stale),
      await noor.delete(`${path}/${second}`, stale),
    ])
      t.strictSame([status, body.code], [412, 'precondition_failed'])
    const fresh = { 'if-match': (await noor.get(`/v1/reflections/${id}`)).headers.etag as string }
    t.equal((await noor.patch(`${path}/${first}`, { text: 'I was calm.' }, fresh)).status, 200)
  })

  await t.test('or taken back, as long as none follows on them', async (t) => {
    const refused = await noor.delete(`${path}/${first}`)
    t.strictSame([refused.status, refused.body.code], [422, 'reflection_out_of_order'])
    await answer('went_well', 'I was on time.')
    t.equal((await noor.delete(`${path}/${first}`)).status, 204, 'another one stands in its place')
    t.match((await read()).wentWell, [{ text: 'I was on time.' }])
    t.equal((await noor.delete(`${path}/${first}`)).status, 404)
    t.equal((await noor.delete(`${path}/${second}`)).status, 204)
    t.equal((await read()).nextPrompt.step, 'did_not_go_well')
  })

  await t.test(
    'in a reflection that was completed: their words, but no question is opened again',
    async (t) => {
      const { didNotGoWell } = await answer('did_not_go_well', 'I lost the thread.')
      await noor.post(`/v1/reflections/${id}/skips`, { step: 'do_differently' })
      await noor.post(`/v1/reflections/${id}/completion`)
      const third = `${path}/${didNotGoWell[0].id}`
      t.match((await noor.patch(third, { text: 'Once.' })).body, {
        status: 'completed',
        didNotGoWell: [{ text: 'Once.' }],
      })
      const refused = await noor.delete(third)
      t.strictSame([refused.status, refused.body.code], [422, 'reflection_out_of_order'])
    },
  )

  await t.test('and are found by the application of their interview', async (t) => {
    const found = async (application: string) =>
      idsOf(await noor.get(`/v1/reflections?applicationId=${application}`))
    t.strictSame(await found(application.id), [id])
    t.strictSame(await found((await addApplication(noor)).id), [])
  })
})
