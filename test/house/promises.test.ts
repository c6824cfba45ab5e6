import { execFile } from 'node:child_process'
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { makeFolder } from '../support/folders.ts'
import { outside } from '../support/outside.ts'

const root = join(import.meta.dirname, '../..')

const refused: Record<string, [rule: string, code: string]> = {
  'query.ts': [
    'no-floating-promises',
    `import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
     import { pgTable, text } from 'drizzle-orm/pg-core'
     const notes = pgTable('notes', { body: text('body') })
     export const f = async (db: NodePgDatabase) => { db.insert(notes).values({ body: 'lost' }) }`,
  ],
  'promise.ts': ['no-floating-promises', 'export const f = async (work: () => Promise<void>) => { work() }'],
  'condition.ts': [
    'no-misused-promises',
    'export const f = async (is: () => Promise<boolean>) => { if (is()) return 1 }',
  ],
  'callback.ts': [
    'no-misused-promises',
    'export const f = (ids: string[]) => { ids.forEach(async (id) => { await Promise.resolve(id) }) }',
  ],
  'await.ts': ['await-thenable', 'export const f = async (a: number) => { await a }'],
  'return.ts': [
    'return-await',
    'export const f = async (a: Promise<1>) => { try { return a } catch { return 2 } }',
  ],
  'switch.ts': [
    'switch-exhaustiveness-check',
    "export const f = (a: 'x' | 'y') => { switch (a) { case 'x': return 1 } return 2 }",
  ],
  'exit.ts': ['no-process-exit', 'export const f = () => { process.exit(1) }'],
}

const permitted: Record<string, string> = {
  'query.ts': (refused['query.ts']?.[1] ?? '').replace('{ db.', '{ await db.'),
  'returned.ts': 'export const f = (work: () => Promise<void>) => work()',
  'reply.ts': `import type { FastifyReply } from 'fastify'
               export const f = (reply: FastifyReply) => { reply.code(204).header('a', 'b') }`,
  'subtest.ts': "import { test } from 'tap'\ntest('sentence', async () => {})",
  'switch.ts': "export const f = (a: 'x' | 'y') => { switch (a) { case 'x': return 1; case 'y': return 2 } }",
}

type Report = { diagnostics: { code: string; filename: string }[] }

test('a promise that nobody awaits and a switch that forgets a case are refused', async (t) => {
  const folder = await makeFolder('promises')
  for (const part of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) {
    await cp(join(root, part), join(folder, part))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const part of ['refused', 'permitted']) await mkdir(join(folder, 'src', part), { recursive: true })
  for (const [name, [, code]] of Object.entries(refused))
    await writeFile(join(folder, 'src/refused', name), code)
  for (const [name, code] of Object.entries(permitted))
    await writeFile(join(folder, 'src/permitted', name), code)
  const report = await new Promise<string>((resolve) => {
    execFile(
      ...outside(join(root, 'node_modules/.bin/oxlint'), ['--format=json', 'src']),
      { cwd: folder },
      (_error, stdout) => resolve(stdout),
    )
  })
  const found = (JSON.parse(report) as Report).diagnostics.map(
    ({ filename, code }) => `${filename} ${/\((.+)\)/.exec(code)?.[1]}`,
  )
  t.strictSame(
    found.sort(),
    Object.entries(refused)
      .map(([name, [rule]]) => `src/refused/${name} ${rule}`)
      .sort(),
  )
})
