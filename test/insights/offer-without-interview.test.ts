import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

type Said = { code: string; text: string; basis: object }

const HELD = { interviews: [{ heldOn: '2026-03-10' }] }
const OFFER = { offer: { receivedOn: '2026-03-12' } }
const SILENCE = { outcome: { kind: 'no_response' } }

const summaryOf = async (noor: Client, ...all: object[]) => {
  for (const told of all) await tell(noor, {}, told)
  const { statements, ...summary } = await read(noor, 'summary')
  const said = (code: string): Said | undefined => statements.find((it: Said) => it.code === code)
  return { ...summary, said }
}

test('an offer without an interview on record', async (t) => {
  const service = await openService(t)

  await t.test('adds no interview, and is told as an offer where the rate counts it', async (t) => {
    const noor = await service.newAccount()
    const { works, said } = await summaryOf(noor, HELD, HELD, OFFER, SILENCE)
    t.match(works, {
      interviewsObtained: 2,
      applicationsSent: 4,
      applicationsWithInterview: 3,
      offersWithoutInterview: 1,
      applicationToInterview: { successes: 3, trials: 4 },
    })
    t.match(said('works_interviews')?.text, 'You got 2 interviews from 4 applications.')
    t.match(said('works_rate')?.text, '3 of 4 applications led to an interview or an offer.')
    t.match(said('works_rate')?.basis, { successes: 3, trials: 4, offersWithoutInterview: 1 })
    const { stages } = await read(noor, 'funnel')
    t.match(stages[2], { stage: 'interviewed', count: 3 })
  })

  await t.test('leaves an interview what it is where each offer came after one', async (t) => {
    const noor = await service.newAccount()
    const { works, said } = await summaryOf(noor, { ...HELD, ...OFFER }, HELD, SILENCE)
    t.match(works, { interviewsObtained: 2, offersWithoutInterview: 0 })
    t.match(said('works_rate')?.text, '2 of 3 applications led to an interview.')
  })

  await t.test('is not called an interview in a journal that holds none', async (t) => {
    const noor = await service.newAccount()
    const { said } = await summaryOf(noor, OFFER, SILENCE, SILENCE)
    t.notOk(said('works_interviews'))
    t.match(said('works_offers')?.text, 'You got 1 offer from 3 applications.')
    t.match(said('works_rate')?.text, '1 of 3 applications led to an offer.')
  })

  await t.test('comes first in the summary where there is nothing else to tell', async (t) => {
    const noor = await service.newAccount()
    for (const [fields, all] of [
      [{ appliedOn: null }, 1],
      [{}, 2],
    ] as const) {
      await tell(noor, fields, OFFER)
      const [first] = (await read(noor, 'summary')).statements
      t.strictSame(first.basis, { offers: all, applications: all })
      t.notOk(/no interview/.test(first.text))
      t.match(first.text, all === 1 ? 'You got 1 offer from 1 application.' : 'You got 2 offers from 2')
    }
    await tell(noor, {}, HELD)
    t.match((await read(noor, 'summary')).statements[0], { code: 'works_interviews' })
  })

  await t.test('is none of the offers that chance counts, and leaves chance unsaid', async (t) => {
    const noor = await service.newAccount()
    const no = { ...HELD, outcome: { kind: 'rejected' } }
    const before = await summaryOf(noor, no, no)
    t.match(before.said('chance_alone')?.basis, { processesWithoutOffer: 2 })
    const after = await summaryOf(noor, OFFER)
    t.match(after.chance, { processesWithoutOffer: 2, offers: 0, probability: { low: 0.5625, high: 0.64 } })
    t.notOk(after.said('chance_alone'))
    t.strictSame((await read(noor, 'chance')).offers, 0)
  })
})
