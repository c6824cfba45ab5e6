import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from '../applications/records.ts'

test('offers', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const salary = { amount: 6_000_000, currency: 'EUR', period: 'year' }
  const begin = async (members: object = {}) => {
    const { id } = await addApplication(noor, members)
    const path = `/v1/applications/${id}`
    return { id, path, offer: `${path}/offer` }
  }

  await t.test('the first PUT records the offer, the next ones correct it as a whole', async (t) => {
    const { id, path, offer } = await begin()
    const first = await noor.put(offer, {
      receivedOn: '2026-05-20',
      respondBy: '2026-06-05',
      salary,
      notes: 'By phone',
    })
    t.equal(first.status, 201)
    t.equal(first.headers.location, offer)
    t.hasStrict(first.body, { applicationId: id, receivedOn: '2026-05-20', salary, version: 1 })
    const second = await noor.put(offer, { receivedOn: '2026-05-21' })
    t.equal(second.status, 200)
    t.hasStrict(second.body, {
      id: first.body.id,
      receivedOn: '2026-05-21',
      respondBy: null,
      salary: null,
      notes: null,
      version: 2,
    })
    t.strictSame((await noor.get(offer)).body, second.body)
    t.hasStrict((await noor.get(path)).body, { stage: 'offered', status: 'open' })
  })

  await t.test('an offer stays a fact, however the application ends', async (t) => {
    const { path, offer } = await begin()
    await noor.put(offer, {})
    await noor.put(`${path}/outcome`, { kind: 'rejected' })
    t.hasStrict((await noor.get(path)).body, { stage: 'offered', status: 'closed', outcome: 'rejected' })
    t.equal((await noor.get(offer)).status, 200)
  })

  await t.test('an offer that never was is retracted, and the other facts count again', async (t) => {
    const { id, path, offer } = await begin({ appliedOn: '2026-05-04' })
    await noor.put(offer, {})
    await addInterview(noor, id)
    t.equal((await noor.delete(offer)).status, 204)
    t.hasStrict((await noor.get(path)).body, { stage: 'interviewed' })
    for (const gone of [await noor.get(offer), await noor.delete(offer)])
      t.strictSame([gone.status, gone.body.code], [404, 'not_found'])
    t.equal((await noor.put(offer, {})).status, 201)
  })

  await t.test('a PUT may demand that there is none yet, or the version that was read', async (t) => {
    const { offer } = await begin()
    t.equal((await noor.put(offer, {}, { 'if-match': '*' })).status, 412)
    const made = await noor.put(offer, {}, { 'if-none-match': '*' })
    t.equal(made.status, 201)
    t.equal((await noor.put(offer, { notes: 'Again' }, { 'if-none-match': '*' })).status, 412)
    const held = { 'if-match': made.headers.etag as string }
    t.equal((await noor.put(offer, { notes: 'Once' }, held)).status, 200)
    t.equal((await noor.put(offer, { notes: 'Twice' }, held)).status, 412)
    t.equal((await noor.delete(offer, held)).status, 412)
    t.equal((await noor.get(offer)).body.notes, 'Once')
  })

  await t.test('pay is a whole number of minor units in a currency, for a period', async (t) => {
    const { offer, path } = await begin()
    for (const wrong of [
      { amount: 1.5 },
      { amount: -1 },
      { amount: '1' },
      { currency: 'euro' },
      { period: 'week' },
      { period: undefined },
      { bonus: 1 },
    ]) {
      const { status, body } = await noor.put(offer, { salary: { ...salary, ...wrong } })
      t.strictSame([status, body.errors[0].pointer], [400, `/salary/${Object.keys(wrong)[0]}`])
    }
    t.equal((await noor.put(offer, { respondBy: '2026-06-31' })).status, 400)
    t.equal((await noor.get(offer)).status, 404)
    t.hasStrict((await noor.get(path)).body, { stage: 'saved' })
  })
})
