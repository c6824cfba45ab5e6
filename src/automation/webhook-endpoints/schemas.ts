import { z } from 'zod'
import {
  AnsweredInstant,
  answered,
  distinct,
  line,
  pageOf,
  patchOf,
  recordMembers,
} from '../../platform/schemas.ts'
import { DISABLED_REASONS } from '../event-types/rules.ts'
import { EventName } from '../event-types/schemas.ts'
import { MOST_ENDPOINTS, SCHEMES } from './rules.ts'

const scheme = z
  .enum(SCHEMES)
  .describe('`v1`: HMAC-SHA256 with a secret that you share. `v1a`: Ed25519, which `publicKey` proves.')

/** @NOTE Before it is read as a URL, as reading drops some of these without a word and turns backslashes round. */
const PLAIN = /^[^\u0000-\u0020\u007F-\u00A0\u2028\u2029\uD800-\uDFFF\\]*$/u

const HookAddress = z
  .string()
  .max(2_000)
  .regex(PLAIN, 'Must not hold spaces, control characters or backslashes')
  .check(z.url({ protocol: /^https?$/, error: 'Must be an http or https address' }))
  .meta({ format: 'uri' })

export const EndpointFields = z.strictObject({
  url: HookAddress.describe(
    'Where messages are posted: https, a public address, no credentials and no fragment. Kept in its canonical form.',
  ),
  eventTypes: z
    .array(EventName)
    .max(200)
    .refine(...distinct('Must not name a type twice'))
    .nullish()
    .describe('Which events are sent; all of them where it is left out or empty.'),
  enabled: z
    .boolean()
    .nullish()
    .describe(
      'True unless stated. What happens while it is false is not sent afterwards, unless you replay it.',
    ),
  description: line(200).nullish().describe('What this endpoint is for.'),
})

export const NewWebhookEndpoint = z
  .strictObject({ ...EndpointFields.shape, scheme: scheme.nullish().describe('`v1` unless stated.') })
  .meta({
    id: 'NewWebhookEndpoint',
    description: `Where events are to be sent. An account has up to ${MOST_ENDPOINTS}; two may have the same URL.`,
    examples: [
      { url: 'https://hooks.example.com/afterview', eventTypes: ['outcome.recorded', 'interview.created'] },
    ],
  })

export const WebhookEndpointPatch = patchOf(EndpointFields).meta({
  id: 'WebhookEndpointPatch',
  examples: [{ description: 'The dashboard' }],
})

const members = {
  ...recordMembers,
  ...answered(EndpointFields, 'eventTypes', 'enabled'),
  scheme,
  publicKey: z
    .string()
    .max(100)
    .nullable()
    .describe('Proves signatures of the scheme `v1a`: `whpk_` and the key in Base64.'),
  disabledReason: z
    .enum(DISABLED_REASONS)
    .nullable()
    .describe(
      '`gone`: it answered 410. `failing`: nothing but failures for five days. Null where you chose so. More may come.',
    ),
  failingSince: AnsweredInstant.nullable().describe('Since when every attempt has failed.'),
  previousSecretUntil: AnsweredInstant.nullable().describe(
    'Until when messages are signed with the secret before, too. Those before that one end earlier.',
  ),
}

export const WebhookEndpoint = z
  .object(members)
  .meta({ id: 'WebhookEndpoint', description: 'Where events are sent, without its secret.' })

export const CreatedWebhookEndpoint = z
  .object({
    ...members,
    secret: z
      .string()
      .max(100)
      .nullable()
      .describe('Shown this once: `whsec_` and the key in Base64. Null with `v1a`, where nobody shares one.'),
  })
  .meta({ id: 'CreatedWebhookEndpoint', description: 'Where events are sent, with its secret.' })

export const WebhookEndpointPage = pageOf('WebhookEndpointPage', WebhookEndpoint)
