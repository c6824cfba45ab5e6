import { test } from 'tap'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

test('today is the day that it is for the account', async (t) => {
  const service = await openService(t)
  service.clock.now = new Date('2026-06-01T20:00:00Z')

  await t.test('where the next day has begun, what was done on it counts', async (t) => {
    const noor = await service.newAccount('Noor')
    await noor.patch('/v1/me', { timeZone: 'Pacific/Auckland' })
    const outcome = { kind: 'rejected', learnedOn: '2026-06-02' }
    await tell(noor, {}, { interviews: [{ heldOn: '2026-05-30' }], outcome })
    await tell(
      noor,
      { appliedOn: '2026-06-02' },
      { interviews: [{ heldOn: '2026-06-02', status: 'completed' }] },
    )
    const times = await read(noor, 'response-times')
    t.match(times, { answer: { events: 1, censored: 1 }, basis: { n: 2, excluded: [] } })
    t.match(times.waiting.processes, [{ lastInterviewOn: '2026-06-02', daysSinceLastInterview: 0 }])
    t.match(await read(noor, 'comeback'), { undated: 0, comebackTime: { events: 1 } })
    const picture = await noor.get('/v1/insights/flow.svg')
    t.match(picture.body, 'All records up to 2 June 2026')
  })

  await t.test('where the day before has not ended, nothing waits a day longer', async (t) => {
    service.clock.now = new Date('2026-06-01T03:00:00Z')
    const ines = await service.newAccount('Ines')
    await ines.patch('/v1/me', { timeZone: 'America/Los_Angeles' })
    await tell(ines, { appliedOn: '2026-04-01' })
    await tell(ines, {}, { interviews: [{ heldOn: '2026-05-30' }] })
    const { waiting } = await read(ines, 'response-times')
    t.match(waiting.processes, [{ daysSinceLastInterview: 1 }])
    await tell(ines, {}, { outcome: { kind: 'rejected' }, interviews: [{ heldOn: '2026-05-01' }] })
    const evening = { startsAt: '2026-06-01T01:00:00Z', status: 'completed' }
    await tell(ines, { appliedOn: null }, { interviews: [evening] })
    const { basis, waiting: late } = await read(ines, 'response-times')
    t.strictSame(basis.excluded, [
      { code: 'no_interview_held', count: 1 },
      { code: 'no_answer_day', count: 1 },
    ])
    t.match(late.processes[1], { lastInterviewOn: '2026-05-31', daysSinceLastInterview: 0 })
    t.equal((await read(ines, 'flow?from=2026-06-01')).basis.n, 0, 'it was recorded on 31 May')
    await tell(
      ines,
      {},
      { interviews: [{ heldOn: '2026-05-20' }], outcome: { kind: 'rejected', learnedOn: '2026-05-30' } },
    )
    await ines.post('/v1/plans', { if: 'a', then: 'b' })
    t.match(await read(ines, 'comeback'), { comebackTime: { events: 1, censored: 0 } })
    t.match((await read(ines, 'summary')).works, { waiting: 1, unanswered: 0 })
    t.match((await read(ines, 'funnel')).steps, [{ unanswered: 0 }])
  })
})
