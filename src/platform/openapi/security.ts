import type { Document, Operation } from './components.ts'

/** How callers are known. Access tokens are among it where the service is told of a provider. */
export const securitySchemes = (openIdConnectUrl: string | undefined) => ({
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'avk_...',
    description: 'A key of an account.',
  },
  ...(openIdConnectUrl && {
    accessToken: {
      type: 'openIdConnect',
      openIdConnectUrl,
      description: 'An access token of this provider, made for this service, sent as Bearer.',
    },
  }),
  clientAccount: {
    type: 'apiKey',
    in: 'header',
    name: 'Afterview-Account',
    description:
      'For coaches, beside their key: the id of the client in whose account this is done. The key needs `coaching:read` for reads and `coaching:write` for writes. Without a live engagement that grants the consents named in `x-coach-scopes`, or the one in `x-coach-scopes-or`, it is 404, as if the account did not exist.',
  },
  operatorKey: { type: 'http', scheme: 'bearer', description: 'The value of OPERATOR_KEY.' },
})

const consentsOf = (operation: Operation) => (operation['x-coach-scopes'] ?? []) as string[]

const scopeOfCoach = (method: string) => (method === 'get' ? 'coaching:read' : 'coaching:write')

/** A credential alone is for the account that it belongs to; a coach's may come with the account of a client. */
const waysIn = (method: string, operation: Operation, takesTokens: boolean) => {
  const own = operation['x-scope'] ? [operation['x-scope']] : []
  const credentials = (scopes: unknown[]) => [
    { apiKey: [] },
    ...(takesTokens ? [{ accessToken: scopes }] : []),
  ]
  const forClient = credentials([scopeOfCoach(method)]).map((each) => ({ ...each, clientAccount: [] }))
  return [...credentials(own), ...(consentsOf(operation).length > 0 ? forClient : [])]
}

/** The last words of a description: what a coach needs, of the client and of the key. */
const addNeedsOfCoach = (method: string, operation: Operation) => {
  const consents = consentsOf(operation).map((each) => `\`${each}\``)
  if (consents.length === 0) return
  const other = operation['x-coach-scopes-or']
  const or = other ? ` or, for what they wrote themselves, \`${other}\`` : ''
  operation.description += ` A coach needs the consent ${consents.join(' and ')}${or} instead, and \`${scopeOfCoach(method)}\` on the key.`
}

/** Says of each operation for accounts with which credentials it may be called. */
export const addCredentials = (document: Document): Document => {
  const takesTokens = 'accessToken' in (document.components.securitySchemes ?? {})
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      if ('x-coach-scopes' in operation) operation.security = waysIn(method, operation, takesTokens)
      addNeedsOfCoach(method, operation)
      delete operation['x-scope']
    }
  }
  return document
}
