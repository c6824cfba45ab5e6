import { join } from 'node:path'

/** Spares the many processes most of the work of reading TypeScript. */
export const NODE_COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/compiled')
