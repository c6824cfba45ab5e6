import { writeFile } from 'node:fs/promises'
import { generateContract } from './contract.ts'

await writeFile('openapi/openapi.json', await generateContract())
