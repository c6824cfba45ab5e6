import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { Problem } from '../../problems.ts'
import { check, REPEATED } from '../faults.ts'

const PLACES: Record<string, string> = { params: 'path', querystring: 'query' }

/** A query in which a parameter that came more than once stands as such: several values have commas between. */
const onceEach = (query: unknown) =>
  Object.fromEntries(
    Object.entries(query as object).map(([name, value]) => [name, Array.isArray(value) ? REPEATED : value]),
  )

/** Reads a part of a request by its schema. What does not fit is refused, with all that is wrong with it. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = 'body' }) => {
  const within = httpPart === 'body' ? '' : `/${httpPart}`
  // A body that is not there comes as null.
  const asGiven = (given: unknown) => (httpPart === 'querystring' ? onceEach(given) : (given ?? undefined))
  return (given) => {
    const { data, faults } = check(schema, asGiven(given), within)
    if (!faults) return { value: data }
    const detail = `The ${PLACES[httpPart] ?? httpPart} does not fit the contract.`
    return { error: new Problem('invalid_request', detail, { errors: faults }) }
  }
}
