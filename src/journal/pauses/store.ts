import { and, gte, isNull, lte, or } from 'drizzle-orm'
import { recordStore } from '../../platform/database/record-store.ts'
import { pauses } from './table.ts'

export type PauseRow = typeof pauses.$inferSelect

export const store = {
  ...recordStore('pause', pauses),
  filter: ({ on }: { on?: string | undefined }) =>
    on ? and(lte(pauses.from, on), or(isNull(pauses.to), gte(pauses.to, on))) : undefined,
}
