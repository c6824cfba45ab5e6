import { spawnSync } from 'node:child_process'

const PROGRAM = 'node_modules/@redocly/cli/bin/cli.js'

type Score = { agentReadiness: number; subscores: Record<string, number> }
type Changes = {
  infoVersions: { base: string; revision: string }
  summary: { major: number; minor: number; patch: number }
  changes: { path: string; impact: string; verdicts: { ruleId: string; message: string }[] }[]
}

/** Runs a command of Redocly's. */
const redocly = (...words: string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 })

const inJson = (...words: string[]) => {
  const { stdout, stderr } = redocly(...words, '--format=json')
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return JSON.parse(stdout)
}

export const scoreOf = (contract: string): Score => inJson('score', contract)

/** What is different, but for values that enums of answers gained: the contract says that more may come. */
export const changesBetween = (base: string, revision: string): Changes =>
  inJson('diff', base, revision, '--skip-rule=enum-values-added')

const majorOf = (version: string) => Number(version.split('.')[0])

/** What would break clients, each as a sentence. Under a new major version nothing does. */
export const breaksIn = ({ infoVersions, changes }: Changes): string[] =>
  majorOf(infoVersions.revision) > majorOf(infoVersions.base)
    ? []
    : changes
        .filter(({ impact }) => impact === 'major')
        .map(({ path, verdicts }) => `${verdicts.map(({ message }) => message).join(' ')} ${path}`)
