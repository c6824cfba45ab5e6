import type { JWTPayload } from 'jose'
import { z } from 'zod'
import { invalidToken, Problem } from '../problems.ts'
import { keysOf } from './provider-keys.ts'
import { SCOPES, type Scope } from './scopes.ts'

/** Who vouches for people, and whom its tokens have to be meant for. */
export type OpenIdProvider = { issuer: string; audience: string }
/** What a token says, as far as it counts here. */
export type AccessToken = {
  issuer: string
  subject: string
  scopes: Scope[]
  issuedAt: string
  expiresAt: string
}
/** @throws Problem `unauthenticated`, or `identity_provider_unavailable` while it cannot be known */
export type VerifyToken = (token: string, now: string) => Promise<AccessToken>

/** @NOTE Signatures alone whose key cannot be published are left out: with HMAC, whoever can check a token can make one. */
const ALGORITHMS = [
  ...['RS', 'PS', 'ES'].flatMap((family) => [256, 384, 512].map((bits) => `${family}${bits}`)),
  ...['EdDSA', 'Ed25519'],
]
const SKEW_SECONDS = 30
const END_OF_TIME = Date.UTC(9999, 11, 31) / 1000

const NumericDate = z.number().min(0).max(END_OF_TIME)
const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString()

const Claims = z.object({
  // PostgreSQL keeps no NUL, and OpenID Connect no more than this.
  sub: z.string().regex(/^[\x20-\x7e]{1,255}$/),
  exp: NumericDate,
  // What does not say when it was issued may be of any age.
  iat: NumericDate.default(0),
  scope: z.string().default(''),
  // What is bound to a key of the client is worth nothing without a proof of that key, which nobody asks for here.
  cnf: z.never().optional(),
})

/** An origin is the same with a slash at its end and without; clients that read it as a URL ask for the former. */
const waysToWrite = (audience: string) => {
  const [, origin] = /^(https?:\/\/[^/]+)\/?$/.exec(audience) ?? []
  return origin ? [origin, `${origin}/`] : [audience]
}

/** @NOTE Which claim it was may be told, but nothing of what it holds. */
const refusalOf = (error: { code?: string; claim?: string }) => {
  if (error instanceof Problem) return error
  if (error.code === 'ERR_JWT_EXPIRED') return invalidToken('The access token has expired.')
  if (error.claim) return invalidToken(`The access token is not for this service: see its ${error.claim}.`)
  return invalidToken('The access token cannot be verified.')
}

const readClaims = (payload: JWTPayload) => {
  const { data, error } = Claims.safeParse(payload)
  if (data) return data
  throw invalidToken(`The access token is not for this service: see its ${String(error.issues[0]?.path[0])}.`)
}

/**
 * Verifies access tokens of RFC 9068.
 *
 * @NOTE The type `at+jwt` is demanded, and plain `JWT` refused: ID tokens have that one too, and which of the two a token
 * is would be a guess. Providers that write it by default have a setting for RFC 9068.
 */
export const tokenVerifier = ({ issuer, audience }: OpenIdProvider): VerifyToken => {
  const keys = keysOf(issuer)
  return async (token, now) => {
    const { jwtVerify } = await import('jose')
    const demands = {
      issuer,
      audience: waysToWrite(audience),
      algorithms: ALGORITHMS,
      typ: 'at+jwt',
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now),
    }
    const { payload } = await jwtVerify(token, keys, demands).catch((error) => {
      throw refusalOf(error)
    })
    const { sub, exp, iat, scope } = readClaims(payload)
    const given = scope.split(' ')
    return {
      issuer,
      subject: sub,
      scopes: SCOPES.filter((each) => given.includes(each)),
      issuedAt: isoOf(iat),
      expiresAt: isoOf(exp),
    }
  }
}
