/** What a key may be allowed to do. */
export const SCOPES = [
  'journal:read',
  'journal:write',
  'reflections:read',
  'reflections:write',
  'insights:read',
  'coaching:read',
  'coaching:write',
  'automation:manage',
  'account:manage',
] as const

export type Scope = (typeof SCOPES)[number]
