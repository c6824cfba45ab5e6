import { test } from 'tap'
import { openService } from '../support/service.ts'

const STAGES = 'saved, applied, responded, interviewed, offered, accepted'
const RANGE = 'Must be a whole number from 1 to 200'

/** What is refused at a parameter of a query, with all that is told of it. */
const REFUSED: Record<string, Record<string, unknown>> = {
  '/v1/applications?limit=-1': { detail: RANGE, code: 'too_small', limit: 1 },
  '/v1/applications?limit=201': { detail: RANGE, code: 'too_big', limit: 200 },
  '/v1/applications?limit=1.5': { detail: RANGE, code: 'invalid_type' },
  '/v1/applications?limit=ten': { detail: RANGE, code: 'invalid_type' },
  '/v1/applications?limit=': { detail: RANGE, code: 'invalid_type' },
  '/v1/applications?stage=lost': {
    detail: `Must be one of ${STAGES}`,
    code: 'not_an_option',
  },
  '/v1/applications?stage=saved,lost': {
    detail: `Value 2 must be one of ${STAGES}`,
    code: 'not_an_option',
  },
  '/v1/applications?stage=saved,': {
    detail: `Value 2 is empty and must be one of ${STAGES}`,
    code: 'not_an_option',
  },
  [`/v1/applications?stage=${'saved,'.repeat(50)}saved`]: {
    detail: 'Must name each value once',
    code: 'duplicate',
  },
  '/v1/clients?status=active,paused': {
    detail: 'Must be one of active, paused; several are not taken here',
    code: 'not_an_option',
  },
  '/v1/applications?archived=maybe': {
    detail: 'Must be one of true, false',
    code: 'not_an_option',
  },
  '/v1/applications?updatedFrom=2026-05-04T10:00:00+02:00': {
    detail: 'Must be an instant with its offset, as 2026-03-17T13:00:00Z; a + in a query is written %2B',
    code: 'invalid_format',
  },
  '/v1/applications?q=%FF': {
    detail: 'Must be percent-encoded UTF-8: ü as %C3%BC, a space as %20, % itself as %25',
    code: 'invalid_format',
  },
  '/v1/applications?tag=100%': {
    detail: 'Must be percent-encoded UTF-8: ü as %C3%BC, a space as %20, % itself as %25',
    code: 'invalid_format',
  },
  '/v1/applications?colour=red': { detail: 'This parameter is not known here.', code: 'unknown_member' },
}

test('a query that is refused is told which parameter it is, and what it takes', async (t) => {
  const noor = await (await openService(t)).newAccount()
  for (const [url, fault] of Object.entries(REFUSED)) {
    const { status, body } = await noor.get(url)
    const [, name] = /\?(\w+)=/.exec(url) ?? []
    t.strictSame([status, body.errors], [400, [{ pointer: `/querystring/${name}`, ...fault }]], url)
  }

  await t.test('and so is a list of types of events', async (t) => {
    const { body } = await noor.get('/v1/events?types=outcome.recorded,outcome.lost')
    t.match(body.errors, [{ pointer: '/querystring/types', code: 'not_an_option' }])
    t.match(body.errors[0].detail, /^Value 2 must be one of .*outcome\.recorded/)
  })

  await t.test('what a note is on says how it is named', async (t) => {
    const { body } = await noor.post('/v1/notes', { text: 'Call back.', subject: {} })
    t.match(body.errors, [{ pointer: '/subject', detail: 'Name one of these: applicationId or interviewId' }])
  })

  await t.test('a member of a body names what may be chosen as well', async (t) => {
    const sent = { company: 'Brightwater', workMode: 'at sea', colour: 'red' }
    const { body } = await noor.post('/v1/applications', sent)
    t.match(body.errors, [
      { pointer: '/workMode', detail: 'Must be one of onsite, hybrid, remote', code: 'not_an_option' },
      { pointer: '/colour', detail: 'This member is not known here.' },
    ])
  })
})
