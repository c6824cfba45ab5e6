import { recordStore } from '../../platform/database/record-store.ts'
import { imports } from './table.ts'

export const store = recordStore('import', imports)
