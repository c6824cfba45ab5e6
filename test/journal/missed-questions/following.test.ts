import { test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addQuestion } from '../applications/records.ts'
import { demandReplayed } from '../study-items/replayed.ts'

const PROMPT = 'How do you find a slow query?'

test('questions that were missed', async (t) => {
  const service = await openService(t, {})
  const open = async () => {
    const noor = await service.newAccount()
    const { id } = await addApplication(noor)
    return { noor, application: id, interview: (await addInterview(noor, id, { heldOn: '2026-05-20' })).id }
  }
  const ask = async (client: Client, interview: string, answered: string | null, more = {}): Promise<Body> =>
    (await client.post(`/v1/interviews/${interview}/questions`, { prompt: PROMPT, answered, ...more })).body
  const items = async (client: Client, query = '') => (await client.get(`/v1/study-items${query}`)).body.data

  await t.test(
    'become study items: to learn, or to rehearse what was known and did not come out',
    async (t) => {
      const { noor, interview } = await open()
      const question = await ask(noor, interview, 'did_not_know', { topic: 'SQL' })
      const rehearse = await ask(noor, interview, 'knew_but_could_not_show', { prompt: 'Why us?' })
      await ask(noor, interview, 'well', { prompt: 'Where do you live?' })
      await ask(noor, interview, null, { prompt: 'When can you start?' })
      const [second, first] = await items(noor)
      t.hasStrict(first, {
        prompt: PROMPT,
        topic: 'SQL',
        mode: 'learn',
        own: false,
        state: 'new',
        dueOn: '2026-06-01',
        askedCount: 1,
        missedCount: 1,
      })
      t.hasStrict(second, { prompt: 'Why us?', mode: 'rehearse' })
      t.equal(question.studyItemId, first.id)
      t.equal((await noor.get(`/v1/questions/${rehearse.id}`)).body.studyItemId, second.id)
      t.equal((await items(noor)).length, 2)
    },
  )

  await t.test('gather all times the same was asked, in whatever words it was typed', async (t) => {
    const { noor, interview } = await open()
    await ask(noor, interview, 'well')
    t.strictSame(await items(noor), [], 'what went well needs no study')
    await ask(noor, interview, 'partly', { prompt: 'how do you find a SLOW query' })
    const elsewhere = await addInterview(noor, (await addApplication(noor)).id)
    await ask(noor, elsewhere.id, 'knew_but_could_not_show')
    const [item, ...others] = await items(noor)
    t.strictSame(others, [])
    t.hasStrict(item, { askedCount: 3, missedCount: 2, mode: 'rehearse' })
  })

  await t.test(
    'take their item back when they are corrected or removed, unless somebody worked on it',
    async (t) => {
      const { noor, interview, application } = await open()
      const question = await ask(noor, interview, 'did_not_know')
      await noor.patch(`/v1/questions/${question.id}`, { answered: 'well' })
      t.strictSame(await items(noor), [])
      await noor.patch(`/v1/questions/${question.id}`, { answered: 'partly' })
      t.equal((await items(noor)).length, 1)
      await noor.patch(`/v1/questions/${question.id}`, { prompt: 'How do you find a lost key?' })
      t.strictSame(
        (await items(noor)).map((it: Body) => it.prompt),
        ['How do you find a lost key?'],
      )
      await noor.delete(`/v1/applications/${application}`)
      t.strictSame(await items(noor), [], 'with the application, too')

      const again = await open()
      const missed = await ask(again.noor, again.interview, 'did_not_know')
      await again.noor.patch(`/v1/study-items/${missed.studyItemId}`, { answerNotes: 'Read the plan first.' })
      await again.noor.delete(`/v1/interviews/${again.interview}`)
      t.hasStrict(await items(again.noor), [
        { askedCount: 0, missedCount: 0, answerNotes: 'Read the plan first.' },
      ])

      for (const work of [
        { prompt: 'How do you make a query fast?' },
        { topic: 'SQL' },
        { mode: 'rehearse' },
      ]) {
        const { noor, interview } = await open()
        const { id, studyItemId } = await ask(noor, interview, 'did_not_know')
        await noor.patch(`/v1/study-items/${studyItemId}`, work)
        await noor.patch(`/v1/questions/${id}`, { answered: 'well' })
        t.hasStrict((await noor.get(`/v1/study-items/${studyItemId}`)).body, { ...work, own: true })
      }
    },
  )

  await t.test('are studied in the way that the answer asks for, once it is put right', async (t) => {
    const { noor, interview } = await open()
    const { id, studyItemId } = await ask(noor, interview, 'did_not_know')
    for (const [answered, mode] of [
      ['knew_but_could_not_show', 'rehearse'],
      ['partly', 'learn'],
    ]) {
      await noor.patch(`/v1/questions/${id}`, { answered })
      t.equal((await noor.get(`/v1/study-items/${studyItemId}`)).body.mode, mode)
    }
    await noor.patch(`/v1/study-items/${studyItemId}`, { mode: 'rehearse' })
    await noor.patch(`/v1/questions/${id}`, { answered: 'did_not_know', notes: 'An index, of course.' })
    t.equal(
      (await noor.get(`/v1/study-items/${studyItemId}`)).body.mode,
      'rehearse',
      'what its owner wants stays where the answer asks for nothing else',
    )
  })

  await t.test('are missed today at the latest, whatever the day of the interview', async (t) => {
    const { noor, application, interview } = await open()
    const { studyItemId: id } = await ask(noor, interview, 'did_not_know')
    await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
    const ahead = await addInterview(noor, application, { heldOn: '2026-12-01' })
    await ask(noor, ahead.id, 'partly')
    const { data } = (await noor.get(`/v1/study-items/${id}/reviews`)).body
    t.strictSame(
      data.map(({ source, on }: Body) => [source, on]),
      [
        ['interview', '2026-06-01'],
        ['review', '2026-06-01'],
      ],
    )
    t.ok((await noor.get(`/v1/study-items/${id}`)).body.dueOn < '2026-07-01')
  })

  await t.test('bring back an item that was ready, when it is missed later', async (t) => {
    const { noor, application, interview } = await open()
    const { studyItemId: id } = await ask(noor, interview, 'did_not_know')
    const item = async () => (await noor.get(`/v1/study-items/${id}`)).body
    await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
    t.equal((await item()).state, 'ready')
    const early = await addInterview(noor, application, { heldOn: '2026-05-28' })
    await ask(noor, early.id, 'partly')
    t.equal((await item()).state, 'ready', 'a miss before the review says nothing of what came after')
    service.clock.now = new Date('2026-06-20T09:00:00Z')
    const late = await addInterview(noor, application, { heldOn: '2026-06-19' })
    await ask(noor, late.id, 'partly')
    t.hasStrict(await item(), { state: 'learning', missedCount: 3 })
    const { data } = (await noor.get(`/v1/study-items/${id}/reviews`)).body
    t.strictSame(
      data.map(({ rating, source, on }: Body) => [rating, source, on]),
      [
        ['again', 'interview', '2026-06-19'],
        ['easy', 'review', '2026-06-01'],
      ],
    )
    service.clock.now = new Date('2026-06-01T09:00:00Z')
  })

  await t.test('change their item once, and only where it shows something else', async (t) => {
    const { noor, application, interview } = await open()
    const { studyItemId: id } = await ask(noor, interview, 'did_not_know')
    await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
    const missAgain = async (heldOn: string, answered: string) =>
      ask(noor, (await addInterview(noor, application, { heldOn })).id, answered)
    const item = async () => (await noor.get(`/v1/study-items/${id}`)).body
    const changedSince = async (instant: string) => items(noor, `?updatedFrom=${instant}`)
    t.hasStrict(await item(), { version: 2, missedCount: 1 })

    service.clock.now = new Date('2026-06-02T09:00:00Z')
    await missAgain('2026-05-31', 'partly')
    t.hasStrict(await item(), { version: 2, missedCount: 2, updatedAt: '2026-06-01T09:00:00.000Z' })
    t.strictSame(
      await changedSince('2026-06-02T09:00:00Z'),
      [],
      'missed before it was studied, it is as it was',
    )

    const rehearsed = await missAgain('2026-05-30', 'knew_but_could_not_show')
    t.hasStrict(await item(), { version: 3, mode: 'rehearse', updatedAt: '2026-06-02T09:00:00.000Z' })
    await noor.patch(`/v1/study-items/${id}`, { mode: 'learn' })
    await noor.patch(`/v1/questions/${rehearsed.id}`, { answered: 'did_not_know' })
    t.hasStrict(await item(), { version: 4, mode: 'learn' }, 'nor is it by a word for what it shows already')

    service.clock.now = new Date('2026-06-03T09:00:00Z')
    await missAgain('2026-06-01', 'knew_but_could_not_show')
    t.hasStrict(await item(), { version: 5, mode: 'rehearse', state: 'learning', missedCount: 4 })
    t.strictSame(
      (await changedSince('2026-06-03T09:00:00Z')).map((it: Body) => it.id),
      [id],
      'missed on the day that it was studied, or later, it comes back',
    )
    service.clock.now = new Date('2026-06-01T09:00:00Z')
  })

  await t.test('take the review of a miss back with the miss', async (t) => {
    const begin = async () => {
      service.clock.now = new Date('2026-06-01T09:00:00Z')
      const { noor, interview } = await open()
      const { studyItemId: id } = await ask(noor, interview, 'did_not_know')
      await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
      const studied = async (itemId = id) => {
        const { state, dueOn } = (await noor.get(`/v1/study-items/${itemId}`)).body
        const { data } = (await noor.get(`/v1/study-items/${itemId}/reviews`)).body
        return { state, dueOn, ratings: data.map(({ rating }: Body) => rating) }
      }
      const before = await studied()
      service.clock.now = new Date('2026-06-20T09:00:00Z')
      const late = await addApplication(noor)
      const interviewId = (await addInterview(noor, late.id, { heldOn: '2026-06-19' })).id
      const { id: questionId } = await ask(noor, interviewId, 'partly')
      const [review] = (await noor.get(`/v1/study-items/${id}/reviews`)).body.data
      t.hasStrict(review, { rating: 'again', source: 'interview', questionId })
      return { noor, id, studied, before, late: late.id, interviewId, questionId, missed: await studied() }
    }
    type Begun = Awaited<ReturnType<typeof begin>>
    const ways: Record<string, (begun: Begun) => ReturnType<Client['get']>> = {
      corrected: ({ noor, questionId }) => noor.patch(`/v1/questions/${questionId}`, { answered: 'well' }),
      cleared: ({ noor, questionId }) => noor.patch(`/v1/questions/${questionId}`, { answered: null }),
      'about something else': ({ noor, questionId }) =>
        noor.patch(`/v1/questions/${questionId}`, { prompt: 'Why us?' }),
      removed: ({ noor, questionId }) => noor.delete(`/v1/questions/${questionId}`),
      'removed with its interview': ({ noor, interviewId }) => noor.delete(`/v1/interviews/${interviewId}`),
      'removed with its application': ({ noor, late }) => noor.delete(`/v1/applications/${late}`),
    }
    for (const [way, takeBack] of Object.entries(ways)) {
      const begun = await begin()
      t.not(begun.missed.dueOn, begun.before.dueOn)
      await takeBack(begun)
      t.strictSame(await begun.studied(), begun.before, way)
    }

    const { noor, questionId, studied, missed, id } = await begin()
    await noor.patch(`/v1/questions/${questionId}`, {
      answered: 'did_not_know',
      notes: 'Worse than I thought.',
    })
    t.strictSame(await studied(), missed, 'a miss by another name is a miss')
    const { body: into } = await noor.post('/v1/study-items', { prompt: 'Which query is slow?' })
    await noor.post(`/v1/study-items/${into.id}/merges`, { from: id })
    t.strictSame(await studied(into.id), missed, 'it goes along when two items become one')
    await noor.patch(`/v1/questions/${questionId}`, { answered: 'well' })
    t.strictSame((await studied(into.id)).ratings, ['easy'])
    await noor.patch(`/v1/questions/${questionId}`, { answered: 'partly' })
    t.strictSame(await studied(into.id), missed, 'and may be missed after all')
    service.clock.now = new Date('2026-06-01T09:00:00Z')
  })

  await t.test('make one item, however many are recorded at once', async (t) => {
    const { noor } = await open()
    const interviews = await Promise.all(
      Array.from({ length: 8 }, async () => (await addInterview(noor, (await addApplication(noor)).id)).id),
    )
    await Promise.all(interviews.map((interview) => ask(noor, interview, 'did_not_know')))
    t.hasStrict(await items(noor), [{ askedCount: 8, missedCount: 8 }])
  })

  await t.test('every schedule follows from the log of its reviews alone', (t) => demandReplayed(t, service))
})

test('questions that are missed and taken back at the same time', async (t) => {
  const service = await openService(t, {})
  const begin = async () => {
    const noor = await service.newAccount()
    const { id } = await addApplication(noor)
    const meet = async () => (await addInterview(noor, id)).id
    const miss = async (prompt: string, interviewId?: string) =>
      addQuestion(noor, interviewId ?? (await meet()), { prompt, answered: 'partly' })
    return { noor, meet, miss }
  }
  const idOf = async (client: Client, { id }: Body) =>
    (await client.get(`/v1/questions/${id}`)).body.studyItemId

  await t.test('keep the study item that one of them still leads to', async (t) => {
    for (let round = 0; round < 8; round += 1) {
      const { noor, meet, miss } = await begin()
      const [first, interviewId] = [await miss(PROMPT), await meet()]
      const [second] = await Promise.all([
        miss(PROMPT, interviewId),
        noor.delete(`/v1/questions/${first.id}`),
      ])
      t.match(await idOf(noor, second), /-/)
    }
  })

  await t.test('leave none behind that no question leads to any more', async (t) => {
    for (let round = 0; round < 8; round += 1) {
      const { noor, miss } = await begin()
      const both = [await miss(PROMPT), await miss(PROMPT)]
      await Promise.all(both.map(({ id }) => noor.delete(`/v1/questions/${id}`)))
      t.strictSame((await noor.get('/v1/study-items')).body.data, [])
    }
  })

  await t.test('may change places', async (t) => {
    for (let round = 0; round < 8; round += 1) {
      const { noor, miss } = await begin()
      const [first, second] = [await miss(PROMPT), await miss('Why us?')]
      const rename = ({ id }: Body, prompt: string) => noor.patch(`/v1/questions/${id}`, { prompt })
      const answers = await Promise.all([rename(first, 'Why us?'), rename(second, PROMPT)])
      t.strictSame(
        answers.map(({ status }) => status),
        [200, 200],
      )
      for (const question of [first, second]) t.match(await idOf(noor, question), /-/)
    }
  })

  await t.test('take their reviews back, whatever else happens to the item', async (t) => {
    for (let round = 0; round < 12; round += 1) {
      const { noor, miss } = await begin()
      const { studyItemId: id } = await miss(PROMPT)
      await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'good' })
      const [one, two, { studyItemId: other }] = [
        await miss(PROMPT),
        await miss(PROMPT),
        await miss('Why us?'),
      ]
      const answers = await Promise.all([
        noor.delete(`/v1/questions/${one.id}`),
        noor.patch(`/v1/questions/${two.id}`, { answered: 'well' }),
        noor.post(`/v1/study-items/${id}/reviews`, { rating: 'hard' }),
        noor.post(`/v1/study-items/${other}/merges`, { from: id }),
        ...(round % 2 ? [noor.delete(`/v1/study-items/${other}`)] : []),
      ])
      for (const { status } of answers) t.ok(status < 500)
      const { status, body } = await noor.get(`/v1/study-items/${other}/reviews`)
      if (status === 200) t.notOk(body.data.some(({ source }: Body) => source === 'interview'))
    }
    await demandReplayed(t, service)
  })

  await t.test('keep an item that just took in what another question leads to', async (t) => {
    for (let round = 0; round < 8; round += 1) {
      const { noor, miss } = await begin()
      const [first, second] = [await miss(PROMPT), await miss('Why us?')]
      const merges = `/v1/study-items/${first.studyItemId}/merges`
      await Promise.all([
        noor.post(merges, { from: second.studyItemId }),
        noor.delete(`/v1/questions/${first.id}`),
      ])
      t.match(await idOf(noor, second), /-/)
    }
  })
})
