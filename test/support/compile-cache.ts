import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

/** Spares the many processes most of the work of reading TypeScript. */
export const NODE_COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/compiled')

/** Reads the whole service once, for all processes to come. */
export const fillCompileCache = async (): Promise<void> => {
  enableCompileCache(NODE_COMPILE_CACHE)
  await import('../../src/app.ts')
  flushCompileCache()
}
