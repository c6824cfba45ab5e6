import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { endsOf, sendSheet } from './sheet.ts'

const sheet = (...rows: string[]) => ['Company,Role,Applied,Interview,Status,Comments', ...rows].join('\n')

test('the notes of an application that several rows speak of', async (t) => {
  const service = await openService(t)
  const applications = async (client: Client) => (await client.get('/v1/applications')).body.data

  await t.test('hold what each says, one beneath the other', async (t) => {
    const noor = await service.newAccount()
    const notes = async () => (await applications(noor))[0].notes
    const wish = (comment: string) => `Halden,Tester,,,Wishlist,${comment}`
    const sent = (comment: string) => `Halden,Tester,2026-03-02,,Applied,${comment}`
    await sendSheet(noor, sheet(wish('')))
    await sendSheet(noor, sheet(sent('')))
    for (const [rows, expected] of [
      [[wish('Ask Sam'), sent('By mail')], 'Ask Sam\nBy mail'],
      [[wish('Ask Kim'), sent('By mail')], 'Ask Kim\nBy mail'],
      [[sent('By phone'), wish('Ask Kim')], 'Ask Kim\nBy phone'],
      [[wish(''), sent('By phone')], 'By phone'],
      [[wish('Ask Ida'), sent('By hand')], 'By hand\nAsk Ida'],
    ] as const) {
      const ends = endsOf(await sendSheet(noor, sheet(...rows))).flat()
      t.notOk(ends.includes('changed_since'))
      t.equal(await notes(), expected)
      t.match((await sendSheet(noor, sheet(...rows))).counts, { noop: 2 })
    }
    await sendSheet(noor, sheet(sent('By car')))
    t.equal(await notes(), 'By car\nAsk Ida')
    await noor.patch(`/v1/applications/${(await applications(noor))[0].id}`, { notes: 'my own words' })
    await sendSheet(noor, sheet(wish('Ask Ada'), sent('By hand')))
    t.equal(await notes(), 'my own words')
  })

  await t.test('are no longer those of the wish once other ones stand with what was sent', async (t) => {
    const noor = await service.newAccount()
    for (const [row, notes] of [
      ['Halden,Tester,,,Wishlist,Ask Sam', 'Ask Sam'],
      ['Halden,Tester,2026-03-02,,Applied,Ask Sam', 'Ask Sam'],
      ['Halden,Tester,2026-03-02,,Applied,By mail', 'By mail'],
      ['Halden,Tester,2026-03-02,,Applied,By phone', 'By phone'],
    ] as const) {
      await sendSheet(noor, sheet(row))
      t.match(await applications(noor), [{ notes }])
    }
  })
})
