import type { z } from 'zod'
import { messageSchema } from './json-schema.ts'
import { opened } from './open-answers.ts'

export type WebhookMessage = { summary: string; message: z.ZodType }

const HEADERS = {
  'webhook-id': 'The id of the event, the same however often it is sent.',
  'webhook-timestamp': 'When this attempt was made, in seconds since 1970.',
  'webhook-signature':
    'What proves the message, by Standard Webhooks: a signature for each secret that signs, with a space between.',
}

const parameters = Object.entries(HEADERS).map(([name, description]) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
}))

/** `study_item.ready` to `onStudyItemReady`. */
const nameOf = (type: string) => `on${type.replace(/(?:^|[._])([a-z])/g, (_, first) => first.toUpperCase())}`

const schemaOf = (message: z.ZodType) => {
  const { $schema: _, ...schema } = messageSchema(message)
  return opened(schema)
}

/** What is sent to endpoints, by type, as the contract describes it. */
export const describeWebhooks = (messages: Record<string, WebhookMessage>) =>
  Object.fromEntries(
    Object.entries(messages).map(([type, { summary, message }]) => {
      const described = { operationId: nameOf(type), tags: ['Webhooks'], summary, security: [], parameters }
      const requestBody = { required: true, content: { 'application/json': { schema: schemaOf(message) } } }
      const responses = { '2XX': { description: 'Received. All else is tried again, but 410 ends it.' } }
      return [type, { post: { ...described, requestBody, responses } }]
    }),
  )
