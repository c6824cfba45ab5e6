import { test } from 'tap'
import { openService } from '../support/service.ts'

const ROWS = 2_000

const sheet = (interview: string, status: string, notes: string) => {
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `Company ${i},Engineer ${i % 30},2026-03-02,${interview},${status},${notes}`,
  )
  return ['Company,Role,Applied,Interview,Status,Notes', ...rows].join('\n')
}

test(`what ${ROWS} rows cost that changed, beside new ones`, { timeout: 600_000 }, async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const bringIn = async (payload: string) => {
    const headers = { 'content-type': 'text/csv' }
    const { body } = await noor.send('POST', '/v1/imports', { payload, headers })
    const start = performance.now()
    await service.work()
    const milliseconds = performance.now() - start
    return { milliseconds, counts: (await noor.get(`/v1/imports/${body.id}`)).body.counts }
  }
  const fresh = await bringIn(sheet('', 'Applied', 'One'))
  t.equal(fresh.counts.added, ROWS)
  const files = {
    unchanged: sheet('', 'Applied', 'One'),
    'with other notes': sheet('', 'Applied', 'Two'),
    'with an interview and an ending': sheet('2026-04-02', 'Rejected', 'Two'),
    'with another day of the interview': sheet('2026-04-03', 'Rejected', 'Two'),
  }
  for (const [name, file] of Object.entries(files)) {
    const { milliseconds, counts } = await bringIn(file)
    t.equal(counts[name === 'unchanged' ? 'noop' : 'updated'], ROWS)
    const perSecond = Math.round((1_000 * ROWS) / milliseconds)
    const ratio = (milliseconds / fresh.milliseconds).toFixed(2)
    process.stderr.write(`${name}: ${perSecond} rows a second; ${name} : new = ${ratio}\n`)
  }
})
