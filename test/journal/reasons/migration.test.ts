import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { REASON_CODES } from '../../../src/journal/reasons/rules.ts'
import { openService } from '../../support/service.ts'
import { addApplication } from '../applications/records.ts'

const folder = join(import.meta.dirname, '../../../migrations')

test('reasons that were stored without their group get it by the migration', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const record = async (codes: readonly string[]) => {
    const path = `/v1/applications/${(await addApplication(noor)).id}/outcome`
    const reasons = codes.map((code) => ({ code, evidence: 'inferred', notes: `About ${code}` }))
    const { status } = await noor.put(path, { kind: 'rejected', reasons })
    t.equal(status, 201)
    return path
  }
  const paths = [
    await record(REASON_CODES.slice(0, 20)),
    await record(REASON_CODES.slice(20)),
    await record([]),
  ]
  const readAll = () => Promise.all(paths.map(async (path) => (await noor.get(path)).body))
  const recorded = await readAll()

  const { $client } = service.db
  await $client.query(`UPDATE outcomes SET reasons =
    coalesce((SELECT jsonb_agg(reason - 'group') FROM jsonb_array_elements(reasons) AS given (reason)), '[]')`)
  const name = (await readdir(folder)).find((file) => file.endsWith('_reason-groups.sql')) ?? ''
  await $client.query(await readFile(join(folder, name), 'utf8'))
  t.strictSame(await readAll(), recorded)
})
