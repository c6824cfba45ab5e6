import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generate } from 'selfsigned'
import { test } from 'tap'
import { keptKey, request, startAfterview } from '../../support/afterview.ts'
import { endProcess, makeUsedFolder } from '../../support/embedded-postgres.ts'
import { until } from '../../support/waiting.ts'
import { openReceiver, provenBy, type Received } from './receiver.ts'

const DAY_MS = 86_400_000
const OWN_ADDRESS = { name: 'subjectAltName' as const, altNames: [{ type: 7 as const, ip: '127.0.0.1' }] }

const issue = async (commonName: string, options: object) => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...options,
  })
  return { key, cert }
}

test('webhooks go by TLS to whom their certificate proves to be the one that was named', async (t) => {
  const authority = await issue('Authority', {
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  const extensions = [OWN_ADDRESS]
  const known = await openReceiver(t, await issue('Known', { ca: authority, extensions }))
  const stranger = await openReceiver(t, await issue('Stranger', { extensions }))
  const [notBeforeDate, notAfterDate] = [2, 1].map((days) => new Date(Date.now() - days * DAY_MS))
  const expired = await openReceiver(
    t,
    await issue('Expired', { ca: authority, extensions, notBeforeDate, notAfterDate }),
  )

  const folder = await makeUsedFolder(t)
  const NODE_EXTRA_CA_CERTS = join(dirname(folder), 'authority.pem')
  await writeFile(NODE_EXTRA_CA_CERTS, authority.cert)
  const afterview = startAfterview(t, folder, { NODE_EXTRA_CA_CERTS, WEBHOOK_LOOPBACK: 'on' })
  const origin = await afterview.origin
  const key = await keptKey(folder)
  const open = async (url: string) => {
    const { body } = await request(origin, key, 'POST', '/v1/webhook-endpoints', { url })
    return { secret: body.secret, at: `/v1/webhook-endpoints/${body.id}/deliveries` }
  }
  const endpoints = {
    known: await open(known.url),
    stranger: await open(stranger.url),
    expired: await open(expired.url),
    misnamed: await open(known.url.replace('127.0.0.1', 'localhost')),
  }
  await request(origin, key, 'POST', '/v1/applications', { company: 'Lindgren Optics' })
  const attempt = async ({ at }: { at: string }) => {
    const attempts = async () => (await request(origin, key, 'GET', at)).body.data[0]?.attempts ?? []
    await until(async () => (await attempts()).length > 0)
    return (await attempts())[0]
  }

  t.match(await attempt(endpoints.known), { status: 204, error: null })
  t.ok(provenBy(endpoints.known.secret, known.received[0] as Received))
  for (const name of ['stranger', 'expired', 'misnamed'] as const)
    t.match(await attempt(endpoints[name]), { status: null, error: 'certificate_refused' }, name)
  t.strictSame(
    [known, stranger, expired].map(({ received }) => received.length),
    [1, 0, 0],
    'and nothing of a message went to any of them',
  )
  await endProcess(afterview.process, 'SIGTERM')
})
