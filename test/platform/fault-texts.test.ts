import { test } from 'tap'
import type { Body } from '../support/client.ts'
import { openService } from '../support/service.ts'

const many = (count: number) => Array.from({ length: count }, (_, i) => `tag ${i}`)

test('each fault of an input says in plain words what it must be', async (t) => {
  const noor = await (await openService(t)).newAccount()
  const { id } = (await noor.post('/v1/applications', { company: 'Brightwater' })).body
  const faultsOf = (body: Body) =>
    Object.fromEntries(
      body.errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [pointer, detail]),
    )
  const refused = async (
    url: string,
    sent: unknown,
    faults: Record<string, string | RegExp>,
    method: 'post' | 'patch' = 'post',
  ) => {
    const { status, body } = await noor[method](url, sent)
    t.equal(status, 400)
    t.match(faultsOf(body), faults)
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer)
    t.strictSame(pointers.sort(), Object.keys(faults).sort())
  }

  await t.test('an address that is too long', async () => {
    const url = `https://x.example/${'a'.repeat(2000)}`
    await refused('/v1/applications', { company: 'Brightwater', url }, { '/url': /2,?000 characters/ })
  })

  await t.test('another type, or nothing at all', async () => {
    await refused(
      '/v1/applications',
      {
        company: 7,
        tags: 'optics',
        externalRef: [],
        salaryRange: { minimum: '1', currency: 'EUR', period: 'year' },
      },
      {
        '/company': 'Must be text',
        '/tags': 'Must be a list',
        '/externalRef': 'Must be an object',
        '/salaryRange/minimum': 'Must be a number',
      },
    )
    await refused('/v1/plans', { if: 'they ask why' }, { '/then': 'Must be given' })
    await refused('/v1/plans', { if: null, then: 'I pause' }, { '/if': 'Must be text' })
    await refused(
      `/v1/applications/${id}/interviews`,
      { durationMinutes: 30.5 },
      { '/durationMinutes': 'Must be a whole number' },
    )
    await refused(
      '/v1/webhook-endpoints',
      { url: 'https://x.example', enabled: 1 },
      { '/enabled': 'Must be true or false' },
    )
    await refused('/v1/applications', [], { '': 'Must be an object' })
  })

  await t.test('too much, or too little', async () => {
    await refused(
      '/v1/applications',
      { tags: many(500), notes: 'x'.repeat(50_001), priority: 99 },
      {
        '/tags': /^Must have at most \d+ entries$/,
        '/notes': /^Must have at most \d+ characters$/,
        '/priority': /^Must be (\d+ or less|one of .+)$/,
      },
    )
    const pay = { currency: 'EUR', period: 'year' }
    await refused(
      '/v1/applications',
      { company: 'Brightwater', salaryRange: { ...pay, minimum: 2 ** 53, maximum: -(2 ** 53) } },
      {
        '/salaryRange/minimum': 'Must be 1000000000000 or less',
        '/salaryRange/maximum': 'Must be 0 or more',
      },
    )
    await refused('/v1/share-links', { figures: [] }, { '/figures': 'Must not be empty' })
    await refused(`/v1/applications/${id}/interviews`, { round: 0 }, { '/round': 'Must be 1 or more' })
  })

  await t.test('none of the words, or not of the form', async () => {
    await refused(
      '/v1/applications',
      { company: 'Brightwater', workMode: 'at sea' },
      { '/workMode': /^Must be one of onsite, hybrid, remote/ },
    )
    await refused(
      '/v1/reflections',
      { subject: { interviewId: 'first' } },
      { '/subject/interviewId': 'Must be a UUID' },
    )
  })

  await t.test('a query parameter that comes twice', async (t) => {
    const once = (pointer: string) => ({ pointer, detail: 'Must be given once', code: 'repeated' })
    for (const twice of ['status=open&status=closed', 'q=a&q=b', 'tag=a&tag=b', 'limit=1&limit=2']) {
      const { status, body } = await noor.get(`/v1/applications?${twice}`)
      t.strictSame([status, body.errors], [400, [once(`/querystring/${twice.split('=')[0]}`)]])
    }
    const { body } = await noor.get('/v1/events?types=outcome.recorded&types=plan.created')
    t.strictSame(body.errors, [once('/querystring/types')])
  })

  await t.test('once for each member, and the nearest first', async (t) => {
    const empty = 'Must not be empty'
    const blank = 'Must not be blank'
    await refused('/v1/applications', { company: '' }, { '/company': empty })
    await refused('/v1/applications', { company: '   ' }, { '/company': blank })
    const shapeless = ['\u200B', ' \u200E\u00AD\uFEFF', '\u3164\u2800', '\u180E\uFE0F\u2069']
    for (const text of shapeless) {
      await refused('/v1/applications', { company: text }, { '/company': blank })
      await refused('/v1/plans', { if: text, then: `a\n${text}` }, { '/if': blank })
    }
    for (const company of ['می\u200Cخواهم', '👩\u200D🔬', '\u200EAcme\u200B', '❤️'])
      t.equal((await noor.post('/v1/applications', { company })).body.company, company, 'kept as sent')
    await refused(
      '/v1/applications',
      { company: '\n', roleTitle: '', tags: ['optics', '', ' '], contacts: [{ name: '' }] },
      {
        '/company': 'Must be one line without control characters',
        '/roleTitle': empty,
        '/tags/1': empty,
        '/tags/2': blank,
        '/contacts/0/name': empty,
      },
    )
    await refused(
      '/v1/plans',
      { if: '', then: '\u0001' },
      { '/if': empty, '/then': /^Must not hold control/ },
    )
    await refused('/v1/me', { timeZone: '' }, { '/timeZone': empty }, 'patch')
  })

  await t.test('a change that leaves a record without what it needs', async (t) => {
    const { status, body } = await noor.patch(`/v1/applications/${id}`, { company: null })
    t.strictSame([status, body.detail], [400, 'The record would no longer fit the contract.'])
    t.match(body.errors, [{ code: 'invalid_value', detail: String }])
  })
})
