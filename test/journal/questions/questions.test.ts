import { test } from 'tap'
import { ANSWERED } from '../../../src/journal/questions/rules.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addQuestion, idsOf } from '../applications/records.ts'

test('questions', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const interview = async (client = noor) => addInterview(client, (await addApplication(client)).id)

  await t.test('a question belongs to the interview that it was asked in', async (t) => {
    const { id: interviewId } = await interview()
    const members = {
      prompt: 'How do you find\na slow query?',
      kind: 'technical',
      topic: 'SQL',
      notes: 'Took long',
    }
    const { status, headers, body } = await noor.post(`/v1/interviews/${interviewId}/questions`, members)
    t.equal(status, 201)
    t.equal(headers.location, `/v1/questions/${body.id}`)
    t.hasStrict(body, { ...members, interviewId, answered: null, version: 1 })
    t.strictSame((await noor.get(`/v1/questions/${body.id}`)).body, body)
    t.hasStrict(await addQuestion(noor, interviewId), { kind: 'other', topic: null, notes: null })
  })

  await t.test('not knowing, not showing and half knowing are different answers', async (t) => {
    const { id: interviewId } = await interview()
    for (const answered of ANSWERED)
      t.hasStrict(await addQuestion(noor, interviewId, { answered }), { answered })
    t.strictSame([...ANSWERED].sort(), ['did_not_know', 'knew_but_could_not_show', 'partly', 'well'])
    for (const answered of ['badly', '', true]) {
      const { status, body } = await noor.post(`/v1/interviews/${interviewId}/questions`, {
        prompt: 'Why?',
        answered,
      })
      t.strictSame([status, body.errors[0].pointer], [400, '/answered'])
    }
  })

  await t.test('how it was answered may be thought over, and taken back', async (t) => {
    const { id: interviewId } = await interview()
    const made = await addQuestion(noor, interviewId, {
      answered: 'did_not_know',
      kind: 'case',
      topic: 'Pricing',
    })
    const path = `/v1/questions/${made.id}`
    const { etag = '' } = (await noor.get(path)).headers
    const shown = await noor.patch(path, { answered: 'knew_but_could_not_show' })
    t.hasStrict(shown.body, {
      answered: 'knew_but_could_not_show',
      kind: 'case',
      topic: 'Pricing',
      version: 2,
    })
    const cleared = await noor.patch(path, { answered: null, kind: null, topic: null })
    t.hasStrict(cleared.body, { answered: null, kind: 'other', topic: null, version: 3 })
    t.equal((await noor.patch(path, { prompt: null })).status, 400)
    t.equal((await noor.patch(path, { interviewId })).status, 400)
    t.equal((await noor.delete(path, { 'if-match': etag })).status, 412)
    t.equal((await noor.delete(path)).status, 204)
    t.equal((await noor.get(path)).status, 404)
  })

  await t.test('lists are filtered by interview, kind, answer and topic', async (t) => {
    const sam = await service.newAccount('Sam')
    const [one, other] = [await interview(sam), await interview(sam)]
    const sql = await addQuestion(sam, one.id, { kind: 'technical', topic: 'SQL', answered: 'did_not_know' })
    const git = await addQuestion(sam, one.id, { kind: 'technical', topic: 'git', answered: 'well' })
    const why = await addQuestion(sam, other.id, { kind: 'motivation', answered: 'did_not_know' })
    const list = async (query: string) => idsOf(await sam.get(`/v1/questions?${query}`)).sort()
    t.strictSame(await list(''), [sql.id, git.id, why.id].sort())
    t.strictSame(await list(`interviewId=${one.id}`), [sql.id, git.id].sort())
    t.strictSame(await list('kind=motivation'), [why.id])
    t.strictSame(await list('answered=did_not_know'), [sql.id, why.id].sort())
    t.strictSame(await list('answered=did_not_know&kind=technical'), [sql.id])
    t.strictSame(await list('topic=SQL'), [sql.id])
    t.strictSame(await list('topic=sql'), [], 'exactly this topic')
    t.strictSame(await list('answered=partly'), [])
    for (const query of ['answered=badly', 'kind=', 'interviewId=1', 'prompt=Why'])
      t.equal((await sam.get(`/v1/questions?${query}`)).status, 400, query)
    t.strictSame(idsOf(await noor.get(`/v1/questions?interviewId=${one.id}`)), [], 'nobody else sees them')
    t.equal((await noor.patch(`/v1/questions/${sql.id}`, { topic: 'Mine' })).status, 404)
    t.equal((await noor.delete(`/v1/questions/${sql.id}`)).status, 404)
  })
})
