import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { redocly } from '../support/redocly.ts'
import './typescript-5.ts'

// What makers of clients do first: `node generate.ts CONTRACT` writes types and a client into `generated`.

const folder = join(import.meta.dirname, 'generated')
const [contract = ''] = process.argv.slice(2)
const { astToString, default: openapiTS } = await import('openapi-typescript')

await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'afterview.d.ts'), astToString(await openapiTS(new URL(contract))))
await redocly('generate-client', contract, `--output=${join(folder, 'client.ts')}`, '--import-ext=ts')
