import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { fillJournal } from './full-journal.ts'

type File = Record<string, Body[]>

const entriesIn = ({ reflections = [] }: File) => reflections.flatMap(({ entries }) => entries)

/** Where the rows of each table stand in the file. */
const EXPORTED: Record<string, (file: File) => Body[] | undefined> = {
  own_reasons: ({ reasons }) => reasons,
  applications: ({ applications }) => applications,
  pitches: ({ pitches }) => pitches,
  interviews: ({ interviews }) => interviews,
  questions: ({ questions }) => questions,
  study_items: ({ studyItems }) => studyItems,
  study_item_prompts: ({ studyItems }) => studyItems?.flatMap(({ wordings }) => wordings),
  study_reviews: ({ studyItems }) => studyItems?.flatMap(({ reviews }) => reviews),
  offers: ({ offers }) => offers,
  outcomes: ({ outcomes }) => outcomes,
  outcome_changes: ({ outcomeChanges }) => outcomeChanges,
  plans: ({ plans }) => plans,
  plan_reviews: ({ planReviews }) => planReviews,
  reflections: ({ reflections }) => reflections,
  reflection_entries: entriesIn,
  reflection_entry_questions: (file) => entriesIn(file).filter(({ questionId }) => questionId),
  reflection_entry_plans: (file) => entriesIn(file).filter(({ planId }) => planId),
  notes: ({ notes }) => notes,
  coaching_sessions: (file) => file.coachingSessions,
  assignments: ({ assignments }) => assignments,
  pauses: ({ pauses }) => pauses,
  wins: ({ wins }) => wins,
  imported_rows: ({ importedRows }) => importedRows,
}

const LEFT_OUT: Record<string, string> = {
  api_keys: 'a key opens the account that it was made for, and no other',
  oidc_identities: 'as whom a provider knows the owner of one account, it cannot know that of another',
  calendar_feeds: 'an address shows the calendar of the account that it was made for, and no other',
  events: 'what happened in one account has not happened in another',
  event_counters: 'counts them',
  access_log: 'what coaches did in one account they have not done in another',
  engagements: 'whom one lets in belongs to one account; a journal brought elsewhere is shown to nobody',
  share_links: 'an address shows the figures of the account that it was made for, and no other',
  idempotent_answers: 'answers to requests of the last 24 hours',
  quota_uses: 'requests of the last minute',
  imports: 'reports on files; the records that came of them are there',
  import_reports: 'their rows',
  import_jobs: 'files that are being brought in right now',
  webhook_endpoints: 'they hold secrets, and what reads one account need not read another',
  webhook_deliveries: 'what was sent to them in the last month',
  imported_records: 'which record came from which file into this account; another one has its own',
}

const TABLES = `SELECT c.relname AS name FROM pg_class c
  JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_attribute a ON attrelid = c.oid AND attname = 'account_id'
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`

test('every table of an account is exported, or left out for a reason', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await fillJournal(noor)
  await fillJournal(await service.newAccount('Sam'))
  const file: File = (await noor.get('/v1/exports/journal.json')).body
  const { rows: tables } = await service.db.$client.query<{ name: string }>(TABLES)
  t.strictSame(
    tables.map(({ name }) => name).sort(),
    [...Object.keys(EXPORTED), ...Object.keys(LEFT_OUT)].sort(),
    'a new table says here where its rows are in the file, or why they are in none',
  )
  for (const [name, listOf] of Object.entries(EXPORTED)) {
    const query = `SELECT count(*)::int AS count FROM ${name} WHERE account_id = $1`
    const { rows } = await service.db.$client.query<{ count: number }>(query, [noor.accountId])
    t.ok(Number(rows[0]?.count) > 0, `the journal of this test has ${name}`)
    t.equal(listOf(file)?.length, rows[0]?.count, name)
  }
})

test('what another account wrote for its own eyes is not exported', async (t) => {
  const service = await openService(t)
  const [noor, coach] = [await service.newAccount(), await service.newAccount('Coach')]
  for (const visibility of ['author', 'shared']) {
    const { id } = (await noor.post('/v1/notes', { text: `For ${visibility}`, visibility })).body
    await service.db.$client.query('UPDATE notes SET author_id = $1 WHERE id = $2', [coach.accountId, id])
  }
  await noor.post('/v1/notes', { text: 'My own', visibility: 'author' })
  const { notes } = (await noor.get('/v1/exports/journal.json')).body
  t.strictSame(
    notes.map(({ text }: Body) => text),
    ['For shared', 'My own'],
  )
})
