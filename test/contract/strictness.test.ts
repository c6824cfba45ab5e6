import { test } from 'tap'
import { openService } from '../support/service.ts'
import {
  type Call,
  callerOf,
  callsOf,
  eachCall,
  endsAccount,
  hasBody,
  inEachMedia,
  inMedia,
  resolved,
} from './calls.ts'
import { membersOf } from './schemas.ts'
import { bodyOf, fill, makeWorld, perform, readAll, written } from './world.ts'

const MEDIA_TYPES = [
  'application/json',
  'application/merge-patch+json',
  'text/csv',
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonx',
  'nonsense',
]
const NOT_JSON = ['{', '{"a":}', "{'a':1}", '{"a":1}}', '[1,]', 'NaN', '\u0000', '\uFEFF']
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
/** JSON that no operation takes, whatever it asks for, with where it goes wrong. */
const ODD_JSON = [
  ['{"__proto__":{"a":1}}', '/__proto__', 'unknown_member'],
  ['{"a/b":[0,{"\\u005f_proto__":null}]}', '/a~1b/1/__proto__', 'unknown_member'],
  [nested(3_000), '/0'.repeat(100), 'too_deep'],
  [`{"notes":${nested(100_000)}}`, `/notes${'/0'.repeat(99)}`, 'too_deep'],
] as const
const NOT_MEMBERS = ['[]', '[{}]', '1', '"text"', 'null', 'true']

/** Whether its address is a link that people follow, with whatever mail programs add to it. */
const isLink = ({ path }: Call) => path.endsWith('/{token}')

const MEBIBYTE = 1_048_576

/** What no operation takes, whether it asks for a body or not. */
const UNREADABLE = [
  [400, 'malformed_json', 'application/json', '{'],
  [413, 'payload_too_large', 'application/json', ' '.repeat(MEBIBYTE + 1)],
  [415, 'unsupported_media_type', 'text/plain', 'It is over'],
] as const

/** How many bytes a body may have: those of imports are whole files. */
const limitOf = ({ operationId, media }: Call) => {
  if (operationId !== 'createImport') return MEBIBYTE
  return (media['text/csv'] ? 10 : 50) * MEBIBYTE
}

test('strict input', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const calls = callsOf(contract)
  const account = await service.newAccount()
  const world = await makeWorld(account)
  const before = await readAll(account, calls, world)
  const withBody = calls.filter(hasBody)
  const withJson = inMedia(calls, 'application/json')

  await t.test('a query parameter that is not known: 400, and which', async (t) => {
    await eachCall(
      t,
      calls.filter((call) => !isLink(call)),
      async (t, call) => {
        const client = callerOf(service, call, account)
        for (const name of ['limits', 'a/b~c', 'constructor', '__proto__']) {
          const search = `?${encodeURIComponent(name)}=1`
          const { status, body } = await perform(client, contract, call, world, { search })
          const pointer = `/querystring/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
          t.equal(status, 400, name)
          t.match(body, { code: 'invalid_request', errors: [{ pointer, code: 'unknown_member' }] })
        }
      },
    )
  })

  await t.test('a member that is not known, at any depth: 400, and where it stands', async (t) => {
    await eachCall(t, withJson, async (t, call) => {
      const client = callerOf(service, call, account)
      const body = membersOf(bodyOf(contract, call, world))
      const inner = Object.entries(body).filter(([, value]) => Object.keys(membersOf(value)).length > 0)
      const strange = { surprise: 1 }
      const bodies = { '': { ...body, ...strange } } as Record<string, unknown>
      for (const [name, value] of inner)
        bodies[`/${name}`] = { ...body, [name]: { ...membersOf(value), ...strange } }
      for (const [at, each] of Object.entries(bodies)) {
        const answer = await client.send(call.method, fill(call.path, world), written(call, each))
        t.equal(answer.status, 400, at)
        t.ok(
          answer.body.errors?.some((it: { pointer: string }) => it.pointer.startsWith(at)),
          'says where',
        )
      }
    })
  })

  await t.test('a body that is no JSON, no object, or not there: 400', async (t) => {
    await eachCall(t, withJson, async (t, call) => {
      const client = callerOf(service, call, account)
      const headers = { 'content-type': 'application/json' }
      const send = (payload: string) => client.send(call.method, fill(call.path, world), { payload, headers })
      for (const payload of NOT_JSON) {
        const { status, body } = await send(payload)
        t.strictSame([status, body.code], [400, 'malformed_json'], payload)
      }
      for (const payload of [...NOT_MEMBERS, '']) {
        const { status, body } = await send(payload)
        t.strictSame([status, body.code], [400, 'invalid_request'], payload)
      }
    })
  })

  await t.test('a member that is needed and not there: 400, and it says so alike everywhere', async (t) => {
    await eachCall(t, withJson, async (t, call) => {
      const client = callerOf(service, call, account)
      const body = membersOf(bodyOf(contract, call, world))
      const { required = [] } = resolved(contract, call.media['application/json']?.schema ?? {})
      for (const name of required as string[]) {
        const { [name]: _, ...rest } = body
        const answer = await client.send(call.method, fill(call.path, world), written(call, rest))
        t.equal(answer.status, 400, name)
        const fault = answer.body.errors?.find(({ pointer }: { pointer: string }) => pointer === `/${name}`)
        t.hasStrict(fault, { detail: 'Must be given', code: 'required' }, name)
      }
    })
  })

  await t.test('a body with members or depths that no operation has: 400, and where', async (t) => {
    await eachCall(t, withJson, async (t, call) => {
      const client = callerOf(service, call, account)
      const headers = { 'content-type': 'application/json' }
      for (const [payload, pointer, code] of ODD_JSON) {
        const { status, body } = await client.send(call.method, fill(call.path, world), { payload, headers })
        t.strictSame([status, body.code], [400, 'invalid_request'])
        t.hasStrict(body.errors, [{ pointer, code }])
      }
    })
  })

  await t.test('no body at all: 400', async (t) => {
    await eachCall(t, withBody, async (t, call) => {
      const { status } = await callerOf(service, call, account).send(call.method, fill(call.path, world))
      t.equal(status, 400)
    })
  })

  await t.test('a body where none is asked for: 400', async (t) => {
    const withoutBody = calls.filter((call) => !hasBody(call) && ['POST', 'DELETE'].includes(call.method))
    await eachCall(t, withoutBody, async (t, call) => {
      const url = fill(call.path, world)
      for (const sent of [{ reason: 'It is over' }, [], null, 1]) {
        const { status, body } = await account.send(call.method, url, {
          payload: JSON.stringify(sent),
          headers: { 'content-type': 'application/json' },
        })
        t.strictSame([status, body.code], [400, 'invalid_request'], JSON.stringify(sent))
        t.match(body.errors, [{ pointer: '', code: 'invalid_value' }])
      }
      for (const [status, code, type, payload] of UNREADABLE) {
        const answer = await account.send(call.method, url, { payload, headers: { 'content-type': type } })
        t.strictSame([answer.status, answer.body.code], [status, code])
      }
    })
  })

  await t.test('a media type that is not documented: 415', async (t) => {
    await eachCall(t, withBody, async (t, call) => {
      const client = callerOf(service, call, account)
      const { payload } = written(call, bodyOf(contract, call, world))
      for (const type of MEDIA_TYPES.filter((it) => !call.media[it])) {
        const headers = { 'content-type': type }
        const { status } = await client.send(call.method, fill(call.path, world), { payload, headers })
        t.equal(status, 415, type)
      }
    })
  })

  await t.test('a body over the limit: 413', async (t) => {
    await eachCall(t, inEachMedia(calls), async (t, call) => {
      const client = callerOf(service, call, account)
      const { payload, headers } = written(call, bodyOf(contract, call, world))
      const large = payload.padEnd(limitOf(call) + 1, ' ')
      const { status } = await client.send(call.method, fill(call.path, world), { payload: large, headers })
      t.equal(status, 413)
    })
  })

  t.strictSame(await readAll(account, calls, world), before, 'and nothing came of it')

  await t.test('an empty object, or nothing, is sent where no body is asked for', async (t) => {
    const harmless = calls.find(({ operationId }) => operationId === 'testWebhookEndpoint')
    const url = fill(harmless?.path ?? '', world)
    const headers = { 'content-type': 'application/json' }
    t.equal((await account.post(url, {})).status, 201)
    for (const sent of [{}, { headers }, { headers, payload: '' }])
      t.equal((await account.send('POST', url, sent)).status, 201)
  })

  await t.test('a query parameter that was added to a link: passed over', async (t) => {
    await eachCall(t, calls.filter(isLink), async (t, call) => {
      const search = '?utm_source=mail&fbclid=x&__proto__=1'
      const { status } = await perform(callerOf(service, call, account), contract, call, world, { search })
      t.equal(status, 200)
    })
  })

  await t.test('each media type that is documented is read, whatever its parameters', async (t) => {
    const lasting = inEachMedia(calls).filter((call) => !endsAccount(call))
    await eachCall(t, lasting, async (t, call) => {
      const client = callerOf(service, call, account)
      const { payload } = written(call, bodyOf(contract, call, world))
      for (const type of Object.keys(call.media)) {
        const headers = { 'content-type': `${type.toUpperCase()}; charset=utf-8` }
        const { status } = await client.send(call.method, fill(call.path, world), { payload, headers })
        t.ok(status < 300, `${type}: ${status}`)
      }
    })
  })
})
