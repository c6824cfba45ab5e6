import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { sendSheet } from './sheet.ts'

test('only an interview that took place has a result from what came after it', async (t) => {
  const service = await openService(t)
  const resultsOf = async (row: string) => {
    const noor = await service.newAccount()
    const sheet = `Company,Role,Applied,Interview 1,Interview 2,Interview 3,Offer,Status\nA,A,2026-03-02,${row}\n`
    const [{ applicationId }] = (await sendSheet(noor, sheet)).rows
    const { data } = (await noor.get(`/v1/applications/${applicationId}/interviews`)).body
    t.match((await sendSheet(noor, sheet)).counts, { noop: 1 })
    return data
      .toSorted((a: { round: number }, b: { round: number }) => a.round - b.round)
      .map(({ status, result }: Record<string, string>) => `${status} ${result}`)
  }
  const [advanced, ahead] = ['completed advanced', 'scheduled pending']
  for (const [row, results] of [
    ['2026-03-10,2027-02-01,,2026-04-01,', [advanced, ahead]],
    ['2026-03-10,2027-02-01,2027-03-01,,', [advanced, ahead, ahead]],
    ['2026-03-10,2027-02-01,,,Rejected', [advanced, ahead]],
    ['2026-03-10,2026-03-20,,2026-04-01,', [advanced, advanced]],
    ['2026-03-10,2026-03-20,,,Rejected', [advanced, 'completed not_advanced']],
  ] as const)
    t.strictSame(await resultsOf(row), results, row)
})
