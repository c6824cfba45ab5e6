import type { Client } from './client.ts'
import type { Service } from './service.ts'

const STATEMENTS = [
  `INSERT INTO applications (account_id, id, created_at, updated_at, company, applied_on, responded_on, stage, status, outcome,
     interview_count, last_activity_at, next_step, tags)
   SELECT $1, app(n), at, at, 'Company ' || n / 7, at::date, at::date + 5 + n % 9, 'interviewed',
     CASE WHEN n % 4 = 0 THEN 'open' ELSE 'closed' END, CASE WHEN n % 4 = 0 THEN NULL ELSE 'rejected' END, 3, at,
     CASE WHEN n % 8 = 0 THEN jsonb_build_object('text', 'Call', 'dueOn', '2026-05-30') END, ARRAY['topic ' || n % 50]
   FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-05-01Z' - n * interval '8 hours' AS at) t`,
  `INSERT INTO pitches (account_id, id, created_at, updated_at, title, text)
   SELECT $1, pitch(n), now, now, 'Pitch ' || n, 'I keep things running.'
   FROM generate_series(0, 4) n, LATERAL (SELECT timestamptz '2026-05-01Z' AS now) t`,
  `INSERT INTO interviews (account_id, id, created_at, updated_at, application_id, round, kind, interviewers, status, result, pitch_id, starts_at)
   SELECT $1, interview(n, round), at, at, app(n), round, CASE WHEN round = 3 THEN 'final' ELSE 'technical' END, '[]',
     CASE WHEN n % 100 = 0 AND round = 3 THEN 'scheduled' ELSE 'completed' END, CASE WHEN round < 3 THEN 'advanced' ELSE 'pending' END, pitch(n % 5),
     CASE WHEN n % 100 = 0 AND round = 3 THEN timestamptz '2026-06-03T09:00Z' ELSE at + round * interval '3 days' END
   FROM generate_series(1, $2::int) n, generate_series(1, 3) round,
     LATERAL (SELECT timestamptz '2026-05-01Z' - n * interval '8 hours' AS at) t`,
  `INSERT INTO outcomes (account_id, id, created_at, updated_at, application_id, kind, learned_on, reasons, attribution)
   SELECT $1, gen_random_uuid(), at, at, app(n), 'rejected', at::date + 14, '[]', 'unknown'
   FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-05-01Z' - n * interval '8 hours' AS at) t WHERE n % 4 <> 0`,
  `INSERT INTO questions (account_id, id, created_at, updated_at, interview_id, prompt, prompt_digest, kind, topic, answered)
   SELECT $1, gen_random_uuid(), now, now, interview(1 + n % $2::int, 1 + n / $2::int % 3), 'Question ' || n % ($2 * 2), 'digest ' || n % ($2 * 2),
     'technical', 'topic ' || n % 50, CASE WHEN n % 2 = 0 THEN 'well' ELSE 'partly' END
   FROM generate_series(1, $2::int * 10) n, LATERAL (SELECT timestamptz '2026-05-01Z' AS now) t`,
  `INSERT INTO study_items (account_id, id, created_at, updated_at, prompt, mode, topic, own, state, scheduled_on)
   SELECT $1, item(n), now, now, 'Question ' || n, 'learn', 'topic ' || n % 50, false, 'learning', date '2026-05-20' + n % 60
   FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-05-01Z' AS now) t`,
  `INSERT INTO study_item_prompts (account_id, item_id, prompt_digest)
   SELECT $1, item(n), 'digest ' || n FROM generate_series(1, $2::int) n`,
  `INSERT INTO study_reviews (account_id, id, created_at, updated_at, item_id, rating, source, "on")
   SELECT $1, gen_random_uuid(), now, now, item(n), 'good', 'review', date '2026-03-01' + n % 50 + 3 * k
   FROM generate_series(1, $2::int) n, generate_series(1, 2) k, LATERAL (SELECT timestamptz '2026-05-01Z' AS now) t`,
  `INSERT INTO plans (account_id, id, created_at, updated_at, "if", "then", status)
   SELECT $1, gen_random_uuid(), at, at, 'they ask', 'I pause', CASE WHEN n % 3 = 0 THEN 'open' ELSE 'tried' END
   FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-05-01Z' - n * interval '8 hours' AS at) t`,
  `INSERT INTO reflections (account_id, id, created_at, updated_at, interview_id, status, private, skipped, completed_at)
   SELECT $1, gen_random_uuid(), at, at, interview(n, 1), 'completed', false, '{}', at
   FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-05-01Z' - n * interval '8 hours' AS at) t`,
  `INSERT INTO reflection_entries (account_id, id, created_at, updated_at, reflection_id, step, text)
   SELECT account_id, gen_random_uuid(), created_at, created_at, id, step, 'Words about ' || step
   FROM reflections, unnest(ARRAY['went_well', 'did_not_go_well', 'do_differently']) AS step WHERE account_id = $1`,
  `INSERT INTO wins (account_id, id, created_at, updated_at, text, "on")
   SELECT $1, gen_random_uuid(), now, now, 'I asked.', date '2026-05-01' - n
   FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-05-01Z' AS now) t`,
]

/** What records of one account are called: the nth application, an interview of it, the nth study item. */
const NAMES = `
  CREATE OR REPLACE FUNCTION app(n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT ('01a00000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  CREATE OR REPLACE FUNCTION interview(n int, round int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT ('01a10000-0000-7000-8000-' || lpad(to_hex(n * 3 + round), 12, '0'))::uuid $$;
  CREATE OR REPLACE FUNCTION item(n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT ('01a20000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  CREATE OR REPLACE FUNCTION pitch(n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT ('01a30000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;`

/**
 * A search of many years, put into an account past the service: for each application three interviews, ten questions, a
 * study item with two reviews, a plan, a finished reflection and a win. Seven applications go to each employer.
 */
export const addLongSearch = async ({ db }: Service, accountId: string, applications: number) => {
  await db.$client.query(NAMES)
  for (const statement of STATEMENTS) {
    const values = statement.includes('$2') ? [accountId, applications] : [accountId]
    await db.$client.query(statement, values)
  }
  await db.$client.query('ANALYZE')
}

/** An interview to come in the latest application of a long search, and where its prep is. */
export const addPrep = async (client: Client): Promise<string> => {
  const fields = {
    startsAt: '2026-06-03T09:00:00Z',
    kind: 'technical',
    pitchId: '01a30000-0000-7000-8000-000000000001',
  }
  const application = '01a00000-0000-7000-8000-000000000001'
  const { body } = await client.post(`/v1/applications/${application}/interviews`, fields)
  return `/v1/interviews/${body.id}/prep`
}
