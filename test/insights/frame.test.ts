import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { countStatements } from '../support/statements.ts'
import { read, tell } from './journal.ts'

type Figure = { figure: string }

const ask = (client: Client, interviewId: string | undefined, topic: string) =>
  client.post(`/v1/interviews/${interviewId}/questions`, { prompt: 'Why?', topic, answered: 'well' })

const NAMES = [
  ...['summary', 'funnel', 'rounds', 'reasons', 'forecast', 'chance', 'response-times', 'comeback'],
  ...['questions', 'plans', 'pitches', 'flow'],
]

test('every insight', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  await tell(noor, { tags: ['lab'] }, { interviews: [{ heldOn: '2026-03-10' }] })
  const ines = await service.newAccount('Ines')
  for (const name of NAMES) {
    await t.test(`${name} reads nobody else's journal`, async (t) => {
      t.match(await read(ines, name), { basis: { n: 0, open: 0, excluded: [] }, smallSample: true })
    })

    await t.test(`${name} answers in the frame, and leads to how it is computed`, async (t) => {
      const body = await read(noor, name)
      t.match(body, {
        period: { from: null, to: null },
        basis: { excluded: Array },
        smallSample: true,
        definition: `/docs/insights/${name}`,
        comparison: null,
      })
      const { status, body: definition } = await service.client().get(body.definition)
      t.equal(status, 200)
      t.ok(definition.figures.length > 0)
    })

    await t.test(`${name} takes a period, a filter and another window`, async (t) => {
      const query = 'from=2026-03-01&to=2026-03-31&tag=lab&compareFrom=2026-01-01&compareTo=2026-02-28'
      const body = await read(noor, `${name}?${query}&source=x&roleTitle=y`)
      t.match(body, {
        period: { from: '2026-03-01', to: '2026-03-31' },
        comparison: { period: { from: '2026-01-01', to: '2026-02-28' }, smallSample: true },
      })
      for (const bad of ['compareFrom=2026-02-01&compareTo=2026-01-01', 'from=2026-02-30', 'colour=red'])
        t.equal((await noor.get(`/v1/insights/${name}?${bad}`)).status, 400, bad)
    })
  }
})

test('every insight and its picture ask the database once for all that they read', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  await tell(noor, {}, { interviews: [{ heldOn: '2026-03-10' }] })
  await noor.get('/v1/pauses')
  const ofPauses = await countStatements(service, () => noor.get('/v1/pauses'))
  for (const name of [...NAMES, 'funnel.svg', 'comeback.svg', 'flow.svg']) {
    const count = await countStatements(service, () => noor.get(`/v1/insights/${name}?compareTo=2026-03-31`))
    t.equal(count, ofPauses, `${name} takes as many statements as a list of pauses`)
  }
})

test('two windows', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const held = (result: string) => ({ interviews: [{ heldOn: '2026-03-10', result }] })
  // In February 4 of 20 led on, in March 17 of 20, in April 2 of 3.
  const months = { '2026-02-05': [4, 20], '2026-03-05': [17, 20], '2026-04-05': [2, 3] }
  for (const [appliedOn, [advanced = 0, all = 0]] of Object.entries(months)) {
    for (let n = 0; n < all; n++)
      await tell(noor, { appliedOn }, held(n < advanced ? 'advanced' : 'not_advanced'))
  }
  const compared = async (from: string, compareTo: string, compareFrom: string) => {
    const { comparison } = await read(
      noor,
      `rounds?from=${from}&to=${from.slice(0, 8)}30&compareFrom=${compareFrom}&compareTo=${compareTo}`,
    )
    return comparison.rates.find(({ figure }: { figure: string }) => figure === 'first.advanceRate')
  }

  await t.test('compare where each has twenty decided cases', async (t) => {
    const first = await compared('2026-03-01', '2026-02-28', '2026-02-01')
    t.match(first, { comparable: true, apart: true, now: { value: 0.85 }, then: { value: 0.2 } })
    const same = await compared('2026-03-01', '2026-03-31', '2026-03-01')
    t.match(same, { comparable: true, apart: false })
  })

  await t.test('stand beside each other in counts alone where one has fewer', async (t) => {
    const none = { value: null, low: null, high: null }
    t.strictSame(await compared('2026-03-01', '2026-04-30', '2026-04-01'), {
      figure: 'first.advanceRate',
      comparable: false,
      apart: null,
      now: { ...none, successes: 17, trials: 20 },
      then: { ...none, successes: 2, trials: 3 },
    })
  })

  await t.test('compare what works in two summaries once, and no statement', async (t) => {
    const window = 'from=2026-03-01&to=2026-03-30&compareFrom=2026-02-01&compareTo=2026-02-28'
    const { status, body } = await noor.get(`/v1/insights/summary?${window}`)
    t.equal(status, 200)
    const figures = body.comparison.rates.map(({ figure }: { figure: string }) => figure)
    t.ok(figures.includes('works.applicationToInterview'))
    t.strictSame(
      figures.filter((figure: string) => figure.startsWith('statements')),
      [],
    )
    t.match(
      body.statements.map(({ code }: { code: string }) => code),
      ['works_interviews', 'works_rate'],
    )
  })

  await t.test('name each round that either of them holds', async (t) => {
    const { comparison } = await read(noor, 'rounds?from=2026-06-01&compareTo=2026-03-31')
    t.ok(comparison.rates.some(({ figure }: { figure: string }) => figure === 'perRound[1].advanceRate'))
    t.equal(comparison.basis.n, 40)
  })
})

test('two windows side by side hold the same group and topic against each other, however it was typed', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  for (const [appliedOn, name, topic] of [
    ['2026-03-02', 'Stepping Stones', 'SQL'],
    ['2026-05-02', 'stepping stones', 'sql'],
  ] as const) {
    const { interviews } = await tell(
      noor,
      { appliedOn, source: { name } },
      { interviews: [{ heldOn: appliedOn }] },
    )
    await ask(noor, interviews[0], topic)
  }
  const window = 'from=2026-05-01&compareTo=2026-04-30'
  for (const [path, figure] of [
    [`funnel?by=source&${window}`, 'groups[stepping stones].steps[applied].conversion'],
    [`questions?${window}`, 'topics[sql].answeredWell'],
  ] as const) {
    const { rates } = (await read(noor, path)).comparison
    const found = rates.filter((it: { figure: string }) => it.figure.toLowerCase() === figure.toLowerCase())
    t.match(found, [{ figure, now: { trials: 1 }, then: { trials: 1 } }], path)
    t.equal(found.length, 1)
  }
})

test('two windows side by side', async (t) => {
  const service = await openService(t)
  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => `t${String(from + n).padStart(3, '0')}`)
  const no = { outcome: { kind: 'rejected' } }
  const window = 'from=2026-05-01&compareTo=2026-04-30'

  await t.test('hold what one answer has no room for against what the other one lists', async (t) => {
    const noor = await service.newAccount('Noor')
    const { interviews: before } = await tell(
      noor,
      { appliedOn: '2026-03-02', tags: ['t100'] },
      { ...no, interviews: [{ heldOn: '2026-03-09' }] },
    )
    for (const at of [0, 50, 100])
      await tell(noor, { appliedOn: '2026-05-02', tags: numbered(at, Math.min(at + 50, 102)) }, no)
    const { interviews: after } = await tell(
      noor,
      { appliedOn: null },
      { interviews: [{ heldOn: '2026-05-09' }] },
    )
    await ask(noor, before[0], 't100')
    for (const topic of numbered(0, 102)) await ask(noor, after[0], topic)
    for (const [path, list, figureOf] of [
      ['funnel?by=tag', 'groups', (name: string) => `groups[${name}].steps[applied].conversion`],
      ['questions?', 'topics', (name: string) => `topics[${name}].answeredWell`],
    ] as const) {
      const body = await read(noor, `${path}&${window}`)
      t.equal(body[list].length, 100, path)
      const { rates } = body.comparison
      const of = (name: string) => rates.filter(({ figure }: Figure) => figure === figureOf(name))
      t.match(of('t100'), [{ now: { trials: 1 }, then: { trials: 1 } }], path)
      t.strictSame(of('t101'), [], 'what neither answer lists is not compared')
    }
  })

  await t.test('tell what has no name from what is named null', async (t) => {
    const noor = await service.newAccount('Noor')
    for (const [appliedOn, tags] of [
      ['2026-03-02', ['null']],
      ['2026-03-03', ['null']],
      ['2026-03-04', []],
      ['2026-05-02', ['null']],
    ])
      await tell(noor, { appliedOn, tags }, no)
    const { rates } = (await read(noor, `funnel?by=tag&${window}`)).comparison
    const of = (name: string) =>
      rates.filter(({ figure }: Figure) => figure === `groups[${name}].steps[applied].conversion`)
    t.match(of('null'), [{ now: { trials: 1 }, then: { trials: 2 } }])
    t.match(of(''), [{ now: { trials: 0 }, then: { trials: 1 } }])
  })
})
