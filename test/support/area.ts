import { globSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

// In CI the same cases in each run: a change is judged by what it changed. Elsewhere new ones are tried each time.
if (process.env.CI) fc.configureGlobal({ seed: 20260601 })

/**
 * Runs every test file of an area in one process, one after the other.
 *
 * @NOTE Starting a process for each file takes longer than most of them need.
 */
export const runArea = async (name: string): Promise<void> => {
  const folder = join(import.meta.dirname, '..', name)
  for (const file of globSync('**/*.test.ts', { cwd: folder }).sort()) await import(join(folder, file))
}
