import { test } from 'tap'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

const HELD = [{ heldOn: '2026-03-10' }]

test('the funnel', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const board = {
    source: { channel: 'job_board', name: 'Stepping Stones' },
    tags: ['lab'],
    resumeVersion: 'A',
  }
  await tell(
    noor,
    { ...board, roleTitle: 'Lab Analyst' },
    { interviews: HELD, outcome: { kind: 'rejected' } },
  )
  await tell(noor, { ...board, roleTitle: 'Senior Analyst' }, { outcome: { kind: 'rejected' } })
  await tell(noor, { source: { name: 'stepping stones' }, appliedOn: '2026-05-20' })
  await tell(noor, {})
  await tell(noor, { tags: ['lab', 'night'] }, { outcome: { kind: 'no_response' } })
  await tell(noor, {}, { outcome: { kind: 'withdrawn' } })
  await tell(
    noor,
    {},
    { interviews: HELD, offer: { receivedOn: '2026-04-01' }, outcome: { kind: 'offer_accepted' } },
  )
  await tell(noor, { appliedOn: null })

  await t.test('counts by the furthest stage reached, open ones apart', async (t) => {
    const { basis, stages, steps, groups } = await read(noor, 'funnel')
    t.strictSame(basis, { n: 7, open: 2, excluded: [{ code: 'not_sent', count: 1 }] })
    t.strictSame(
      stages.map(({ count }: { count: number }) => count),
      [7, 3, 2, 1, 1],
    )
    // Three were answered. Of the other four one is silent, one was left, and two are open: one for 91 days, one for 12.
    t.match(steps[0], {
      stage: 'applied',
      reached: 7,
      advanced: 3,
      ended: 1,
      ownChoice: 1,
      open: 2,
      unanswered: 1,
      conversion: { value: 0.75, successes: 3, trials: 4 },
      withUnanswered: { value: 0.6, successes: 3, trials: 5 },
    })
    t.match(steps[1], { stage: 'responded', reached: 3, advanced: 2, ended: 1, conversion: { trials: 3 } })
    t.match(steps[2], {
      stage: 'interviewed',
      reached: 2,
      advanced: 1,
      ended: 1,
      conversion: { value: null },
    })
    t.match(steps[3], { stage: 'offered', next: 'accepted', reached: 1, advanced: 1 })
    t.equal(groups, null)
  })

  await t.test('answers by source, tag and résumé version on request', async (t) => {
    const named = async (by: string) => {
      const { groups } = await read(noor, `funnel?by=${by}`)
      return groups.map(({ name, stages }: { name: string; stages: { count: number }[] }) => [
        name,
        stages[0]?.count,
      ])
    }
    t.strictSame(await named('source'), [
      [null, 4],
      ['Stepping Stones', 3],
    ])
    t.strictSame(await named('tag'), [
      [null, 4],
      ['lab', 3],
      ['night', 1],
    ])
    t.strictSame(await named('resumeVersion'), [
      [null, 5],
      ['A', 2],
    ])
    t.equal((await noor.get('/v1/insights/funnel?by=company')).status, 400)
  })

  await t.test('looks at what a filter asks for, and names what it leaves out', async (t) => {
    const n = async (query: string) => (await read(noor, `funnel?${query}`)).basis.n
    t.equal(await n('tag=lab'), 3)
    t.equal(await n('tag=LAB'), 0)
    t.equal(await n('source=stepping%20STONES'), 3)
    t.equal(await n('source=job_board'), 2)
    t.equal(await n('roleTitle=analyst'), 2)
    t.equal(await n('roleTitle=analyst%20LAB'), 1)
    t.equal(await n('tag=lab&roleTitle=senior'), 1)
    t.strictSame((await read(noor, 'funnel?tag=night&from=2026-01-01')).basis.excluded, [
      { code: 'filtered_out', count: 7 },
    ])
  })

  await t.test('says nothing of another account', async (t) => {
    const ines = await service.newAccount('Ines')
    t.match(await read(ines, 'funnel'), { basis: { n: 0, open: 0, excluded: [] }, smallSample: true })
  })
})
