import { z } from 'zod'

type Json = Record<string, unknown>
type OverrideContext = { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }

const SAFE_INTEGER = Number.MAX_SAFE_INTEGER

/** Tidies what Zod emits: `[type, null]` for nullable members, no pattern beside a format, no technical bounds. */
export const tidySchema = ({ jsonSchema }: OverrideContext): void => {
  const schema = jsonSchema as Json
  if (schema.format) delete schema.pattern
  if (schema.maximum === SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === -SAFE_INTEGER) delete schema.minimum
  const [inner, none, ...more] = (schema.anyOf ?? []) as Json[]
  if (!inner?.type || none?.type !== 'null' || more.length > 0 || '$ref' in inner) return
  delete schema.anyOf
  const values = Array.isArray(inner.enum) ? { enum: [...inner.enum, null] } : {}
  Object.assign(schema, { ...inner, ...schema, ...values, type: [inner.type, 'null'].flat() })
}

/** JSON Schema of what an answer holds, with nothing referenced: for the compiled serialiser. */
export const answerSchema = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {
    io: 'output',
    reused: 'inline',
    metadata: z.registry(),
    override: tidySchema,
  }) as Json
