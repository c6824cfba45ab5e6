import fc from 'fast-check'
import { test } from 'tap'
import { openService } from '../support/service.ts'
import { url, valuesOf } from './arbitrary.ts'
import { type Call, callerOf, callsOf, eachCall, endsAccount, inMedia, inQuery } from './calls.ts'
import { echoes } from './echoes.ts'
import { oddHeaders, oddQueries, oddTables, spoiled } from './hostile.ts'
import { membersOf } from './schemas.ts'
import { bodyOf, fill, makeWorld, perform, written } from './world.ts'

/** The same input in every run; fast-check names it with the case that failed. */
const RUNS = { seed: 20260601, numRuns: 12, endOnFailure: true }

const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns')

test('generated input', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const calls = callsOf(contract)
  const account = await service.newAccount()
  const world = await makeWorld(account)
  const { records } = world
  const known = {
    timeZone: zones,
    url,
    meetingUrl: url,
    interviewId: fc.constant(records.interviews),
    applicationId: fc.constant(records.applications),
    questionId: fc.constant(records.questions),
  }
  const withJson = inMedia(calls, 'application/json').filter((call) => !endsAccount(call))
  const send = (call: Call, payload: string) => {
    const url = fill(call.path, world)
    return callerOf(service, call, account).send(call.method, url, {
      payload,
      headers: { 'content-type': 'application/json' },
    })
  }

  /** Bodies that fit the schema: whole ones, and the one known to be good with some members of a whole one. */
  const bodiesFor = (call: Call) => {
    const whole = valuesOf(contract, call.media['application/json']?.schema ?? {}, known)
    const good = membersOf(bodyOf(contract, call, world))
    const mixed = fc.tuple(whole, fc.infiniteStream(fc.boolean())).map(([body, coins]) => {
      const chosen = Object.entries(membersOf(body)).filter(() => coins.next().value)
      return { ...good, ...Object.fromEntries(chosen) }
    })
    return fc.oneof(whole, mixed)
  }

  /** Reads what was written, and finds in it what was sent. */
  const demandEcho = async (
    call: Call,
    sent: unknown,
    { headers, body }: Awaited<ReturnType<typeof send>>,
  ) => {
    const reader = call.credential === 'operator' ? service.client(body.apiKey.secret) : account
    const read = await reader.get(headers.location ?? fill(call.path, world))
    if (read.status !== 200) return
    const record = read.body.data?.find(({ id }: { id: string }) => id === body.id) ?? read.body
    for (const [name, value] of Object.entries(membersOf(sent)))
      if (name in record && !echoes(value, record[name]))
        throw new Error(`${name} came back as ${JSON.stringify(record[name])}`)
  }

  await t.test('what fits the contract is stored as it was sent, or refused by a rule', async (t) => {
    const endpoint = fill('/v1/webhook-endpoints/{id}', world)
    await eachCall(t, withJson, async (t, call) => {
      // What one operation was sent may have put it out of use for the next.
      t.equal((await account.patch(endpoint, { enabled: true })).status, 200)
      let accepted = 0
      const property = fc.asyncProperty(bodiesFor(call), async (body) => {
        const answer = await send(call, JSON.stringify(body))
        if (answer.status >= 400) return demandRule(call, answer)
        accepted++
        await demandEcho(call, body, answer)
      })
      await t.resolves(fc.assert(property, RUNS))
      t.not(accepted, 0, 'some of it was accepted')
    })
  })

  await t.test('what no one should send is no failure of the service', async (t) => {
    await eachCall(t, withJson, async (t, call) => {
      let refused = 0
      const property = fc.asyncProperty(spoiled(bodiesFor(call)), async (payload) => {
        const answer = await send(call, payload)
        if (answer.status < 400) return demandEcho(call, JSON.parse(payload), answer)
        refused++
        demandRule(call, answer)
      })
      await t.resolves(fc.assert(property, { ...RUNS, numRuns: 30 }))
      t.not(refused, 0, 'some of it was refused')
    })
  })

  await t.test('tables that may be none are no failure of the service', async (t) => {
    const withTable = inMedia(calls, 'text/csv')
    await eachCall(t, withTable, async (t, call) => {
      const property = fc.asyncProperty(oddTables(String(bodyOf(contract, call, world))), async (table) => {
        const answer = await account.send(call.method, fill(call.path, world), written(call, table))
        if (answer.status >= 400) demandRule(call, answer)
      })
      await t.resolves(fc.assert(property, { ...RUNS, numRuns: 40 }))
    })
  })

  await t.test('odd queries and headers are no failure of the service', async (t) => {
    const reads = calls.filter(({ method }) => method === 'GET')
    await eachCall(t, reads, async (t, call) => {
      const names = inQuery(call).map(({ name }) => name)
      const values = fc.oneof(
        fc.constant(''),
        ...inQuery(call).map(({ schema }) => valuesOf(contract, schema)),
      )
      const property = fc.asyncProperty(oddQueries(names, values), oddHeaders, async (search, headers) => {
        const answer = await perform(callerOf(service, call, account), contract, call, world, {
          search,
          headers,
        })
        if (answer.status >= 400) demandRule(call, answer)
        const { 'x-request-id': given = '' } = headers
        const mine = /^[A-Za-z0-9._-]{1,128}$/.test(given)
        if (mine !== (answer.headers['x-request-id'] === given))
          throw new Error('the request id is not as it should be')
      })
      await t.resolves(fc.assert(property, { ...RUNS, numRuns: 20 }))
    })
  })
})

type Refusal = { code: string; errors?: { pointer: string; detail: string }[] }

/** The answer is a refusal with a code that the operation documents; what breaks the service is none. */
const demandRule = (
  { operation, operationId }: Call,
  { status, body }: { status: number; body: Refusal },
) => {
  if (status >= 500) throw new Error(`${operationId} failed with ${status} ${body.code}`)
  if (body.code === 'malformed_request') return
  const documented = operation.responses[status]?.description.includes(`\`${body.code}\``)
  if (!documented) throw new Error(`${operationId} does not document ${body.code}`)
  for (const { pointer, detail } of body.errors ?? [])
    if (OF_THE_LIBRARY.test(detail)) throw new Error(`${operationId} says of ${pointer}: ${detail}`)
}

/** How the schema library speaks where nobody said it better. */
const OF_THE_LIBRARY = /^(Invalid|Too|Unrecognized) |\b(expected|received)\b|undefined/
