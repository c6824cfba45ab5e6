import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { Problem } from '../../problems.ts'
import { faultsOf } from '../faults.ts'

const PLACES: Record<string, string> = { params: 'path', querystring: 'query' }

/** Reads a part of a request by its schema. What does not fit is refused, with all that is wrong with it. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = 'body' }) => {
  const within = httpPart === 'body' ? '' : `/${httpPart}`
  return (given) => {
    const { data, error } = schema.safeParse(given)
    if (!error) return { value: data }
    const detail = `The ${PLACES[httpPart] ?? httpPart} does not fit the contract.`
    return { error: new Problem('invalid_request', detail, { errors: faultsOf(error.issues, within) }) }
  }
}
