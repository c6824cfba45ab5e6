import type { Test } from 'tap'
import type { Client } from './client.ts'

/** Says of each record nothing, and then what is so already: each is answered, and read, as it was. */
export const demandUnchanged = async (t: Test, client: Client, said: [path: string, patch: object][]) => {
  for (const [path, patch] of said)
    for (const body of [{}, patch]) {
      const { body: record } = await client.get(path)
      const answer = await client.patch(path, body)
      t.strictSame([answer.status, answer.body], [200, record], `${path} ${JSON.stringify(body)}`)
      t.strictSame((await client.get(path)).body, record)
    }
}
