import { randomBytes } from 'node:crypto'
import { test } from 'tap'
import { spellSecret } from '../../src/identity/api-keys/rules.ts'
import type { Client } from '../support/client.ts'
import { OPERATOR_KEY, openService } from '../support/service.ts'

type Answer = Awaited<ReturnType<Client['get']>>

const from = (address: string) => ({ 'x-forwarded-for': address })
const ask = (client: Client, address: string) => client.get('/v1/me', from(address))
const [HERE, THERE] = ['203.0.113.7', '198.51.100.20']
/** What a caller learns, but for what is another with every request. */
const learnt = ({ status, headers, body: { requestId: _, ...body } }: Answer) => {
  const { 'x-request-id': __, date: ___, 'content-length': ____, ...rest } = headers
  return { status, headers: rest, body }
}

test('whoever tries keys from one address', async (t) => {
  const service = await openService(t, { RATE_LIMIT_ADDRESS: '4' })
  const noor = await service.newAccount()
  const guess = () => service.client(spellSecret(randomBytes(64)))
  const later = (seconds: number) => {
    service.clock.now = new Date(service.clock.now.getTime() + seconds * 1000)
  }
  t.equal((await ask(noor, HERE)).status, 200)
  for (const client of [guess(), guess(), service.client(), service.client('avk_none')])
    t.equal((await ask(client, HERE)).status, 401)

  await t.test('is not heard any more, whatever comes', async (t) => {
    later(20)
    const answers = [guess(), service.client(), noor].map((client) => ask(client, HERE))
    const [first, ...others] = (await Promise.all(answers)).map(learnt)
    t.match(first, { status: 429, body: { code: 'rate_limited' }, headers: { 'retry-after': '40' } })
    t.equal(first?.headers['ratelimit-policy'], '"address";q=4;w=60')
    t.equal(first?.headers.ratelimit, '"address";r=0;t=40')
    for (const other of others) t.strictSame(other, first, 'a good key is told nothing else')
    const asOperator = service.client(OPERATOR_KEY)
    t.equal((await asOperator.post('/v1/accounts', { displayName: 'Sam' }, from(HERE))).status, 429)
  })

  await t.test('keeps nobody else away, and nothing that needs no key', async (t) => {
    t.equal((await ask(noor, THERE)).status, 200)
    t.equal((await ask(guess(), THERE)).status, 401)
    t.equal((await service.client().get('/v1/support', from(HERE))).status, 200)
  })

  await t.test('is heard again after a minute', async (t) => {
    later(40)
    t.equal((await ask(noor, HERE)).status, 200)
    t.equal((await ask(guess(), HERE)).status, 401)
  })
})

test('an address', async (t) => {
  const service = await openService(t, { RATE_LIMIT_ADDRESS: '1' })
  const [noor, nobody] = [await service.newAccount(), service.client()]

  await t.test(
    'of IPv6 stands for its network, as everybody there has more than can be counted',
    async (t) => {
      t.equal((await ask(nobody, '2001:db8:1:2::7')).status, 401)
      t.equal((await ask(noor, '2001:db8:1:2:ffff::1')).status, 429)
      t.equal((await ask(noor, '2001:db8:1:3::7')).status, 200)
    },
  )

  await t.test('of IPv4 is itself in either way of writing', async (t) => {
    t.equal((await ask(nobody, `::ffff:${HERE}`)).status, 401)
    t.equal((await ask(noor, HERE)).status, 429)
  })

  await t.test('is the last one that a proxy of ours saw, whatever the caller says', async (t) => {
    t.equal((await ask(nobody, `192.0.2.1, ${THERE}`)).status, 401)
    t.equal((await ask(noor, `192.0.2.2, ${THERE}, 10.0.0.3`)).status, 429)
    t.equal((await ask(noor, 'nonsense')).status, 200)
  })

  await t.test('is that of the connection where no proxy is trusted', async (t) => {
    const bare = await openService(t, { RATE_LIMIT_ADDRESS: '1', TRUSTED_PROXIES: 'none' })
    const sam = await bare.newAccount('Sam')
    t.equal((await ask(bare.client(), HERE)).status, 401)
    t.equal((await ask(sam, THERE)).status, 429)
  })
})

test('how a key is refused does not tell whether there was one', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const made = async (expiresAt?: string) =>
    (await noor.post('/v1/api-keys', { name: 'Short', scopes: ['journal:read'], expiresAt })).body
  const [removed, expired] = [
    await made(),
    await made(new Date(service.clock.now.getTime() + 1000).toISOString()),
  ]
  await noor.delete(`/v1/api-keys/${removed.id}`)
  service.clock.now = new Date(service.clock.now.getTime() + 2000)
  const secrets = [spellSecret(randomBytes(64)), removed.secret, expired.secret, `${noor.secret}x`]
  const [first, ...others] = await Promise.all(
    secrets.map(async (secret) => learnt(await ask(service.client(secret), HERE))),
  )
  t.equal(first?.headers.ratelimit, undefined)
  for (const other of others) t.strictSame(other, first)
})

test('addresses that are none count as one', async (t) => {
  const service = await openService(t, { RATE_LIMIT_ADDRESS: '2' })
  const answers: number[] = []
  for (const address of ['nowhere', 'x'.repeat(2_000), 'unknown'])
    answers.push((await ask(service.client('avk_none'), address)).status)
  t.strictSame(answers, [401, 401, 429])
})
