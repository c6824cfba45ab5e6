import type { Document } from './components.ts'

type Schema = { type?: string; items?: object }
type Parameter = { in: string; schema?: Schema }

/** Says of parameters of a query that take several values how these are written: one as it is, more with commas between. */
export const addQueryLists = (document: Document): Document => {
  for (const operation of Object.values(document.paths).flatMap(Object.values))
    for (const parameter of (operation.parameters ?? []) as Parameter[]) {
      const { in: place, schema } = parameter
      if (place !== 'query' || schema?.type !== 'array') continue
      Object.assign(parameter, { style: 'form', explode: false, schema: { anyOf: [schema.items, schema] } })
    }
  return document
}
