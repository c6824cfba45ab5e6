import { globSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs every test file of an area in one process, one after the other.
 *
 * @NOTE Starting a process for each file takes longer than most of them need.
 */
export const runArea = async (name: string): Promise<void> => {
  const folder = join(import.meta.dirname, '..', name)
  for (const file of globSync('**/*.test.ts', { cwd: folder }).sort()) await import(join(folder, file))
}
