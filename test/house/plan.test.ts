import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { test } from 'tap'
import { environment } from '../../src/config.ts'
import { testFiles } from '../support/test-files.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFile(join(root, path), 'utf8')
const ignored = /^(\.git|\.tap|coverage|data|node_modules|.+\.log)$/

const folders = ['migrations', 'openapi', 'src', 'test']
const files = ['Dockerfile', 'LICENSE', 'README.md', 'package-lock.json', 'package.json', 'tsconfig.json']
const areas = 'identity|journal|insights|guidance|coaching|automation'
const grounds = 'platform|statistics|language'
const source = new RegExp(
  `^src/(${[
    '(main|app|config|context|problems)\\.ts',
    `(${areas})/[a-z-]+/((routes|schemas|service|store|table|rules|tools)|(rules|tools)/[a-z0-9-]+)\\.ts`,
    `(${grounds})/.+\\.ts`,
    'platform/documentation/([a-z]+\\.(css|js|svg)|guides/[a-z-]+\\.md)',
  ].join('|')})$`,
)

/** Every file of the repository below `folder`. */
const walk = async (folder = root): Promise<string[]> => {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !ignored.test(name))
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? walk(path) : [relative(root, path)]
    }),
  )
  return found.flat()
}

test('the top level holds what the plan names, and dotfiles', async (t) => {
  const entries = (await readdir(root)).filter((name) => !ignored.test(name) && !name.startsWith('.'))
  t.strictSame(
    entries.filter((name) => ![...folders, ...files].includes(name)),
    [],
  )
})

test('every source file is a room of a noun of an area, or belongs to the ground floor', async (t) => {
  t.strictSame(
    (await walk(join(root, 'src'))).filter((path) => !source.test(path)),
    [],
  )
})

test('every test file is taken by a runner', async (t) => {
  const tests = (await walk(join(root, 'test'))).filter((path) => path.endsWith('.test.ts'))
  t.strictSame(testFiles(root).sort(), tests.sort())
})

test('the README documents every variable of the environment, and no other', async (t) => {
  const documented = [...(await read('README.md')).matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map(
    ([, name]) => name,
  )
  t.strictSame(documented.sort(), Object.keys(environment.shape).sort())
})

test('the image sets variables that exist', async (t) => {
  const set = [...(await read('Dockerfile')).matchAll(/(?<=^ENV .*)\b([A-Z_]+)=/gm)].map(
    ([, name = '']) => name,
  )
  t.ok(set.length > 0)
  t.strictSame(
    set.filter((name) => name !== 'NODE_ENV' && !(name in environment.shape)),
    [],
  )
})

test('CI runs the commands that the README names', async (t) => {
  const command = /^npm ci && npm test$/m
  t.match(await read('README.md'), command)
  const ci = await read('.ci/run')
  for (const part of ['npm ci', 'npm test', 'npm run verify'])
    t.match(ci, new RegExp(`\\b${part}$`, 'm'), part)
  t.equal((await stat(join(root, '.ci/run'))).mode & 0o111, 0o111)
})

test('no file names a machine, a registry, or who typed it', async (t) => {
  const foreign =
    /\/(work|root|home\/\w+|Users\/\w+)\/|registry\.[a-z]|\b(cla[u]de|anthr[o]pic|copi[l]ot|chatg[p]t)\b/i
  const paths = await walk()
  t.ok(paths.length > 20)
  const found = await Promise.all(
    paths.map(async (path) => ({
      path,
      line: (await read(path)).split('\n').find((line) => foreign.test(line)),
    })),
  )
  t.strictSame(
    found.filter(({ line }) => line !== undefined),
    [],
  )
})
