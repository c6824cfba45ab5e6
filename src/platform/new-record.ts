import { randomUUIDv7 } from 'node:crypto'

type Beginning = { accountId: string; now: string }

/** The members that every new record begins with. */
export const newRecord = ({ accountId, now }: Beginning) => ({
  accountId,
  id: randomUUIDv7(),
  createdAt: now,
  updatedAt: now,
})

/** The same for many at once, each with what it is made of; their ids keep the order. */
export const newRecords = <Input>({ accountId, now }: Beginning, inputs: readonly Input[]) => {
  const ids = inputs.map(() => randomUUIDv7()).sort()
  return inputs.map((input, i) => {
    const begun = { accountId, id: ids[i] as string, createdAt: now, updatedAt: now }
    return [begun, input] as const
  })
}
