import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { test } from 'tap'
import { guides } from '../../src/platform/documentation/guides.ts'
import { installIn } from '../clients/installed.ts'
import { keptKey, request } from '../support/afterview.ts'
import { makeFolder } from '../support/folders.ts'
import { freePort } from '../support/free-port.ts'
import { outside } from '../support/outside.ts'
import { OPERATOR_KEY } from '../support/service.ts'
import { runSnippets, stepsOf, useHelpers } from '../support/snippets.ts'

/** The parts of the README that are to be followed: the tour, and a client of one's own. */
const tourOf = (readme: string) =>
  readme.slice(readme.indexOf('\n## Tour'), readme.indexOf('\n## Writing a client'))

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

test('the tour of the README, and then each guide, answers what it shows', async (t) => {
  const around = await makeFolder('tour')
  const folder = join(around, 'afterview')
  const [program, words] = outside(process.execPath, ['src/main.ts'])
  const place = { PORT: String(await freePort()), DATA_DIR: join(folder, 'data') }
  // However busy the machine is, nobody is sent away.
  const env = { ...process.env, ...place, OPERATOR_KEY, MAX_EVENT_LOOP_DELAY_MS: '0' }
  const service = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(service, 'exit')
  t.teardown(async () => {
    service.kill('SIGTERM')
    await ended
  })
  const origin = await originOf(service.stdout)

  const steps = stepsOf(tourOf(await readFile('README.md', 'utf8')))
  t.ok(steps.length >= 10, 'the tour has its steps')
  const programs = await installIn(join(around, 'afterview-client'))
  const prepared = { snippet: `unset NODE_OPTIONS; PATH=${programs}:$PATH`, kind: '', shown: '' }
  await runSnippets(t, [prepared, ...steps], { cwd: folder, origin })

  const key = await keptKey(join(folder, 'data'))
  for (let i = 1; i <= 60; i++) {
    const { status } = await request(origin, key, 'POST', '/v1/applications', { company: `Company ${i}` })
    t.equal(status, 201, 'the journal is in use, and its feed goes on over a page')
  }
  for (const { path, markdown } of guides)
    await t.test(path, async (t) => {
      const steps = stepsOf(markdown)
      t.ok(steps.some(({ kind }) => kind !== ''))
      await runSnippets(t, steps, { cwd: folder, origin, env: { OPERATOR_KEY } })
    })

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
  for (const { path, markdown } of guides)
    if (markdown.includes('| take ')) t.equal(takeOf(markdown), take, path)
})
