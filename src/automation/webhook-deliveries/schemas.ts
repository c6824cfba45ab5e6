import { z } from 'zod'
import {
  AnsweredInstant,
  anyOf,
  Id,
  Instant,
  ListQuery,
  pageOf,
  recordMembers,
  saidAs,
} from '../../platform/schemas.ts'
import { DELIVERY_STATUSES, SILENCES } from './rules.ts'

const status = z
  .enum(DELIVERY_STATUSES)
  .describe(
    '`pending`: an attempt is due or being made. `cancelled`: the endpoint was disabled before it arrived. More may come.',
  )

const DeliveryAttempt = z.object({
  at: AnsweredInstant.describe('When it was made.'),
  status: z
    .int()
    .min(100)
    .max(599)
    .nullable()
    .describe('The HTTP status of the answer; null where none came.'),
  error: z
    .enum(SILENCES)
    .nullable()
    .describe(
      'Why no answer came. `address_refused`: the name is not known, or not public. `certificate_refused`: the certificate does not belong to the name, has expired, or was signed by nobody known. `secret_not_readable`: the message could not be signed until the secret is rotated. More may come.',
    ),
  milliseconds: z.int().min(0).describe('How long it took.'),
  answer: z.string().max(1_024).nullable().describe('The first kilobyte of the answer.'),
})

export const WebhookDelivery = z
  .object({
    id: Id,
    endpointId: Id.describe('Where it is sent.'),
    eventId: Id.describe('Sent as `webhook-id`, the same with each attempt and replay.'),
    eventType: z.string().describe('The type of the event, or `webhook_endpoint.test`.'),
    status,
    attempts: z.array(DeliveryAttempt).max(20).describe('Oldest first, the latest 20.'),
    nextAttemptAt: AnsweredInstant.nullable().describe('Null unless one is pending.'),
    createdAt: recordMembers.createdAt,
    updatedAt: recordMembers.updatedAt,
  })
  .meta({
    id: 'WebhookDelivery',
    description: 'A message to one endpoint, with every attempt to bring it there.',
  })

export const DeliveryQuery = ListQuery.extend({ status: saidAs(anyOf(DELIVERY_STATUSES), status) })
export const WebhookDeliveryPage = pageOf('WebhookDeliveryPage', WebhookDelivery)
export const DeliveryParams = z.strictObject({ endpointId: Id, id: Id })

export const NewWebhookReplay = z
  .strictObject({
    from: Instant.describe('Events that happened then or later.'),
    to: Instant.nullish().describe('And before then. Up to now unless stated.'),
  })
  .refine(({ from, to }) => !to || Date.parse(from) < Date.parse(to), {
    error: 'Must lie after from',
    path: ['to'],
  })
  .meta({
    id: 'NewWebhookReplay',
    description:
      'Which events are sent once more: those of the types that the endpoint takes, within a time.',
    examples: [{ from: '2026-05-31T00:00:00Z', to: '2026-06-03T00:00:00Z' }],
  })

export const WebhookReplay = z
  .object({
    from: AnsweredInstant.describe('Events that happened then or later.'),
    to: AnsweredInstant.describe('And before then.'),
    deliveries: z
      .int()
      .min(0)
      .describe('How many messages are sent once more, with those that waited anyway.'),
  })
  .meta({ id: 'WebhookReplay', description: 'What is sent once more.' })
