/** Which side of an engagement somebody is on. */
export const ROLES = ['coach', 'client'] as const
export type Role = (typeof ROLES)[number]

/** What is stored. That one is over because its time is up is computed, and stored nowhere. */
export const STORED = ['invited', 'active', 'paused', 'ended'] as const
export type Stored = (typeof STORED)[number]
export const STATUSES = [...STORED, 'expired'] as const
export type EngagementStatus = (typeof STATUSES)[number]

type Terms = { status: Stored; invitationExpiresAt: string | null; endsAt: string | null }

/** @param now RFC 3339 in UTC, as the other instants */
export const statusOf = ({ status, invitationExpiresAt, endsAt }: Terms, now: string): EngagementStatus => {
  if (status === 'ended') return status
  const ends = status === 'invited' ? [invitationExpiresAt, endsAt] : [endsAt]
  return ends.some((end) => end !== null && end <= now) ? 'expired' : status
}
