import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { tell } from '../journal.ts'
import { elementsOf, named } from './seen.ts'

const HELD = { interviews: [{ heldOn: '2026-03-10' }] }
const no = (learnedOn: string) => ({ ...HELD, outcome: { kind: 'rejected', learnedOn } })

test('what stands beside a rate is no less than what it rests on', async (t) => {
  const service = await openService(t)
  const seenIn = async (client: Awaited<ReturnType<typeof service.newAccount>>, insight: string) => {
    const all = elementsOf((await client.get(`/v1/insights/${insight}.svg`)).body)
    const said = named(all, 'text').map(({ text }) => text)
    return { said, description: all.find(({ name }) => name === 'desc')?.text ?? '' }
  }

  await t.test('in the funnel, for those who do not see it as well', async (t) => {
    const noor = await service.newAccount()
    for (let n = 0; n < 3; n++) await tell(noor, {}, HELD)
    await tell(noor, {})
    await tell(noor, { appliedOn: null }, HELD)
    const { said, description } = await seenIn(noor, 'funnel')
    const lines = said.filter((text) =>
      /^1 open for over 60 days; taken as a no: 75 %|^1 has no date/.test(text),
    )
    t.equal(lines.length, 2)
    for (const line of lines) t.ok(description.includes(line), line)
  })

  await t.test('in the comeback, with those that were not watched for so long', async (t) => {
    const noor = await service.newAccount()
    for (let n = 0; n < 3; n++) await tell(noor, {}, no('2026-03-15'))
    await tell(noor, { appliedOn: '2026-03-17' })
    const before = await seenIn(noor, 'comeback')
    t.ok(before.said.includes('3 back by then, 0 watched that long.'))
    // Today: watched for no day yet.
    await tell(noor, {}, no('2026-06-01'))
    const { said, description } = await seenIn(noor, 'comeback')
    const line = '1 watched for less, and not back.'
    t.ok(said.includes('3 back, 1 not yet.'))
    t.ok(said.includes('Rate: 100 %.'))
    t.ok(said.includes(line))
    t.match(description, `3 back by then, 0 watched that long. ${line}`)
  })
})
