import type { DISABLED_REASONS } from '../event-types/rules.ts'

/** How messages are signed: with a shared secret (HMAC-SHA256), or so that a public key proves it (Ed25519). */
export const SCHEMES = ['v1', 'v1a'] as const
export type Scheme = (typeof SCHEMES)[number]

export type DisabledReason = (typeof DISABLED_REASONS)[number]

export const MOST_ENDPOINTS = 20

/** For how long messages are signed with the old secret, too, after a rotation. */
export const OVERLAP_MS = 86_400_000

/** With how many secrets a message is signed at most, where rotations follow one another within that time. */
export const MOST_SECRETS = 5

/** After so long of nothing but failure an endpoint is disabled. */
const PATIENCE_MS = 5 * 86_400_000

/** Whether an endpoint that has failed since then has failed for too long. */
export const isGivenUp = (failingSince: string, now: string): boolean =>
  Date.parse(now) - Date.parse(failingSince) >= PATIENCE_MS
