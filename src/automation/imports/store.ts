import { recordStore } from '../../platform/database/record-store.ts'
import { imports } from './table.ts'

export type ImportRow = typeof imports.$inferSelect

export const store = recordStore('import', imports)
