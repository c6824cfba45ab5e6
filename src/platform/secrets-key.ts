import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const keptIn = async (file: string): Promise<string | undefined> => {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

/** The key that secrets are sealed with where the operator sets none: made once, and kept in the data folder. */
export const keptSecretsKey = async (folder: string): Promise<string> => {
  const file = join(folder, 'secrets-key')
  const kept = await keptIn(file)
  if (kept) return kept
  const key = randomBytes(32).toString('base64')
  // @NOTE Under its name it is whole: a start that is killed leaves no half of a key to be used from then on.
  await writeFile(`${file}.new`, `${key}\n`, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
  return key
}
