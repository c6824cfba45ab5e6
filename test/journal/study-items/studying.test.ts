import { test } from 'tap'
import { replay } from '../../../src/journal/study-items/rules/schedule.ts'
import type { Body, Client } from '../../support/client.ts'
import { eventsOf } from '../../support/events.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from '../applications/records.ts'
import { demandReplayed } from './replayed.ts'

const at = (day: string) => new Date(`${day}T09:00:00Z`)

test('studying', async (t) => {
  const service = await openService(t, {})
  const add = async (client: Client, members: object) => (await client.post('/v1/study-items', members)).body
  const list = async (client: Client, query = '') =>
    (await client.get(`/v1/study-items${query}`)).body.data.map(({ prompt }: Body) => prompt)

  await t.test('an item comes back as its schedule says, and every review is kept', async (t) => {
    service.clock.now = at('2026-01-01')
    const noor = await service.newAccount()
    const { id, dueOn } = await add(noor, { prompt: 'Why optics?' })
    t.equal(dueOn, '2026-01-01', 'new ones are due at once')
    const seen: string[] = []
    for (const rating of ['again', 'good', 'good']) {
      const { status } = await noor.post(`/v1/study-items/${id}/reviews`, { rating })
      t.equal(status, 201)
      const item = (await noor.get(`/v1/study-items/${id}`)).body
      seen.push(`${item.state} ${item.dueOn}`)
      service.clock.now = at(item.dueOn)
    }
    t.strictSame(seen, ['learning 2026-01-02', 'learning 2026-01-05', 'ready 2026-01-13'])
    const { rows } = await service.db.$client.query(
      'SELECT rating, "on"::text AS on FROM study_reviews WHERE account_id = $1 ORDER BY id',
      [noor.accountId],
    )
    const stored = await service.db.$client.query('SELECT schedule FROM study_items WHERE id = $1', [id])
    t.strictSame(replay(rows), stored.rows[0].schedule, 'the schedule follows from the reviews alone')
    service.clock.now = at('2026-06-01')
  })

  await t.test('items are found by what is due, by state and by topic', async (t) => {
    const noor = await service.newAccount()
    const { id } = await add(noor, { prompt: 'A?', topic: 'SQL' })
    await add(noor, { prompt: 'B?', topic: 'sql' })
    await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
    t.strictSame(await list(noor), ['B?', 'A?'])
    t.strictSame(await list(noor, '?due=true'), ['B?'])
    t.strictSame(await list(noor, '?due=false'), ['A?'])
    t.strictSame(await list(noor, '?state=ready'), ['A?'])
    t.strictSame(await list(noor, '?topic=Sql'), ['B?', 'A?'])
    t.strictSame(await list(noor, '?topic=law'), [])
  })

  await t.test('an interview that may ask for it draws an item nearer, to the day before', async (t) => {
    const noor = await service.newAccount()
    const { id } = await add(noor, { prompt: 'A?', topic: 'SQL' })
    const due = async () => {
      const { dueOn, nextInterviewOn } = (await noor.get(`/v1/study-items/${id}`)).body
      return [dueOn, nextInterviewOn]
    }
    await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
    const [far] = await due()
    t.ok(far > '2026-06-08')
    const application = await addApplication(noor, { tags: ['sql'] })
    await addInterview(noor, (await addApplication(noor, { tags: ['law'] })).id, {
      heldOn: '2026-06-03',
      status: 'scheduled',
    })
    t.strictSame(await due(), [far, null], 'one about something else does not')
    const interview = await addInterview(noor, application.id, { startsAt: '2026-06-05T10:00:00Z' })
    t.strictSame(await due(), ['2026-06-04', '2026-06-05'])
    service.clock.now = at('2026-06-04')
    await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'good' })
    t.ok((await due())[0] > '2026-06-05', 'who reviewed on the eve is done')
    service.clock.now = at('2026-06-01')
    const reviewed = await due()
    await noor.patch(`/v1/interviews/${interview.id}`, { status: 'cancelled' })
    service.clock.now = at('2026-06-09')
    t.strictSame(await due(), [reviewed[0], null], 'with none ahead it comes back as its schedule says')
    t.strictSame(await list(noor, '?due=true'), [])
    service.clock.now = at('2026-06-01')
  })

  await t.test('two wordings become one item, with what was asked and reviewed under both', async (t) => {
    const noor = await service.newAccount()
    const interview = await addInterview(noor, (await addApplication(noor)).id)
    const ask = async (prompt: string) =>
      (await noor.post(`/v1/interviews/${interview.id}/questions`, { prompt, answered: 'did_not_know' })).body
    const [one, two] = [await ask('What is an index?'), await ask('Explain an index.')]
    await noor.patch(`/v1/study-items/${one.studyItemId}`, { answerNotes: 'A sorted copy.' })
    await noor.patch(`/v1/study-items/${two.studyItemId}`, { answerNotes: 'It costs writes.' })
    await noor.post(`/v1/study-items/${two.studyItemId}/reviews`, { rating: 'good' })
    const path = `/v1/study-items/${one.studyItemId}/merges`
    const { status, body } = await noor.post(path, { from: two.studyItemId })
    t.equal(status, 200)
    t.strictSame((await eventsOf(service, noor.accountId)).slice(-2), [
      ['study_item.updated', { studyItemId: one.studyItemId, state: 'learning' }],
      ['study_item.deleted', { studyItemId: two.studyItemId, state: 'learning' }],
    ])
    t.hasStrict(body, {
      id: one.studyItemId,
      version: 3,
      answerNotes: 'A sorted copy.\n\nIt costs writes.',
      state: 'learning',
      askedCount: 2,
      missedCount: 2,
    })
    t.equal((await noor.get(`/v1/questions/${two.id}`)).body.studyItemId, one.studyItemId)
    t.equal((await noor.get(`/v1/study-items/${two.studyItemId}`)).status, 404)
    t.equal(
      (await ask('explain an index')).studyItemId,
      one.studyItemId,
      'and both wordings lead there from now on',
    )
    const itself = await noor.post(path, { from: one.studyItemId })
    t.strictSame([itself.status, itself.body.code], [422, 'study_item_is_itself'])
    t.equal((await noor.post(path, { from: two.studyItemId })).status, 404)
  })

  await t.test('nothing that was noted is cut off when two become one', async (t) => {
    const noor = await service.newAccount()
    const answerNotes = 'a'.repeat(10_000)
    const one = await add(noor, { prompt: 'Why us?', answerNotes })
    const two = await add(noor, { prompt: 'Why here?', answerNotes })
    const path = `/v1/study-items/${one.id}/merges`
    const refused = await noor.post(path, { from: two.id })
    t.strictSame([refused.status, refused.body.code], [422, 'study_notes_too_long'])
    t.equal((await noor.get(`/v1/study-items/${two.id}`)).body.answerNotes, answerNotes)
    await noor.patch(`/v1/study-items/${two.id}`, { answerNotes: 'a'.repeat(9_998) })
    t.equal((await noor.post(path, { from: two.id })).body.answerNotes.length, 20_000)
  })

  await t.test('one question is one item', async (t) => {
    const noor = await service.newAccount()
    await add(noor, { prompt: 'Why us?' })
    const again = await noor.post('/v1/study-items', { prompt: 'why us' })
    t.strictSame([again.status, again.body.code], [409, 'study_item_exists'])
    const other = (await noor.post('/v1/study-items', { prompt: 'Why now?' })).body
    const same = await noor.patch(`/v1/study-items/${other.id}`, { prompt: 'WHY US' })
    t.strictSame([same.status, same.body.code], [409, 'study_item_exists'])
    t.equal((await noor.patch(`/v1/study-items/${other.id}`, { prompt: 'why now' })).status, 200)
    t.strictSame(await list(noor), ['why now', 'Why us?'])
  })

  await t.test('what a mark tells apart is another question, however it is encoded', async (t) => {
    const noor = await service.newAccount()
    const same = [
      ['Café?', 'CAFE\u0301'],
      ['Why us ❤\ufe0f', 'why us ❤'],
      ['आपका दिन?', 'आपका दिन'],
    ] as const
    for (const [prompt, again] of same) {
      t.equal((await noor.post('/v1/study-items', { prompt })).status, 201, prompt)
      t.equal((await noor.post('/v1/study-items', { prompt: again })).body.code, 'study_item_exists', again)
    }
    for (const prompt of ['Cafe?', 'आपका दीन?', 'ไก่', 'ไก้'])
      t.equal((await noor.post('/v1/study-items', { prompt })).status, 201, prompt)
  })

  await t.test('every schedule follows from the log of its reviews alone', (t) => demandReplayed(t, service))
})
