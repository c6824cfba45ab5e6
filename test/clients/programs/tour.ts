import createClient from 'openapi-fetch'
import type { paths } from '../generated/afterview.d.ts'

// The tour of the README, as a client of another maker takes it: types by openapi-typescript, calls by openapi-fetch.

const { ORIGIN = '', KEY = '' } = process.env
const afterview = createClient<paths>({ baseUrl: ORIGIN, headers: { authorization: `Bearer ${KEY}` } })

/** What was answered; a refusal ends the program. */
const done = async <Answer>(asked: Promise<{ data?: Answer; error?: { code: string; detail: string } }>) => {
  const { data, error } = await asked
  if (error) throw new Error(`${error.code}: ${error.detail}`)
  return data as Answer
}

const log = `Company,Role,Applied,Interview,Status,Comments
Lindgren Optics,Process Engineer,2026-03-02,2026-03-17,Rejected,Internal candidate was hired
Brightwater,Process Engineer,2026-03-09,,Ghosted,
Lindgren Optics,Quality Engineer,2026-03-30,2026-04-14,Interviewing,Panel next
`
const csv = {
  body: log,
  headers: { 'content-type': 'text/csv' },
  bodySerializer: (body: unknown) => String(body),
}
const { rows } = await done(afterview.POST('/v1/imports', { ...csv, params: { query: { dryRun: 'true' } } }))
const { counts } = await done(afterview.POST('/v1/imports', csv))

const application = await done(
  afterview.POST('/v1/applications', {
    body: { company: 'Halden Instruments', roleTitle: 'Test Engineer', appliedOn: '2026-04-20' },
  }),
)
const params = { path: { id: application.id } }
const interview = await done(
  afterview.POST('/v1/applications/{id}/interviews', {
    params,
    body: { kind: 'technical', format: 'video', startsAt: '2026-05-06T13:00:00+02:00' },
  }),
)
const question = await done(
  afterview.POST('/v1/interviews/{id}/questions', {
    params: { path: { id: interview.id } },
    body: {
      prompt: 'How do you validate a test rig?',
      topic: 'measurement',
      answered: 'knew_but_could_not_show',
    },
  }),
)
const outcome = await done(
  afterview.PUT('/v1/applications/{id}/outcome', {
    params,
    body: {
      kind: 'rejected',
      learnedOn: '2026-05-20',
      reasons: [
        { code: 'budget_cut', evidence: 'stated_by_employer' },
        { code: 'could_not_show_knowledge', evidence: 'inferred' },
      ],
    },
  }),
)
const reflection = await done(
  afterview.POST('/v1/reflections', { body: { subject: { interviewId: interview.id } } }),
)
const answer = { params: { path: { id: reflection.id } } }
const missed = { step: 'did_not_go_well', text: 'I lost the thread.', questionId: question.id } as const
const tooSoon = await afterview.POST('/v1/reflections/{id}/answers', { ...answer, body: missed })
const refusal = tooSoon.error
await done(
  afterview.POST('/v1/reflections/{id}/answers', {
    ...answer,
    body: { step: 'went_well', text: 'I was calm.' },
  }),
)
await done(afterview.POST('/v1/reflections/{id}/answers', { ...answer, body: missed }))
await done(
  afterview.POST('/v1/reflections/{id}/answers', {
    ...answer,
    body: {
      step: 'do_differently',
      text: 'Say the steps aloud.',
      plan: { if: 'they ask how I validate something', then: 'I name the three steps first' },
    },
  }),
)
const completed = await done(afterview.POST('/v1/reflections/{id}/completion', answer))
const plans = await done(afterview.GET('/v1/plans', { params: { query: { status: 'open' } } }))
const summary = await done(afterview.GET('/v1/insights/summary'))

process.stdout.write(
  JSON.stringify({
    proposed: rows
      .flatMap((row) => ('proposedReasons' in row ? row.proposedReasons : []))
      .map(({ code }) => code),
    imported: counts.added,
    attribution: outcome.attribution,
    reading: outcome.reading.map(({ code }) => code),
    refusal: refusal?.code,
    didNotGoWell: completed.didNotGoWell.map(({ text }) => text),
    plans: plans.data.map((plan) => plan.then),
    interviewsObtained: summary.works.interviewsObtained,
  }),
)
