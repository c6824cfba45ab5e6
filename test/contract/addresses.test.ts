import { test } from 'tap'
import { openService } from '../support/service.ts'
import { callsOf, VERBS } from './calls.ts'
import { fill, makeWorld } from './world.ts'

test('addresses', async (t) => {
  const service = await openService(t)
  const calls = callsOf(service.contract)
  const account = await service.newAccount()
  const world = await makeWorld(account)
  const verbsByPath = Map.groupBy(calls, ({ path }) => path)

  // HEAD never has a body, so its refusals are no problem documents: they are asked for without the check.
  const ask = async (method: string, url: string) => {
    if (method !== 'HEAD') return account.send(method, url)
    const { statusCode, headers } = await service.app.inject({ method, url })
    return { status: statusCode, headers: headers as Record<string, string>, body: undefined }
  }

  await t.test('a verb that a path does not have: 405, with those that it has', async (t) => {
    t.not(verbsByPath.size, 0)
    for (const [path, own] of verbsByPath) {
      const verbs = own.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
      for (const verb of VERBS.filter((it) => !verbs.includes(it))) {
        const { status, headers, body } = await ask(verb, fill(path, world))
        t.equal(status, 405, `${verb} ${path}`)
        t.strictSame(headers.allow?.split(', ').sort(), verbs.sort(), `Allow of ${path}`)
        if (body) t.equal(body.code, 'method_not_allowed')
        t.ok(headers['x-request-id'])
      }
    }
  })

  await t.test('a path that is none: 404, whoever asks and however', async (t) => {
    const beyond = [...verbsByPath.keys()].map((path) => `${fill(path, world)}/no/such/thing`)
    const withoutIds = [...verbsByPath.keys()].filter((path) => path.startsWith('/v1/') && path.includes('{'))
    const others = [
      '/v1',
      '/v1/',
      '/v2/me',
      '/v1/nothing',
      '/V1/ME',
      '/v1/me/',
      '/v1/me;a=1',
      '//v1/me',
      '/v1//me',
      '/v1/%6Dee',
    ]
    for (const url of [...beyond, ...others]) {
      for (const client of [account, service.client()]) {
        const { status, body } = await client.get(url)
        t.strictSame([status, body.code], [404, 'route_not_found'], url)
        t.equal(body.instance, url)
        t.equal(/an id is missing/.test(body.detail), /\/(\/|$)/.test(url), `${url}: ${body.detail}`)
      }
    }
    for (const path of ['/v1/nothing', ...withoutIds.map((path) => path.replaceAll(/\{\w+\}/g, ''))])
      for (const verb of VERBS) t.equal((await ask(verb, path)).status, 404, `${verb} ${path}`)
  })

  const odd = {
    400: [
      '/%ff',
      '/v1/me/%',
      '/v1/applications/%ff',
      '/v1/applications/%00',
      '/v1/applications/%',
      '/v1/applications/..%2f..',
    ],
    404: ['/%00', '/..%2fetc', `/${'x'.repeat(9_000)}`, '/v1/applications/a/b/c', '/docs/problems/%00'],
    414: [`/v1/applications/${'x'.repeat(9_000)}`],
  }
  for (const [status, urls] of Object.entries(odd))
    await t.test(`an odd address: ${status}`, async (t) => {
      for (const url of urls) {
        const answer = await account.get(url)
        t.equal(answer.status, Number(status), url.slice(0, 60))
        t.ok(answer.headers['x-request-id'], 'has a request id')
      }
    })

  await t.test('an odd query: 400', async (t) => {
    const queries = [
      'limit=1&limit=2',
      'limit=%ff',
      'limit=%00',
      'cursor=%00',
      'limit[]=1',
      '%00=1',
      '=1',
      'limit=',
      `x=${'y'.repeat(9_000)}`,
      'stage=%ED%A0%80',
    ]
    for (const query of queries) {
      const { status, body } = await account.get(`/v1/applications?${query}`)
      t.equal(status, 400, query.slice(0, 60))
      t.ok(body.errors?.length > 0 || body.code !== 'invalid_request', 'says where')
    }
  })

  await t.test('a verb from far away is no failure of the service', async (t) => {
    for (const verb of ['PROPFIND', 'QUERY', 'PURGE']) {
      const { statusCode, headers } = await service.app.inject({ method: verb as 'GET', url: '/v1/me' })
      t.ok([400, 404, 405, 501].includes(statusCode), `${verb}: ${statusCode}`)
      t.equal(headers['content-type'], 'application/problem+json')
    }
  })
})
