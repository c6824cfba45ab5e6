import type { Client } from '../../support/client.ts'

const made = async (answer: ReturnType<Client['post']>) => {
  const { status, body } = await answer
  if (status !== 201) throw new Error(`Not made, but ${status}: ${JSON.stringify(body)}`)
  return body
}

/** The records that tests of the journal begin with, made as any client would make them. */
export const addApplication = (client: Client, members: object = {}) =>
  made(client.post('/v1/applications', { company: 'Lindgren Optics', ...members }))

/** One that was held, unless its day says otherwise. */
export const addInterview = (client: Client, applicationId: string, members: object = {}) => {
  const course = 'startsAt' in members || 'heldOn' in members ? {} : { status: 'completed' }
  return made(client.post(`/v1/applications/${applicationId}/interviews`, { ...course, ...members }))
}

export const addQuestion = (client: Client, interviewId: string, members: object = {}) =>
  made(client.post(`/v1/interviews/${interviewId}/questions`, { prompt: 'Why us?', ...members }))

export const addPlan = (client: Client, members: object = {}) =>
  made(client.post('/v1/plans', { if: 'they ask why', then: 'I name one product of theirs', ...members }))

export const beginReflection = (client: Client, subject: object) =>
  made(client.post('/v1/reflections', { subject }))

export const idsOf = (page: { body: { data: { id: string }[] } }) => page.body.data.map(({ id }) => id)
