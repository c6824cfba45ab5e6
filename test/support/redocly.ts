import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { outside } from './outside.ts'

type Score = { agentReadiness: number; subscores: Record<string, number> }
type Changes = {
  infoVersions: { base: string; revision: string }
  summary: { major: number; minor: number; patch: number }
  changes: { path: string; impact: string; verdicts: { message: string }[] }[]
}

const PROGRAM = 'node_modules/@redocly/cli/bin/cli.js'
const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }

/** Runs a command of Redocly's, and answers with all that it printed. */
export const redocly = async (...words: string[]) => {
  const [program, args] = outside(process.execPath, [PROGRAM, ...words])
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { status: child.exitCode, output, errors }
}

const inJson = async (...words: string[]) => {
  const { output, errors } = await redocly(...words, '--format=json')
  if (!output.startsWith('{')) throw new Error(errors)
  return JSON.parse(output)
}

export const scoreOf = (contract: string): Promise<Score> => inJson('score', contract)

type Parameter = { name: string; explode?: boolean; style?: string; schema: { anyOf?: object[] } }
type Contract = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> }

const read = async (path: string): Promise<Contract> => JSON.parse(await readFile(path, 'utf8'))

/** Whether a parameter of a query takes one value as it is, or several with commas between. */
const takesSeveral = ({ explode, schema }: Parameter) => explode === false && schema.anyOf?.length === 2

/**
 * The revision as clients of the base write its parameters: one that took a single value then, and takes several now, is
 * held against what it was by the single value that it still takes.
 */
const asWrittenBefore = (base: Contract, revision: Contract): Contract => {
  for (const [path, methods] of Object.entries(revision.paths))
    for (const [method, { parameters = [] }] of Object.entries(methods))
      for (const [at, parameter] of parameters.entries()) {
        const before = base.paths[path]?.[method]?.parameters?.find(({ name }) => name === parameter.name)
        if (!before || takesSeveral(before) || !takesSeveral(parameter)) continue
        const { explode: _, style: __, ...single } = parameter
        parameters[at] = { ...single, schema: parameter.schema.anyOf?.[0] as Parameter['schema'] }
      }
  return revision
}

/** What is different, but for values that enums of answers gained: the contract says that more may come. */
export const changesBetween = async (base: string, revision: string): Promise<Changes> => {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'))
  const written = join(folder, 'revision.json')
  await writeFile(written, JSON.stringify(asWrittenBefore(await read(base), await read(revision))))
  try {
    return await inJson('diff', base, written, '--skip-rule=enum-values-added')
  } finally {
    await rm(folder, { recursive: true })
  }
}

const majorOf = (version: string) => Number(version.split('.')[0])

/** What would break clients, each as a sentence. Under a new major version nothing does. */
export const breaksIn = ({ infoVersions, changes }: Changes): string[] =>
  majorOf(infoVersions.revision) > majorOf(infoVersions.base)
    ? []
    : changes
        .filter(({ impact }) => impact === 'major')
        .map(({ path, verdicts }) => `${verdicts.map(({ message }) => message).join(' ')} ${path}`)
