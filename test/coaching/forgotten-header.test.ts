import { test } from 'tap'
import { openService } from '../support/service.ts'
import { engage } from './pairs.ts'

test('a coach who forgets to name the client reads in which account nothing was found', async (t) => {
  const service = await openService(t)
  const [noor, robin] = [await service.newAccount('Noor'), await service.newAccount('Robin')]
  await engage(noor, robin, ['journal:read'])
  const { id } = (await noor.post('/v1/applications', { company: 'Brightwater' })).body
  const noneSuch = id.replace(/.$/, (last: string) => (last === 'f' ? '0' : 'f'))
  const detailOf = async (of: string) => {
    const { status, body } = await robin.get(`/v1/applications/${of}`)
    t.strictSame([status, body.code], [404, 'not_found'])
    return body.detail
  }
  t.equal(await detailOf(id), 'There is no application with this id in this account.')
  t.equal(await detailOf(noneSuch), await detailOf(id), 'and not whether it is elsewhere')
  const { whatToDo } = (await service.client().get('/docs/problems/not_found')).body
  t.match(whatToDo, /Afterview-Account/)
})
