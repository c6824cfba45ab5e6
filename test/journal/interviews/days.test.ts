import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, idsOf } from '../applications/records.ts'

test('the interviews of a day are those that lie within it where the account is', async (t) => {
  const service = await openService(t)
  const livingIn = async (timeZone: string) => {
    const noor = await service.newAccount()
    await noor.patch('/v1/me', { timeZone })
    const { id } = await addApplication(noor)
    const at = async (startsAt: string) => (await addInterview(noor, id, { startsAt })).id
    const on = async (heldOn: string) => (await addInterview(noor, id, { heldOn })).id
    const list = async (query: string) => idsOf(await noor.get(`/v1/interviews?${query}`)).sort()
    return { noor, id, at, on, list }
  }

  await t.test('an evening in Los Angeles is not the next day', async (t) => {
    const { at, on, list } = await livingIn('America/Los_Angeles')
    const late = await at('2026-05-10T23:59:00-07:00')
    const midnight = await at('2026-05-11T00:00:00-07:00')
    const day = await on('2026-05-11')
    t.strictSame(await list('from=2026-05-11'), [midnight, day].sort())
    t.strictSame(await list('to=2026-05-10'), [late])
    t.strictSame(await list('from=2026-05-10&to=2026-05-10'), [late])
    t.strictSame(await list('from=2026-05-11&to=2026-05-11'), [midnight, day].sort())
  })

  await t.test('a morning in Auckland is not the day before', async (t) => {
    const { noor, id, at, on, list } = await livingIn('Pacific/Auckland')
    const late = await at('2026-05-10T23:59:00+12:00')
    const midnight = await at('2026-05-11T00:00:00+12:00')
    const day = await on('2026-05-10')
    t.strictSame(await list('from=2026-05-11'), [midnight])
    t.strictSame(await list('to=2026-05-10'), [late, day].sort())
    const beneath = await noor.get(`/v1/applications/${id}/interviews?from=2026-05-11`)
    t.strictSame(idsOf(beneath), [midnight])
    await noor.patch('/v1/me', { timeZone: 'America/Los_Angeles' })
    t.strictSame(await list('from=2026-05-11'), [], 'days move with the account')
  })

  await t.test('a day on which the clocks change has as many hours as they give it', async (t) => {
    const inSpring = await livingIn('America/Los_Angeles')
    const short = [
      await inSpring.at('2026-03-08T00:00:00-08:00'),
      await inSpring.at('2026-03-08T23:59:00-07:00'),
    ]
    await inSpring.at('2026-03-07T23:59:00-08:00')
    await inSpring.at('2026-03-09T00:00:00-07:00')
    t.strictSame(await inSpring.list('from=2026-03-08&to=2026-03-08'), short.sort())
    const inAutumn = await livingIn('Pacific/Auckland')
    const long = [
      await inAutumn.at('2026-04-05T00:00:00+13:00'),
      await inAutumn.at('2026-04-05T23:59:00+12:00'),
    ]
    await inAutumn.at('2026-04-04T23:59:00+13:00')
    await inAutumn.at('2026-04-06T00:00:00+12:00')
    t.strictSame(await inAutumn.list('from=2026-04-05&to=2026-04-05'), long.sort())
  })
})
