import { customType, integer, uuid } from 'drizzle-orm/pg-core'

/** `2026-01-02 03:04:05.6+00` as PostgreSQL writes it, to `2026-01-02T03:04:05.600Z`. */
const toRfc3339 = (text: string) => {
  const [, day, time, fraction = ''] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text) ?? []
  if (!day) throw new Error('PostgreSQL wrote an instant in a form that is not UTC in ISO style')
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
}

/** An instant in UTC with milliseconds; it stays a string all the way from the driver to the wire. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: toRfc3339,
})

/** Bytes, or a text that may hold what a text column refuses. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** The columns that every record of an account begins with. */
export const record = () => ({
  accountId: uuid('account_id').notNull(),
  id: uuid('id').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
