import { z } from 'zod'
import type { App } from './http/types.ts'
import { operation } from './openapi/operation.ts'
import { SCOPES } from './scopes.ts'

const PATH = '/.well-known/oauth-protected-resource'

const ProtectedResource = z
  .object({
    resource: z.url().describe('What a client names to the provider as the `resource` of a token.'),
    resource_name: z.string().describe('What the service is called.'),
    authorization_servers: z
      .array(z.url())
      .optional()
      .describe('Whose access tokens are taken; absent where keys alone are.'),
    scopes_supported: z.array(z.string()).describe('More scopes may come.'),
    bearer_methods_supported: z.array(z.string()).describe('Where a token is sent: in a header alone.'),
    resource_documentation: z.url().describe('Where people read on.'),
  })
  .meta({ id: 'ProtectedResource', description: 'How to come by credentials, RFC 9728.' })

/** Where it is written who gives out access tokens. */
export const metadataUrl = (publicUrl: string): string => `${publicUrl}${PATH}`

/** What an OAuth client has to know of the service before it has a token. */
export const protectedResourceRoutes =
  (publicUrl: string, issuer: string | undefined) => async (app: App) => {
    app.get(
      PATH,
      operation({
        operationId: 'getProtectedResource',
        tag: 'Operations',
        credential: 'none',
        summary: 'Who gives out access tokens?',
        description: 'For OAuth clients, RFC 9728.',
        answers: { 200: ProtectedResource },
      }),
      async () => ({
        resource: publicUrl,
        resource_name: 'Afterview',
        ...(issuer && { authorization_servers: [issuer] }),
        scopes_supported: [...SCOPES],
        bearer_methods_supported: ['header'],
        resource_documentation: `${publicUrl}/docs`,
      }),
    )
  }
