import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'tap'
import { CHANNELS, EMPLOYMENT_TYPES, PAY_PERIODS } from '../../../src/journal/applications/rules.ts'
import { makeWorld } from '../../contract/world.ts'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { bringIn, fillJournal } from '../journal-files/full-journal.ts'
import { linesOf } from './sheets.ts'

const exported = async (client: Client): Promise<string> =>
  (await client.get('/v1/exports/applications.csv')).body

const without = (line: Record<string, string> = {}, name: string) => {
  const { [name]: _, ...rest } = line
  return rest
}

test('applications as a table', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await fillJournal(noor)
  const answer = await noor.get('/v1/exports/applications.csv')
  const lines = linesOf(answer.body)

  await t.test('are a file to keep, that nobody caches', async (t) => {
    t.match(answer.headers, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="afterview-applications-2026-06-01.csv"',
      'cache-control': 'no-store',
    })
    t.equal(answer.headers.etag, undefined)
  })

  await t.test('have a line each, in the order in which they were recorded', async (t) => {
    const { data } = (await noor.get('/v1/applications?sort=createdAt')).body
    t.strictSame(
      lines.map(({ Id }) => Id),
      data.map(({ id }: Body) => id),
    )
  })

  await t.test('hold all that a line can, in words, and no formula', async (t) => {
    const [first, , , offered] = lines
    t.strictSame(without(first, 'Id'), {
      Company: "'=Halden Instruments",
      Role: 'Test Engineer',
      Stage: 'interviewed',
      Outcome: 'rejected',
      'Applied on': '2026-04-20',
      'Responded on': '2026-04-25',
      'Interview 1': '2026-05-06 13:00',
      'Interview 2': '2026-05-12 missed interview',
      'Interview 3': '',
      'Interview 4': '',
      'Interview 5': '',
      'Interview 6': '',
      'Further interviews': '',
      'Offer received on': '',
      'Decision date': '',
      'Learned on': '2026-05-20',
      Reasons: 'the night shift (stated by employer); could not show knowledge (inferred)',
      'Employer feedback': 'We liked you.\nBut.',
      URL: 'https://halden.example/jobs/7?a=1&b=%20',
      Location: 'Halden',
      'Work mode': 'hybrid',
      'Employment type': 'full time',
      Source: 'Stepping Stones',
      'Source kind': 'job board',
      'Salary minimum': '50000',
      'Salary maximum': '',
      'Salary currency': 'EUR',
      'Salary period': 'year',
      Priority: 'high',
      Tags: 'optics; 東京 🌱',
      Contacts: 'Ida Berg (Recruiter) · ida@halden.example · +47 555 · Kind',
      'Next step': 'Call Ida',
      'Next step due on': '2026-06-09',
      'Resume version': 'v3',
      Notes: 'Zoë said: «ja»',
      'Archived on': '2026-05-30',
      'External id': 'crm A/1 7',
    })
    t.match(offered, {
      Stage: 'offered',
      Outcome: 'offer declined',
      'Interview 1': 'interview scheduled',
      'Offer received on': '2026-04-01',
      'Decision date': '2026-04-09',
    })
  })

  await t.test('of an empty journal are the headings alone', async (t) => {
    const text = await exported(await service.newAccount('Sam'))
    t.equal(text.split('\r\n').length, 2)
    t.match(text, /^\uFEFFCompany,Role,Stage,Outcome,.*,Id\r\n$/)
  })
})

const day = fc
  .date({ min: new Date('2026-01-05'), max: new Date('2026-05-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })
const interview = fc.oneof(
  fc.record({ heldOn: day }),
  fc.record({ startsAt: day.map((it) => `${it}T10:30:00Z`) }),
  fc.record({ status: fc.constantFrom('completed', 'scheduled', 'cancelled', 'missed') }),
  fc.record({ heldOn: day, status: fc.constantFrom('scheduled', 'cancelled', 'missed') }),
  fc.constant({ startsAt: '2026-08-03T10:30:00Z' }),
)
const outcomes = [
  'offer_accepted',
  'offer_declined',
  'offer_rescinded',
  'rejected',
  'no_response',
  'withdrawn',
  'role_closed',
]
const contact = fc.record(
  {
    name: fc.constantFrom('Ida Berg', 'Berg, Ida', '李 伟', '=Ida', 'Ida (she)'),
    role: fc.constantFrom('Recruiter', 'Head of Tests; Oslo'),
    email: fc.constantFrom('ida@halden.example', "i.o'berg+1@mail.halden.example"),
    phone: fc.constantFrom('+47 555', '(030) 555-1/2'),
    notes: fc.constantFrom('Kind', 'Met · twice, at 5'),
  },
  { requiredKeys: ['name', 'role'] },
)
const course = fc
  .record({
    fields: fc.record(
      {
        appliedOn: day,
        respondedOn: day,
        notes: fc.constantFrom('Nice people', '- a list', "'+1"),
        workMode: fc.constantFrom('onsite', 'hybrid', 'remote'),
        employmentType: fc.constantFrom(...EMPLOYMENT_TYPES),
        source: fc.record({
          channel: fc.constantFrom(null, ...CHANNELS),
          name: fc.constantFrom('Stepping Stones', 'Ida'),
        }),
        salaryRange: fc.record({
          minimum: fc.integer({ min: 0, max: 50_000_000 }),
          maximum: fc.constant(null),
          currency: fc.constantFrom(...Intl.supportedValuesOf('currency')),
          period: fc.constantFrom(...PAY_PERIODS),
        }),
        tags: fc.uniqueArray(fc.constantFrom('north', 'night shift', 'a, b', 'c;d', '[e', '-f', '東京')),
        contacts: fc.array(contact, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    interviews: fc.array(interview, { maxLength: 8 }),
    offer: maybe(fc.record({ receivedOn: day }, { requiredKeys: [] })),
    outcome: maybe(fc.record({ kind: fc.constantFrom(...outcomes), decidedOn: maybe(day) })),
  })
  // A table calls a candidate's no after an offer a declined offer, and so would anybody; and silence has no day there.
  .filter(({ offer, outcome }) => !offer || outcome?.kind !== 'withdrawn')
  .filter(({ outcome }) => outcome?.kind !== 'no_response' || !outcome.decidedOn)

test('the table of an account changes nothing in that account', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await makeWorld(noor)
  const whole = async () => (await noor.get('/v1/applications?limit=200')).body
  const before = await whole()
  for (const _ of [1, 2]) {
    const { body } = await bringIn(noor, await exported(noor))
    t.match(body, {
      format: 'afterview',
      counts: { duplicateSkipped: before.data.length, added: 0, updated: 0 },
    })
    t.strictSame(await whole(), before)
  }
})

const companies = ['Halden', '=Orrin', '+Vesper', '-Brightwater', '@Stellwerk', "'=Lindgren"]

test('applications that are exported as a table and brought in again have the same states', async (t) => {
  const service = await openService(t)
  const states = async (client: Client) => {
    const { data } = (await client.get('/v1/applications?sort=createdAt&limit=200')).body
    return data.map(
      ({
        company,
        stage,
        status,
        outcome,
        interviewCount,
        appliedOn,
        respondedOn,
        workMode,
        tags,
        contacts,
        source,
        salaryRange,
        employmentType,
        notes,
      }: Body) => ({
        tags,
        contacts,
        source,
        salaryRange,
        employmentType,
        notes,
        company,
        stage,
        status,
        outcome,
        interviewCount,
        appliedOn,
        respondedOn,
        workMode,
      }),
    )
  }
  const property = fc.asyncProperty(fc.array(course, { minLength: 1, maxLength: 6 }), async (courses) => {
    const noor = await service.newAccount()
    for (const [i, { fields, interviews, offer, outcome }] of courses.entries()) {
      const { body } = await noor.post('/v1/applications', {
        company: companies[i],
        roleTitle: `${i}`,
        ...fields,
      })
      const path = `/v1/applications/${body.id}`
      for (const each of interviews) await noor.post(`${path}/interviews`, each)
      if (offer) await noor.put(`${path}/offer`, offer)
      if (outcome) await noor.put(`${path}/outcome`, outcome)
    }
    const sam = await service.newAccount('Sam')
    const { body } = await bringIn(sam, await exported(noor))
    assert.partialDeepStrictEqual(body.counts, { added: courses.length, invalid: 0 })
    assert.deepEqual(await states(sam), await states(noor))
  })
  await fc.assert(property, { numRuns: 20, seed: 20260601, endOnFailure: true })
})

test('the table of a full journal raises no question, and what is no member of it stands in the notes', async (t) => {
  const service = await openService(t)
  const [noor, sam] = [await service.newAccount(), await service.newAccount('Sam')]
  await fillJournal(noor)
  const { body } = await bringIn(sam, await exported(noor))
  t.strictSame(body.problems, [])
  const { data } = (await sam.get('/v1/applications?sort=createdAt')).body
  t.match(data[0].notes, /^Zoë said: «ja»\n(.+\n)*Priority: high\nNext step: Call Ida\n/)
})

test('interviews beyond the sixth keep their days and how they stand', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { body: application } = await noor.post('/v1/applications', {
    company: 'Halden',
    roleTitle: 'Fitter',
  })
  const cancelled = Array.from({ length: 6 }, () => ({ heldOn: '2026-03-02', status: 'cancelled' }))
  const beyond = [
    { startsAt: '2026-08-03T10:30:00Z' },
    { status: 'scheduled' },
    { heldOn: '2026-05-12', status: 'missed' },
  ]
  for (const each of [...cancelled, ...beyond])
    await noor.post(`/v1/applications/${application.id}/interviews`, each)

  const table = await exported(noor)
  t.match(linesOf(table), [
    {
      Stage: 'responded',
      'Further interviews': '2026-08-03 10:30; interview scheduled; 2026-05-12 missed interview',
    },
  ])
  const sam = await service.newAccount('Sam')
  await bringIn(sam, table)
  const [back] = (await sam.get('/v1/applications')).body.data
  t.match(back, { stage: 'responded', interviewCount: 9 })
  t.equal(back.notes, null, 'all of them are told by the interviews')
  const { data } = (await sam.get(`/v1/applications/${back.id}/interviews`)).body
  t.match(data.toReversed().slice(6), [
    { startsAt: '2026-08-03T10:30:00.000Z', status: 'scheduled' },
    { heldOn: null, status: 'scheduled' },
    { heldOn: '2026-05-12', status: 'missed' },
  ])
})

test('a table of before, that only counts the interviews beyond the sixth, still adds them', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await fillJournal(noor)
  const [heading, line] = (await exported(noor)).split('\r\n')
  const sam = await service.newAccount('Sam')
  await bringIn(sam, [heading, line?.replace(',,,,,,', ',,,,,2,')].join('\r\n'))
  t.match((await sam.get('/v1/applications')).body.data, [{ interviewCount: 4 }])
})

test('a file bears the day that it is for the account', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  service.clock.now = new Date('2026-06-01T10:30:00Z')
  const days = { 'Pacific/Kiritimati': '2026-06-02', 'Pacific/Pago_Pago': '2026-05-31' }
  for (const [timeZone, day] of Object.entries(days)) {
    await noor.patch('/v1/me', { timeZone })
    for (const file of ['journal.json', 'applications.csv', 'timeline.csv', 'weekly-activity.csv']) {
      const { headers } = await noor.get(`/v1/exports/${file}`)
      t.match(headers['content-disposition'], file.replace('.', `-${day}.`), `${file} in ${timeZone}`)
    }
  }
})
