import { test } from 'tap'
import { openService } from '../support/service.ts'

/** The account itself, that one was erased, and what the migrations keep of themselves. */
const WITHOUT_ACCOUNT = ['accounts', 'erased_identities', '__drizzle_migrations']
/** The secret tells whose request it is, or what a provider calls somebody, the digest whose answer, whoever is erased who is named in it, a token whose invitation; a coach is found among all clients; and what is too old, or waits to be done, is found for all accounts at once. */
const EXCEPTIONS = [
  'api_keys_secret_hash_key',
  'calendar_feeds_token_hash_key',
  'engagements_coach_index',
  'engagements_token_hash_key',
  'events_occurred_index',
  'idempotent_answers_created_index',
  'idempotent_answers_digest_index',
  'idempotent_answers_names_index',
  'import_jobs_leased_index',
  'oidc_identities_subject_key',
  'share_links_token_hash_key',
  'webhook_deliveries_due_index',
  'webhook_deliveries_settled_index',
  'webhook_deliveries_started_index',
]

const columnsOf = (relation: string, numbers: string) =>
  `(SELECT array_agg(attname::text ORDER BY position)
    FROM unnest(${numbers}) WITH ORDINALITY AS part(number, position)
    JOIN pg_attribute ON attrelid = ${relation} AND attnum = number)`

const OWN = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"

const TABLES = `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE c.relkind IN ('r', 'p') AND ${OWN} ORDER BY 1`

const INDEXES = `SELECT t.relname AS table, i.relname AS name, indisunique AS unique, indpred IS NOT NULL AS partial,
    ${columnsOf('indrelid', "string_to_array(indkey::text, ' ')::int2[]")} AS columns
  FROM pg_index JOIN pg_class i ON i.oid = indexrelid JOIN pg_class t ON t.oid = indrelid
  JOIN pg_namespace n ON n.oid = t.relnamespace WHERE ${OWN}`

const FOREIGN_KEYS = `SELECT t.relname AS table, conname AS name, confrelid::regclass::text AS target, confdeltype AS "onDelete",
    ${columnsOf('conrelid', 'conkey')} AS columns, ${columnsOf('confrelid', 'confkey')} AS "targetColumns"
  FROM pg_constraint JOIN pg_class t ON t.oid = conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE contype = 'f' AND ${OWN}`

const CONSTRAINTS = `SELECT t.relname AS table, conname AS name, contype AS type
  FROM pg_constraint JOIN pg_class t ON t.oid = conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  WHERE contype IN ('p', 'u', 'f', 'c', 'x') AND ${OWN}`

type Index = { table: string; name: string; unique: boolean; partial: boolean; columns: string[] }
type ForeignKey = Omit<Index, 'unique' | 'partial'> & {
  target: string
  onDelete: string
  targetColumns: string[]
}

test('the schema distributes by account', async (t) => {
  const { db } = await openService(t)
  const read = async <Row>(text: string) => (await db.$client.query(text)).rows as Row[]
  const names = async (text: string) => (await read<{ name: string }>(text)).map(({ name }) => name)
  const tables = (await names(TABLES)).filter((name) => !WITHOUT_ACCOUNT.includes(name))
  const indexes = (await read<Index>(INDEXES)).filter(({ table }) => !WITHOUT_ACCOUNT.includes(table))
  const foreignKeys = await read<ForeignKey>(FOREIGN_KEYS)
  t.ok(tables.length >= 10 && indexes.length >= tables.length && foreignKeys.length >= 10)

  await t.test('every table has a primary key', async (t) => {
    const keyed = await names(
      "SELECT c.relname AS name FROM pg_class c JOIN pg_constraint ON conrelid = c.oid AND contype = 'p'",
    )
    t.strictSame(
      tables.filter((name) => !keyed.includes(name)),
      [],
    )
  })

  await t.test('a crash of the database forgets nothing but what is worth a minute', async (t) => {
    t.strictSame(
      await names("SELECT relname AS name FROM pg_class WHERE relpersistence = 'u' AND relkind = 'r'"),
      ['quota_uses'],
    )
  })

  await t.test('every key and index begins with the account', async (t) => {
    const others = indexes.filter(({ columns }) => columns[0] !== 'account_id').map(({ name }) => name)
    t.strictSame(others.sort(), EXCEPTIONS)
  })

  await t.test('every foreign key begins with the account, on either side', async (t) => {
    const others = foreignKeys.filter(({ columns, target, targetColumns }) => {
      const begin = target === 'accounts' ? 'id' : 'account_id'
      return columns[0] !== 'account_id' || targetColumns[0] !== begin
    })
    t.strictSame(others, [])
  })

  await t.test('every record is gone with its account', async (t) => {
    const cascading = foreignKeys.filter(({ onDelete }) => onDelete === 'c')
    const reaches = (table: string): boolean =>
      cascading.some((key) => key.table === table && (key.target === 'accounts' || reaches(key.target)))
    t.strictSame(
      tables.filter((table) => !reaches(table)),
      [],
    )
  })

  await t.test('nothing is set to null behind our back, and nothing runs behind it', async (t) => {
    t.strictSame(
      foreignKeys.filter(({ onDelete }) => !['a', 'r', 'c'].includes(onDelete)),
      [],
    )
    t.strictSame(await names('SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal'), [])
    t.strictSame(
      await names(`SELECT r.rulename AS name FROM pg_rules r WHERE schemaname NOT IN ('pg_catalog')`),
      [],
    )
  })

  await t.test('every foreign key is served by an index that begins with all of its columns', async (t) => {
    const isServed = ({ table, columns }: ForeignKey) =>
      indexes.some((index) => {
        const first = index.columns.slice(0, columns.length)
        return index.table === table && !index.partial && columns.every((column) => first.includes(column))
      })
    t.strictSame(
      foreignKeys.filter((key) => !isServed(key)).map(({ name }) => name),
      [],
    )
  })

  await t.test('every constraint has the name that services and problems rely on', async (t) => {
    const endings: Record<string, RegExp> = {
      p: /_pkey$/,
      u: /_key$/,
      f: /_fkey$/,
      c: /_check$/,
      x: /_excl$/,
    }
    const constraints = await read<{ table: string; name: string; type: string }>(CONSTRAINTS)
    const odd = constraints.filter(({ table, name, type }) =>
      !name.startsWith(table.replace(/^_+/, '')) && !name.startsWith('__drizzle')
        ? true
        : !endings[type]?.test(name),
    )
    t.strictSame(odd, [])
    // PostgreSQL names a foreign key after all of its columns, and drizzle-kit after both sides: neither is ours.
    t.strictSame(
      constraints.filter(({ type, name }) => type === 'f' && /_id_fkey$|_fk$/.test(name)),
      [],
    )
  })

  await t.test('every instant knows its time zone, and is kept to the millisecond', async (t) => {
    const odd = await read(`SELECT table_name, column_name, data_type, datetime_precision
      FROM information_schema.columns WHERE table_schema = 'public'
      AND (data_type LIKE 'time%' AND data_type <> 'timestamp with time zone'
           OR data_type = 'timestamp with time zone' AND datetime_precision <> 3)`)
    t.strictSame(odd, [])
  })
})
