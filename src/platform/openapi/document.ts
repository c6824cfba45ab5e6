import swagger from '@fastify/swagger'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from '../http/types.ts'
import { version } from '../version.ts'
import { addAnswerHeaders } from './answer-headers.ts'
import { type Document, trimComponents } from './components.ts'
import { addConditions } from './conditions.ts'
import { addExamples } from './examples.ts'
import { introduction, tags } from './introduction.ts'
import { tidySchema } from './json-schema.ts'
import { openAnswers } from './open-answers.ts'
import { addQueryLists } from './query-lists.ts'
import { addRefusals } from './refusals.ts'
import { addCredentials, securitySchemes } from './security.ts'
import { describeWebhooks, type WebhookMessage } from './webhooks.ts'

type Transform = ReturnType<typeof createJsonSchemaTransform>
const zodToJsonConfig = { override: tidySchema }
const toJsonSchema = createJsonSchemaTransform({ zodToJsonConfig })
const withComponents = createJsonSchemaTransformObject({ zodToJsonConfig })

const DONE: Record<string, string> = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted; it goes on.',
  204: 'Done; there is nothing to say.',
}

/** As the library does it, with a description and a media type for each successful answer, and for each of several bodies. */
const transform: Transform = (document) => {
  const { body, ...rest } = (document.schema ?? {}) as Schema
  const { schema, url } = toJsonSchema({
    ...document,
    schema: isByMedia(body) ? rest : document.schema,
  } as never)
  const response = schema?.response as Record<string, Record<string, unknown>> | undefined
  for (const [status, answer] of Object.entries(response ?? {})) {
    if (!response || !DONE[status]) continue
    const content = answer.content ?? { 'application/json': { schema: answer } }
    response[status] =
      status === '204' ? { type: 'null', description: DONE[204] } : { description: DONE[status], content }
  }
  if (!isByMedia(body)) return { schema, url }
  const written = Object.entries(body.content).map(([type, media]) => {
    const one = toJsonSchema({ ...document, schema: { body: media.schema } } as never)
    return [type, { schema: one.schema?.body }]
  })
  return { schema: { ...schema, body: { content: Object.fromEntries(written) } }, url }
}

type Schema = { body?: unknown }
type ByMedia = { content: Record<string, { schema: unknown }> }

const isByMedia = (body: unknown): body is ByMedia =>
  typeof body === 'object' && body !== null && 'content' in body

/** Generates the OpenAPI 3.1 document from what the routes declare. */
export const describeContract = (
  app: App,
  publicUrl: string,
  messages: Record<string, WebhookMessage>,
  openIdConnectUrl: string | undefined,
) =>
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Afterview',
        version,
        summary: 'For people who get interviews but no job offers.',
        description: introduction(publicUrl),
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'Afterview' },
      },
      servers: [{ url: publicUrl, description: 'This service' }],
      externalDocs: { url: `${publicUrl}/docs/guides`, description: 'Guides' },
      tags,
      components: {
        securitySchemes: securitySchemes(openIdConnectUrl) as never,
      },
    },
    transform: transform as never,
    transformObject: ((document: never) =>
      [
        (document: Document) => ({ ...document, webhooks: describeWebhooks(messages) }),
        openAnswers,
        addQueryLists,
        addCredentials,
        addRefusals,
        addAnswerHeaders,
        addConditions,
        trimComponents,
        addExamples(publicUrl),
      ].reduce((written, add) => add(written), withComponents(document) as unknown as Document)) as never,
    hideUntagged: true,
  })
