import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { sendSheet } from './sheet.ts'

test('the sources of our own table come back with their channels', async (t) => {
  const service = await openService(t)
  const [noor, sam] = [await service.newAccount(), await service.newAccount()]
  for (const [company, source] of [
    ['Halden', { channel: 'event', name: 'Rigs and Rafts' }],
    ['Orrin', { channel: 'recruiter', name: 'LinkedIn' }],
    ['Vesper', { channel: 'company_site', name: null }],
  ])
    await noor.post('/v1/applications', { company, source })
  const sourcesOf = async (who: typeof sam) => {
    const { data } = (await who.get('/v1/applications?sort=createdAt')).body
    return data.map(({ source, notes }: Record<string, unknown>) => [
      (source as { channel: string }).channel,
      notes,
    ])
  }
  const table: string = (await noor.get('/v1/exports/applications.csv')).body
  const { rows } = await sendSheet(sam, table)
  t.strictSame(await sourcesOf(sam), await sourcesOf(noor))
  t.notMatch(JSON.stringify(rows), /derived_column/)
  t.match((await sendSheet(sam, table)).counts, { noop: 3 })

  const unread = table.replace(',event,', ',a boat,')
  await sendSheet(sam, unread)
  t.match((await sourcesOf(sam))[0], [null, 'Source kind: a boat'], 'what is no channel stays in the notes')
  t.match((await sendSheet(sam, table)).counts, { updated: 1, noop: 2 })
  t.match((await sourcesOf(sam))[0], ['event', null], 'and leaves them once it is one')
  t.match((await sendSheet(sam, table)).counts, { noop: 3 })
})
