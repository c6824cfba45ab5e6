import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { makeFolder } from '../support/folders.ts'
import { breaksIn, changesBetween } from '../support/redocly.ts'

// A contract of one noun, on which each gate of the real one is seen to open and to shut.

type Fields = { names?: string[]; required?: string[]; helped?: string[] }
const described = { type: 'string', description: 'What it is.' }
/** A plan as the body of a request or of an answer. */
const plan = ({ names = ['if'], required = ['if'], helped = ['yes', 'no', 'unsure'] }: Fields = {}) => {
  const texts = Object.fromEntries(names.map((name) => [name, described]))
  const properties = { ...texts, helped: { ...described, enum: helped } }
  return { content: { 'application/json': { schema: { type: 'object', required, properties } } } }
}
const refusal = { description: 'Refused.', content: { 'application/problem+json': { schema: {} } } }
const operation = (operationId: string, sends: object, answers: object) => ({
  operationId,
  tags: ['Plans'],
  description: 'What it does.',
  ...sends,
  responses: { 200: { description: 'Done.', ...answers }, 400: refusal },
})
const contractOf = (paths: object, version = '1.2.0', schemas: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Plans', version, description: 'If, then.', contact: { name: 'Afterview' } },
  servers: [{ url: 'https://afterview.example' }],
  tags: [{ name: 'Plans', description: 'If, then.' }],
  paths,
  components: { schemas },
})

const released = contractOf({
  '/plans': {
    get: operation('getPlan', {}, plan()),
    put: operation('putPlan', { requestBody: plan() }, plan()),
    delete: operation('deletePlan', {}, {}),
  },
})
const narrower = {
  get: operation('getPlan', {}, plan({ names: [], required: [] })),
  put: operation(
    'putPlan',
    { requestBody: plan({ required: ['if', 'helped'], helped: ['yes', 'no'] }) },
    plan(),
  ),
}
const more = { names: ['if', 'then'], helped: ['yes', 'no', 'unsure', 'partly'] }
const wider = {
  get: operation('getPlan', {}, plan(more)),
  put: operation('putPlan', { requestBody: plan(more) }, plan()),
  delete: operation('deletePlan', {}, {}),
  patch: operation('updatePlan', { requestBody: plan() }, plan()),
}

test('the gates of the contract', async (t) => {
  const folder = await makeFolder('contract')
  const file = async (name: string, document: object) => {
    await writeFile(join(folder, name), JSON.stringify(document))
    return join(folder, name)
  }
  const changesSinceRelease = async (revision: object) =>
    changesBetween(await file('released.json', released), await file('revision.json', revision))

  await t.test('what takes something from clients of the last release is refused', async (t) => {
    const breaks = breaksIn(await changesSinceRelease(contractOf({ '/plans': narrower }))).join('\n')
    t.match(breaks, /Operation `DELETE \/plans` was removed/)
    t.match(breaks, /Property `if` was removed/)
    t.match(breaks, /became required: `helped`/)
    t.match(breaks, /lost values: 'unsure'/)
  })

  await t.test('under a new major version nothing is', async (t) => {
    const changes = await changesSinceRelease(contractOf({ '/plans': narrower }, '2.0.0'))
    t.ok(changes.summary.major > 0)
    t.strictSame(breaksIn(changes), [])
  })

  await t.test('what only adds goes through', async (t) => {
    const { summary } = await changesSinceRelease(contractOf({ '/plans': wider }))
    t.match(summary, { major: 0, minor: 3 })
  })

  await t.test(
    'a filter that takes several values where it took one goes through, with all it took',
    async (t) => {
      const words = ['yes', 'no', 'unsure']
      const one = (values: string[]) => ({ type: 'string', enum: values })
      const listOf = (schema: object, how: object = {}) => {
        const parameter = { name: 'helped', in: 'query', description: 'Whether it helped.', schema, ...how }
        return contractOf({ '/plans': { get: operation('listPlans', { parameters: [parameter] }, {}) } })
      }
      const several = (values: string[]) =>
        listOf(
          { anyOf: [one(values), { type: 'array', items: one(values) }] },
          { style: 'form', explode: false },
        )
      const before = await file('one.json', listOf(one(words)))
      const breaksSince = async (base: string, revision: object) =>
        breaksIn(await changesBetween(base, await file('revision.json', revision)))
      t.strictSame(await breaksSince(before, several(words)), [])
      t.not((await breaksSince(before, several(['yes', 'no']))).length, 0, 'a value is lost')
      const since = await file('several.json', several(words))
      t.not((await breaksSince(since, listOf(one(words)))).length, 0, 'several values are lost')
      t.not((await breaksSince(since, several(['yes', 'no']))).length, 0, 'one of several values is lost')
    },
  )

  await t.test('each rule of the linter is seen refusing', async (t) => {
    const schemas = { Plan: { type: 'object', properties: { if_then: { type: 'string' } } } }
    const faulty = {
      get: { ...operation('plan_get', {}, {}), responses: { 400: { ...refusal, content: plan().content } } },
    }
    const path = await file('faulty.json', contractOf({ '/Plan_List': faulty }, '1.2.0', schemas))
    const sound = await file('sound.json', released)
    const words = ['node_modules/.bin/spectral', 'lint', '--format=json', '--fail-severity=hint', path, sound]
    const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    const findings: { code: string; source: string }[] = JSON.parse(stdout)
    const rules = [
      'members-camel-case',
      'operation-id-verb-noun',
      'paths-kebab-case',
      'refusals-are-problems',
    ]
    const refused = new Set(findings.filter(({ source }) => source === path).map(({ code }) => code))
    t.strictSame(
      rules.filter((rule) => !refused.has(rule)),
      [],
    )
    t.strictSame(
      findings.filter(({ source }) => source === sound),
      [],
    )
  })
})
