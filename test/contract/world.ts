import { randomUUID } from 'node:crypto'
import type { Client } from '../support/client.ts'
import type { Contract } from '../support/conformance.ts'
import { OPERATOR_KEY, type Service } from '../support/service.ts'
import { type Call, hasBody, isList, resolved } from './calls.ts'

/** One record of every noun in one account, and what to send to each operation. */
export type World = {
  /** What fills a parameter of a path, by the segment that stands before it. */
  records: Record<string, string>
  /** What to send (or what makes it anew each time), by operation, where the contract's own example would not fit these records. */
  bodies: Record<string, unknown>
  /** Queries that bring about the further answers of an operation that documents several. */
  searches: Record<string, string[]>
  /** Somebody else, who coaches this account. */
  coach: Client & { accountId: string }
  /** Somebody else, whom this account coaches. */
  coached: Client & { accountId: string }
}

const CSV = [
  'Company,Position,Applied',
  'Stellwerk Labs,Analyst,2026-02-10',
  'Orrin Foods,Analyst,2026-02-11',
  'Vesper,Analyst,2026-02-12\n',
].join('\n')

/** Words that were not there before. */
const unique = (words: string) => `${words} ${randomUUID()}?`

/** One and the other by turns. */
const turning = (one: object, other: object) => {
  let last = other
  return () => {
    last = last === one ? other : one
    return last
  }
}

const text = (step: string, more = {}) => ({ step, text: `What I have to say about ${step}.`, ...more })

/**
 * Makes the records through the service. Each new noun adds its record here: a path with a parameter that no record
 * fills fails every test that walks the contract.
 */
export const makeWorld = async (client: Client): Promise<World> => {
  const made = async (url: string, body: unknown, type = 'application/json'): Promise<string> => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body)
    const sent = payload === undefined ? {} : { payload, headers: { 'content-type': type } }
    const answer = await client.send('POST', url, sent)
    if (answer.status !== 201) throw new Error(`${url} answered ${answer.status} ${answer.body.detail}`)
    return answer.body.id
  }
  const application = await made('/v1/applications', { company: 'Lindgren Optics', appliedOn: '2026-03-02' })
  const [source, known] = ['crm', encodeURIComponent('A/1')]
  await client.put(`/v1/applications/by-external-ref/${source}/${known}`, { company: 'Brightwater' })
  const pitch = await made('/v1/pitches', { title: 'Short', text: 'I keep things running.' })
  const interview = await made(`/v1/applications/${application}/interviews`, { heldOn: '2026-03-17' })
  const question = await made(`/v1/interviews/${interview}/questions`, { prompt: 'Why optics?' })
  await client.put(`/v1/applications/${application}/offer`, { receivedOn: '2026-04-01' })
  await client.put(`/v1/applications/${application}/outcome`, { kind: 'offer_declined' })
  const reflection = await made('/v1/reflections', { subject: { interviewId: interview } })
  await made('/v1/reflections', { subject: { from: '2026-05-25', to: '2026-05-31' } })
  const answers = `/v1/reflections/${reflection}/answers`
  const plan = { if: 'they ask why', then: 'I pause before I answer' }
  await client.post(answers, text('went_well', { questionId: question }))
  await client.post(answers, text('went_well'))
  await client.post(answers, text('did_not_go_well'))
  await client.post(answers, text('do_differently', { plan }))
  const [, answer] = (await client.get(`/v1/reflections/${reflection}`)).body.wentWell
  const ownPlan = await made('/v1/plans', plan)
  await made(`/v1/plans/${ownPlan}/reviews`, { tried: true, helped: 'yes', interviewId: interview })
  const reason = await made('/v1/reasons', { group: 'fit', title: 'Shifts at night' })
  const note = await made('/v1/notes', { subject: { interviewId: interview }, text: 'Ask about lenses.' })
  const assignment = await made('/v1/assignments', {
    subject: { interviewId: interview },
    text: 'Write down what went well.',
    dueOn: '2026-06-08',
  })
  const session = await made('/v1/coaching-sessions', { startsAt: '2026-06-12T15:00:00Z' })
  const pause = await made('/v1/pauses', { from: '2026-05-04', to: '2026-05-10' })
  const win = await made('/v1/wins', { text: 'I asked for time to think.' })
  const scopes = ['account:manage']
  const key = await made('/v1/api-keys', { name: 'Dashboard', scopes })
  const { id: confirm } = (await client.get('/v1/me')).body
  const feed = (await client.post('/v1/calendar-feeds', { label: 'Phone' })).body
  const link = (await client.post('/v1/share-links', { figures: ['summary', 'funnel', 'wins'] })).body
  const brought = await made('/v1/imports', CSV, 'text/csv')

  const operator = client.as(OPERATOR_KEY)
  const another = async (displayName: string) => {
    const { account, apiKey } = (await operator.post('/v1/accounts', { displayName })).body
    return { ...client.as(apiKey.secret), accountId: account.id as string }
  }
  const [coach, coached] = [await another('Robin'), await another('Kim')]
  const invite = async (from: Client) =>
    (await from.post('/v1/engagements', { role: 'client', scopes: ['journal:read', 'notes:write'] })).body
  const { id: engagement, invitationToken: token } = await invite(client)
  const accepted = await coach.post('/v1/engagements/acceptances', { token })
  if (accepted.status !== 201) throw new Error(accepted.body.detail)
  await coach.get('/v1/applications', { 'afterview-account': confirm })
  await client.post('/v1/engagements/acceptances', { token: (await invite(coached)).invitationToken })
  const [invited, waiting] = [await invite(coach), await invite(coach)]

  const studyItem = await made('/v1/study-items', { prompt: unique('Why optics'), topic: 'optics' })
  const otherItem = await made('/v1/study-items', { prompt: unique('How is a lens aligned') })
  await made(`/v1/study-items/${studyItem}/reviews`, { rating: 'good' })
  const endpoint = await made('/v1/webhook-endpoints', { url: 'https://hooks.example.com/afterview' })
  const sendTest = () => made(`/v1/webhook-endpoints/${endpoint}/test`, undefined)
  const [delivery] = [await sendTest(), await sendTest(), await sendTest()]
  return {
    records: {
      applications: application,
      'by-external-ref': source,
      '{source}': known,
      interviews: interview,
      questions: question,
      reflections: reflection,
      answers: answer.id,
      'study-items': studyItem,
      froms: otherItem,
      pitches: pitch,
      pitchs: pitch,
      previouss: pitch,
      plans: ownPlan,
      notes: note,
      assignments: assignment,
      'coaching-sessions': session,
      sessions: session,
      pauses: pause,
      wins: win,
      reasons: reason,
      'api-keys': key,
      imports: brought,
      'calendar-feeds': feed.id,
      calendar: feed.url.replace(/^.*\/|\.ics$/g, ''),
      'share-links': link.id,
      shared: link.token,
      engagements: engagement,
      clients: coached.accountId,
      coachs: coach.accountId,
      'event-types': 'application.created',
      'webhook-endpoints': endpoint,
      deliveries: delivery,
      problems: 'not_found',
      insights: 'summary',
      confirms: confirm,
    },
    bodies: {
      mergeStudyItems: { from: otherItem },
      updateApplication: () => ({ notes: unique('Do they pay for the move') }),
      upsertApplication: () => ({ company: 'Brightwater', notes: unique('Who answers') }),
      updateInterview: () => ({
        result: 'advanced',
        heardBackOn: '2026-03-20',
        notes: unique('Who else was there'),
      }),
      updateQuestion: () => ({ notes: unique('Which example fits') }),
      updateStudyItem: () => ({ answerNotes: unique('What would I say') }),
      updateReflection: turning({ private: true }, { private: false }),
      updateAnswer: () => ({ text: unique('Did I ask for time') }),
      updatePlan: () => ({ then: unique('I ask what they mean by it') }),
      updatePitch: () => ({ title: unique('Why me') }),
      updateNote: () => ({ text: unique('Do mornings work better') }),
      updatePause: () => ({ notes: unique('By the sea') }),
      updateReason: () => ({ title: unique('Too far away') }),
      updateWin: () => ({ text: unique('Who said so') }),
      updateMe: () => ({ displayName: unique('Noor') }),
      updateApiKey: () => ({ name: unique('Old dashboard') }),
      updateEngagement: turning({ scopes: ['insights:read'] }, { scopes: ['insights:read', 'study:read'] }),
      updateShareLink: () => ({ label: unique('For my sister') }),
      updateCoachingSession: () => ({ notes: unique('What was hard') }),
      updateAssignment: () => ({ text: unique('What would I ask them') }),
      updateWebhookEndpoint: () => ({ description: unique('The dashboard') }),
      updateCalendarFeed: () => ({ label: unique('Old phone') }),
      putOffer: () => ({
        receivedOn: '2026-04-01',
        salary: { amount: 6_000_000, currency: 'EUR', period: 'year' },
        notes: unique('Until when'),
      }),
      putOutcome: () => ({
        kind: 'rejected',
        learnedOn: '2026-03-20',
        reasons: [{ code: 'internal_candidate', evidence: 'stated_by_employer' }],
        employerFeedback: unique('Shall we stay in touch'),
      }),
      createStudyItem: () => ({ prompt: unique('How do you find a slow query') }),
      eraseMe: { confirm },
      createApiKey: { name: 'Another', scopes },
      createReflection: { subject: { interviewId: interview } },
      createNote: { text: 'They sent a map.' },
      answerReflection: text('went_well', { questionId: question }),
      reviewPlan: { tried: true, helped: 'no', interviewId: interview },
      createImport: CSV,
      acceptEngagement: { token: invited.invitationToken },
      lookUpInvitation: { token: waiting.invitationToken },
    },
    searches: { createImport: ['', '?dryRun=true'] },
    coach,
    coached,
  }
}

/** The path with a record of the world for each parameter, or with the one given instead. */
export const fill = (
  path: string,
  { records }: Pick<World, 'records'>,
  instead: Record<string, string> = {},
) => {
  const segments = path.split('/')
  return segments
    .map((segment, at) => {
      const [, name, ending = ''] = /^\{(.+)\}(.*)$/.exec(segment) ?? []
      if (!name) return segment
      const value = instead[name] ?? records[segments[at - 1] ?? '']
      if (!value) throw new Error(`No record of the world fills ${path}: add one to test/contract/world.ts.`)
      return `${value}${ending}`
    })
    .join('/')
}

/** An account with its world, for calls that remove a record: the last one that was made, as long as the record is there. */
export const worldsOf = (service: Service) => {
  let last: { account: Client & { accountId: string }; world: World } | undefined
  return async (path: string) => {
    const holds = last && (await last.account.get(fill(path, last.world))).status === 200
    if (last && holds) return last
    const account = await service.newAccount()
    last = { account, world: await makeWorld(account) }
    return last
  }
}

/** A body that the operation accepts: the world's, or the contract's own example. */
export const bodyOf = (contract: Contract, { operationId, media }: Call, world: World): unknown => {
  const given = world.bodies[operationId]
  if (given !== undefined && (typeof given !== 'string' || media['text/csv']))
    return typeof given === 'function' ? given() : given
  const [content] = Object.values(media)
  const { examples } = resolved(contract, content?.schema ?? {}) as { examples?: unknown[] }
  if (!examples?.[0]) throw new Error(`${operationId} has no example: the contract owes one to its readers.`)
  return examples[0]
}

/** What goes over the wire: text as it is under the first media type that is not JSON, all else as JSON. */
export const written = (call: Call, body: unknown) => {
  const media = Object.keys(call.media)
  const type = typeof body === 'string' ? media.find((it) => !it.includes('json')) : 'application/json'
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  return { payload, headers: { 'content-type': type ?? 'application/json' } }
}

/** Calls the operation with what it accepts, except where `instead` says otherwise. */
export const perform = (
  client: Client,
  contract: Contract,
  call: Call,
  world: World,
  instead: { params?: Record<string, string>; headers?: Record<string, string>; search?: string } = {},
) => {
  const url = `${fill(call.path, world, instead.params)}${instead.search ?? ''}`
  const { payload, headers } = hasBody(call) ? written(call, bodyOf(contract, call, world)) : {}
  const all = { ...headers, ...instead.headers }
  return client.send(call.method, url, payload === undefined ? { headers: all } : { payload, headers: all })
}

/** Everything that the account can read: to see that nothing changed. */
export const readAll = async (client: Client, calls: Call[], world: World) => {
  const seen: Record<string, unknown> = {}
  for (const call of calls) {
    if (call.method !== 'GET' || call.credential !== 'key') continue
    const { status, body } = await client.get(`${fill(call.path, world)}${isList(call) ? '?limit=200' : ''}`)
    seen[call.operationId] = { status, body }
  }
  return seen
}
