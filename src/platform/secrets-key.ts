import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The key that secrets are sealed with where the operator sets none: made once, and kept in the data folder. */
export const keptSecretsKey = async (folder: string): Promise<string> => {
  const file = join(folder, 'secrets-key')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept.trim()) return kept.trim()
  const key = randomBytes(32).toString('base64')
  await writeFile(file, `${key}\n`, { mode: 0o600, flush: true })
  return key
}
