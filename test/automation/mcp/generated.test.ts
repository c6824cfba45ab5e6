import fc from 'fast-check'
import { test } from 'tap'
import { type ProblemCode, problems } from '../../../src/problems.ts'
import { url, valuesOf } from '../../contract/arbitrary.ts'
import { spoiled } from '../../contract/hostile.ts'
import { makeWorld } from '../../contract/world.ts'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { connect, serve } from './assistant.ts'

/** The same input in every run; fast-check names it with the case that failed. */
const RUNS = { seed: 20260601, numRuns: 20, endOnFailure: true }

const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

/** The code of an error on our side in JSON-RPC. */
const INTERNAL = -32603

/** An answer, which may come as the one event of a stream. */
const messageIn = (body: string): Body => JSON.parse(body.replace(/^(?:event: .*\n)?data: /, ''))

/** Whether a tool refused for something that failed on our side, and not for what it was given. */
const isOurs = (result: Body): boolean =>
  result?.isError === true && problems[JSON.parse(result.content[0].text).code as ProblemCode][0] >= 500

test('generated arguments are used by a tool, or refused by a rule', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { records } = await makeWorld(noor)
  const known = {
    applicationId: fc.constant(records.applications),
    interviewId: fc.constant(records.interviews),
    reflectionId: fc.constant(records.reflections),
    planId: fc.constant(records.plans),
    studyItemId: fc.constant(records['study-items']),
    questionId: fc.constant(records.questions),
    url,
    meetingUrl: url,
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin'),
    cursor: fc.constant(undefined),
  }
  const { client } = await connect(t, await serve(service), noor.secret)

  for (const { name, inputSchema } of (await client.listTools()).tools) {
    const fitting = valuesOf(service.contract, inputSchema, known)
    const call = async (given: string) => {
      const params = `{"name":"${name}","arguments":${given}}`
      const { statusCode, body } = await service.app.inject({
        method: 'POST',
        url: '/mcp',
        headers: { ...headers, authorization: `Bearer ${noor.secret}` },
        payload: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${params}}`,
      })
      const { error, result } = messageIn(body)
      if (statusCode >= 500 || error?.code === INTERNAL || isOurs(result)) throw new Error(body)
      return result !== undefined && !result.isError
    }
    let used = 0
    const good = fc.asyncProperty(fitting, async (given) => {
      if (await call(JSON.stringify(given))) used++
    })
    await t.resolves(fc.assert(good, RUNS), `${name}, with what fits`)
    t.not(used, 0, `${name} was used`)
    const bad = fc.asyncProperty(spoiled(fitting), async (given) => void (await call(given)))
    await t.resolves(fc.assert(bad, RUNS), `${name}, with what no one should send`)
  }
})
