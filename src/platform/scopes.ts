import type { Actor } from '../context.ts'
import { Problem } from '../problems.ts'

/** What a key or an access token may be allowed to do. */
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

/** What a client may let a coach do. */
export const CONSENTS = [
  'journal:read',
  'reflections:read',
  'study:read',
  'insights:read',
  'notes:write',
  'assignments:write',
] as const

export type Consent = (typeof CONSENTS)[number]

/** Whether an actor may do what a scope stands for; the operator is held to none. */
export const holdsScope = (actor: Actor, scope: Scope): boolean =>
  actor.kind === 'operator' || actor.scopes.includes(scope)

/** Whether a client lets the coach who asks do this. */
export const holdsConsent = (actor: Actor, consent: Consent): boolean =>
  actor.kind === 'account' && actor.scopes.includes(consent)

/** @throws Problem `insufficient_scope` when the actor does not hold it */
export const demandScope = (actor: Actor, scope: Scope | undefined): void => {
  if (!scope || holdsScope(actor, scope)) return
  throw new Problem(
    'insufficient_scope',
    `This needs the scope ${scope}, which your credential does not hold.`,
    {
      headers: {
        'www-authenticate': `Bearer realm="afterview", error="insufficient_scope", scope="${scope}"`,
      },
    },
  )
}
