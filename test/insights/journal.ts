import type { Client } from '../support/client.ts'

/** What one application of a test holds, as it is sent. */
export type Told = {
  interviews?: object[]
  offer?: object
  outcome?: object
}

/** Records an application, sent on 2 March 2026 unless stated, with its interviews, its offer and its ending. */
export const tell = async (
  client: Client,
  fields: object,
  { interviews = [], offer, outcome }: Told = {},
) => {
  const application = await client.post('/v1/applications', {
    company: 'Halden',
    appliedOn: '2026-03-02',
    ...fields,
  })
  const { id } = application.body
  const held: string[] = []
  for (const interview of interviews)
    held.push((await client.post(`/v1/applications/${id}/interviews`, interview)).body.id)
  if (offer) await client.put(`/v1/applications/${id}/offer`, offer)
  if (outcome) await client.put(`/v1/applications/${id}/outcome`, outcome)
  return { id: id as string, interviews: held }
}

/** The body of an insight. */
export const read = async (client: Client, path: string) => (await client.get(`/v1/insights/${path}`)).body
