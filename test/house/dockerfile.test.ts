import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, chown, copyFile, cp, mkdir, readFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { validate } from 'dockerfile-utils'
import { test } from 'tap'
import { makeFolder } from '../support/folders.ts'
import { freePort } from '../support/free-port.ts'
import { outside } from '../support/outside.ts'

const root = join(import.meta.dirname, '../..')
const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8')
const steps = [...dockerfile.matchAll(/^([A-Z]+) (.+)$/gm)].map(([, word = '', rest = '']) => ({
  word,
  rest,
}))
const all = (word: string) => steps.filter((step) => step.word === word).map(({ rest }) => rest)
const argumentsOf = (exec: string): string[] => JSON.parse(exec.slice(exec.indexOf('[')))
const run = promisify(execFile)
const nobody = 65534

test('the Dockerfile is well-formed, and its service is nobody special', async (t) => {
  t.strictSame(validate(dockerfile), [])
  t.ok(all('FROM').every((image) => /^node:24-[a-z]+-slim( AS \w+)?$/.test(image)))
  t.strictSame(all('USER'), ['node'])
  t.strictSame(all('VOLUME'), ['/data'])
  t.strictSame(argumentsOf(all('CMD')[0] ?? ''), ['node', 'src/main.ts'])
})

test('what the Dockerfile copies is there, and let through by .dockerignore', async (t) => {
  const ignore = await readFile(join(root, '.dockerignore'), 'utf8')
  for (const source of copies().flatMap(({ sources }) => sources)) {
    t.ok(ignore.split('\n').includes(`!${source}`), source)
    await t.resolves(access(join(root, source)), source)
  }
})

/** What is copied from the repository, in the order of the Dockerfile. */
const copies = () =>
  all('COPY')
    .filter((rest) => !rest.startsWith('--from'))
    .map((rest) => rest.split(' '))
    .map((words) => ({ sources: words.slice(0, -1), to: words.at(-1) ?? '.' }))

const onlyInCi = { timeout: 110_000, ...(!process.env.CI && { skip: 'installs packages: set CI=1' }) }

test('its steps make a service that starts, is healthy, and stops when told to', onlyInCi, async (t) => {
  const app = await makeFolder('image')
  await chmod(app, 0o755)
  for (const { sources, to } of copies()) {
    for (const source of sources) {
      await cp(join(root, source), join(app, to.endsWith('/') ? source : to), { recursive: true })
    }
  }
  for (const command of all('RUN').filter((rest) => rest.startsWith('npm '))) {
    const [program = '', ...rest] = command.split(' ')
    const [npm, options] = outside(program, [...rest, '--prefer-offline', '--no-audit'])
    await run(npm, options, { cwd: app, env: withoutNpm() })
  }
  await t.test('no package for development is in it', async (t) => {
    const lock = JSON.parse(await readFile(join(app, 'package-lock.json'), 'utf8'))
    const forDevelopment = Object.entries<{ dev?: boolean }>(lock.packages).filter(([, { dev }]) => dev)
    t.ok(forDevelopment.length > 100)
    const present = await Promise.all(
      forDevelopment.map(([path]) =>
        access(join(app, path)).then(
          () => path,
          () => undefined,
        ),
      ),
    )
    t.strictSame(present.filter(Boolean), [])
  })
  await t.test('the service answers until it is told to stop', async (t) => {
    const env = await environmentIn(app)
    const [program = '', ...rest] = argumentsOf(all('CMD')[0] ?? '')
    const service = spawn(...outside(program, rest), {
      cwd: app,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      ...unprivileged(),
    })
    const ended = once(service, 'exit')
    t.teardown(() => service.kill('SIGKILL'))
    t.equal(await answerOf(`http://127.0.0.1:${env.PORT}/livez`, service), 200)
    const [check = '', ...checks] = argumentsOf(all('HEALTHCHECK')[0] ?? '')
    await t.resolves(run(...outside(check, checks), { cwd: app, env }))
    service.kill('SIGTERM')
    t.strictSame(await ended, [0, null])
    await t.rejects(run(...outside(check, checks), { cwd: app, env }))
  })
})

/** Without what npm tells the scripts that it runs. */
const withoutNpm = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_cache)/i.test(name)))

const unprivileged = () => (process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {})

/** The environment of the image, with its folders inside of `app` and a port that is free. */
const environmentIn = async (app: string) => {
  const set = Object.fromEntries(all('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('='))))
  const data = join(app, set.DATA_DIR ?? '/data')
  await mkdir(data, { mode: 0o700 })
  if (process.getuid?.() === 0) await chown(data, nobody, nobody)
  const node = join(app, 'bin/node')
  await mkdir(dirname(node))
  await copyFile(process.execPath, node)
  const PATH = [dirname(node), '/usr/bin', '/bin'].join(delimiter)
  return { ...set, PATH, DATA_DIR: data, HOST: '127.0.0.1', PORT: String(await freePort()) }
}

const answerOf = async (address: string, service: ChildProcess): Promise<number | undefined> => {
  for (let tries = 0; tries < 300 && service.exitCode === null; tries++) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer) return answer.status
    await setTimeout(200)
  }
  return undefined
}
