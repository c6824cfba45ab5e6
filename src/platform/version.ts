import { readFileSync } from 'node:fs'

/** The version of the service, as package.json names it. */
export const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)
