import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'tap'
import { makeFolder } from '../support/folders.ts'
import { outside } from '../support/outside.ts'
import { areas } from './planted-areas.ts'
import { rooms } from './planted-rooms.ts'
import type { Lines } from './planting.ts'

type Diagnostic = {
  severity: string
  category: string
  message: string
  location: { path: string; start: { line: number } }
}

const planted = { ...rooms, ...areas }
const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFile(join(root, file), 'utf8')

/** Runs Biome with the project's own configuration over `files`, in a folder apart. */
const lint = async (files: Record<string, string>): Promise<Diagnostic[]> => {
  const folder = await makeFolder('layers')
  for (const part of ['.biome.json', '.biome', 'package.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true })
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const biome = join(root, 'node_modules/.bin/biome')
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  const report = await new Promise<string>((resolve, reject) => {
    execFile(...outside(biome, options), { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout) =>
      stdout ? resolve(stdout) : reject(error ?? new Error('Biome said nothing')),
    )
  })
  return JSON.parse(report).diagnostics
}

/** One file a path: its refused lines first, then the permitted ones. `$` stands for a name of its own. */
const write = ({ refused, permitted }: Lines) =>
  [...refused.map(([line]) => line), ...permitted]
    .map((line, i) => line.replace('$', `name${i}`))
    .concat('')
    .join('\n')

const isAbout = (by: string, { category, message }: Diagnostic) =>
  category === 'plugin' ? message.includes(by) : category.endsWith(`/${by}`)

const messagesOf = (options: string) =>
  [...options.matchAll(/"?message"?(?::| =) "([^"]+)"/g)].map((found) => found[1])

test('every rule of the house is seen refusing what it refuses, and nothing else', async (t) => {
  const found = await lint(
    Object.fromEntries(Object.entries(planted).map(([path, lines]) => [path, write(lines)])),
  )
  const errors = found.filter(
    ({ severity, category }) => severity === 'error' && !category.endsWith('noImportCycles'),
  )
  for (const [path, { refused, permitted }] of Object.entries(planted)) {
    const at = (line: number) =>
      errors.filter(({ location }) => location.path === path && location.start.line === line)
    const missed = refused.filter(([, by], i) => !at(i + 1).some((error) => isAbout(by, error)))
    const refusedToo = permitted.filter((_, i) => at(refused.length + i + 1).length > 0)
    t.strictSame({ missed, refusedToo }, { missed: [], refusedToo: [] }, path)
  }
  const seen = new Set(found.map(({ message }) => message))
  const plugins = await Promise.all(
    ['areas', 'clock', 'rooms', 'types-only'].map((name) => read(`.biome/${name}.grit`)),
  )
  const messages = [await read('.biome.json'), ...plugins].flatMap(messagesOf)
  t.strictSame(
    messages.filter((message) => !seen.has(message ?? '')),
    [],
    'no rule was left unseen',
  )
  t.strictSame(
    found.filter(({ category, severity }) => category === 'plugin' && severity !== 'error'),
    [],
    'every plugin runs',
  )
})

test('circles, long files and names of another kind are refused', async (t) => {
  const found = await lint({
    'src/journal/interviews/service.ts':
      "import { b } from '../plans/service.ts'\nexport const a = () => b\n",
    'src/journal/plans/service.ts':
      "import { a } from '../interviews/service.ts'\nexport const b = () => a\n",
    'src/journal/offers/service.ts': "import { b } from '../plans/service.ts'\nexport const c = () => b\n",
    'src/statistics/long.ts': 'export const a = 1\n'.replace('1', `[\n${'  1,\n'.repeat(249)}]`),
    'src/statistics/short.ts': 'export const a = 1\n'.replace('1', `[\n${'  1,\n'.repeat(248)}]`),
    'src/statistics/camelCase.ts': 'export const a = 1\n',
  })
  const refused = (rule: string) =>
    found.filter(({ category }) => category.endsWith(`/${rule}`)).map(({ location }) => location.path)
  t.strictSame(refused('noImportCycles').sort(), [
    'src/journal/interviews/service.ts',
    'src/journal/plans/service.ts',
  ])
  t.strictSame(refused('noExcessiveLinesPerFile'), ['src/statistics/long.ts'])
  t.strictSame(refused('useFilenamingConvention'), ['src/statistics/camelCase.ts'])
})
