import { writeFile } from 'node:fs/promises'
import { test } from 'tap'
import { openService } from '../support/service.ts'
import { callerOf, callsOf } from './calls.ts'
import { makeWorld, perform } from './world.ts'

// Writes down what the service answers to each operation, as the examples of the contract: npm run examples

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
// What keeps the world's texts apart.
const MARK = / [0-9a-f-]{36}(?=\?)/g
const DIGEST = /^[\w-]{43}$/
const SECRET = /(?<=\b(avk|whsec|whpk|avi|avs)_)[\w+/=-]{16,}/g
const MOST_ITEMS = 2
// Of all that is measured, what is the same every time.
const UNWAITED = /^.*pending_requests.*$/gm

/** The same every time: ids in the order in which they come, secrets that are none, and lists cut short. */
const steady = () => {
  const ids = new Map<string, string>()
  const idFor = (id: string) => {
    const known = ids.get(id) ?? `01998a5c-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`
    ids.set(id, known)
    return known
  }
  return (body: unknown): unknown =>
    JSON.parse(JSON.stringify(body), (key, value) => {
      if (Array.isArray(value)) return value.slice(0, MOST_ITEMS)
      if (typeof value !== 'string') return value
      if (/^(nextCursor|after)$/.test(key)) return 'eyJhZnRlciI6MX0'
      if (key === 'hint') return 'xxxx'
      if (DIGEST.test(value)) return 'x'.repeat(43)
      if (value.startsWith('# HELP')) return value.match(UNWAITED)?.join('\n')
      return value
        .replace(MARK, '')
        .replace(UUID, idFor)
        .replace(SECRET, (secret) => 'x'.repeat(secret.length))
    })
}

test('examples', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const examples: Record<string, unknown> = {}
  const calls = callsOf(contract).filter(({ method }) => method !== 'DELETE')
  const shared = await service.newAccount()
  const sharedWorld = await makeWorld(shared)
  for (const call of calls) {
    const reads = call.method === 'GET'
    const account = reads ? shared : await service.newAccount()
    const world = reads ? sharedWorld : await makeWorld(account)
    const search = world.searches[call.operationId]?.at(-1) ?? ''
    const answer = await perform(callerOf(service, call, account), contract, call, world, { search })
    const [media = ''] = String(answer.headers['content-type'] ?? '').split(';')
    if (answer.status >= 300) throw new Error(`${call.operationId}: ${answer.status}`)
    if (answer.body !== '')
      examples[call.operationId] = { status: String(answer.status), media, body: steady()(answer.body) }
  }
  await writeFile('openapi/examples.json', `${JSON.stringify(examples, null, 1)}\n`)
})
