import type { DefinitionText } from './rules/definition.ts'
import { comeback, pitches, plans, questions, reasons, responseTimes, selfTalk } from './rules/practice.ts'
import { chance, flow, forecast, funnel, rounds, summary } from './rules/search.ts'

/** How each insight is computed, by its name. */
export const DEFINITIONS: Readonly<Record<string, DefinitionText>> = {
  summary,
  funnel,
  rounds,
  reasons,
  forecast,
  chance,
  'response-times': responseTimes,
  comeback,
  questions,
  plans,
  pitches,
  'self-talk': selfTalk,
  flow,
}
