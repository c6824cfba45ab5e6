import fc from 'fast-check'
import { test } from 'tap'
import { flowOf } from '../../src/insights/flow/rules.ts'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'
import { applications, WINDOW } from './records.ts'

test('the flow of a search', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const two = [{ heldOn: '2026-03-10' }, { heldOn: '2026-03-20' }]
  await tell(noor, {}, { interviews: two, outcome: { kind: 'rejected' } })
  await tell(noor, {}, { interviews: two, offer: {}, outcome: { kind: 'offer_accepted' } })
  await tell(noor, {}, { outcome: { kind: 'no_response' } })
  await tell(noor, {})
  await tell(noor, { appliedOn: null, roleTitle: 'a wish' })
  const { basis, nodes, links } = await read(noor, 'flow')
  t.strictSame(basis, { n: 5, open: 2, excluded: [] })
  t.strictSame(
    nodes.map(({ id, count }: { id: string; count: number }) => `${id} ${count}`),
    [
      ...['saved 1', 'applied 4', 'responded 2', 'round_1 2', 'round_2 2', 'offered 1', 'accepted 1'],
      ...['open 2', 'rejected 1', 'no_response 1'],
    ],
  )
  t.strictSame(
    links.map(({ source, target, count }: Record<string, string>) => `${source} > ${target} ${count}`),
    [
      'saved > open 1',
      'applied > responded 2',
      'applied > open 1',
      'applied > no_response 1',
      'responded > round_1 2',
      'round_1 > round_2 2',
      'round_2 > offered 1',
      'round_2 > rejected 1',
      'offered > accepted 1',
    ],
  )
  t.notMatch(JSON.stringify(await read(noor, 'flow')), /Halden/)
})

test('what flows into a node flows out of it, one unit for each application', async () => {
  fc.assert(
    fc.property(applications, (all) => {
      const { nodes, links } = flowOf({ applications: all, lookBacks: [] }, WINDOW)
      const sum = (end: 'source' | 'target', id: string) =>
        links.filter((link) => link[end] === id).reduce((total, { count }) => total + count, 0)
      const begun = nodes.filter(({ id }) => id === 'saved' || id === 'applied')
      return (
        begun.reduce((total, { count }) => total + count, 0) === all.length &&
        nodes.every(({ id, kind, count }) => {
          const [into, out] = [sum('target', id), sum('source', id)]
          const isEnd = kind === 'ending' || kind === 'open' || id === 'accepted'
          const isBegin = id === 'saved' || id === 'applied'
          return (isEnd || out === count) && (isBegin || into === count)
        })
      )
    }),
  )
})
