import fastJsonStringify from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import type { z } from 'zod'
import { answerSchema } from './json-schema.ts'

const compiled = new WeakMap<z.ZodType, (data: unknown) => string>()

/** Compiles the writer of an answer from its schema: members that the contract does not declare never leave. */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  const write = compiled.get(schema) ?? fastJsonStringify(answerSchema(schema))
  compiled.set(schema, write)
  return write
}
