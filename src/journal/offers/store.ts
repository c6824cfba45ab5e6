import { recordStore } from '../../platform/database/record-store.ts'
import { singletonStore } from '../../platform/database/singleton-store.ts'
import { offers } from './table.ts'

export const store = { ...recordStore('offer', offers), ...singletonStore('offer', offers) }
