import { randomUUIDv7 } from 'node:crypto'

type Beginning = { accountId: string; now: string }

/** The members that every new record begins with. */
export const newRecord = ({ accountId, now }: Beginning) => ({
  accountId,
  id: randomUUIDv7(),
  createdAt: now,
  updatedAt: now,
})

/** The same for many at once, whose ids keep their order. */
export const newRecords = ({ accountId, now }: Beginning, count: number) =>
  Array.from({ length: count }, () => randomUUIDv7())
    .sort()
    .map((id) => ({ accountId, id, createdAt: now, updatedAt: now }))
