import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'

type Said = { code: string; basis: Record<string, unknown> }

const HELD = [{ heldOn: '2026-03-10' }]
const because = (code: string) => ({
  kind: 'rejected',
  reasons: [{ code, evidence: 'stated_by_employer' }],
})

/** Records an application with its interviews and its ending, and answers with the ending. */
const record = async (noor: Client, outcome: object, interviews: object[] = HELD, offer?: object) => {
  const application = await noor.post('/v1/applications', { company: 'Halden', appliedOn: '2026-03-02' })
  const address = `/v1/applications/${application.body.id}`
  for (const interview of interviews) await noor.post(`${address}/interviews`, interview)
  if (offer) await noor.put(`${address}/offer`, offer)
  return (await noor.put(`${address}/outcome`, outcome)).body
}

const chanceIn = (statements: Said[]) => statements.find(({ code }) => code === 'chance_alone')?.basis
const codesIn = (statements: Said[]) => statements.map(({ code }) => code)

test('the reading of an outcome and the summary', async (t) => {
  const service = await openService(t)

  await t.test('count the same processes that could have been won', async (t) => {
    const noor = await service.newAccount()
    await record(noor, because('budget_cut'))
    await record(noor, because('location_mismatch'))
    await record(noor, { kind: 'withdrawn' })
    await record(noor, { kind: 'no_response' }, [])
    await record(noor, { kind: 'no_response' })
    await record(noor, because('knowledge_gap'))
    const { reading } = await record(noor, because('another_candidate_preferred'))
    const { body } = await noor.get('/v1/insights/summary')
    // Silence, the gap and the other person; the first four could not be won, were left, or reached no interview.
    t.match(chanceIn(reading), { processesWithoutOffer: 3 })
    t.strictSame(chanceIn(body.statements), chanceIn(reading))
    t.equal(body.chance.processesWithoutOffer, 3)
  })

  await t.test('leave chance unsaid once the account has had an offer', async (t) => {
    const noor = await service.newAccount()
    t.ok(chanceIn((await record(noor, { kind: 'rejected' })).reading))
    await record(noor, { kind: 'offer_declined' })
    t.notOk(chanceIn((await record(noor, { kind: 'rejected' })).reading))
    t.notOk(chanceIn((await noor.get('/v1/insights/summary')).body.statements))
  })

  await t.test('agree on a lesson noted on silence', async (t) => {
    const noor = await service.newAccount()
    const reasons = [{ code: 'knowledge_gap', evidence: 'inferred' }]
    const { attribution, reading } = await record(noor, { kind: 'no_response', reasons })
    const { body } = await noor.get('/v1/insights/summary')
    t.equal(attribution, 'unknown')
    t.ok(codesIn(reading).includes('learning_noted'))
    const tallies = body.statements.find(({ code }: Said) => code === 'tallies')
    t.equal(tallies.text, 'You have 1 closed application: it was a lesson. That is your own guess.')
    const causes = body.statements.find(({ code }: Said) => code === 'causes')
    t.equal(causes.text, '1 application with an interview closed with no job. It has no known cause.')
  })

  await t.test('do not call a guess what the employer said of one side', async (t) => {
    const noor = await service.newAccount()
    const stated = { code: 'budget_cut', evidence: 'stated_by_employer' }
    const guessed = { code: 'could_not_show_knowledge', evidence: 'inferred' }
    await record(noor, { kind: 'rejected', reasons: [stated, guessed] })
    const { body } = await noor.get('/v1/insights/summary')
    const causes = body.statements.find(({ code }: Said) => code === 'causes')
    t.match(causes.text, / it was in part not about you\. You guessed at part of it\.$/)
  })

  await t.test('begin with the offer where a no came after it', async (t) => {
    const noor = await service.newAccount()
    const { reading, stageReached } = await record(noor, { kind: 'rejected' }, HELD, {})
    t.equal(stageReached, 'offered')
    t.strictSame(codesIn(reading).slice(0, 2), ['offer_win', 'may_not_be_about_you'])
    t.match((await noor.get('/v1/insights/summary')).body.tallies, { won: { count: 1 } })
  })

  await t.test('say that the door is open where the record says so', async (t) => {
    const noor = await service.newAccount()
    const said = { doorOpen: true, employerFeedback: 'Write to us in spring.' }
    const { reading } = await record(noor, { kind: 'rejected', ...said })
    t.strictSame(reading.find(({ code }: Said) => code === 'door_open')?.basis, {
      doorOpen: true,
      feedback: true,
    })
    const plain = await record(noor, { kind: 'rejected', doorOpen: true })
    t.match(plain.reading, [{}, {}, {}, {}, { basis: { doorOpen: true, feedback: false } }, {}])
  })
})
