import { test } from 'tap'
import { openService } from '../support/service.ts'

test('a table that is changed while the service runs', async (t) => {
  const service = await openService(t, { POOL_SIZE: '1' })
  const noor = await service.newAccount()
  const change = (text: string) => service.db.$client.query(`ALTER TABLE applications ${text}`)
  const write = () => noor.post('/v1/applications', { company: 'Lindgren Optics', location: 'Lyon' })
  const { id } = (await write()).body
  const read = () => noor.get(`/v1/applications/${id}`)

  await t.test('by a column more is written and read as before', async (t) => {
    t.equal((await read()).status, 200)
    await change('ADD COLUMN later text')
    t.equal((await read()).status, 200)
    t.equal((await write()).status, 201)
  })

  await t.test('by another type of a column can be written at the next attempt', async (t) => {
    await change('ALTER COLUMN location TYPE varchar(200)')
    const { status, headers, body } = await write()
    t.strictSame([status, body.code], [503, 'unavailable'])
    t.match(headers['retry-after'], /^\d+$/)
    t.match((await write()).body, { company: 'Lindgren Optics', location: 'Lyon' })
  })

  await t.test('and read', async (t) => {
    t.equal((await read()).status, 200)
    await change('ALTER COLUMN location TYPE text')
    t.equal((await read()).status, 503)
    t.equal((await read()).status, 200)
  })
})
