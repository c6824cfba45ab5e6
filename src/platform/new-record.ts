import { randomUUIDv7 } from 'node:crypto'

/** The members that every new record begins with. */
export const newRecord = ({ accountId, now }: { accountId: string; now: string }) => ({
  accountId,
  id: randomUUIDv7(),
  createdAt: now,
  updatedAt: now,
})
