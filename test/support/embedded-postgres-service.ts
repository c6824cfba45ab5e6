// A service that only has its PostgreSQL: says in one line of JSON how its start went, ends when its input does.
import { once } from 'node:events'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start.ts'

const folder = process.argv[2] ?? ''

try {
  const server = await startEmbeddedPostgres({ folder })
  process.stdout.write(`${JSON.stringify({ connection: server.connection })}\n`)
  await once(process.stdin.resume(), 'end')
  await server.stop()
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refusal: (error as Error).message })}\n`)
}
