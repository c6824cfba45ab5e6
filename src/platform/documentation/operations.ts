import type { ProblemCode } from '../../problems.ts'
import type { App } from '../http/types.ts'
import type { Document } from '../openapi/components.ts'
import type { Operation } from './problems.ts'

/** Which operations of the contract can answer with a problem. */
export const operationsWith = (app: App, code: ProblemCode): Operation[] => {
  const { paths } = app.swagger() as unknown as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) =>
        Object.values(responses).some(({ description }) => String(description).includes(`\`${code}\`:`)),
      )
      .map(([method, { summary, tags }]) => ({
        method: method.toUpperCase(),
        path,
        summary: String(summary),
        tag: String(tags),
      })),
  )
}
