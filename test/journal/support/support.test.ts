import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { readConfig } from '../../../src/config.ts'
import { SUPPORT_LINES } from '../../../src/language/support/lines.ts'
import { openService } from '../../support/service.ts'

const DAY_MS = 86_400_000

test('where help is can be read by anyone', async (t) => {
  const service = await openService(t)
  const { status, body } = await service.client().get('/v1/support')
  t.equal(status, 200)
  t.match(body.text, 'No one reads or watches what you write here')
  t.match(body.text, 'no emergency service')
  t.strictSame(body.lines, SUPPORT_LINES)
})

test('no help line was last looked up more than a year ago', (t) => {
  for (const { region, name, lastVerified } of SUPPORT_LINES) {
    const age = (Date.now() - Date.parse(lastVerified)) / DAY_MS
    t.ok(age <= 365, `${name} (${region}) was last looked up on ${lastVerified}`)
  }
  t.end()
})

test('an operator may name other help lines', async (t) => {
  const file = join(t.testdir(), 'lines.json')
  const line = { ...SUPPORT_LINES[0], name: 'Our own line' }
  await writeFile(file, JSON.stringify([line]))
  t.strictSame(readConfig({ SUPPORT_LINES_FILE: file }).SUPPORT_LINES_FILE, [line])
})

test('help lines that cannot be read stop the start with one sentence', async (t) => {
  const folder = t.testdir({ 'none.json': '[]', 'odd.json': '[{"name": "A line"}]', 'broken.json': '[' })
  for (const name of ['none.json', 'odd.json', 'broken.json', 'missing.json']) {
    t.throws(
      () => readConfig({ SUPPORT_LINES_FILE: join(folder, name) }),
      /^SUPPORT_LINES_FILE: must name a JSON file with a list of .+\.$/,
    )
  }
})
