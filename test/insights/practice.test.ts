import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

const reason = (code: string, evidence: string) => ({ code, evidence })

test('why it ended', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const held = { interviews: [{ heldOn: '2026-03-10' }] }
  const ends = (outcome: object, more = {}) => tell(noor, {}, { ...more, outcome })
  await ends(
    {
      kind: 'rejected',
      learnedOn: '2026-03-20',
      reasons: [reason('budget_cut', 'stated_by_employer'), reason('knowledge_gap', 'inferred')],
    },
    held,
  )
  await ends({ kind: 'role_closed', decidedOn: '2026-03-28', reasons: [reason('budget_cut', 'inferred')] })
  await ends({ kind: 'role_closed', learnedOn: '2026-04-02', reasons: [reason('hiring_freeze', 'inferred')] })
  await ends({ kind: 'no_response' })
  await tell(noor, {})
  const body = await read(noor, 'reasons')
  t.match(body, {
    basis: { n: 4, open: 0, excluded: [{ code: 'still_open', count: 1 }] },
    endings: 4,
    afterInterview: 1,
    withoutReason: 1,
  })
  const groupOf = (group: string) => body.groups.find((it: { group: string }) => it.group === group)
  // Three reasons that were not about Noor: one stated, two inferred.
  t.match(groupOf('not_about_you'), {
    endings: 3,
    afterInterview: 1,
    evidence: [
      { evidence: 'stated_by_employer', count: 1, share: 0.3333 },
      { evidence: 'public_information', count: 0, share: 0 },
      { evidence: 'inferred', count: 2, share: 0.6667 },
      { evidence: 'unknown', count: 0 },
    ],
    codes: [
      { code: 'budget_cut', count: 2, evidence: [{ count: 1, share: null }] },
      { code: 'hiring_freeze', count: 1 },
    ],
  })
  t.match(groupOf('something_to_learn'), { endings: 1, codes: [{ code: 'knowledge_gap' }] })
  t.match(groupOf('own_choice'), { endings: 0, codes: [] })
  t.strictSame(body.byMonth, [
    {
      month: '2026-03',
      endings: 2,
      groups: [
        { group: 'not_about_you', endings: 2 },
        { group: 'something_to_learn', endings: 1 },
      ],
    },
    { month: '2026-04', endings: 1, groups: [{ group: 'not_about_you', endings: 1 }] },
    { month: null, endings: 1, groups: [] },
  ])
})

test('what was asked', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const first = await tell(noor, { tags: ['lab'] }, { interviews: [{ heldOn: '2026-03-10' }] })
  const second = await tell(noor, {}, { interviews: [{ heldOn: '2026-04-10' }] })
  const ask = (at: { interviews: string[] }, prompt: string, more: object) =>
    noor.post(`/v1/interviews/${at.interviews[0]}/questions`, { prompt, ...more })
  await ask(first, 'How do you find a slow query?', { topic: 'SQL', kind: 'technical', answered: 'partly' })
  await ask(second, 'How do you find a slow query', {
    topic: 'sql',
    kind: 'technical',
    answered: 'did_not_know',
  })
  await ask(second, 'Why us?', { kind: 'motivation', answered: 'well' })
  await ask(second, 'A conflict?', { kind: 'behavioral', answered: 'knew_but_could_not_show' })
  await ask(second, 'When can you begin?', { kind: 'logistics' })

  const body = await read(noor, 'questions')
  t.match(body, {
    basis: { n: 5, open: 1, excluded: [] },
    asked: 5,
    notRated: 1,
    well: 1,
    missed: 3,
    recovered: 0,
    answeredWell: { value: 0.25, successes: 1, trials: 4 },
    topics: [
      { topic: null, asked: 3 },
      { topic: 'SQL', asked: 2, missed: 2 },
    ],
    missedTwice: {
      count: 1,
      items: [{ topic: 'SQL', state: 'new', asked: 2, missed: 2, lastMissedOn: '2026-04-10' }],
    },
  })
  t.strictSame(
    body.kinds.map(({ kind, asked }: { kind: string; asked: number }) => [kind, asked]),
    [
      ['technical', 2],
      ['behavioral', 1],
      ['logistics', 1],
      ['motivation', 1],
    ],
  )
  t.match(await read(noor, 'questions?tag=lab'), {
    basis: { n: 1, excluded: [{ code: 'filtered_out', count: 4 }] },
    missedTwice: { count: 0 },
  })
  t.match(await read(noor, 'questions?from=2026-04-01'), { asked: 4 })
})

test('what came of plans', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  service.clock.now = new Date('2026-03-01T09:00:00Z')
  const plan = async (then: string) =>
    (await noor.post('/v1/plans', { if: 'they ask', then })).body.id as string
  const [a, b, c] = [await plan('a'), await plan('b'), await plan('c')]
  const early = await read(noor, 'plans')
  t.match(early, { made: 3, shownAgain: 0, tried: { trials: 0 } })

  service.clock.now = new Date('2026-06-01T09:00:00Z')
  const late = await plan('d')
  await tell(noor, { tags: ['lab'] }, { interviews: [{ heldOn: '2026-03-10' }] })
  const { interviews } = await tell(noor, {}, { interviews: [{ heldOn: '2026-04-10' }] })
  const review = (id: string, fields: object) => noor.post(`/v1/plans/${id}/reviews`, fields)
  await review(a, { tried: true, helped: 'no' })
  await review(a, { tried: true, helped: 'yes', interviewId: interviews[0] })
  await review(b, { tried: true, helped: 'unsure', interviewId: interviews[0] })
  await noor.patch(`/v1/plans/${c}`, { status: 'dropped' })
  t.match(await read(noor, 'plans'), {
    basis: { n: 4, open: 1 },
    made: 4,
    shownAgain: 3,
    dropped: 1,
    tried: { value: 0.6667, successes: 2, trials: 3 },
    helped: { successes: 1, trials: 1 },
    unsure: 1,
    notSaid: 0,
  })
  // At the next interview, that of 10 March, only the first one: b was tried at the one after it.
  t.match(await read(noor, 'comeback'), {
    plans: { tried: { successes: 1, trials: 3 }, helped: { yes: 1, unsure: 0 } },
  })
  t.match(await read(noor, 'plans?tag=lab'), {
    made: 0,
    basis: { excluded: [{ code: 'filtered_out', count: 4 }] },
  })
  t.match(await read(noor, 'plans?from=2026-06-01'), { made: 1 })
  await noor.patch(`/v1/plans/${late}`, { status: 'tried' })
  t.match(await read(noor, 'plans'), { tried: { successes: 3, trials: 4 }, notSaid: 1 })
})

const pitchOf = async (client: Client, title: string, more = {}) =>
  (await client.post('/v1/pitches', { title, text: title, ...more })).body.id as string

test('how pitches went', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const long = await pitchOf(noor, 'Long')
  const short = await pitchOf(noor, 'Short', { previousId: long })
  const used = (pitchId: string, result: string) => ({
    interviews: [{ heldOn: '2026-03-10', pitchId, result }],
  })
  const use = async (pitchId: string, ledOn: number, notLedOn: number) => {
    for (let n = 0; n < ledOn; n++) await tell(noor, {}, used(pitchId, 'advanced'))
    for (let n = 0; n < notLedOn; n++) await tell(noor, {}, used(pitchId, 'not_advanced'))
  }
  await use(long, 2, 18)
  await use(short, 18, 1)
  await tell(noor, {}, used(short, 'pending'))
  const before = await read(noor, 'pitches')
  t.match(before, {
    basis: { n: 40, open: 1 },
    pitches: [
      { pitchId: long, title: 'Long', used: 20, ledOn: 2, notLedOn: 18, ledOnRate: { value: 0.1 } },
      { pitchId: short, previousId: long, used: 20, ledOn: 18, notLedOn: 1, open: 1 },
    ],
  })
  t.equal(before.leading, null, 'nineteen decided interviews are too few for a winner')
  // A later round proves the advance, though no result was noted.
  await tell(noor, {}, { interviews: [{ heldOn: '2026-03-11', pitchId: short }, { heldOn: '2026-03-12' }] })
  t.match(await read(noor, 'pitches'), { leading: short, pitches: [{}, { ledOn: 19, used: 21 }] })
})

test('of two interviews on one day, the earlier one is where a plan is to be tried next', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  service.clock.now = new Date('2026-03-01T09:00:00Z')
  const plan = await noor.post('/v1/plans', { if: 'they ask', then: 'I pause' })
  service.clock.now = new Date('2026-06-01T09:00:00Z')
  const at = (time: string) => ({ startsAt: `2026-03-10T${time}:00Z` })
  const { interviews } = await tell(noor, {}, { interviews: [at('15:00'), at('09:00')] })
  const review = { tried: true, helped: 'yes', interviewId: interviews[1] }
  await noor.post(`/v1/plans/${plan.body.id}/reviews`, review)
  t.match((await read(noor, 'comeback')).plans, { tried: { successes: 1, trials: 1 }, helped: { yes: 1 } })
})
