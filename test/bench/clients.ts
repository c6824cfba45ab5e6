import { test } from 'tap'
import { CONSENTS } from '../../src/platform/scopes.ts'
import { median } from '../support/median.ts'
import { openService, type Service } from '../support/service.ts'
import { countStatements } from '../support/statements.ts'

const FEW = 5
const MANY = 500
const APPLICATIONS = 200
const ROUNDS = 5

const STATEMENTS = [
  `INSERT INTO accounts (id, display_name, time_zone, locale, created_at, updated_at)
   SELECT gen_random_uuid(), 'Client ' || n, 'UTC', 'en', '2026-05-01Z', '2026-05-01Z' FROM generate_series(1, $2::int) n
   WHERE $1::uuid IS NOT NULL`,
  `INSERT INTO engagements (account_id, id, created_at, updated_at, coach_account_id, invited_by, status, scopes, invitation_expires_at, accepted_at)
   SELECT id, gen_random_uuid(), created_at, created_at, $1, 'client', 'active', $3::text[], '2026-06-01Z', '2026-05-01Z'
   FROM accounts WHERE id <> $1 AND $2::int > 0`,
  `INSERT INTO applications (account_id, id, created_at, updated_at, company, applied_on, stage, status, outcome, interview_count, last_activity_at)
   SELECT c.id, gen_random_uuid(), at, at, 'Company ' || n, at::date, 'interviewed', CASE WHEN n % 4 = 0 THEN 'open' ELSE 'closed' END,
     CASE WHEN n % 4 = 0 THEN NULL ELSE 'rejected' END, 2, at
   FROM accounts c, generate_series(1, ${APPLICATIONS}) n, LATERAL (SELECT timestamptz '2026-05-30Z' - n * interval '1 day' AS at) t
   WHERE c.id <> $1 AND $2::int > 0`,
  `INSERT INTO interviews (account_id, id, created_at, updated_at, application_id, round, kind, interviewers, status, result, held_on)
   SELECT account_id, gen_random_uuid(), created_at, created_at, id, round, 'technical', '[]', 'completed', 'pending', applied_on + 7 * round
   FROM applications, generate_series(1, 2) round WHERE account_id <> $1 AND $2::int > 0`,
  `INSERT INTO outcomes (account_id, id, created_at, updated_at, application_id, kind, learned_on, reasons, attribution)
   SELECT account_id, gen_random_uuid(), created_at, created_at, id, 'rejected', applied_on + 20, '[]', 'unknown'
   FROM applications WHERE outcome = 'rejected' AND account_id <> $1 AND $2::int > 0`,
  `INSERT INTO questions (account_id, id, created_at, updated_at, interview_id, prompt, prompt_digest, kind, answered)
   SELECT account_id, gen_random_uuid(), created_at, created_at, id, 'Question', 'digest ' || row_number() OVER (PARTITION BY account_id) % 300,
     'technical', CASE WHEN round = 1 THEN 'well' ELSE 'did_not_know' END
   FROM interviews WHERE account_id <> $1 AND $2::int > 0`,
]

/** Clients with a search of half a year each, put into the database past the service. */
const addClients = async ({ db }: Service, coachId: string, count: number) => {
  for (const statement of STATEMENTS)
    await db.$client.query(
      statement,
      statement.includes('$3') ? [coachId, count, CONSENTS] : [coachId, count],
    )
  await db.$client.query('ANALYZE')
}

test('what the dashboard costs a coach of 500 clients, of 200 applications each', async (t) => {
  const measure = async (clients: number) => {
    const service = await openService(t, { STATEMENT_TIMEOUT_MS: '80000', QUERY_TIMEOUT_MS: '90000' })
    const robin = await service.newAccount('Robin')
    await addClients(service, robin.accountId, clients)
    const taken: Record<string, { median: number; statements: number }> = {}
    for (const path of [
      '/v1/clients?limit=50',
      '/v1/clients?limit=50&sort=lastActivityAt',
      '/v1/clients?limit=50&attention=near_miss',
      '/v1/clients/summary',
    ]) {
      const each: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now()
        t.equal((await robin.get(path)).status, 200)
        each.push(performance.now() - start)
      }
      const statements = await countStatements(service, () => robin.get(path))
      taken[path] = { median: median(each), statements }
    }
    return taken
  }
  const [few, many] = [await measure(FEW), await measure(MANY)]
  for (const [path, long] of Object.entries(many)) {
    const short = few[path] ?? long
    process.stderr.write(
      `${path}: ${FEW} clients ${short.median.toFixed(1)} ms in ${short.statements} statements, ${MANY} clients ${long.median.toFixed(1)} ms in ${long.statements}; ratio ${(long.median / short.median).toFixed(1)}\n`,
    )
    t.equal(long.statements, short.statements)
  }
})
