import { test } from 'tap'
import { openService } from '../support/service.ts'
import { demandUnchanged } from '../support/unchanged.ts'
import { engage } from './pairs.ts'

test('what is said again between a client and a coach changes no record, and is no event', async (t) => {
  const service = await openService(t)
  const [noor, robin] = [await service.newAccount(), await service.newAccount('Robin')]
  const made = async (path: string, body: object): Promise<string> => {
    const { id } = (await noor.post(path, body)).body
    return `${path}/${id}`
  }
  const said: [path: string, patch: object][] = [
    [
      `/v1/engagements/${await engage(noor, robin, ['journal:read'], { endsOn: '2026-06-30' })}`,
      { scopes: ['journal:read'], endsOn: '2026-06-30', status: 'active' },
    ],
    [
      await made('/v1/share-links', { label: 'Ida', figures: ['wins'], expiresOn: '2026-06-30' }),
      { label: 'Ida', expiresOn: '2026-06-30' },
    ],
    [
      await made('/v1/coaching-sessions', { startsAt: '2026-06-12T15:00:00Z', notes: 'Lenses.' }),
      { startsAt: '2026-06-12T17:00:00+02:00', status: null },
    ],
    [
      await made('/v1/assignments', { text: 'Sleep well.', dueOn: '2026-06-08' }),
      { text: 'Sleep well.', dueOn: '2026-06-08' },
    ],
  ]
  const events = async () => (await noor.get('/v1/events?limit=200')).body.data.length
  const before = await events()
  await demandUnchanged(t, noor, said)
  t.equal(await events(), before)
})
