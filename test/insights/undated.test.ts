import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

type Said = { code: string; text: string; basis: object }

const UNDATED = { appliedOn: null }
const HELD = { interviews: [{ heldOn: '2026-03-10' }] }
const NO = { outcome: { kind: 'rejected' } }

const summaryOf = async (noor: Client) => {
  const { statements, ...summary } = await read(noor, 'summary')
  const said = (code: string): Said | undefined => statements.find((it: Said) => it.code === code)
  return { ...summary, said }
}

test('an application without the day on which it was sent', async (t) => {
  const service = await openService(t)

  await t.test('is no trial of the way to an interview, and counts for all that comes after', async (t) => {
    const noor = await service.newAccount()
    await tell(noor, {}, HELD)
    for (let sent = 0; sent < 3; sent++) await tell(noor, {}, NO)
    // Two companies reached out, one of them with an offer at once; and one that was never sent.
    await tell(noor, UNDATED, { ...HELD, ...NO })
    await tell(noor, UNDATED, { offer: { receivedOn: '2026-03-12' } })
    await tell(noor, UNDATED)
    const { basis, works, said } = await summaryOf(noor)
    t.match(works, {
      interviewsObtained: 2,
      applicationsSent: 6,
      applicationsWithInterview: 3,
      offersWithoutInterview: 1,
      undated: 2,
      applicationToInterview: { value: 0.25, successes: 1, trials: 4 },
    })
    t.match(said('works_rate')?.text, '1 of 4 applications led to an interview, apart from 2 without a date.')
    t.match(said('works_rate')?.basis, { successes: 1, trials: 4, undated: 2, offersWithoutInterview: 0 })
    t.equal(basis.n, 2)
    const { steps, stages } = await read(noor, 'funnel')
    t.strictSame(
      stages.map(({ count }: { count: number }) => count),
      [6, 6, 3, 1, 0],
    )
    // All six were answered; of four it is known when they were sent.
    t.match(steps[0], { reached: 6, advanced: 6, undated: 2, conversion: { successes: 4, trials: 4 } })
    t.match(steps[1], { reached: 6, undated: 0, conversion: { successes: 3, trials: 6 } })
    const { body } = await noor.get('/v1/insights/funnel.svg')
    t.match(body, '2 have no date on which they were sent')
    t.equal((await read(noor, 'rounds')).first.reached, 2)
  })

  await t.test('waits for nothing and was left by nobody, as far as the rate goes', async (t) => {
    const noor = await service.newAccount()
    await tell(noor, { ...UNDATED, respondedOn: '2026-05-20' })
    await tell(noor, { ...UNDATED, respondedOn: '2026-05-20' }, { outcome: { kind: 'withdrawn' } })
    const { works } = await summaryOf(noor)
    t.match(works, { applicationsSent: 2, undated: 2, waiting: 0, unanswered: 0, ownChoice: 0 })
    t.match(works.applicationToInterview, { successes: 0, trials: 0 })
  })

  await t.test('leaves no rate where no other is on record, and none is made up', async (t) => {
    const noor = await service.newAccount()
    for (let n = 0; n < 3; n++) await tell(noor, UNDATED, { ...HELD, ...NO })
    const { works, said } = await summaryOf(noor)
    t.match(works, { undated: 3, applicationToInterview: { value: null, successes: 0, trials: 0 } })
    t.match(said('works_interviews')?.basis, { interviews: 3 })
    t.notOk(said('works_rate'))
    const { body } = await noor.get('/v1/insights/funnel.svg')
    t.match(body, 'None with a date is decided yet')
    const { figures } = (await noor.get('/docs/insights/summary')).body
    const { text } = figures.find(({ name }: { name: string }) => name === 'rates')
    for (const said of ['where the company reached out', 'own choice', 'as a no']) t.match(text, said)
  })
})
