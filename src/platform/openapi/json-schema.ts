import { z } from 'zod'

type Json = Record<string, unknown>
type OverrideContext = { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }

const SAFE_INTEGER = Number.MAX_SAFE_INTEGER

/** Tidies what Zod emits: `[type, null]` for nullable members, no pattern beside a format, no technical bounds. */
export const tidySchema = ({ jsonSchema }: OverrideContext): void => {
  const schema = jsonSchema as Json
  if (schema.maximum === SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === -SAFE_INTEGER) delete schema.minimum
  joinNull(schema)
  writeOnePattern(schema)
  if (schema.format) delete schema.pattern
}

/** A member that may be null has two types, or is one of two. */
const joinNull = (schema: Json): void => {
  const [inner, none, ...more] = (schema.anyOf ?? []) as Json[]
  if (!inner || none?.type !== 'null' || more.length > 0) return
  delete schema.anyOf
  if (!inner.type || '$ref' in inner) {
    schema.oneOf = [inner, none]
    return
  }
  const values = Array.isArray(inner.enum) ? { enum: [...inner.enum, null] } : {}
  Object.assign(schema, { ...inner, ...schema, ...values, type: [inner.type, 'null'].flat() })
}

/** Text that is not blank: as one pattern, without a look ahead and classes of Unicode, which not every engine has. */
const writeOnePattern = (schema: Json): void => {
  const [text, mark, ...more] = (schema.allOf ?? []) as Json[]
  const [, refused] = /^\^\[\^(.+)\]\*\$$/.exec(String(text?.pattern)) ?? []
  if (!refused || !String(mark?.pattern).startsWith('[^\\s') || more.length > 0) return
  delete schema.allOf
  schema.pattern = `^[^${refused}]*[^${refused}\\s][^${refused}]*$`
}

/** JSON Schema of what an answer holds, with nothing referenced: for the compiled serialiser. */
export const answerSchema = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {
    io: 'output',
    reused: 'inline',
    metadata: z.registry(),
    override: tidySchema,
  }) as Json

/** What is said of a schema, without its name: what has one is referenced, which not every assistant follows. */
const namelessly = {
  get: (schema: z.ZodType) => {
    const { id: _, examples: __, ...said } = schema.meta() ?? {}
    return said
  },
} as unknown as z.core.$ZodRegistry<Record<string, unknown>>

/** JSON Schema of a message, whole and with its descriptions. */
export const messageSchema = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {
    io: 'output',
    reused: 'inline',
    metadata: namelessly,
    override: tidySchema,
  }) as Json

/**
 * JSON Schema of what a tool takes, whole and with its descriptions. Without patterns, which are long and read
 * differently by each maker of assistants: what does not fit is refused with its reason.
 */
export const toolSchema = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {
    io: 'input',
    reused: 'inline',
    metadata: namelessly,
    override: (context) => {
      tidySchema(context)
      delete context.jsonSchema.pattern
    },
  }) as Json
