import type { DefinitionText } from './rules/definition.ts'
import { chance, flow, forecast, funnel, rounds, summary } from './rules/search.ts'

/** How each insight is computed, by its name. */
export const DEFINITIONS: Readonly<Record<string, DefinitionText>> = {
  summary,
  funnel,
  rounds,
  forecast,
  chance,
  flow,
}
