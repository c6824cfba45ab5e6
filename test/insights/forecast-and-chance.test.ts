import { test } from 'tap'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

const HELD = [{ heldOn: '2026-03-10' }]
/** As far as answers tell it. */
const near = (one: number, other: number) => Math.abs(one - other) < 0.00005 + 1e-9
const because = (code: string) => ({
  kind: 'rejected',
  reasons: [{ code, evidence: 'stated_by_employer' }],
})

test('the forecast', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')

  await t.test('tells no rate from the assumption alone', async (t) => {
    for (let n = 0; n < 2; n++) await tell(noor, {}, { interviews: HELD, outcome: { kind: 'rejected' } })
    t.match(await read(noor, 'forecast?horizon=true'), {
      basis: { n: 2 },
      smallSample: true,
      offers: 0,
      processes: 2,
      prior: { alpha: 1, beta: 4 },
      rate: null,
      offersInNext: { processes: 5, probability: null },
      processesFor: null,
    })
  })

  await t.test('rests on processes that could be won, and names the others', async (t) => {
    for (let n = 0; n < 3; n++) await tell(noor, {}, { interviews: HELD, outcome: { kind: 'no_response' } })
    await tell(noor, {}, { interviews: HELD, outcome: because('budget_cut') })
    await tell(noor, {}, { interviews: HELD, outcome: { kind: 'withdrawn' } })
    await tell(noor, {}, { interviews: HELD })
    await tell(noor, {})
    const body = await read(noor, 'forecast')
    t.match(body, {
      basis: {
        n: 6,
        open: 1,
        excluded: [
          { code: 'no_interview_held', count: 1 },
          { code: 'own_choice', count: 1 },
          { code: 'not_about_you', count: 1 },
        ],
      },
      offers: 0,
      processes: 5,
      processesFor: null,
    })
    // Five without an offer: Beta(1, 9). Its mean is 1/10; none in five is 9/10 · 10/11 · 11/12 · 12/13 · 13/14 = 9/14.
    t.ok(near(body.rate.mean, 0.1))
    t.ok(near(body.rate.low80, 0.011638466884251788) && near(body.rate.high80, 0.22573631731887295))
    t.ok(near(body.offersInNext.probability, 5 / 14))
    // From Beta(2, 8): Beta(2, 13), mean 2/15. From Beta(1, 1): Beta(1, 6), mean 1/7.
    const [cautious, flat] = body.sensitivity
    t.strictSame(
      [cautious.prior, flat.prior],
      [
        { alpha: 2, beta: 8 },
        { alpha: 1, beta: 1 },
      ],
    )
    t.ok(near(cautious.rate.mean, 2 / 15) && near(flat.rate.mean, 1 / 7))
  })

  await t.test('tells how many processes it takes on request', async (t) => {
    // Beta(1, 9): 9 · 0.8 / 0.2 = 36.
    t.strictSame((await read(noor, 'forecast?horizon=true')).processesFor, {
      probability: 0.8,
      processes: 36,
    })
    t.equal((await read(noor, 'forecast?horizon=false')).processesFor, null)
    t.equal((await noor.get('/v1/insights/forecast?horizon=soon')).status, 400)
  })

  await t.test('tells it unasked after a first offer', async (t) => {
    await tell(noor, {}, { interviews: HELD, outcome: { kind: 'offer_declined' } })
    const body = await read(noor, 'forecast')
    t.match(body, { offers: 1, processes: 6, processesFor: { probability: 0.8 } })
    t.ok(near(body.rate.mean, 2 / 11))
  })

  await t.test('starts from what the operator configured', async (t) => {
    const other = await openService(t, { FORECAST_PRIOR_ALPHA: '2', FORECAST_PRIOR_BETA: '8' })
    const ines = await other.newAccount('Ines')
    t.strictSame((await read(ines, 'forecast')).prior, { alpha: 2, beta: 8 })
  })
})

test('chance alone', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  t.match(await read(noor, 'chance'), { processesWithoutOffer: 0, probability: null, basis: { n: 0 } })
  for (let n = 0; n < 5; n++) await tell(noor, {}, { interviews: HELD, outcome: { kind: 'rejected' } })
  await tell(noor, {}, { interviews: HELD, outcome: because('hiring_freeze') })
  const { processesWithoutOffer, probability, baseRate } = await read(noor, 'chance')
  t.equal(processesWithoutOffer, 5)
  // 0.75^5 = 243/1024 and 0.8^5 = 1024/3125: between 24 and 33 in 100.
  t.ok(near(probability.low, 243 / 1024) && near(probability.high, 1024 / 3125))
  t.strictSame(baseRate, { low: 0.2, high: 0.25, source: 'Jobvite', year: 2017, directional: true })
})
