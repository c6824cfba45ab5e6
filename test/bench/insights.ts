import { randomUUID } from 'node:crypto'
import tap, { test } from 'tap'
import { median } from '../support/median.ts'
import { openService, type Service } from '../support/service.ts'

/** Applications of other accounts, and how many each of these holds. */
const OTHERS = 2_000_000
const EACH = 2_000
/** Applications of the account that is read; it has three interviews for each. */
const OWN = 2_000
const ROUNDS = 15

tap.setTimeout(3_600_000)

const NAMES = [
  ...['summary', 'funnel?by=source', 'rounds', 'reasons', 'forecast', 'chance', 'response-times', 'comeback'],
  ...['questions', 'plans', 'pitches', 'flow'],
]

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

const title = `insights of one account with ${OWN} applications, alone and among ${OTHERS} of others`

test(title, { timeout: 3_600_000 }, async (t) => {
  const places = { alone: await openService(t), among: await openService(t) }
  const readers = await Promise.all(
    Object.entries(places).map(async ([place, service]) => {
      const noor = await service.newAccount('Noor')
      await addSearch(service, noor.accountId)
      return { place, noor }
    }),
  )
  await addOthers(places.among)
  for (const { db } of Object.values(places)) {
    const admin = await db.$client.connect()
    await admin.query('SET statement_timeout = 0')
    await admin.query({ text: 'VACUUM ANALYZE', query_timeout: 600_000 } as { text: string })
    admin.release(true)
  }
  for (const name of NAMES) {
    const times: Record<string, number[]> = { alone: [], among: [] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const { place, noor } of readers) {
        const start = performance.now()
        const { status } = await noor.get(`/v1/insights/${name}`)
        times[place]?.push(performance.now() - start)
        t.equal(status, 200)
      }
    }
    const { alone = [], among = [] } = times
    // Round by round, so that whatever else keeps the machine busy weighs on both.
    const ratio = median(among.map((time, round) => time / (alone[round] ?? Number.NaN)))
    process.stderr.write(
      `${name}: alone ${median(alone).toFixed(1)} ms, among others ${median(among).toFixed(1)} ms; ratio ${ratio.toFixed(2)}\n`,
    )
  }
})
