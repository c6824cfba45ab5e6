import { existsSync, globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What these hold waits for other processes: begun first, they leave no runner alone with a long file at the end. */
const FIRST = ['faults', 'clients', 'house']

const rank = (file: string) => {
  const at = FIRST.findIndex((folder) => file.startsWith(`test/${folder}/`))
  return at < 0 ? FIRST.length : at
}

/** Every test file below `root`, in the order in which runners take them. */
export const testFiles = (root: string): string[] =>
  globSync('test/*/**/*.test.ts', { cwd: root })
    .sort()
    .sort((a, b) => rank(a) - rank(b))

/** Where a run notes that a file was taken; `run.ts` makes the folder. */
const noteOf = (file: string) => join(process.env.TEST_TAKEN ?? '', file.replaceAll('/', ' '))

/** Whether this runner is the first to ask for the file. */
export const take = (file: string): boolean => {
  try {
    writeFileSync(noteOf(file), '', { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Those that no runner came to. */
export const untakenFiles = (root: string): string[] =>
  testFiles(root).filter((file) => !existsSync(noteOf(file)))
