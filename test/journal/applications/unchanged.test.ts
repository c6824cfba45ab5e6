import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addPlan, addQuestion, beginReflection } from './records.ts'

const made = async (answer: ReturnType<Client['post']>) => (await answer).body

/** One record of each kind that a patch changes, and what it says already. */
const records = async (noor: Client): Promise<[path: string, said: object][]> => {
  const { id } = await addApplication(noor, { tags: ['far'] })
  const interview = await addInterview(noor, id, {
    startsAt: '2026-05-04T10:00:00+02:00',
    interviewers: [{ name: 'Ida', title: 'Lead' }],
  })
  const question = await addQuestion(noor, interview.id, { answered: 'partly' })
  const reflection = await beginReflection(noor, { interviewId: interview.id })
  const answers = `/v1/reflections/${reflection.id}/answers`
  const answered = await made(noor.post(answers, { step: 'went_well', text: 'I came.' }))
  const [plan, pitch, pause, note, reason, win] = [
    await addPlan(noor),
    await made(noor.post('/v1/pitches', { title: 'Short', text: 'I keep things running.' })),
    await made(noor.post('/v1/pauses', { from: '2026-05-01', to: '2026-05-09' })),
    await made(noor.post('/v1/notes', { text: 'Mornings.' })),
    await made(noor.post('/v1/reasons', { title: 'Too far away', group: 'fit' })),
    await made(noor.post('/v1/wins', { text: 'I asked.' })),
  ]
  return [
    [`/v1/applications/${id}`, { tags: ['far'] }],
    [`/v1/interviews/${interview.id}`, { startsAt: '2026-05-04T08:00:00Z', status: 'completed' }],
    [`/v1/questions/${question.id}`, { answered: 'partly' }],
    [`/v1/study-items/${question.studyItemId}`, { prompt: question.prompt }],
    [`/v1/reflections/${reflection.id}`, { private: false }],
    [`${answers}/${answered.wentWell[0].id}`, { text: 'I came.' }],
    [`/v1/plans/${plan.id}`, { status: 'open' }],
    [`/v1/pitches/${pitch.id}`, { archivedAt: null }],
    [`/v1/pauses/${pause.id}`, { to: '2026-05-09' }],
    [`/v1/notes/${note.id}`, { visibility: 'author' }],
    [`/v1/reasons/${reason.id}`, { title: 'Too far away' }],
    [`/v1/wins/${win.id}`, { on: win.on }],
  ]
}

test('what is said again', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const events = async () => (await noor.get('/v1/events?limit=200')).body.data.length

  await t.test('in a patch changes no record, and is no event', async (t) => {
    const each = await records(noor)
    const before = await events()
    for (const [path, said] of each)
      for (const patch of [{}, said]) {
        const read = path.replace(/\/answers\/.*/, '')
        const { body: record } = await noor.get(read)
        const { status } = await noor.patch(path, patch)
        t.strictSame([status, (await noor.get(read)).body], [200, record], `${path} ${JSON.stringify(patch)}`)
      }
    t.equal(await events(), before)
  })

  await t.test('of an outcome or an offer corrects nothing', async (t) => {
    const path = `/v1/applications/${(await addApplication(noor)).id}`
    for (const [name, body] of [
      ['offer', { receivedOn: '2026-05-20', salary: { amount: 1, currency: 'EUR', period: 'year' } }],
      ['outcome', { kind: 'rejected', reasons: [{ code: 'budget_cut', evidence: 'inferred' }] }],
    ] as const) {
      const first = await noor.put(`${path}/${name}`, body)
      const before = await events()
      const second = await noor.put(`${path}/${name}`, body)
      t.strictSame([second.status, second.body], [200, first.body])
      t.equal(await events(), before)
    }
    const kinds = (await noor.get(`${path}/timeline`)).body.data.map(({ kind }: { kind: string }) => kind)
    t.strictSame(kinds, ['offer_received', 'application_recorded', 'outcome_recorded'])
  })
})
