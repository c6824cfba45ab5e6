import { test } from 'tap'
import { openService } from '../support/service.ts'
import { callsOf, eachCall } from './calls.ts'
import { makeWorld, perform } from './world.ts'

test('each operation that asks for credentials looks at no more of them when too many were refused', async (t) => {
  const service = await openService(t, { RATE_LIMIT_ADDRESS: '1' })
  const { contract } = service
  const account = await service.newAccount()
  const world = await makeWorld(account)
  const calls = callsOf(contract)
  t.equal((await service.client().get('/v1/me')).status, 401)
  await eachCall(
    t,
    calls.filter(({ credential }) => credential !== 'none'),
    async (t, call) => {
      const { status, body } = await perform(account, contract, call, world)
      t.strictSame([status, body.code], [429, 'rate_limited'])
    },
  )
})
