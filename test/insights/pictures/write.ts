import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CASES, picturesOf } from './cases.ts'

// Draws the kept pictures anew. Look at them before they are committed.
await mkdir(import.meta.dirname, { recursive: true })
for (const [name, applications] of Object.entries(CASES)) {
  for (const [insight, svg] of Object.entries(picturesOf(applications)))
    await writeFile(join(import.meta.dirname, `${insight}-${name}.svg`), svg)
}
