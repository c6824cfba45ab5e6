import { access, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import tap, { type Test, test } from 'tap'
import { type Afterview, databaseOf, keptKey, request, startAfterview } from '../support/afterview.ts'
import { endProcess, makeDataFolder, query, waitFor } from '../support/embedded-postgres.ts'

tap.setTimeout(110_000)

const KEY = /avk_[0-9A-Za-z]{36}/g

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** The service serves, and the one account that there is opens with the key that was kept. */
const isEntered = async (t: Test, folder: string, afterview: Afterview) => {
  const origin = await afterview.origin
  const me = await request(origin, await keptKey(folder), 'GET', '/v1/me')
  t.match(me, { status: 200, body: { displayName: 'First account' } })
  const { connection } = await databaseOf(folder)
  t.strictSame(await query(connection, 'SELECT id FROM accounts'), [{ id: me.body.id }])
}

test('the first start', async (t) => {
  const folder = await makeDataFolder(t)
  const file = join(folder, 'api-key')

  await t.test('prints the key once, keeps it for its owner alone, and serves', async (t) => {
    const afterview = startAfterview(t, folder)
    await isEntered(t, folder, afterview)
    t.strictSame(afterview.output().match(KEY), [await keptKey(folder)])
    t.ok(afterview.output().includes(file))
    for (const kept of [file, join(folder, 'secrets-key')])
      t.equal((await stat(kept)).mode & 0o777, 0o600, kept)
    await endProcess(afterview.process, 'SIGTERM')
  })

  await t.test('is the only one that prints a key', async (t) => {
    const before = await keptKey(folder)
    const afterview = startAfterview(t, folder)
    await isEntered(t, folder, afterview)
    t.equal(afterview.output().match(KEY), null)
    t.equal(await keptKey(folder), before)
    await endProcess(afterview.process, 'SIGTERM')
  })
})

test('a first start that is killed, at one moment after the other', async (t) => {
  const folder = await makeDataFolder(t)
  const hasDraft = async () =>
    (await readdir(folder).catch(() => [])).some((name) => /^postgres\.new-/.test(name))
  const holds = async (text: string) => {
    const { connection } = await databaseOf(folder)
    return (await query(connection, text).catch(() => [])).length > 0
  }
  const moments: Record<string, () => Promise<boolean>> = {
    'while the cluster is made': hasDraft,
    'when the cluster is there': () => exists(join(folder, 'postgres/PG_VERSION')),
    'when the schema is there': () => holds("SELECT 1 FROM pg_tables WHERE tablename = 'accounts'"),
    // Whichever is first: an account without its key would be nobody's.
    'when the key or the account is there': async () =>
      (await exists(join(folder, 'api-key'))) || holds('SELECT 1 FROM accounts'),
  }
  for (const [when, isSo] of Object.entries(moments)) {
    await t.test(`${when}: leaves nothing that hinders the next`, async (t) => {
      const afterview = startAfterview(t, folder)
      await waitFor(async () => (await isSo()) || afterview.process.exitCode !== null)
      afterview.process.kill('SIGKILL')
      t.strictSame(await afterview.ended, [null, 'SIGKILL'])
    })
  }
  await t.test('in the end there is one account, and its key is kept', async (t) => {
    const afterview = startAfterview(t, folder)
    await isEntered(t, folder, afterview)
    t.notOk(await hasDraft())
    await endProcess(afterview.process, 'SIGTERM')
  })
})
