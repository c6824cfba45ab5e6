import { spawn } from 'node:child_process'
import { once } from 'node:events'
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

/** What is different, but for values that enums of answers gained: the contract says that more may come. */
export const changesBetween = (base: string, revision: string): Promise<Changes> =>
  inJson('diff', base, revision, '--skip-rule=enum-values-added')

const majorOf = (version: string) => Number(version.split('.')[0])

/** What would break clients, each as a sentence. Under a new major version nothing does. */
export const breaksIn = ({ infoVersions, changes }: Changes): string[] =>
  majorOf(infoVersions.revision) > majorOf(infoVersions.base)
    ? []
    : changes
        .filter(({ impact }) => impact === 'major')
        .map(({ path, verdicts }) => `${verdicts.map(({ message }) => message).join(' ')} ${path}`)
