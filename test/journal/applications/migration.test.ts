import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from './records.ts'

const migration = join(import.meta.dirname, '../../../migrations/0028_heard-back.sql')

test('what was heard of a round before it counted as activity counts by the migration', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const paths: string[] = []
  for (const [appliedOn, heardBackOn] of [
    ['2026-05-02', '2026-05-20'],
    ['2026-05-28', '2026-05-20'],
    [null, '2026-05-20'],
    ['2026-05-02', null],
    [null, null],
  ]) {
    const { id } = await addApplication(noor, { appliedOn })
    await addInterview(noor, id, { heardBackOn })
    paths.push(`/v1/applications/${id}`)
  }
  const readAll = () => Promise.all(paths.map(async (path) => (await noor.get(path)).body))
  const computed = await readAll()

  const { $client } = service.db
  await $client.query(
    `UPDATE applications SET last_activity_at = coalesce(applied_on::timestamp AT TIME ZONE 'UTC', created_at)
      WHERE account_id = $1`,
    [noor.accountId],
  )
  await $client.query(await readFile(migration, 'utf8'))
  t.strictSame(await readAll(), computed)
})
