import tap, { type Test, test } from 'tap'
import { databaseOf, keptKey, request, startAfterview } from '../support/afterview.ts'
import { endProcess, makeUsedFolder, query } from '../support/embedded-postgres.ts'

tap.setTimeout(110_000)

const WRITERS = 12
/** After how many acknowledged writes the service is killed, in each round. */
const ROUNDS = [40, 120, 80]

type Records = { id: string; company: string }[]

/** Writes from many clients until the service is gone; answers with what was acknowledged. */
const writeUntilKilled = async (origin: string, key: string, enough: number, kill: () => void) => {
  const acknowledged: Records = []
  const write = async (writer: number) => {
    for (let i = 0; ; i++) {
      const company = `${writer}/${i}`
      const answer = await request(origin, key, 'POST', '/v1/applications', { company }).catch(
        () => undefined,
      )
      if (!answer) return
      if (answer.status !== 201) throw new Error(`a write was answered with ${answer.status}`)
      acknowledged.push({ id: answer.body.id, company })
      if (acknowledged.length === enough) kill()
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  return acknowledged
}

/** Every acknowledged record is there with its event, and no record without event or event without record. */
const isComplete = async (t: Test, folder: string, acknowledged: Records) => {
  const { connection } = await databaseOf(folder)
  const stored: Records = await query(connection, 'SELECT id, company FROM applications')
  const byId = new Map(stored.map(({ id, company }) => [id, company]))
  t.strictSame(
    acknowledged.filter(({ id, company }) => byId.get(id) !== company),
    [],
    'acknowledged, and not there',
  )
  const events = await query(
    connection,
    `SELECT sequence::int, data ->> 'applicationId' AS id FROM events ORDER BY 1`,
  )
  t.strictSame(events.map(({ id }) => id).sort(), [...byId.keys()].sort())
  t.strictSame(
    events.map(({ sequence }) => sequence),
    events.map((_, i) => i + 1),
    'the feed has no gaps',
  )
}

test('a service killed in the middle of many writes has kept what it acknowledged', async (t) => {
  const folder = await makeUsedFolder(t)
  const acknowledged: Records = []
  for (const [round, enough] of ROUNDS.entries()) {
    const withServer = round > 0
    await t.test(`round ${round + 1}${withServer ? ', its PostgreSQL killed with it' : ''}`, async (t) => {
      const afterview = startAfterview(t, folder)
      const origin = await afterview.origin
      const { pid } = await databaseOf(folder)
      const kill = () => {
        afterview.process.kill('SIGKILL')
        if (withServer) process.kill(pid, 'SIGKILL')
      }
      acknowledged.push(...(await writeUntilKilled(origin, await keptKey(folder), enough, kill)))
      t.strictSame(await afterview.ended, [null, 'SIGKILL'])
      t.ok(acknowledged.length >= enough)
    })
  }

  await t.test('and goes on', async (t) => {
    const afterview = startAfterview(t, folder)
    const origin = await afterview.origin
    const key = await keptKey(folder)
    await isComplete(t, folder, acknowledged)
    t.equal((await request(origin, key, 'POST', '/v1/applications', { company: 'After' })).status, 201)

    await t.test('while a second service on its folder is refused', async (t) => {
      const second = startAfterview(t, folder)
      t.strictSame(await second.ended, [1, null])
      t.match(
        second.errors(),
        new RegExp(`^Another Afterview service \\(process ${afterview.process.pid}\\).*DATA_DIR.*\\n$`),
      )
      t.notMatch(second.output(), /\n +at /)
      t.equal((await request(origin, key, 'GET', '/v1/me')).status, 200)
      t.equal((await request(origin, key, 'GET', '/readyz')).status, 200)
    })
    await endProcess(afterview.process, 'SIGTERM')
  })
})
