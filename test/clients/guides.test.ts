import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { makeFolder } from '../support/folders.ts'
import { freePort } from '../support/free-port.ts'
import { OPERATOR_KEY, openService } from '../support/service.ts'
import { runSnippets, stepsOf } from '../support/snippets.ts'

const guides = join(import.meta.dirname, '../../src/platform/documentation/guides')

test('every guide answers what it shows', async (t) => {
  const port = await freePort()
  const service = await openService(t, { PORT: String(port) })
  service.clock.now = new Date()
  const origin = await service.app.listen({ port, host: '127.0.0.1' })
  const folder = await makeFolder('guides')
  for (const name of await readdir(guides)) {
    const account = await service.newAccount()
    const cwd = join(folder, name)
    await mkdir(join(cwd, 'data'), { recursive: true })
    await writeFile(join(cwd, 'data/api-key'), `${account.secret}\n`)
    const steps = stepsOf(await readFile(join(guides, name), 'utf8'))
    await t.test(name, async (t) => {
      t.ok(steps.some(({ kind }) => kind !== ''))
      await runSnippets(t, steps, { cwd, origin, env: { OPERATOR_KEY } })
    })
  }
})
