import type { JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { Problem } from '../problems.ts'

const TIMEOUT_MS = 5_000
/** How long a provider that did not answer is left alone. */
const REST_MS = 5_000
/** How long keys are trusted without asking again, and how long a key that is not among them is not asked for again. */
const KEYS = { cacheMaxAge: 600_000, cooldownDuration: 30_000, timeoutDuration: TIMEOUT_MS }

/** Where a provider describes itself. */
export const discoveryUrl = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

const discover = async (issuer: string, ask: typeof fetch) => {
  const answer = await ask(discoveryUrl(issuer), {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (answer.status !== 200) throw new Error('A provider that does not describe itself')
  const protocol = issuer.startsWith('https:') ? /^https$/ : /^https?$/
  return z.object({ issuer: z.literal(issuer), jwks_uri: z.url({ protocol }) }).parse(await answer.json())
}

const openKeys = async (issuer: string, ask: typeof fetch): Promise<JWTVerifyGetKey> => {
  const { createRemoteJWKSet, customFetch } = await import('jose')
  const { jwks_uri } = await discover(issuer, ask)
  return createRemoteJWKSet(new URL(jwks_uri), { ...KEYS, [customFetch]: ask })
}

/** What the keys are looked for with, but not found, is the token's own fault. */
const NOT_FOUND = ['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'ERR_JOSE_NOT_SUPPORTED']

/**
 * The keys of a provider, which is asked when the first token needs one. Tokens that come meanwhile wait for the same
 * answer, and after a failure nobody asks again for a while.
 * @throws Problem `identity_provider_unavailable`
 */
export const keysOf = (issuer: string): JWTVerifyGetKey => {
  let opened: Promise<JWTVerifyGetKey> | undefined
  let restsUntil = 0
  const rests = () => Date.now() < restsUntil
  const ask: typeof fetch = async (...request) => {
    if (rests()) throw new Error('A provider that did not answer a moment ago')
    return fetch(...request)
  }
  const fail = (cause: unknown): never => {
    if (!rests()) restsUntil = Date.now() + REST_MS
    throw new Problem('identity_provider_unavailable', 'The OpenID provider does not answer as it should.', {
      cause,
    })
  }
  return async (header, token) => {
    opened ??= openKeys(issuer, ask)
    const keys = await opened.catch((error) => {
      opened = undefined
      return fail(error)
    })
    try {
      return await keys(header, token)
    } catch (error) {
      if (NOT_FOUND.includes((error as { code?: string }).code ?? '')) throw error
      return fail(error)
    }
  }
}
