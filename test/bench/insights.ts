import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import { openService, type Service } from '../support/service.ts'

/** Applications of other accounts, and how many each of these holds. */
const OTHERS = 100_000
const EACH = 2_000
/** Applications of the account that is read; it has three interviews for each. */
const OWN = 2_000
const ROUNDS = 7

const NAMES = [
  ...['summary', 'funnel?by=source', 'rounds', 'reasons', 'forecast', 'chance', 'response-times', 'comeback'],
  ...['questions', 'plans', 'pitches', 'flow'],
]

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const ID = `(lpad(to_hex(1767225600000 + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid`

/** Puts a whole search into an account, past the service: three rounds, an ending for four in five, questions. */
const addSearch = async ({ db }: Service, accountId: string) => {
  const run = (statement: string) => db.$client.query(statement, [accountId, OWN])
  await run(
    `INSERT INTO applications (account_id, id, created_at, updated_at, company, source, tags, applied_on, stage, status, last_activity_at)
     SELECT $1, ${ID}, at, at, 'Company ' || n % 300, jsonb_build_object('name', 'Board ' || n % 7), ARRAY['t' || n % 9],
       at::date, 'interviewed', CASE WHEN n % 5 = 0 THEN 'open' ELSE 'closed' END, at
     FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2022-01-01Z' + n % 1200 * interval '1 day' AS at) t`,
  )
  await run(
    `INSERT INTO interviews (account_id, id, created_at, updated_at, application_id, round, kind, held_on, interviewers, status, result)
     SELECT $1, gen_random_uuid(), at, at, ${ID}, round, 'technical', at::date + round * 7, '[]', 'completed', 'unknown'
     FROM generate_series(1, $2::int) n, generate_series(1, 3) round,
       LATERAL (SELECT timestamptz '2022-01-01Z' + n % 1200 * interval '1 day' AS at) t`,
  )
  await run(
    `INSERT INTO outcomes (account_id, id, created_at, updated_at, application_id, kind, learned_on, reasons, attribution)
     SELECT $1, gen_random_uuid(), at, at, ${ID}, 'rejected', at::date + 30,
       '[{"code":"budget_cut","group":"not_about_you","evidence":"inferred","notes":null}]', 'not_about_you'
     FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2022-01-01Z' + n % 1200 * interval '1 day' AS at) t
     WHERE n % 5 <> 0`,
  )
  await run(
    `INSERT INTO questions (account_id, id, created_at, updated_at, interview_id, prompt, prompt_digest, kind, answered)
     SELECT account_id, gen_random_uuid(), created_at, updated_at, id, 'Why?', 'p' || round, 'technical', 'partly'
     FROM interviews WHERE account_id = $1 AND round <= $2`,
  )
}

/** Fills the house: accounts with applications, and an interview for each fourth of them. */
const addOthers = async ({ db }: Service) => {
  for (let account = 0; account < OTHERS / EACH; account++) {
    const id = randomUUID()
    await db.$client.query(
      `INSERT INTO accounts (id, created_at, updated_at, display_name, time_zone, locale)
       VALUES ($1, now(), now(), 'Somebody', 'UTC', 'en')`,
      [id],
    )
    await db.$client.query(
      `INSERT INTO applications (account_id, id, created_at, updated_at, company, applied_on, stage, last_activity_at)
       SELECT $1, ${ID}, at, at, 'Company ' || n % 300, at::date, 'applied', at
       FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2022-01-01Z' + n % 1200 * interval '1 day' AS at) t`,
      [id, EACH],
    )
    await db.$client.query(
      `INSERT INTO interviews (account_id, id, created_at, updated_at, application_id, round, kind, held_on, interviewers, status, result)
       SELECT $1, gen_random_uuid(), created_at, created_at, id, 1, 'technical', applied_on, '[]', 'completed', 'unknown'
       FROM (SELECT *, row_number() OVER () AS n FROM applications WHERE account_id = $1) a WHERE n % 4 = 0`,
      [id],
    )
  }
}

test(`insights of one account with ${OWN} applications, alone and among ${OTHERS} of others`, async (t) => {
  const service = await openService(t, { STATEMENT_TIMEOUT_MS: '600000', QUERY_TIMEOUT_MS: '700000' })
  const noor = await service.newAccount('Noor')
  await addSearch(service, noor.accountId)
  const measure = async () => {
    await service.db.$client.query('VACUUM ANALYZE')
    const times: Record<string, number> = {}
    for (const name of NAMES) {
      const each: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now()
        const { status } = await noor.get(`/v1/insights/${name}`)
        each.push(performance.now() - start)
        t.equal(status, 200)
      }
      times[name] = median(each)
    }
    return times
  }
  const alone = await measure()
  await addOthers(service)
  const among = await measure()
  for (const name of NAMES) {
    const [one = 0, other = 0] = [alone[name], among[name]]
    process.stderr.write(
      `${name}: alone ${one.toFixed(1)} ms, among others ${other.toFixed(1)} ms; ratio ${(other / one).toFixed(2)}\n`,
    )
  }
})
