import { test } from 'tap'
import { median } from '../support/median.ts'
import { openService } from '../support/service.ts'

const ROUNDS = 60
const REQUESTS = 50

/** A limit whose fiftieth part is one request is counted by a statement each time: what the shares spare. */
const ARMS = { off: '0', 'a statement each': '50', on: '1800' }

test('what counting requests costs', async (t) => {
  const arms = await Promise.all(
    Object.entries(ARMS).map(async ([name, quota]) => {
      const service = await openService(t, { RATE_LIMIT_ACCOUNT: quota, RATE_LIMIT_KEY: quota })
      const { secret } = await service.newAccount()
      // Past the client of the tests, which spends longer on holding an answer against the contract.
      const ask = () => service.app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${secret}` } })
      return { name, service, ask, times: [] as number[] }
    }),
  )
  for (let round = 0; round < ROUNDS; round++) {
    for (const { service, ask, times } of arms) {
      service.clock.now = new Date(service.clock.now.getTime() + 60_000)
      const start = performance.now()
      for (let request = 0; request < REQUESTS; request++) t.equal((await ask()).statusCode, 200)
      times.push((performance.now() - start) / REQUESTS)
    }
  }
  const [off = 0] = arms.map(({ times }) => median(times))
  for (const { name, times } of arms)
    process.stderr.write(
      `limits ${name}: ${median(times).toFixed(2)} ms a request; ratio ${(median(times) / off).toFixed(2)}\n`,
    )
})
