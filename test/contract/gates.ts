import { breaksIn, changesBetween, scoreOf } from '../support/redocly.ts'

// How good the contract is, and whether clients of the last release can live with it. Prints the figures, and fails below them.

const LEAST_SCORE = 91.5

const say = (line: string) => process.stdout.write(`${line}\n`)

const [{ agentReadiness, subscores }, changes] = await Promise.all([
  scoreOf('openapi/openapi.json'),
  changesBetween('openapi/released.json', 'openapi/openapi.json'),
])
say(`score: ${agentReadiness} of 100, and no less than ${LEAST_SCORE}`)
for (const [name, value] of Object.entries(subscores)) say(`  ${name} ${(value * 100).toFixed(1)}`)

const { infoVersions, summary } = changes
say(`since ${infoVersions.base}: ${summary.major} major, ${summary.minor} minor, ${summary.patch} patch`)
const breaks = breaksIn(changes)
for (const each of breaks) say(`breaks clients without a new major version: ${each}`)

process.exitCode = agentReadiness < LEAST_SCORE || breaks.length > 0 ? 1 : 0
