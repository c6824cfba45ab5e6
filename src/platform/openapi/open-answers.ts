import type { Document } from './components.ts'

/** A schema that lets through what it does not name: whoever kept an older one is not to refuse what was added since. */
export const opened = <Schema>(schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema), (keyword, value) =>
    keyword === 'additionalProperties' && value === false ? undefined : value,
  )

/** Members may be added to answers within a version; what is sent stays closed. */
export const openAnswers = (document: Document): Document => {
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [
    name,
    name.endsWith('Input') ? schema : opened(schema),
  ])
  document.components.schemas = Object.fromEntries(schemas)
  for (const operation of Object.values(document.paths).flatMap(Object.values))
    operation.responses = opened(operation.responses)
  return document
}
