import { createHmac, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { Context } from '../../context.ts'
import { seal, unseal } from '../../platform/sealing.ts'
import { Problem } from '../../problems.ts'

const SECRET_BYTES = 32

/** A new secret, with the public key that proves what it signs where the scheme has one. */
export const makeSecret = (scheme: 'v1' | 'v1a') => {
  if (scheme === 'v1')
    return { secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`, publicKey: null }
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const [own, open] = [Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')]
  return {
    secret: `whsk_${Buffer.concat([own, open]).toString('base64')}`,
    publicKey: `whpk_${open.toString('base64')}`,
  }
}

const keyIn = (secret: string) => Buffer.from(secret.slice(secret.indexOf('_') + 1), 'base64')

/** What proves, by Standard Webhooks, that a message comes from us and is as we sent it. */
export const signatureOf = (secret: string, content: string): string => {
  const key = keyIn(secret)
  if (secret.startsWith('whsec_')) return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
  const [d, x] = [key.toString('base64url', 0, 32), key.toString('base64url', 32)]
  const privateKey = createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', d, x } })
  return `v1a,${sign(null, Buffer.from(content), privateKey).toString('base64')}`
}

/** @throws Problem `secrets_key_missing` */
const sealingKey = ({ settings }: Pick<Context, 'settings'>): string => {
  const [key] = settings.webhooks.secretsKeys
  if (key) return key
  throw new Problem('secrets_key_missing', 'This service has no key to keep secrets with.')
}

const purposeOf = (endpointId: string) => `webhook secret of ${endpointId}`

/** A secret as it is kept; it opens for this endpoint alone. */
export const sealSecret = (ctx: Context, endpointId: string, secret: string): Buffer =>
  seal(secret, sealingKey(ctx), purposeOf(endpointId))

const openWith = (key: string, endpointId: string, sealed: Buffer): string | undefined => {
  try {
    return unseal(sealed, key, purposeOf(endpointId))
  } catch {
    return undefined
  }
}

/** The secret, unless it was sealed with none of the keys that there are now. */
export const openSecret = ({ settings }: Context, endpointId: string, sealed: Buffer): string | undefined => {
  for (const key of settings.webhooks.secretsKeys) {
    const secret = openWith(key, endpointId, sealed)
    if (secret !== undefined) return secret
  }
  return undefined
}

/** A secret that another one took the place of, and until when it signs beside that. */
export type Replaced = { secret: string; until: string }

/** Secrets that were replaced, in one seal: the latest, whose end is kept beside it, and then those before it. */
export const sealReplaced = (ctx: Context, endpointId: string, latest: string, before: readonly Replaced[]) =>
  sealSecret(ctx, endpointId, [latest, ...before.map(({ secret, until }) => `${secret} ${until}`)].join('\n'))

/** Those that are in such a seal, the latest first; none where it does not open. */
export const openReplaced = (ctx: Context, endpointId: string, sealed: Buffer, end: string): Replaced[] => {
  const lines = openSecret(ctx, endpointId, sealed)?.split('\n') ?? []
  return lines.map((line) => {
    const [secret = '', until = end] = line.split(' ')
    return { secret, until }
  })
}

/** The secret sealed with the key of today; as it is where that was done, and where it does not open. */
export const resealSecret = (ctx: Context, endpointId: string, sealed: Buffer): Buffer => {
  if (openWith(sealingKey(ctx), endpointId, sealed) !== undefined) return sealed
  const secret = openSecret(ctx, endpointId, sealed)
  return secret === undefined ? sealed : sealSecret(ctx, endpointId, secret)
}
