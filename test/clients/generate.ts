import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { redocly } from '../support/redocly.ts'

// What makers of clients do first: `node generate.ts CONTRACT` writes types and a client into `generated`.

const folder = join(import.meta.dirname, 'generated')
const [contract = ''] = process.argv.slice(2)

// @NOTE openapi-typescript writes by the compiler's API, which TypeScript 7 has not: it gets the one that tap brings along.
const ofTap = createRequire(createRequire(import.meta.resolve('tap')).resolve('@tapjs/test'))
const typescript = pathToFileURL(ofTap.resolve('typescript')).href
registerHooks({ resolve: (name, context, next) => next(name === 'typescript' ? typescript : name, context) })
const { astToString, default: openapiTS } = await import('openapi-typescript')

await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'afterview.d.ts'), astToString(await openapiTS(new URL(contract))))
await redocly('generate-client', contract, `--output=${join(folder, 'client.ts')}`, '--import-ext=ts')
