import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { type Test, test } from 'tap'
import { openPost, type Post } from '../../../src/platform/outbound/post.ts'
import { startCrew } from '../../../src/platform/worker.ts'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { until } from '../../support/waiting.ts'
import { openReceiver, withStatus } from './receiver.ts'

const path = '/v1/webhook-endpoints'

/** Hosts of URLs that stand for an address that is not public, in every spelling there is. */
const HOSTS = [
  '127.0.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '127.1',
  '0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '168.63.129.16',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::a00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
]

const never = new AbortController().signal
const posting = (post: Post, url: string) => post({ url, headers: {}, body: '{}' }, never)

/** Posts without leave to reach this machine, whose names lead where the test says. */
const openStrict = (resolve: (name: string) => Promise<string[]>) =>
  openPost({ allowLoopback: false, resolve, connectMs: 500, wholeMs: 500 })

test('addresses that are not public', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test('are refused when an endpoint is made or changed', async (t) => {
    const refused = [
      ...HOSTS.map((host) => `https://${host}/hook`),
      'http://hooks.example.com/',
      'https://user@hooks.example.com/',
      'https://@hooks.example.com/',
      'https://:@hooks.example.com/',
      'https://user:secret@hooks.example.com/',
      'https://hooks.example.com/#part',
      'https://hooks.example.com/#',
      'https://localhost/',
      'https://localhost./',
      'https://db.internal/',
      'https://printer.local/',
    ]
    const { id } = (await noor.post(path, { url: 'https://hooks.example.com/' })).body
    for (const url of refused) {
      const made = await noor.post(path, { url })
      t.strictSame([made.status, made.body.code], [422, 'endpoint_url_refused'], url)
      t.equal((await noor.patch(`${path}/${id}`, { url })).status, 422)
    }
    const nonsense = ['ftp://hooks.example.com/', 'hooks.example.com', 'https://', '', 'https://a b/']
    const hidden = ['\t', '\n', '\r', '\0', '\u0085', '\u2028', ' ', '\\'].flatMap((sign) => [
      `https://hooks.example.com/${sign}`,
      `${sign}https://hooks.example.com/`,
      `https://hooks${sign}.example.com/`,
    ])
    for (const url of [...nonsense, ...hidden])
      t.equal((await noor.post(path, { url })).status, 400, encodeURI(url))
    t.equal((await noor.get(`${path}/${id}`)).body.url, 'https://hooks.example.com/')
  })

  await t.test('URLs are kept in their canonical form', async (t) => {
    const { id, url } = (await noor.post(path, { url: 'HTTPS://Hooks.Example.com:443/a/../b?to=@me' })).body
    t.equal(url, 'https://hooks.example.com/b?to=@me')
    const patched = await noor.patch(`${path}/${id}`, { url: 'https://bücher.example' })
    t.equal(patched.body.url, 'https://xn--bcher-kva.example/')
    const piped = await noor.patch(`${path}/${id}`, { url: 'https://hooks.example.com/a|b' })
    t.equal(piped.body.url, 'https://hooks.example.com/a%7Cb', 'a URI')
  })

  await t.test('are connected to neither by themselves, nor by a name that leads there', async (t) => {
    let asked = 0
    for (const host of HOSTS) {
      const post = openStrict(async () => {
        asked += 1
        return ['93.184.215.14']
      })
      t.equal((await posting(post, `https://${host}/hook`)).silence, 'address_refused', host)
      t.equal(asked, 0, 'an address is no name')
      const { hostname } = new URL(`https://${host}/`)
      const address = hostname.replace(/[[\]]/g, '')
      for (const addresses of [[address], ['93.184.215.14', address], [address, '93.184.215.14']]) {
        const named = openStrict(async () => addresses)
        const { silence } = await posting(named, 'https://hooks.example.com/hook')
        t.equal(silence, 'address_refused', addresses.join(', '))
      }
    }
    t.equal(
      (
        await posting(
          openStrict(async () => []),
          'https://hooks.example.com/',
        )
      ).silence,
      'address_refused',
    )
    t.equal(
      (
        await posting(
          openStrict(async () => ['nonsense']),
          'https://a.example/',
        )
      ).silence,
      'address_refused',
    )
    t.comment(`${HOSTS.length} hosts, each as itself and behind a name: all refused`)
  })

  await t.test('are not reached by a name that leads elsewhere after it was checked', async (t) => {
    const receiver = await openReceiver(t)
    const { port } = new URL(receiver.url)
    const answers = [['127.0.0.1'], ['169.254.169.254']]
    const resolve = async () => answers.shift() ?? []
    const post = openPost({ allowLoopback: true, resolve, connectMs: 1_000, wholeMs: 1_000 })
    t.equal((await posting(post, `http://rebind.example:${port}/hook`)).status, 204)
    t.strictSame(
      [receiver.received.length, answers.length],
      [1, 1],
      'it was asked once, and that is where it went',
    )
    t.equal((await posting(post, `http://rebind.example:${port}/hook`)).silence, 'address_refused')
    t.equal(receiver.received.length, 1)
  })

  await t.test('are refused in the same words as names that are not known', async (t) => {
    const unknown = openStrict(() => Promise.reject(new Error('getaddrinfo ENOTFOUND')))
    t.equal((await posting(unknown, 'https://secret-db.example/')).silence, 'address_refused')
  })

  await t.test('are not reached by plain http either', async (t) => {
    const post = openStrict(async () => ['93.184.215.14'])
    t.equal((await posting(post, 'http://hooks.example.com/')).silence, 'address_refused')
  })

  await t.test('a delivery there is logged as one that failed', async (t) => {
    await noor.post(`${path}`, { url: 'https://rebound.example.com/' })
    const { id } = (await noor.get(path)).body.data[0]
    await noor.post(`${path}/${id}/test`)
    await service.deliver(openStrict(async () => ['10.0.0.1']))
    const [{ status, attempts }] = (await noor.get(`${path}/${id}/deliveries`)).body.data
    t.equal(status, 'pending')
    t.hasStrict(attempts, [{ status: null, error: 'address_refused', answer: null }])
  })
})

test('receivers that mean no good', async (t) => {
  const WHOLE_MS = 400
  const post = openPost({
    allowLoopback: true,
    resolve: async () => ['127.0.0.1'],
    connectMs: WHOLE_MS,
    wholeMs: WHOLE_MS,
  })
  const open = async (t: Test, answer: Awaited<ReturnType<typeof openReceiver>>['answer']) => {
    const receiver = await openReceiver(t)
    receiver.answer = answer
    return receiver
  }

  await t.test('one that never answers: timed out', async (t) => {
    const { url } = await open(t, () => undefined)
    const { silence, milliseconds } = await posting(post, url)
    t.equal(silence, 'timed_out')
    t.ok(milliseconds >= WHOLE_MS - 1)
  })

  await t.test('one whose headers never end: timed out', async (t) => {
    const server = createServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-more: 1\r\n'), 50)
      socket.on('error', () => undefined).on('close', () => clearInterval(timer))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.teardown(() => server.close())
    const { port } = server.address() as { port: number }
    t.equal((await posting(post, `http://127.0.0.1:${port}/`)).silence, 'timed_out')
    t.equal((await posting(post, `https://127.0.0.1:${port}/`)).silence, 'connection_failed', 'no TLS there')
  })

  await t.test('one that drips: its status counts, and it is left after the time there is', async (t) => {
    const { url } = await open(t, (response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const { status, body } = await posting(post, url)
    t.equal(status, 200)
    t.match(body, /^\.+$/)
  })

  await t.test('one that answers without end: its status counts, and a little is read', async (t) => {
    let sent = 0
    const { url } = await open(t, (response) => {
      response.writeHead(200)
      const chunk = Buffer.alloc(65_536, 'x')
      const pour = () => {
        while (!response.destroyed) {
          sent += chunk.length
          if (!response.write(chunk)) return
        }
      }
      response.on('drain', pour)
      pour()
    })
    const { status, body, milliseconds } = await posting(post, url)
    t.strictSame([status, body?.length], [200, 1_024])
    t.ok(sent < 20_000_000, 'it could not send more than buffers hold')
    t.comment(`left after ${sent} bytes and ${milliseconds} ms`)
  })

  await t.test('one that is not there, and one that speaks no HTTP: connection failed', async (t) => {
    const server = createServer((socket) => socket.resume().end('220 mail.example ESMTP\r\n')).listen(
      0,
      '127.0.0.1',
    )
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    t.equal((await posting(post, `http://127.0.0.1:${port}/`)).silence, 'connection_failed')
    server.close()
    await once(server, 'close')
    t.equal((await posting(post, `http://127.0.0.1:${port}/`)).silence, 'connection_failed')
    t.equal((await posting(post, 'http://nowhere.example:1/')).silence, 'connection_failed')
  })

  /** A server that says this, however little it is HTTP, and then does as `after` says. */
  const openTalker = async (t: Test, said: string, after: (socket: Socket) => void = () => undefined) => {
    const server = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .once('data', () => {
          socket.write(said)
          after(socket)
        })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.teardown(() => server.close())
    return `http://127.0.0.1:${(server.address() as { port: number }).port}/`
  }

  await t.test('one that switches protocols, or hangs up: connection failed', async (t) => {
    const SWITCH = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'
    const talkers: [string, (socket: Socket) => void][] = [
      [SWITCH, () => undefined],
      [SWITCH, (socket) => socket.end()],
      ['', (socket) => socket.end()],
      ['', (socket) => socket.resetAndDestroy()],
      ['HTTP/1.1 200 OK\r\n', (socket) => socket.destroy()],
      ['HTTP/1.1 100 Continue\r\n\r\n', (socket) => socket.end()],
      ['HTTP/1.1 999999 \r\n\r\n', () => undefined],
    ]
    for (const [said, after] of talkers)
      t.equal((await posting(post, await openTalker(t, said, after))).silence, 'connection_failed', said)
  })

  await t.test('a name that is looked up for ever: timed out, and ended when the service ends', async (t) => {
    const endless = openPost({
      allowLoopback: true,
      resolve: () => new Promise(() => undefined),
      connectMs: WHOLE_MS,
      wholeMs: WHOLE_MS,
    })
    t.equal((await posting(endless, 'http://slow.example/')).silence, 'timed_out')
    const message = { url: 'http://slow.example/', headers: {}, body: '{}' }
    t.equal((await endless(message, AbortSignal.abort())).silence, 'interrupted')
  })

  await t.test('what an answer holds that no database keeps is kept as a sign for it', async (t) => {
    const { url } = await open(t, withStatus(200, {}, 'a\0b'))
    t.equal((await posting(post, url)).body, 'a\uFFFDb')
  })
})

test('slow receivers keep no others waiting', async (t) => {
  const service = await openService(t, {
    WEBHOOK_LOOPBACK: 'on',
    WEBHOOK_TIMEOUT_MS: '3000',
    POOL_SIZE: '10',
  })
  Object.defineProperty(service.clock, 'now', { get: () => new Date() })
  const noor = await service.newAccount()
  const slow = await openReceiver(t)
  slow.answer = () => undefined
  for (let i = 0; i < 15; i++) await noor.post(path, { url: slow.url })
  const sam = await service.newAccount('Sam')
  const quick = await openReceiver(t)
  await sam.post(path, { url: quick.url })

  const EVENTS = 40
  const arrived = new Map<string, number>()
  quick.answer = (response, { body }) => {
    arrived.set(JSON.parse(body).data.applicationId, performance.now())
    response.writeHead(204).end()
  }
  const written = new Map<string, number>()
  const add = async () => {
    await noor.post('/v1/applications', { company: 'Slow' })
    const { body } = (await sam.post('/v1/applications', { company: 'Quick' })) as Body
    written.set(body.id, performance.now())
  }
  for (let i = 0; i < 10; i++) await noor.post('/v1/applications', { company: 'Slow' })
  const crew = startCrew(service.begin, 200, service.app.log)
  await until(async () => slow.received.length >= 60)
  for (let i = 0; i < EVENTS; i++) await add()
  await until(async () => arrived.size === EVENTS)
  await crew[Symbol.asyncDispose]()
  const waits = [...written].map(([id, at]) => (arrived.get(id) ?? Number.POSITIVE_INFINITY) - at)
  waits.sort((a, b) => a - b)
  // None of them had to wait for the hanging ones, which take three seconds each.
  const [middle, longest] = [waits[EVENTS >> 1] ?? 0, waits.at(-1) ?? 0]
  t.strictSame([...arrived.keys()].sort(), [...written.keys()].sort())
  t.comment(
    `beside 15 receivers that hang, with ${slow.received.length} attempts at them: ${EVENTS} events arrived elsewhere, ` +
      `median ${Math.round(middle)} ms after they were written, longest ${Math.round(longest)} ms`,
  )
})
