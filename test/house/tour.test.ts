import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'tap'
import { outside } from '../support/outside.ts'

type Step = { snippet: string; shown: unknown }

/** The tour's snippets in their order, each with the answer that the README shows after it. */
const stepsOf = (readme: string): Step[] => {
  const tour = readme.slice(readme.indexOf('\n## Tour'), readme.indexOf('\n## Build a client'))
  const blocks = [...tour.matchAll(/```(sh|json)\n(.*?)```/gs)].map(([, kind, body = '']) => ({ kind, body }))
  return blocks
    .map(({ kind, body }, i) => ({ kind, snippet: body, next: blocks[i + 1] }))
    .filter(({ kind }) => kind === 'sh')
    .map(({ snippet, next }) => ({
      snippet,
      shown: next?.kind === 'json' ? JSON.parse(next.body) : undefined,
    }))
}

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

const MARK = '--- next snippet ---'

test('the tour of the README answers what the README shows', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'afterview-tour-'))
  const [program, words] = outside(process.execPath, ['src/main.ts'])
  const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data') }
  const service = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(service, 'exit')
  t.teardown(async () => {
    service.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  })
  const origin = await originOf(service.stdout)

  const steps = stepsOf(await readFile('README.md', 'utf8'))
  t.ok(steps.length >= 9, 'the tour has its steps')
  const script = steps.map(({ snippet }) => `${snippet}\necho; echo '${MARK}'`).join('\n')
  const shell = spawn('bash', ['-eu', '-c', script.replaceAll('http://127.0.0.1:3000', origin)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answers = (await text(shell.stdout)).split(MARK)
  for (const [i, { snippet, shown }] of steps.entries()) {
    if (shown !== undefined)
      t.match(JSON.parse(answers[i] ?? ''), shown, snippet.trim().split('\n').at(-1) ?? '')
  }
})
