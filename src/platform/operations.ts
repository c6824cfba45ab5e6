import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { PooledDb } from './database/pool.ts'
import type { App } from './http/types.ts'
import { operation } from './openapi/operation.ts'

const tag = 'Operations'
const credential = 'none'
const Health = z
  .object({ status: z.literal('ok').describe('All is well; else it is a refusal.') })
  .meta({ id: 'Health', examples: [{ status: 'ok' }] })

/** Health. */
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
}
