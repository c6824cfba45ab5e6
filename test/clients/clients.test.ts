import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from 'tap'
import { request, startAfterview } from '../support/afterview.ts'
import { makeFolder } from '../support/folders.ts'
import { outside } from '../support/outside.ts'
import { redocly } from '../support/redocly.ts'
import { OPERATOR_KEY } from '../support/service.ts'

const run = promisify(execFile)
/** Runs a program as its user would, and answers with what it printed. */
const printedBy = async (words: string[], variables: Record<string, string> = {}) => {
  const env = { ...process.env, ...variables }
  const { stdout } = await run(...outside(process.execPath, words), { env })
  return stdout
}
const here = (file: string) => join(import.meta.dirname, file)

test('clients that others make of the contract', async (t) => {
  const folder = await makeFolder('clients')
  const service = startAfterview(t, folder, { OPERATOR_KEY, WEBHOOK_LOOPBACK: 'on', LOG_LEVEL: 'error' })
  t.teardown(async () => {
    service.process.kill('SIGTERM')
    await service.ended
  })
  const origin = await service.origin
  const newKey = async () => {
    const { body } = await request(origin, OPERATOR_KEY, 'POST', '/v1/accounts', { displayName: 'Noor' })
    return body.apiKey.secret
  }
  const play = async (program: string) => printedBy([here(program)], { ORIGIN: origin, KEY: await newKey() })

  await t.test('two makers generate from it, and what uses their types compiles', async (t) => {
    await printedBy([here('generate.ts'), `${origin}/openapi.json`])
    t.equal(await printedBy(['node_modules/typescript/bin/tsc', '-p', import.meta.dirname]), '')
  })

  await t.test('the tour, by openapi-typescript and openapi-fetch', async (t) => {
    t.match(JSON.parse(await play('programs/tour.ts')), {
      proposed: ['internal_candidate'],
      imported: 3,
      attribution: 'both',
      reading: ['interview_was_a_win', 'was_not_about_you', 'chance_alone', 'learning_noted', 'what_next'],
      refusal: 'reflection_out_of_order',
      didNotGoWell: ['I lost the thread.'],
      plans: ['I name the three steps first'],
      interviewsObtained: 3,
    })
  })

  await t.test('the quick start, by a client that Redocly generates', async (t) => {
    t.match(JSON.parse(await play('programs/quick-start.ts')), {
      reading: ['interview_was_a_win', 'was_not_about_you'],
      refusal: 'reflection_out_of_order',
    })
  })

  await t.test('the workflows, by Redocly Respect', async (t) => {
    const receiver = createServer((_, answer) => answer.writeHead(204).end()).listen(0, '127.0.0.1')
    t.teardown(() => receiver.close())
    await once(receiver, 'listening')
    const { port } = receiver.address() as AddressInfo
    const [key, coachKey, leavingKey] = [await newKey(), await newKey(), await newKey()]
    const inputs = Object.entries({ key, coachKey, leavingKey, receiver: `http://127.0.0.1:${port}/` })
    const { status, output, errors } = await redocly(
      ...['respect', 'openapi/afterview.arazzo.yaml', `--server=afterview=${origin}`],
      ...inputs.map(([name, value]) => `--input=${name}=${value}`),
    )
    t.equal(status, 0, output + errors)
    for (const workflow of ['debrief', 'coaching', 'automation', 'takingItAlong', 'erasure'])
      t.match(output + errors, `/ ${workflow}`)
  })
})
