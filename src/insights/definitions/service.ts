import { Problem } from '../../problems.ts'
import { DEFINITIONS } from './rules.ts'

/** How an insight is computed. */
export const getDefinition = (name: string) => {
  const definition = Object.hasOwn(DEFINITIONS, name) ? DEFINITIONS[name] : undefined
  if (!definition) throw new Problem('not_found', 'There is no insight of this name.')
  return definition
}
