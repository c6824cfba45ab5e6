import { test } from 'tap'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

type Said = { code: string; text: string; basis: object }
const HELD = { interviews: [{ heldOn: '2026-03-10' }] }

test('a round is told with how many results are known', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const firstRound = async () => {
    const { statements } = await read(noor, 'summary')
    return statements.find((it: Said) => it.code === 'round_led_on') as Said
  }

  for (let n = 0; n < 2; n++)
    await tell(noor, {}, { interviews: [{ heldOn: '2026-03-10' }, { heldOn: '2026-03-17', round: 2 }] })
  t.equal((await firstRound()).text, 'You went past round 1 in 2 of 2 cases.')

  // One is open, and one was left by choice: nobody knows what would have come.
  await tell(noor, {}, HELD)
  t.equal(
    (await firstRound()).text,
    'You went past round 1 in 2 of 2 cases with a known result. 1 more has none.',
  )
  await tell(noor, {}, { ...HELD, outcome: { kind: 'withdrawn' } })
  const { text, basis } = await firstRound()
  t.equal(text, 'You went past round 1 in 2 of 2 cases with a known result. 2 more have none.')
  t.strictSame(basis, { round: 1, reached: 4, advanced: 2, decided: 2 })
})

test('where it stalls is told with how many results are known', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const rounds = (...numbers: number[]) => ({
    interviews: numbers.map((round) => ({ heldOn: '2026-03-10', round })),
  })
  const no = { outcome: { kind: 'rejected' } }
  for (let n = 0; n < 20; n++) await tell(noor, {}, { ...rounds(1, 2), ...no })
  await tell(noor, {}, rounds(1, 2, 3))
  await tell(noor, {}, rounds(1, 2))
  const { statements } = await read(noor, 'summary')
  t.match(
    statements.find((it: Said) => it.code === 'stalls_at_round').text,
    'Round 2 is where it stalls: 1 of 21 cases with a known result led on, and 1 more has none.',
  )
})
