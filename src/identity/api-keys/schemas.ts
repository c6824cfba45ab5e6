import { z } from 'zod'
import {
  AnsweredInstant,
  answered,
  distinct,
  Instant,
  line,
  pageOf,
  patchOf,
  recordMembers,
} from '../../platform/schemas.ts'
import { SCOPES } from '../../platform/scopes.ts'
import { MOST_KEYS } from './rules.ts'

const fields = {
  name: line(100).describe('What this key is for.'),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .max(SCOPES.length)
    .refine(...distinct('Must not name a scope twice'))
    .describe('What the key may do. More scopes may follow.'),
  expiresAt: Instant.nullish().describe('When it ends. Null: when it is removed.'),
}

export const NewApiKey = z.strictObject(fields).meta({
  id: 'NewApiKey',
  description: `A new key. An account has up to ${MOST_KEYS} that are live.`,
  examples: [
    { name: 'Dashboard', scopes: ['journal:read', 'insights:read'], expiresAt: '2030-01-01T00:00:00Z' },
  ],
})
export const ApiKeyPatch = patchOf(NewApiKey).meta({
  id: 'ApiKeyPatch',
  description: 'Changes to a key. Null as the end lets it live until it is removed.',
  examples: [{ name: 'Old dashboard' }],
})

export const NewRotation = z
  .strictObject({
    overlapSeconds: z
      .int()
      .min(0)
      .max(604_800)
      .nullish()
      .describe('For how long the old secret goes on working, in seconds. A day unless stated.'),
  })
  .meta({
    id: 'NewRotation',
    description: 'How a new secret takes the place of an old one.',
    examples: [{ overlapSeconds: 3600 }],
  })

const members = {
  ...recordMembers,
  ...answered(z.object(fields).omit({ scopes: true })),
  scopes: z.array(z.string().max(50)).max(50).describe('What the key may do. More scopes may come.'),
  hint: z.string().describe('The last four characters of the secret.'),
  lastUsedAt: AnsweredInstant.nullable().describe('Exact to the minute.'),
  replacedAt: AnsweredInstant.nullable().describe(
    'When a rotation put another in its place. From then on it makes, changes and rotates no key.',
  ),
}

export const ApiKey = z.object(members).meta({ id: 'ApiKey', description: 'A key, without its secret.' })
export const CreatedApiKey = z
  .object({ ...members, secret: z.string().describe('Shown this once. Send it as a Bearer credential.') })
  .meta({ id: 'CreatedApiKey', description: 'A key with its secret.' })
export const ApiKeyPage = pageOf('ApiKeyPage', ApiKey)
