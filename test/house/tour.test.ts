import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { test } from 'tap'
import { makeFolder } from '../support/folders.ts'
import { outside } from '../support/outside.ts'
import { runSnippets, stepsOf, useHelpers } from '../support/snippets.ts'

/** The part of the README that is a tour. */
const tourOf = (readme: string) =>
  readme.slice(readme.indexOf('\n## Tour'), readme.indexOf('\n## Build a client'))

/** How a text takes a member out of an answer. */
const takeOf = (text: string) => /^take\(\) \{\n.*?^\}\n/ms.exec(text)?.[0]

/** Waits until the service says where it serves; what it writes later is read and left alone. */
const originOf = (output: Readable) =>
  new Promise<string>((resolve, reject) => {
    let said = ''
    output.on('data', (chunk) => {
      said += chunk
      const [, origin] = /serves (\S+) and/.exec(said) ?? []
      if (origin) resolve(origin)
    })
    output.once('end', () => reject(new Error(`The service ended: ${said}`)))
  })

test('the tour of the README answers what the README shows', async (t) => {
  const folder = await makeFolder('tour')
  const [program, words] = outside(process.execPath, ['src/main.ts'])
  // However busy the machine is, nobody is sent away.
  const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), MAX_EVENT_LOOP_DELAY_MS: '0' }
  const service = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(service, 'exit')
  t.teardown(async () => {
    service.kill('SIGTERM')
    await ended
  })
  const origin = await originOf(service.stdout)

  const steps = stepsOf(tourOf(await readFile('README.md', 'utf8')))
  t.ok(steps.length >= 9, 'the tour has its steps')
  await runSnippets(t, steps, { cwd: folder, origin })

  await t.test('a refusal is shown, and nothing goes on without what it was to answer', async (t) => {
    const [{ snippet }] = steps as [(typeof steps)[0]]
    const use = `ID=$(api /applications -d '{"company": ""}' | take id) && echo "goes on with $ID"`
    const { said, complained, code } = await useHelpers(snippet, use, { cwd: folder, origin })
    t.strictSame([said, code], ['', 1])
    t.match(JSON.parse(complained), { status: 400, code: 'invalid_request' })
  })
})

test('guides take a member out of an answer as the README does', async (t) => {
  const take = takeOf(await readFile('README.md', 'utf8'))
  t.ok(take)
  const guides = 'src/platform/documentation/guides'
  for (const name of await readdir(guides)) {
    const guide = await readFile(join(guides, name), 'utf8')
    if (guide.includes('| take ')) t.equal(takeOf(guide), take, name)
  }
})
