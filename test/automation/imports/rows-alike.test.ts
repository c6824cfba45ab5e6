import { test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { endsOf, sendSheet } from './sheet.ts'

const sheet = (statuses: string[]) =>
  ['Company,Role,Applied,Status', ...statuses.map((status) => `Acme,Analyst,2026-03-02,${status}`)].join('\n')

test('rows for one role that were sent on one day', async (t) => {
  const service = await openService(t)
  const bringIn = async (client: Client, ...statuses: string[]) =>
    endsOf(await sendSheet(client, sheet(statuses))).map(([status]) => status)
  const begin = async (...statuses: string[]) => {
    const noor = await service.newAccount()
    await bringIn(noor, ...statuses)
    return noor
  }
  const statusesOf = async (client: Client) =>
    (await client.get('/v1/applications')).body.data.map(({ status }: Body) => status).sort()

  await t.test('are known by what they say, wherever they stand', async (t) => {
    const noor = await begin('Applied', 'Rejected', 'Screening')
    const noops = ['noop', 'noop', 'noop']
    t.strictSame(await bringIn(noor, 'Screening', 'Applied', 'Rejected'), noops)
    t.strictSame(await bringIn(noor, 'Rejected', 'Screening', 'Applied'), noops)
    t.strictSame(await statusesOf(noor), ['closed', 'open', 'open'])
  })

  await t.test('leave each other alone when one of them is left out', async (t) => {
    const noor = await begin('Applied', 'Rejected')
    t.strictSame(await bringIn(noor, 'Rejected'), ['noop'])
    t.strictSame(await statusesOf(noor), ['closed', 'open'])
  })

  await t.test('make room for another one among them', async (t) => {
    const noor = await begin('Applied', 'Rejected')
    const grown = ['Screening', 'Applied', 'Rejected']
    t.strictSame(await bringIn(noor, ...grown), ['added', 'noop', 'noop'])
    t.strictSame(await bringIn(noor, ...grown), ['noop', 'noop', 'noop'])
    t.strictSame(await bringIn(noor, ...grown.toReversed()), ['noop', 'noop', 'noop'])
  })

  await t.test('move on one by one, in their order', async (t) => {
    const noor = await begin('Applied', 'Rejected')
    t.strictSame(await bringIn(noor, 'Rejected', 'Screening'), ['noop', 'updated'])
    t.strictSame(await bringIn(noor, 'Applied', 'Applied'), ['updated', 'noop'])
    t.strictSame(await statusesOf(noor), ['closed', 'open'])
  })
})
