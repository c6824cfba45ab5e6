import { Problem } from '../../problems.ts'
import { DEFINITIONS, isInsightName } from './rules.ts'

/** How an insight is computed. */
export const getDefinition = (name: string) => {
  if (!isInsightName(name)) throw new Problem('not_found', 'There is no insight of this name.')
  return DEFINITIONS[name]
}
