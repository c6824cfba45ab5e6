import { by, clock, from, imports, type Lines, typesFrom } from './planting.ts'

/** What each room may not hold, with the rule that says so, and what it may. */
export const rooms: Record<string, Lines> = {
  'src/journal/applications/routes.ts': {
    refused: [
      ...by(imports, [
        ...from('./store.ts', './table.ts', './rules.ts', './rules/stages.ts', '../offers/service.ts'),
        ...from('drizzle-orm', 'drizzle-orm/pg-core', 'pg', 'zod', 'node:crypto', '../../problems.ts'),
        ...from('../../platform/database/pool.ts', '../../platform/events/table.ts', '../offers/routes.ts'),
        ...typesFrom('./store.ts'),
        "export const $ = () => import('./store.ts')",
      ]),
      ...by('A route calls one service function', [
        'export const $ = (a: () => void) => { try { a() } finally { a() } }',
        'export const $ = (a: () => void) => { try { a() } catch { a() } }',
        "export const $ = () => { throw new Error('no') }",
      ]),
      ...by('noExcessiveCognitiveComplexity', [
        'export const $ = (app: App) => { app.get(async (a, b) => { if (a) return 1; if (b) return 2 }) }',
        'export const $ = (app: App) => { app.get(async (a, b) => { if (a && b) return 1 }) }',
      ]),
    ],
    permitted: [
      'export const $ = (app: App) => { app.put(async (created) => { if (created) return 201 }) }',
      ...from('./service.ts', './schemas.ts', './tools.ts', '../offers/schemas.ts'),
      ...from('../../platform/schemas.ts'),
      ...from('../../platform/openapi/operation.ts', '../../platform/http/conditional-requests.ts'),
      ...typesFrom('fastify'),
    ],
  },
  'src/journal/applications/schemas.ts': {
    refused: by(imports, [
      ...from('drizzle-orm', 'drizzle-orm/pg-core', 'fastify', 'pg', 'node:crypto', '../../problems.ts'),
      ...from('./service.ts', './store.ts', './table.ts', './routes.ts', '../../platform/http/types.ts'),
      ...typesFrom('./table.ts'),
    ]),
    permitted: from(
      'zod',
      './rules.ts',
      './rules/stages.ts',
      '../offers/schemas.ts',
      '../../language/texts.ts',
    ),
  },
  'src/journal/applications/service.ts': {
    refused: [
      ...by(imports, [
        ...from('fastify', 'pg', 'drizzle-orm', 'drizzle-orm/pg-core', 'node:process', 'node:fs'),
        ...from(
          './routes.ts',
          './table.ts',
          '../offers/store.ts',
          '../offers/table.ts',
          '../offers/rules.ts',
        ),
        ...from(
          '../offers/routes.ts',
          '../../platform/events/table.ts',
          '../../platform/openapi/operation.ts',
        ),
        ...from(
          '../../platform/database/pool.ts',
          '../../platform/database/transaction.ts',
          '../../config.ts',
        ),
        ...typesFrom('fastify'),
      ]),
      ...by(
        'From there types alone',
        from('../offers/schemas.ts', '../../identity/accounts/schemas.ts', 'zod'),
      ),
      ...by('noProcessEnv', ['export const $ = process.env.PORT']),
      ...by('noRestrictedGlobals', [
        'export const $ = process.pid',
        "export const $ = fetch('http://a.test')",
      ]),
      ...by(clock, ['export const $ = new Date()', 'export const $ = Date.now()', 'export const $ = Date()']),
      ...by(clock, ['export const $ = performance.now()']),
    ],
    permitted: [
      ...from('./store.ts', './schemas.ts', './rules.ts', './rules/stages.ts', '../offers/service.ts'),
      ...from('../../identity/accounts/service.ts', '../../statistics/wilson.ts', '../../language/texts.ts'),
      ...from('../../context.ts', '../../problems.ts', '../../platform/events/record.ts', 'node:crypto'),
      ...from('../../platform/lists.ts', '../../platform/database/failures.ts'),
      ...typesFrom('../offers/schemas.ts', 'zod'),
      'export const $ = (at: string) => new Date(at)',
      'export const $ = (at: string) => Date.parse(at)',
      "export const $ = () => { throw new Error('no') }",
    ],
  },
  'src/journal/applications/store.ts': {
    refused: [
      ...by(imports, [
        ...from(
          '../../problems.ts',
          '../../context.ts',
          './service.ts',
          '../offers/service.ts',
          './routes.ts',
        ),
        ...from('../offers/store.ts', './schemas.ts', 'zod', 'fastify', 'node:crypto'),
        ...typesFrom('../../context.ts'),
      ]),
      ...by('From there types alone', from('../../platform/lists.ts', './rules.ts', './rules/stages.ts')),
      ...by('A store answers rows or undefined', [
        "export const $ = () => { throw new Error('no') }",
        'export const $ = (db: { transaction(a: () => void): void }) => db.transaction(() => {})',
      ]),
      ...by(clock, ['export const $ = new Date()']),
      ...by('noDrizzleDeleteWithoutWhere', ['export const $ = (db: Db) => db.delete(applications)']),
      ...by('noDrizzleUpdateWithoutWhere', [
        'export const $ = (db: Db) => db.update(applications).set({ a: 1 })',
      ]),
    ],
    permitted: [
      ...from('drizzle-orm', 'drizzle-orm/pg-core', './table.ts', '../offers/table.ts'),
      ...from('../../platform/database/statement.ts', '../../platform/events/table.ts'),
      ...typesFrom('../../platform/database/pool.ts', '../../platform/lists.ts', './rules.ts'),
      'export const $ = (db: Db) => db.delete(applications).where(mine)',
    ],
  },
  'src/journal/applications/table.ts': {
    refused: [
      ...by(imports, [
        ...from('zod', './schemas.ts', './store.ts', './service.ts', 'pg', '../../problems.ts'),
        ...from('../../platform/database/pool.ts', 'drizzle-orm/node-postgres'),
      ]),
      ...by('From there types alone', from('./rules.ts', '../offers/rules/pay.ts')),
      ...by('A table declares columns', ['export const $ = (a: boolean) => { if (a) return 1 }']),
    ],
    permitted: [
      ...typesFrom('./rules.ts', '../offers/rules/pay.ts'),
      ...from(
        'drizzle-orm',
        'drizzle-orm/pg-core',
        '../offers/table.ts',
        '../../platform/database/columns.ts',
      ),
    ],
  },
  'src/automation/mcp/tools/plans.ts': {
    refused: by(imports, [
      ...from('zod', 'fastify', 'drizzle-orm', '../../../problems.ts', '../../../platform/mcp/call.ts'),
      ...from('../../../journal/plans/store.ts', '../../../journal/plans/table.ts', '../routes.ts'),
      ...from('../../../journal/plans/rules.ts', '../../../platform/scopes.ts'),
      "export const $ = () => import('@modelcontextprotocol/server')",
    ]),
    permitted: [
      ...from('../schemas.ts', '../rules.ts', '../../../journal/plans/schemas.ts'),
      ...from('../../../journal/plans/service.ts', '../../../platform/mcp/tool.ts'),
      ...from('../../../platform/http/conditional-requests.ts'),
    ],
  },
  'src/automation/mcp/tools.ts': {
    refused: by(imports, from('zod', './schemas/plans.ts', '../../journal/plans/store.ts')),
    permitted: from('./tools/plans.ts', '../../platform/mcp/server.ts'),
  },
  'src/insights/funnel/rules.ts': {
    refused: [
      ...by(imports, [
        ...from('zod', 'drizzle-orm', 'node:fs', './service.ts', '../../problems.ts', '../../context.ts'),
        ...from('../../language/texts.ts', '../../platform/lists.ts', './routes.ts'),
      ]),
      ...by('From there types alone', [
        ...from(
          './schemas.ts',
          './store.ts',
          '../../journal/offers/schemas.ts',
          '../../language/pictures.ts',
        ),
        "import { $, type Funnel } from './schemas.ts'",
      ]),
      ...by(clock, ['export const $ = Date.now()']),
    ],
    permitted: [
      ...typesFrom('./schemas.ts', './store.ts', '../../journal/offers/schemas.ts'),
      ...typesFrom('../../language/pictures.ts'),
      ...from('../../journal/offers/rules.ts', './rules/steps.ts', '../../statistics/wilson.ts', 'd3-shape'),
    ],
  },
  'src/insights/funnel/rules/steps.ts': {
    refused: [
      ...by(imports, from('zod', '../service.ts', '../../../problems.ts')),
      ...by('From there types alone', from('../schemas.ts')),
    ],
    permitted: [
      ...from('./rates.ts', '../rules.ts', '../../../statistics/wilson.ts'),
      ...typesFrom('../store.ts'),
    ],
  },
  'src/journal/applications/helpers.ts': {
    refused: by(imports, from('zod', './rules.ts', '../../problems.ts')),
    permitted: ['export const $ = 1'],
  },
}
