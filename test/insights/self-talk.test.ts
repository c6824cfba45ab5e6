import { test } from 'tap'
import { engage, inAccountOf } from '../coaching/pairs.ts'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

const KIND = 'I asked good questions about the lab.'
const HARSH = 'I am such an idiot.'

/** Begins a reflection, and answers what went well; then what did not, if it is told. */
const reflect = async (client: Client, subject: object, wentWell: string, more?: string) => {
  const { id } = (await client.post('/v1/reflections', { subject })).body
  await client.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: wentWell })
  const second = { step: 'did_not_go_well', text: more }
  const { didNotGoWell } = more ? (await client.post(`/v1/reflections/${id}/answers`, second)).body : {}
  return { id, answer: didNotGoWell?.[0]?.id }
}

test('how often wording judged its writer', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  t.match(await read(noor, 'self-talk'), { basis: { n: 0 }, reflections: 0, selfJudging: 0, byMonth: [] })

  service.clock.now = new Date('2026-03-20T09:00:00Z')
  const { id: applicationId, interviews } = await tell(
    noor,
    { tags: ['lab'] },
    { interviews: [{ heldOn: '2026-03-10' }] },
  )
  await reflect(noor, { interviewId: interviews[0] }, KIND, `I lost the thread. ${HARSH}`)
  service.clock.now = new Date('2026-04-20T09:00:00Z')
  const period = { from: '2026-04-06', to: '2026-04-12' }
  const fact = await reflect(noor, period, KIND, HARSH)
  await reflect(noor, { applicationId }, KIND, 'I am useless at SQL.')
  await noor.post('/v1/reflections', { subject: { from: '2026-04-13', to: '2026-04-19' } })

  await t.test('reflections are counted by month, those without a word in them left out', async (t) => {
    t.hasStrict(await read(noor, 'self-talk'), {
      basis: { n: 3, open: 3, excluded: [] },
      language: 'en',
      reflections: 3,
      selfJudging: 2,
      byMonth: [
        { month: '2026-03', reflections: 1, selfJudging: 1 },
        { month: '2026-04', reflections: 2, selfJudging: 1 },
      ],
    })
  })

  await t.test('what its owner calls a fact does not count any more', async (t) => {
    await noor.patch(`/v1/reflections/${fact.id}/answers/${fact.answer}`, { selfTalkDismissed: true })
    t.match(await read(noor, 'self-talk'), { reflections: 3, selfJudging: 1 })
  })

  await t.test('over a period, and about some applications', async (t) => {
    t.match(await read(noor, 'self-talk?from=2026-04-01'), {
      basis: { n: 2, excluded: [{ code: 'outside_period', count: 1 }] },
      selfJudging: 0,
    })
    t.match(await read(noor, 'self-talk?tag=lab'), {
      basis: { n: 2, excluded: [{ code: 'filtered_out', count: 1 }] },
      selfJudging: 1,
    })
  })

  await t.test('the counts are those of many entries, too', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id } = await reflect(sam, period, KIND)
    for (let i = 0; i < 120; i++)
      await sam.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: `${KIND} ${i}` })
    t.match(await read(sam, 'self-talk'), { reflections: 1, selfJudging: 0 })
    await sam.post(`/v1/reflections/${id}/answers`, { step: 'did_not_go_well', text: HARSH })
    t.match(await read(sam, 'self-talk'), { reflections: 1, selfJudging: 1 })
  })

  await t.test('they are for nobody but the owner', async (t) => {
    const robin = await service.newAccount('Robin')
    await engage(noor, robin, ['journal:read', 'reflections:read', 'insights:read'])
    t.equal((await inAccountOf(robin, noor).get('/v1/insights/summary')).status, 200)
    t.equal((await inAccountOf(robin, noor).get('/v1/insights/self-talk')).status, 404)
  })
})
