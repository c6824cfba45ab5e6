import { test } from 'tap'
import { somebodyWaits } from '../../support/row-lock.ts'
import { openService } from '../../support/service.ts'
import { addApplication } from '../applications/records.ts'

test('an application that another system knows', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const noor = await service.newAccount()
  const path = (id: string) => `/v1/applications/by-external-ref/crm/${encodeURIComponent(id)}`

  await t.test('is made by its id there, and found by it', async (t) => {
    const { status, headers, body } = await noor.put(path('A/1 é'), { company: 'Lindgren', notes: 'Mine.' })
    t.equal(status, 201)
    t.equal(headers.location, `/v1/applications/${body.id}`)
    t.strictSame(body.externalRef, { source: 'crm', id: 'A/1 é' })
    t.equal((await noor.get(path('A/1 é'))).body.id, body.id)
    t.equal((await noor.get(path('a/1 é'))).status, 404, 'letter by letter')
  })

  await t.test('is changed where it is there, and what is left out stays', async (t) => {
    const before = (await noor.get(path('A/1 é'))).body
    const { status, body } = await noor.put(path('A/1 é'), { roleTitle: 'Engineer' })
    t.equal(status, 200)
    t.hasStrict(body, {
      id: before.id,
      company: 'Lindgren',
      roleTitle: 'Engineer',
      notes: 'Mine.',
      version: 2,
    })
    t.notOk('possibleDuplicates' in body)
  })

  await t.test('is not made without a company or a role', async (t) => {
    const { status, body } = await noor.put(path('B'), { notes: 'Mine.' })
    t.strictSame([status, body.code], [400, 'invalid_request'])
    t.equal((await noor.get(path('B'))).status, 404)
  })

  await t.test('is one, however many make it at once', async (t) => {
    const writes = Array.from({ length: 12 }, (_, i) => noor.put(path('C'), { company: `Halden ${i}` }))
    const statuses = (await Promise.all(writes)).map(({ status }) => status).sort()
    t.strictSame(statuses, [...Array.from({ length: 11 }, () => 200), 201])
    const { body } = await noor.get('/v1/applications?q=halden')
    t.equal(body.data.length, 1)
    t.equal(body.data[0].version, 12)
  })

  await t.test('is made anew where another client removes it meanwhile', async (t) => {
    const { body } = await noor.put(path('D'), { company: 'Orrin' })
    const other = await service.db.$client.connect()
    await other.query('BEGIN')
    await other.query('DELETE FROM applications WHERE id = $1', [body.id])
    const put = noor.put(path('D'), { company: 'Orrin', notes: 'Again.' })
    await somebodyWaits(other)
    await other.query('COMMIT')
    other.release()
    t.hasStrict(await put, { status: 201, body: { notes: 'Again.', version: 1 } })
  })

  await t.test('keeps its id to itself: 409 for another one', async (t) => {
    const externalRef = { source: 'crm', id: 'C' }
    const made = await noor.post('/v1/applications', { company: 'Brightwater', externalRef })
    t.strictSame([made.status, made.body.code], [409, 'external_ref_taken'])
    const other = await addApplication(noor, { company: 'Brightwater' })
    const patched = await noor.patch(`/v1/applications/${other.id}`, { externalRef })
    t.strictSame([patched.status, patched.body.code], [409, 'external_ref_taken'])
    const sam = await service.newAccount()
    t.equal((await sam.post('/v1/applications', { company: 'Brightwater', externalRef })).status, 201)
    t.equal(
      (await noor.post('/v1/applications', { company: 'A', externalRef: { ...externalRef, source: 'ats' } }))
        .status,
      201,
    )
  })

  await t.test('goes by it', async (t) => {
    t.equal((await noor.delete(path('C'))).status, 204)
    t.equal((await noor.delete(path('C'))).status, 404)
  })
})
