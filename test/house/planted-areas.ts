import { arrow, by, clock, from, imports, type Lines, typesFrom } from './planting.ts'

/** What the areas and the files between them may not hold, with the rule that says so, and what they may. */
export const areas: Record<string, Lines> = {
  'src/statistics/wilson.ts': {
    refused: [
      ...by(imports, from('zod', 'node:crypto', '../problems.ts', '../context.ts')),
      ...by(arrow, from('../language/texts.ts', '../platform/lists.ts', '../insights/funnel/rules.ts')),
      ...by(clock, ['export const $ = Date.now()']),
    ],
    permitted: from('./beta.ts'),
  },
  'src/language/texts/en.ts': {
    refused: [
      ...by(imports, from('zod', '../../problems.ts', 'drizzle-orm')),
      ...by(arrow, from('../../statistics/wilson.ts', '../../journal/offers/rules.ts')),
    ],
    permitted: from('./words.ts', '../figures.ts'),
  },
  'src/platform/lists.ts': {
    refused: [
      ...by(imports, from('../config.ts', '../app.ts', '../main.ts')),
      ...by(
        arrow,
        from('../statistics/wilson.ts', '../language/texts.ts', '../identity/accounts/service.ts'),
      ),
      ...by(arrow, from('../journal/offers/table.ts', '../coaching/clients/service.ts')),
      ...by('noUndeclaredDependencies', from('fast-check', 'no-such-package')),
      ...by('noProcessEnv', ['export const $ = process.env.PORT']),
      ...by('noConsole', ["console.log('$')"]),
    ],
    permitted: [
      ...from('../problems.ts', '../context.ts', './database/pool.ts', 'fastify', 'drizzle-orm', 'pg'),
      'export const $ = Date.now()',
    ],
  },
  'src/platform/events/table.ts': {
    refused: by('A table declares columns', ['export const $ = (a: boolean) => { if (a) return 1 }']),
    permitted: from('drizzle-orm/pg-core', '../database/columns.ts'),
  },
  'src/problems.ts': {
    refused: by(imports, from('zod', './context.ts', './language/texts.ts')),
    permitted: ['export class $ extends Error {}'],
  },
  'src/config.ts': {
    refused: by(imports, from('fastify', './platform/lists.ts', './journal/offers/service.ts')),
    permitted: [...from('zod', 'node:path'), 'export const $ = process.env.PORT'],
  },
  'src/context.ts': {
    refused: by(imports, from('./identity/accounts/service.ts', './config.ts', './app.ts', 'drizzle-orm')),
    permitted: [...from('./platform/database/pool.ts'), ...typesFrom('fastify', './language/languages.ts')],
  },
  'src/app.ts': {
    refused: [
      ...by(imports, from('drizzle-orm', 'pg', './journal/offers/store.ts', './journal/offers/table.ts')),
      ...by(imports, from('./journal/offers/schemas.ts', './journal/offers/rules.ts')),
      ...by('noProcessEnv', ['export const $ = process.env.PORT']),
    ],
    permitted: from(
      'fastify',
      './journal/offers/routes.ts',
      './identity/api-keys/service.ts',
      './platform/lists.ts',
    ),
  },
  'src/main.ts': {
    refused: by(imports, from('drizzle-orm', './journal/offers/table.ts')),
    permitted: [...from('./app.ts', './config.ts'), 'export const $ = process.env.PORT'],
  },
  'src/identity/accounts/service.ts': {
    refused: by(arrow, from('../../journal/offers/service.ts', '../../automation/imports/service.ts')),
    permitted: from('../api-keys/service.ts'),
  },
  'src/journal/offers/service.ts': {
    refused: by(arrow, [
      ...from('../../insights/funnel/service.ts', '../../guidance/wins/service.ts'),
      ...from('../../coaching/clients/service.ts', '../../automation/events/service.ts'),
      ...typesFrom('../../coaching/clients/service.ts'),
      "export const $ = () => import('../../coaching/clients/service.ts')",
    ]),
    permitted: from('../plans/service.ts', '../../identity/accounts/service.ts'),
  },
  'src/insights/funnel/store.ts': {
    refused: by(arrow, from('../../guidance/wins/table.ts', '../../coaching/clients/table.ts')),
    permitted: from('../../journal/offers/table.ts', '../../identity/accounts/table.ts'),
  },
  'src/guidance/wins/service.ts': {
    refused: by(arrow, from('../../coaching/clients/service.ts', '../../automation/events/service.ts')),
    permitted: from('../../insights/funnel/service.ts', '../../journal/offers/service.ts'),
  },
  'src/coaching/clients/service.ts': {
    refused: by(arrow, from('../../automation/events/service.ts')),
    permitted: from('../../guidance/wins/service.ts'),
  },
  'src/automation/imports/service.ts': {
    refused: by(imports, from('../../coaching/clients/store.ts')),
    permitted: from('../../coaching/clients/service.ts', '../../journal/offers/service.ts'),
  },
  'src/coaching/notes/service.ts': {
    refused: [
      ...by('Problem is the only class', ['export class $ {}', 'export const $ = class {}']),
      ...by('noBarrelFile', ["export { $ } from './store.ts'"]),
      ...by('noReExportAll', ["export * from './rules.ts'"]),
      ...by('noDefaultExport', ['export default 1']),
      ...by('noExplicitAny', ['export const $ = (a: any) => a']),
      ...by('noNonNullAssertion', ['export const $ = (a?: { b: number }) => a!.b']),
      ...by('noParameterAssign', ['export const $ = (a: number) => { a = 2; return a }']),
    ],
    permitted: ['export const $ = (a: number) => a + 1'],
  },
  'test/support/app.ts': {
    refused: by('noDefaultExport', ['export default 1']),
    permitted: [
      ...from('fast-check', '../../src/journal/offers/store.ts'),
      'export const $ = process.env.PORT',
    ],
  },
}
