import {
  ApiError,
  answerReflection,
  configure,
  createApplication,
  createInterview,
  createReflection,
  type Problem,
  putOutcome,
} from '../generated/client.ts'

// The same service through a client that Redocly generates whole.

const { ORIGIN = '', KEY = '' } = process.env
configure({ serverUrl: ORIGIN, auth: { bearer: KEY }, idempotencyKey: true })

const { id } = await createApplication({
  body: { company: 'Halden Instruments', roleTitle: 'Test Engineer', appliedOn: '2026-04-20' },
})
const interview = await createInterview({
  path: { id },
  body: { kind: 'technical', startsAt: '2026-05-06T13:00:00+02:00' },
})
const { reading } = await putOutcome({
  path: { id },
  body: { kind: 'rejected', reasons: [{ code: 'budget_cut', evidence: 'stated_by_employer' }] },
})
const reflection = await createReflection({ body: { subject: { interviewId: interview.id } } })
const refusal = await answerReflection({
  path: { id: reflection.id },
  body: { step: 'do_differently', text: 'Say the steps aloud.' },
}).catch((error: unknown) => error)

process.stdout.write(
  JSON.stringify({
    reading: reading.map(({ code }) => code),
    refusal: refusal instanceof ApiError ? (refusal.body as Problem).code : undefined,
  }),
)
