import { statSync } from 'node:fs'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import tap, { test } from 'tap'
import { endProcess, endService, makeDataFolder, query, startService } from '../support/embedded-postgres.ts'

// Each of these tests makes a cluster, which takes a second or two on a slow disk.
tap.setTimeout(180_000)

const isRoot = process.getuid?.() === 0 && platform() === 'linux'
const onlyAsRoot = isRoot ? {} : { skip: 'needs the rights of root on Linux' }

const othersMayEnter = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) !== 0 && (folder === '/' || othersMayEnter(dirname(folder)))
const asNobody =
  isRoot && !othersMayEnter(import.meta.dirname)
    ? { skip: 'needs a working copy that others may enter' }
    : onlyAsRoot
const withoutUnshare = { env: { PATH: '/nowhere', TMPDIR: tmpdir() } }
const nobody = 65534

test('an ordinary user runs the server', asNobody, async (t) => {
  const folder = await makeDataFolder(t, 'data', nobody)
  const service = await startService(t, folder, { uid: nobody, gid: nobody, ...withoutUnshare })
  t.equal(service.refusal, undefined)
  t.strictSame(await query(service.connection, 'select 1 as one'), [{ one: 1 }])
  t.equal((await stat(join(folder, 'postgres'))).uid, nobody)
  await endService(service)
})

test('root runs the server in a folder that only root can read', onlyAsRoot, async (t) => {
  const folder = await makeDataFolder(t)
  const service = await startService(t, folder)
  t.equal(service.refusal, undefined)
  t.strictSame(await query(service.connection, 'select 1 as one'), [{ one: 1 }])
  await endService(service)
})

test('root runs the server as nobody where user namespaces are not permitted', asNobody, async (t) => {
  const folder = await makeDataFolder(t, 'long'.repeat(30))
  await chmod(join(folder, '..'), 0o711)
  await mkdir(folder, { mode: 0o700 })
  const killed = await startService(t, folder, withoutUnshare)
  t.equal(killed.refusal, undefined)
  await query(killed.connection, 'create table answers as select 42 as answer')
  t.equal((await stat(join(folder, 'postgres'))).uid, nobody)
  t.equal((await stat(folder)).mode & 0o777, 0o710)
  await endProcess(killed.process, 'SIGKILL')
  const service = await startService(t, folder, withoutUnshare)
  t.strictSame(await query(service.connection, 'select * from answers'), [{ answer: 42 }])
  await endService(service)
})

test(
  'a cluster that root made in a namespace also runs as nobody, and the other way round',
  asNobody,
  async (t) => {
    const folder = await makeDataFolder(t)
    await chmod(join(folder, '..'), 0o711)
    for (const options of [{}, withoutUnshare, {}]) {
      const service = await startService(t, folder, options)
      t.equal(service.refusal, undefined)
      t.strictSame(await query(service.connection, 'select 1 as one'), [{ one: 1 }])
      await endService(service)
    }
  },
)

test('root is told what to do where nobody may enter the way to the folder', asNobody, async (t) => {
  const folder = await makeDataFolder(t)
  const service = await startService(t, folder, withoutUnshare)
  t.match(service.refusal, /Permission denied.*ordinary user.*DATABASE_URL/s)
})
