import type { Consent } from '../../src/platform/scopes.ts'
import type { Client } from '../support/client.ts'

type Person = Client & { accountId: string }

/** The header by which a coach acts for a client. */
export const actingFor = ({ accountId }: { accountId: string }) => ({ 'afterview-account': accountId })

/** A client invites, a coach accepts; answers with the id of their engagement. */
export const engage = async (
  client: Client,
  coach: Client,
  scopes: readonly Consent[],
  more = {},
): Promise<string> => {
  const invited = await client.post('/v1/engagements', { role: 'client', scopes, ...more })
  const { status, body } = await coach.post('/v1/engagements/acceptances', {
    token: invited.body.invitationToken,
  })
  if (status !== 201) throw new Error(`not accepted: ${body.detail}`)
  return body.id
}

/** Erases the account, with everything in it. */
export const erase = (who: Person) =>
  who.send('DELETE', '/v1/me', {
    payload: JSON.stringify({ confirm: who.accountId }),
    headers: { 'content-type': 'application/json' },
  })

/** The coach as one who acts for this client wherever no other header says otherwise. */
export const inAccountOf = (coach: Person, client: { accountId: string }): Client => {
  const header = actingFor(client)
  return {
    ...coach,
    get: (url, headers = {}) => coach.get(url, { ...header, ...headers }),
    post: (url, body, headers = {}) => coach.post(url, body, { ...header, ...headers }),
    put: (url, body, headers = {}) => coach.put(url, body, { ...header, ...headers }),
    patch: (url, body, headers = {}) => coach.patch(url, body, { ...header, ...headers }),
    delete: (url, headers = {}) => coach.delete(url, { ...header, ...headers }),
    send: (method, url, options = {}) =>
      coach.send(method, url, { ...options, headers: { ...header, ...options.headers } }),
  }
}
