import { parseItem } from 'structured-headers'
import { test } from 'tap'
import { z } from 'zod'
import { buildApp } from '../../src/app.ts'
import { readConfig, settingsOf } from '../../src/config.ts'
import { withoutKey } from '../../src/platform/authentication.ts'
import { openDatabase } from '../../src/platform/database/pool.ts'
import type { App } from '../../src/platform/http/types.ts'
import { operation } from '../../src/platform/openapi/operation.ts'
import { Problem } from '../../src/problems.ts'
import { clientOf } from '../support/client.ts'
import { type Contract, conformanceTo } from '../support/conformance.ts'

const Diary = z.object({ data: z.array(z.string()), nextCursor: z.string().optional() })
const help = 'https://afterview.example/diaries'
const ofNobody = { tag: 'Notes', credential: 'none', summary: 'A diary', description: 'Read it.' } as const

const oldRoutes = async (app: App) => {
  app.get(
    '/v1/diaries',
    operation({
      ...ofNobody,
      operationId: 'listDiaries',
      answers: { 200: Diary },
      problems: ['not_found'],
      query: z.strictObject({ full: z.literal('yes').optional() }),
      deprecated: { since: '2025-01-01', sunset: '2026-12-31', help, successor: '/v1/notes' },
    }),
    async ({ query }) => {
      if (!query.full) throw new Problem('not_found', 'There is no diary.')
      return { data: ['Monday'], nextCursor: 'more' }
    },
  )
  app.get(
    '/v1/letters',
    operation({
      ...ofNobody,
      operationId: 'listLetters',
      answers: { 200: Diary },
      deprecated: { since: '2027-01-01', help },
    }),
    async () => ({ data: [] }),
  )
}

type Operations = Record<string, { get: { deprecated?: true; responses: Record<200, { headers: object }> } }>

test('an operation that is not to be used any more', async (t) => {
  const config = readConfig({ LOG_LEVEL: 'silent', MAX_EVENT_LOOP_DELAY_MS: '0' })
  const db = openDatabase({}, config, () => {})
  const clock = () => new Date('2026-06-01T09:00:00Z')
  const app = await buildApp({ config, db, clock })
  t.teardown(() => app.close())
  await withoutKey(app, { db, clock, settings: settingsOf(config) }, [oldRoutes])
  await app.ready()
  const contract = app.swagger() as unknown as Contract
  const client = clientOf(app, conformanceTo(contract))()

  await t.test('says since when, until when, and what takes its place, whatever it answers', async (t) => {
    const answers = [
      await client.get('/v1/diaries?full=yes'),
      await client.get('/v1/diaries?full=no'),
      await client.get('/v1/diaries'),
    ]
    t.strictSame(
      answers.map(({ status }) => status),
      [200, 400, 404],
    )
    for (const { headers } of answers) {
      t.strictSame(parseItem(headers.deprecation ?? '')[0], new Date('2025-01-01T00:00:00Z'))
      t.equal(headers.sunset, 'Thu, 31 Dec 2026 00:00:00 GMT')
      t.match(headers.link, `<${help}>; rel="deprecation", </v1/notes>; rel="successor-version"`)
    }
  })

  await t.test('leads to its next page all the same', async (t) => {
    const { headers } = await client.get('/v1/diaries?full=yes')
    t.match(
      headers.link,
      /rel="successor-version", <\/v1\/diaries\?full=yes&cursor=more\.[\w-]+>; rel="next"$/,
    )
  })

  await t.test('may have no end, and nothing in its place', async (t) => {
    const { headers } = await client.get('/v1/letters')
    t.match(headers, { deprecation: '@1798761600', link: `<${help}>; rel="deprecation"` })
    t.equal(headers.sunset, undefined)
  })

  await t.test('is marked in the contract, with the headers that it answers with', async (t) => {
    const paths = contract.paths as unknown as Operations
    const told = ['/v1/diaries', '/v1/letters', '/v1/support'].map((path) => {
      const { deprecated, responses } = paths[path]?.get ?? {}
      const names = Object.keys(responses?.[200].headers ?? {})
      return [path, deprecated, names.filter((name) => /Deprecation|Sunset|Link/.test(name)).sort()]
    })
    t.strictSame(told, [
      ['/v1/diaries', true, ['Deprecation', 'Link', 'Sunset']],
      ['/v1/letters', true, ['Deprecation', 'Link']],
      ['/v1/support', undefined, []],
    ])
  })
})
