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
  if (settings.webhooks.secretsKey) return settings.webhooks.secretsKey
  throw new Problem('secrets_key_missing', 'This service has no key to keep secrets with.')
}

const purposeOf = (endpointId: string) => `webhook secret of ${endpointId}`

/** A secret as it is kept; it opens for this endpoint alone. */
export const sealSecret = (ctx: Context, endpointId: string, secret: string): Buffer =>
  seal(secret, sealingKey(ctx), purposeOf(endpointId))

/** The secret, unless it was sealed with another key than there is now. */
export const openSecret = (ctx: Context, endpointId: string, sealed: Buffer): string | undefined => {
  const key = sealingKey(ctx)
  try {
    return unseal(sealed, key, purposeOf(endpointId))
  } catch {
    return undefined
  }
}
