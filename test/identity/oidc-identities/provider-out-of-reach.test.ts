import { test } from 'tap'
import { SCOPES } from '../../../src/platform/scopes.ts'
import { keptKey, request, startAfterview } from '../../support/afterview.ts'
import { makeUsedFolder } from '../../support/embedded-postgres.ts'
import { openProvider } from '../../support/openid-provider.ts'
import { until } from '../../support/waiting.ts'

const AUDIENCE = 'https://afterview.example'

test('a service whose provider of access tokens is out of reach when it starts', async (t) => {
  const provider = await openProvider(t, AUDIENCE)
  await provider.stop()
  const folder = await makeUsedFolder(t)
  const variables = { OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE, LOG_LEVEL: 'trace' }
  const afterview = startAfterview(t, folder, variables)
  const origin = await afterview.origin
  const token = await provider.sign({ scope: SCOPES.join(' '), sub: 'marker-of-noor' })
  const use = async (credential: string, path = '/v1/me') =>
    (await request(origin, credential, 'GET', path)).status
  /** What an assistant is answered, whatever its form. */
  const assist = async () => {
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'what_is_next', arguments: {} },
    }
    const answer = await fetch(`${origin}/mcp`, {
      method: 'POST',
      headers: {
        accept: 'application/json, text/event-stream',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(message),
    })
    return answer.text()
  }

  t.equal(await use(await keptKey(folder)), 200, 'starts, and takes keys')
  t.equal(await use(token), 503)
  await provider.startAgain()
  await until(async () => (await use(token)) === 200)
  t.equal(await use(token), 200, 'takes tokens once it is back, and was left alone for a moment')
  t.match(await assist(), '"structuredContent":{', 'from assistants too')
  t.equal(await use(`${token}x`), 401)
  t.equal(await use(await provider.sign({ aud: 'https://elsewhere.example' })), 401)

  afterview.process.kill('SIGTERM')
  t.strictSame(await afterview.ended, [0, null])
  t.match(afterview.output(), /"identity_provider_unavailable"/, 'and says what was amiss')
  for (const part of [...token.split('.'), 'marker-of-noor'])
    t.notOk(afterview.output().includes(part), 'but nothing of a token')
})
