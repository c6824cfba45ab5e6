import { test } from 'tap'
import { OUTCOME_KINDS } from '../../../src/journal/outcomes/rules.ts'
import { groupOf, REASON_CODES, REASON_GROUPS } from '../../../src/journal/reasons/rules.ts'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { untilWaiting } from '../../support/waiting.ts'
import { addApplication, addInterview } from '../applications/records.ts'

const addReason = async (client: Client, group: string, title = `About ${group}`) =>
  (await client.post('/v1/reasons', { group, title })).body

type Write = () => ReturnType<Client['put']>

const begin = async (client: Client) => {
  const { id } = await addApplication(client, { appliedOn: '2026-05-04' })
  await addInterview(client, id)
  return { id, path: `/v1/applications/${id}`, outcome: `/v1/applications/${id}/outcome` }
}
const rejected = (...codes: string[]) => ({ kind: 'rejected', reasons: codes.map((code) => ({ code })) })

test('an outcome that names reasons of one’s own', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test('keeps them beside those of the catalogue, each with its group', async (t) => {
    const { outcome } = await begin(noor)
    const { id, code } = await addReason(noor, 'something_to_learn', 'Spoke too fast')
    const reasons = [
      { code: 'budget_cut', evidence: 'stated_by_employer', notes: null },
      { code, evidence: 'inferred', notes: 'Twice' },
    ]
    const { status, body } = await noor.put(outcome, { kind: 'rejected', reasons })
    t.equal(status, 201)
    t.strictSame(body.reasons, [
      { ...reasons[0], group: 'not_about_you' },
      { ...reasons[1], group: 'something_to_learn' },
    ])
    t.equal(body.attribution, 'both')
    await noor.patch(`/v1/reasons/${id}`, { title: 'Spoke very fast' })
    t.strictSame((await noor.get(outcome)).body, body, 'another title changes no outcome')
  })

  await t.test('is attributed and read as one that names reasons of the same group', async (t) => {
    const sam = await service.newAccount('Sam')
    const { outcome } = await begin(sam)
    const pairs = await Promise.all(
      REASON_GROUPS.map(async (group) => ({
        own: (await addReason(sam, group)).code as string,
        catalogued: REASON_CODES.find((code) => groupOf(code) === group) ?? '',
      })),
    )
    const readings = async (code: string, evidence: string) => {
      const read: object[] = []
      for (const kind of OUTCOME_KINDS) {
        const { body } = await sam.put(outcome, { kind, reasons: [{ code, evidence }] })
        const { tallies, causes, statements } = (await sam.get('/v1/insights/summary')).body
        read.push({ attribution: body.attribution, reading: body.reading, tallies, causes, statements })
      }
      return read
    }
    for (const { own, catalogued } of pairs)
      for (const evidence of ['stated_by_employer', 'inferred'])
        t.strictSame(
          await readings(own, evidence),
          await readings(catalogued, evidence),
          `${own} ${evidence}`,
        )
  })

  await t.test('names each once, and none that there is not', async (t) => {
    const { outcome } = await begin(noor)
    const sam = await service.newAccount('Sam')
    const [own, foreign] = [await addReason(noor, 'fit', 'Mine'), await addReason(sam, 'fit', 'Not mine')]
    for (const codes of [[own.code, own.code], ['own_'], ['own_Mine'], [`own_${'a'.repeat(61)}`], ['mine']])
      t.equal((await noor.put(outcome, rejected(...codes))).status, 400, codes.join())
    const refused = await noor.put(outcome, rejected('own_never', own.code, 'budget_cut', foreign.code))
    t.strictSame([refused.status, refused.body.code], [422, 'reason_unknown'])
    t.strictSame(
      refused.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]),
      [
        ['/reasons/0/code', 'reason_unknown'],
        ['/reasons/3/code', 'reason_unknown'],
      ],
    )
    const [never, notMine] = refused.body.errors
    t.equal(never.detail, notMine.detail, 'whether somebody else has such a reason is not told')
    t.equal((await noor.get(outcome)).status, 404)
    await noor.put(outcome, { kind: 'no_response' })
    t.equal((await noor.put(outcome, rejected('own_never'))).status, 422)
    t.hasStrict((await noor.get(outcome)).body, { kind: 'no_response', version: 1 })
  })

  await t.test('holds them: they can be removed when no outcome names them any more', async (t) => {
    const { id, code } = await addReason(noor, 'fit', 'Held')
    const remove = () => noor.delete(`/v1/reasons/${id}`)
    const corrected = await begin(noor)
    const retracted = await begin(noor)
    const removed = await begin(noor)
    for (const { outcome } of [corrected, retracted, removed])
      await noor.put(outcome, rejected('budget_cut', code))
    const release = [
      () => noor.put(corrected.outcome, rejected('budget_cut')),
      () => noor.delete(retracted.outcome),
      () => noor.delete(removed.path),
    ]
    for (const each of release) {
      const refused = await remove()
      t.strictSame([refused.status, refused.body.code], [409, 'reason_in_use'])
      t.ok((await each()).status < 300)
    }
    t.equal((await remove()).status, 204)
    t.equal(
      (await addReason(noor, 'comparison', 'Held')).code,
      'own_held_2',
      'the timeline still names the code',
    )
  })

  await t.test('does not hold another account’s reason of the same code', async (t) => {
    const sam = await service.newAccount('Sam')
    const [own, other] = [await addReason(noor, 'fit', 'Same'), await addReason(sam, 'fit', 'Same')]
    t.equal(own.code, other.code)
    await noor.put((await begin(noor)).outcome, rejected(own.code))
    t.equal((await sam.delete(`/v1/reasons/${other.id}`)).status, 204)
    t.equal((await noor.delete(`/v1/reasons/${own.id}`)).status, 409)
  })
})

test('a reason that is named and removed at once', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  /** Lets the first write come as far as its last step, then starts the second, and lets both end. */
  const oneAfterTheOther = async (first: Write, second: Write) => {
    const holder = await service.db.$client.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM event_counters WHERE account_id = $1 FOR UPDATE', [noor.accountId])
    const one = first()
    await untilWaiting(service, one)
    const other = second()
    await untilWaiting(service, other, 2)
    await holder.query('COMMIT')
    holder.release()
    return (await Promise.all([one, other])).map(({ status, body }) => body.code ?? status)
  }
  const beginBoth = async () => {
    const { outcome } = await begin(noor)
    const { id, code } = await addReason(noor, 'fit', 'Now or never')
    const name = () => noor.put(outcome, rejected(code))
    const remove = () => noor.delete(`/v1/reasons/${id}`)
    return { outcome, reason: `/v1/reasons/${id}`, name, remove }
  }

  await t.test('stays where the outcome came first', async (t) => {
    const { outcome, reason, name, remove } = await beginBoth()
    t.strictSame(await oneAfterTheOther(name, remove), [201, 'reason_in_use'])
    t.equal((await noor.get(outcome)).body.reasons.length, 1)
    t.equal((await noor.get(reason)).status, 200)
  })

  await t.test('is not known any more where the removal came first', async (t) => {
    const { outcome, reason, name, remove } = await beginBoth()
    t.strictSame(await oneAfterTheOther(remove, name), [204, 'reason_unknown'])
    t.equal((await noor.get(outcome)).status, 404)
    t.equal((await noor.get(reason)).status, 404)
  })
})
