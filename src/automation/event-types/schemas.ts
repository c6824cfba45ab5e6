import { z } from 'zod'
import { Id } from '../../platform/schemas.ts'
import { EVENT_DATA } from '../event-data/schemas.ts'

type Type = keyof typeof EVENT_DATA

export const EventName = z
  .enum(Object.keys(EVENT_DATA) as [Type, ...Type[]])
  .meta({ id: 'EventName', description: 'What happened. More may come.' })

export const EventData = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('Ids and key fields, as the type of the event has them. No text that a person wrote.')

const EventMessage = z
  .object({
    id: Id.describe('That of the event; `webhook-id` is the same, however often it is sent.'),
    type: EventName,
    timestamp: z.iso.datetime({ precision: 3 }).describe('When it happened.'),
    data: EventData,
  })
  .meta({ id: 'EventMessage', description: 'An event in the form in which webhooks bring it.' })

export const messageOfType = (type: Type) =>
  z.object({
    ...EventMessage.shape,
    type: z.literal(type).describe('What happened.'),
    data: EVENT_DATA[type],
  })

/** What an endpoint is tried with: in the form of an event, and none. */
export const TestMessage = z.object({
  id: Id.describe('`webhook-id` is the same, however often it is sent.'),
  type: z.literal('webhook_endpoint.test').describe('A test: nothing happened.'),
  timestamp: z.iso.datetime({ precision: 3 }).describe('When it was asked for.'),
  data: z.object({ webhookEndpointId: Id.describe('The endpoint.') }).describe('What is tried out.'),
})

export const EventTypeList = z
  .object({
    data: z
      .array(
        z.object({
          type: EventName,
          description: z.string().describe('What happened, in one sentence.'),
          example: EventMessage,
        }),
      )
      .describe('One after the other, as they belong together.'),
  })
  .meta({ id: 'EventTypeList', description: 'Every type of event there is.' })

export const EventSamples = z
  .object({ data: z.array(EventMessage).describe('The newest first.') })
  .meta({ id: 'EventSamples', description: 'The latest events of one type, or an example of it.' })

export const EventTypeParams = z.strictObject({
  type: z.string().max(100).describe('One of the types that `GET /v1/event-types` lists.'),
})
