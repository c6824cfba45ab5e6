import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { Problem } from '../../problems.ts'
import { check } from '../faults.ts'

const PLACES: Record<string, string> = { params: 'path', querystring: 'query' }

/** Reads a part of a request by its schema. What does not fit is refused, with all that is wrong with it. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = 'body' }) => {
  const within = httpPart === 'body' ? '' : `/${httpPart}`
  return (given) => {
    // A body that is not there comes as null.
    const { data, faults } = check(schema, given ?? undefined, within)
    if (!faults) return { value: data }
    const detail = `The ${PLACES[httpPart] ?? httpPart} does not fit the contract.`
    return { error: new Problem('invalid_request', detail, { errors: faults }) }
  }
}
