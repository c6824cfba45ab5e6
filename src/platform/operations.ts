import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { isProblemCode, Problem, problems } from '../problems.ts'
import type { PooledDb } from './database/pool.ts'
import type { App } from './http/types.ts'
import { operation } from './openapi/operation.ts'

const tag = 'Operations'
const credential = 'none'
const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health', examples: [{ status: 'ok' }] })
const ProblemHelp = z
  .object({ code: z.string(), status: z.int(), title: z.string(), whatToDo: z.string() })
  .meta({ id: 'ProblemHelp', description: 'What a problem code means.' })
const ProblemParams = z.strictObject({ code: z.string().max(100).describe('The code of a problem.') })

/** Health, the contract itself, and the pages that problems lead to. */
export const operationRoutes = (db: PooledDb) => async (app: App) => {
  app.get(
    '/livez',
    operation({
      operationId: 'getLiveness',
      tag,
      credential,
      summary: 'Is the process alive?',
      description: 'Answers without asking the database.',
      answers: { 200: Health },
    }),
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/readyz',
    operation({
      operationId: 'getReadiness',
      tag,
      credential,
      summary: 'Can the service do its work?',
      description: 'Asks the database.',
      answers: { 200: Health },
      problems: ['unavailable'],
    }),
    async () => {
      await db.execute(sql`SELECT 1`)
      return { status: 'ok' as const }
    },
  )

  app.get(
    '/docs/problems/:code',
    operation({
      operationId: 'getProblemHelp',
      tag,
      credential,
      summary: 'What does a problem code mean?',
      description: 'Where the `type` of every problem leads.',
      params: ProblemParams,
      answers: { 200: ProblemHelp },
    }),
    async ({ params: { code } }) => {
      if (!isProblemCode(code)) throw new Problem('not_found', 'There is no such problem code.')
      const [status, title, whatToDo] = problems[code]
      return { code, status, title, whatToDo }
    },
  )

  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  )
}
