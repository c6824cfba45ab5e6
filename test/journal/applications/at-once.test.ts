import { sql } from 'drizzle-orm'
import { test } from 'tap'
import { openService, type Service } from '../../support/service.ts'
import { untilWaiting } from '../../support/waiting.ts'
import { addApplication, addInterview, addPlan, addQuestion, beginReflection, idsOf } from './records.ts'

const sequenceOf = async ({ db }: Service, accountId: string) => {
  const query = sql`SELECT sequence::int FROM events WHERE account_id = ${accountId} ORDER BY sequence`
  return (await db.execute(query)).rows.map(({ sequence }) => sequence as number)
}
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

test('writes that happen at once', async (t) => {
  const service = await openService(t)

  await t.test(
    'leave one sequence without gaps for each account, which only ever grows at its end',
    async (t) => {
      const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
      let writing = true
      const watch = async () => {
        const seen: number[][] = []
        while (writing) seen.push(await sequenceOf(service, noor.accountId))
        return seen
      }
      const watched = watch()
      const answers = await Promise.all(
        upTo(20).flatMap((i) => [
          noor.post('/v1/applications', { company: `Lindgren ${i}` }),
          ...(i % 4 === 0 ? [sam.post('/v1/plans', { if: 'they ask', then: 'I breathe' })] : []),
          ...(i % 5 === 0 ? [noor.post('/v1/applications', {})] : []),
        ]),
      )
      writing = false
      t.equal(answers.filter(({ status }) => status === 201).length, 25)
      t.equal(answers.filter(({ status }) => status === 400).length, 4)
      t.strictSame(await sequenceOf(service, noor.accountId), upTo(20))
      t.strictSame(await sequenceOf(service, sam.accountId), upTo(5))
      for (const seen of await watched)
        if (seen.at(-1) !== (seen.length || undefined)) t.fail(`a reader met ${seen.join(', ')}`)
    },
  )

  await t.test('number the events of an account in the order of their commits', async (t) => {
    const noor = await service.newAccount()
    await addPlan(noor)
    const first = await service.db.$client.connect()
    await first.query('BEGIN')
    await first.query('UPDATE event_counters SET last = last + 1 WHERE account_id = $1', [noor.accountId])
    const second = addPlan(noor)
    await untilWaiting(service, second)
    t.strictSame(await sequenceOf(service, noor.accountId), [1], 'the later one waits for the earlier one')
    await first.query(
      `INSERT INTO events SELECT account_id, 2, gen_random_uuid(), type, data, occurred_at FROM events WHERE account_id = $1`,
      [noor.accountId],
    )
    await first.query('COMMIT')
    first.release()
    await second
    t.strictSame(await sequenceOf(service, noor.accountId), upTo(3))
  })

  await t.test('count every interview of an application, and give each a round of its own', async (t) => {
    const noor = await service.newAccount()
    const { id } = await addApplication(noor)
    const made = await Promise.all(upTo(10).map(() => addInterview(noor, id)))
    t.strictSame(
      made.map(({ round }) => round).sort((a, b) => a - b),
      upTo(10),
    )
    t.hasStrict((await noor.get(`/v1/applications/${id}`)).body, { interviewCount: 10, stage: 'interviewed' })
    await Promise.all(made.slice(3).map((it) => noor.delete(`/v1/interviews/${it.id}`)))
    t.hasStrict((await noor.get(`/v1/applications/${id}`)).body, { interviewCount: 3 })
  })

  await t.test('of one singleton make one record, and every other a correction', async (t) => {
    const noor = await service.newAccount()
    const { id } = await addApplication(noor)
    for (const [path, body] of [
      [`/v1/applications/${id}/offer`, (i: number) => ({ notes: `Offer ${i}` })],
      [`/v1/applications/${id}/outcome`, (i: number) => ({ kind: 'withdrawn', employerFeedback: `${i}` })],
    ] as const) {
      const answers = await Promise.all(upTo(6).map((i) => noor.put(path, body(i))))
      t.strictSame(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201])
      t.equal((await noor.get(path)).body.version, 6)
    }
  })

  await t.test('on one version let exactly one through', async (t) => {
    const noor = await service.newAccount()
    const { id } = await addApplication(noor)
    const path = `/v1/applications/${id}`
    const held = { 'if-match': (await noor.get(path)).headers.etag as string }
    const answers = await Promise.all(upTo(6).map((i) => noor.patch(path, { notes: `Note ${i}` }, held)))
    t.strictSame(answers.map(({ status }) => status).sort(), [200, 412, 412, 412, 412, 412])
    t.equal((await noor.get(path)).body.version, 2)
  })

  await t.test(
    'remove an interview, and answer with one of its questions, whichever comes first',
    async (t) => {
      const noor = await service.newAccount()
      for (const _ of upTo(8)) {
        const { id: interviewId } = await addInterview(noor, (await addApplication(noor)).id)
        const { id: questionId } = await addQuestion(noor, interviewId)
        const { id } = await beginReflection(noor, { interviewId })
        const [answered, removed] = await Promise.all([
          noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: 'That one.', questionId }),
          noor.delete(`/v1/interviews/${interviewId}`),
        ])
        t.ok([201, 404].includes(answered.status), `answered ${answered.status}`)
        t.equal(removed.status, 204)
      }
    },
  )

  await t.test('hide a reflection, review its plan, and remove what both are about', async (t) => {
    const noor = await service.newAccount()
    for (const _ of upTo(12)) {
      const { id: interviewId } = await addInterview(noor, (await addApplication(noor)).id)
      const { id } = await beginReflection(noor, { interviewId })
      const path = `/v1/reflections/${id}`
      await noor.post(`${path}/answers`, { step: 'went_well', text: 'I came.' })
      await noor.post(`${path}/skips`, { step: 'did_not_go_well' })
      const plan = { if: 'they ask why', then: 'I name one product of theirs' }
      const { body } = await noor.post(`${path}/answers`, { step: 'do_differently', text: 'That.', plan })
      const { planId } = body.doDifferently[0]
      const answers = await Promise.all([
        noor.patch(path, { private: true }),
        noor.post(`/v1/plans/${planId}/reviews`, { tried: true, interviewId }),
        noor.delete(`/v1/interviews/${interviewId}`),
      ])
      t.strictSame(
        answers.filter(({ status }) => status >= 500),
        [],
      )
    }
  })

  await t.test('complete a reflection once', async (t) => {
    const noor = await service.newAccount()
    const { id } = await beginReflection(noor, { applicationId: (await addApplication(noor)).id })
    const path = `/v1/reflections/${id}`
    await noor.post(`${path}/answers`, { step: 'went_well', text: 'I came.' })
    for (const step of ['did_not_go_well', 'do_differently']) await noor.post(`${path}/skips`, { step })
    const before = (await sequenceOf(service, noor.accountId)).length
    const answers = await Promise.all(upTo(5).map(() => noor.post(`${path}/completion`)))
    t.ok(answers.every(({ status, body }) => status === 200 && body.status === 'completed'))
    t.equal((await sequenceOf(service, noor.accountId)).length, before + 1)
  })
})

test('what is written on a record that is being removed', async (t) => {
  const service = await openService(t)

  /** Removes the record in a transaction that ends only when the write waits for it. */
  const removedMeanwhile = async (
    table: string,
    id: string,
    write: () => Promise<{ status: number; body: { code: string } }>,
  ) => {
    const remover = await service.db.$client.connect()
    await remover.query('BEGIN')
    await remover.query(`DELETE FROM ${table} WHERE id = $1`, [id])
    const answer = write()
    await untilWaiting(service, answer)
    await remover.query('COMMIT')
    remover.release()
    const { status, body } = await answer
    return [status, body.code]
  }
  const begin = async () => {
    const noor = await service.newAccount()
    const interview = await addInterview(noor, (await addApplication(noor)).id)
    return { noor, interview, applicationId: interview.applicationId as string }
  }

  await t.test('is not found: an interview, an offer or an outcome of an application', async (t) => {
    for (const write of ['offer', 'outcome', 'interviews']) {
      const { noor, applicationId } = await begin()
      const path = `/v1/applications/${applicationId}/${write}`
      const send = () =>
        write === 'interviews'
          ? noor.post(path, {})
          : noor.put(path, write === 'outcome' ? { kind: 'rejected' } : {})
      t.strictSame(await removedMeanwhile('applications', applicationId, send), [404, 'not_found'], write)
    }
  })

  await t.test('is not found: a question of an interview', async (t) => {
    const { noor, interview } = await begin()
    const send = () => noor.post(`/v1/interviews/${interview.id}/questions`, { prompt: 'Why?' })
    t.strictSame(await removedMeanwhile('interviews', interview.id, send), [404, 'not_found'])
  })

  await t.test('is not found: a reflection on an interview or an application', async (t) => {
    const { noor, interview, applicationId } = await begin()
    const reflect = (subject: object) => () => noor.post('/v1/reflections', { subject })
    const ofInterview = reflect({ interviewId: interview.id })
    t.strictSame(await removedMeanwhile('interviews', interview.id, ofInterview), [404, 'not_found'])
    const ofApplication = reflect({ applicationId })
    t.strictSame(await removedMeanwhile('applications', applicationId, ofApplication), [404, 'not_found'])
    t.strictSame(idsOf(await noor.get('/v1/reflections')), [])
  })

  await t.test('is not found: a note on an interview or an application', async (t) => {
    const { noor, interview, applicationId } = await begin()
    const note = (subject: object) => () => noor.post('/v1/notes', { subject, text: 'A thought.' })
    const onInterview = note({ interviewId: interview.id })
    t.strictSame(await removedMeanwhile('interviews', interview.id, onInterview), [404, 'not_found'])
    const onApplication = note({ applicationId })
    t.strictSame(await removedMeanwhile('applications', applicationId, onApplication), [404, 'not_found'])
    t.strictSame(idsOf(await noor.get('/v1/notes')), [])
  })

  await t.test('is not found: a review of a plan for an interview', async (t) => {
    const { noor, interview } = await begin()
    const { id } = await addPlan(noor)
    const send = () => noor.post(`/v1/plans/${id}/reviews`, { tried: true, interviewId: interview.id })
    t.strictSame(await removedMeanwhile('interviews', interview.id, send), [404, 'not_found'])
    t.hasStrict((await noor.get(`/v1/plans/${id}`)).body, { status: 'open' })
  })

  await t.test('stands by itself: a missed question, and the study item comes anew', async (t) => {
    const { noor, interview } = await begin()
    const { id } = (await noor.post('/v1/study-items', { prompt: 'Why us?' })).body
    const send = () =>
      noor.post(`/v1/interviews/${interview.id}/questions`, { prompt: 'Why us?', answered: 'partly' })
    t.equal((await removedMeanwhile('study_items', id, send))[0], 201)
    const [item, ...others] = (await noor.get('/v1/study-items')).body.data
    t.strictSame([item.prompt, item.own, others], ['Why us?', false, []])
    t.not(item.id, id)
  })

  await t.test('is not found: an answer that names a question', async (t) => {
    const { noor, interview } = await begin()
    const { id: questionId } = await addQuestion(noor, interview.id)
    const { id } = await beginReflection(noor, { interviewId: interview.id })
    const send = () =>
      noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: 'That one.', questionId })
    t.strictSame(await removedMeanwhile('questions', questionId, send), [404, 'not_found'])
    t.strictSame((await noor.get(`/v1/reflections/${id}`)).body.wentWell, [])
  })
})
