import { test } from 'tap'
import { codes, readSheet } from './sheet.ts'
import { type Entry, REACTIVE_RESUME_FILE, reactiveResumeFile } from './tracker-files.ts'

const rowOf = async (entry: Entry) => {
  const { rows } = await readSheet(reactiveResumeFile([{ Company: 'Halden', ...entry }]))
  const [row] = rows
  if (row === undefined) throw new Error('no row')
  return row
}

test('stage and closed reason of Reactive Resume are the state, its histories give the days', async (t) => {
  const { format, problems, dateOrder, rows } = await readSheet(REACTIVE_RESUME_FILE)
  t.equal(format, 'reactive_resume')
  t.same(problems, [])
  t.same(dateOrder, { 'Stage Date': 'iso', 'Application Date': 'iso', 'Stage History': 'iso' })
  t.same(
    rows.map(({ state, application, offer, outcome }) => [
      state,
      application.appliedOn,
      offer?.receivedOn,
      outcome?.decidedOn,
    ]),
    [
      ['saved', null, undefined, undefined],
      ['applied', '2026-01-03', undefined, undefined],
      ['interviewing', '2026-01-03', undefined, undefined],
      ['offer_open', '2026-01-03', '2026-02-02', undefined],
      ['rejected', '2026-01-03', undefined, '2026-02-12'],
      ['no_response', '2026-01-03', undefined, null],
      ['offer_declined', '2026-01-03', '2026-02-01', '2026-02-15'],
    ],
  )
  t.match(rows[4], { remarks: [], application: { notes: /^Updated At: .+\nCreated At: .+$/ } })
  t.match(rows[6]?.proposedReasons, [{ code: 'accepted_another_offer', evidence: 'inferred' }])
})

test('the members of an entry are taken over, with its tags and contacts', async (t) => {
  const { rows } = await readSheet(REACTIVE_RESUME_FILE)
  t.match(rows[1]?.application, {
    company: 'Brightwater, "Rigs"',
    location: 'Bergen',
    url: 'https://bright.example/7',
    source: { channel: 'referral', name: 'Referral' },
    salaryRange: { minimum: 6_200_000, currency: 'EUR', period: 'year' },
    tags: ['remote', 'rigs; cold'],
    contacts: [
      { name: 'Ada', role: 'Recruiter, Referral' },
      { name: 'Bo', role: null },
    ],
  })
  t.equal(
    rows[1]?.application.notes,
    [
      '- ask about travel\n- and the boat',
      'Updated At: 2026-02-20T18:03:09.007Z',
      'Created At: 2026-01-01T09:12:44.120Z',
    ].join('\n'),
  )
  t.same(codes(rows[1] ?? (await rowOf({}))), [])
})

test('an appointment of the timeline is an interview at its minute, a stage only says that there was one', async (t) => {
  const { rows } = await readSheet(REACTIVE_RESUME_FILE)
  t.same(rows[2]?.interviews, [
    {
      round: 1,
      kind: 'technical',
      format: null,
      label: 'Technical interview',
      heldOn: '2026-01-20',
      time: '23:30',
      utc: true,
      status: 'completed',
      result: 'pending',
    },
  ])
  t.match(rows[2]?.application.notes, /^Timeline: 2026-01-02: Saved\n(.+\n){3}A kind voice\.\n/)
  t.match(rows[2]?.application.notes, 'Stage History: Saved (2026-01-02) →')
  t.match(rows[3]?.interviews, [{ heldOn: null, result: 'advanced' }])
  t.equal(rows[3]?.interviews.length, 1)
})

test('the kinds of its appointments are known', async (t) => {
  const kinds = ['Screening', 'Technical', 'Behavioral', 'Onsite', 'Other']
  const lines = kinds.map(
    (kind, at) => `2026-01-0${at + 4}: ${kind} interview (2026-01-0${at + 4}T08:00:00.000Z)`,
  )
  const { interviews, application } = await rowOf({
    Stage: 'interview',
    'Stage History': 'Applied (2026-01-03)',
    Timeline: lines.join('\n'),
  })
  t.same(
    interviews.map(({ kind, format }) => [kind, format]),
    [
      ['recruiter_screen', null],
      ['technical', null],
      ['behavioral', null],
      ['onsite', 'in_person'],
      ['other', null],
    ],
  )
  t.notMatch(application.notes, 'Timeline')
})

test('an entry that was never sent has no day of application, whatever its column says', async (t) => {
  const recruited = await rowOf({
    Stage: 'interview',
    'Application Date': '2026-01-05',
    'Stage History': 'Screening (2026-01-05) → Interview (2026-01-09)',
  })
  t.match(recruited, { state: 'interviewing', application: { appliedOn: null } })
  t.match(recruited.application.notes, /^Application Date: 2026-01-05$/m)
  t.ok(codes(recruited).includes('Application Date: not_day_of_application'))
  const takenBack = await rowOf({
    Stage: 'saved',
    'Stage History': 'Saved (2026-01-02) → Applied (2026-01-03) → Saved (2026-01-04)',
  })
  t.match(takenBack, { state: 'saved', application: { appliedOn: null } })
  t.match(await rowOf({ 'Stage History': '' }), {
    state: 'applied',
    application: { appliedOn: '2026-01-03' },
  })
  t.match(await rowOf({ 'Application Date': '', 'Stage History': 'Applied (2026-01-03)' }), {
    state: 'applied',
    application: { appliedOn: '2026-01-03' },
  })
  t.match(await rowOf({ Stage: 'saved' }), { state: 'saved', application: { appliedOn: null } })
})

test('a stage that was taken back never was, and a second application is told', async (t) => {
  const row = await rowOf({
    Stage: 'interview',
    'Application Date': '2026-01-20',
    'Stage History':
      'Applied (2026-01-03) → Offer (2026-01-10) → Interview (2026-01-11) → Applied (2026-01-20) → Interview (2026-01-25)',
  })
  t.match(row, { state: 'interviewing', offer: null, application: { appliedOn: '2026-01-20' } })
  t.equal(row.interviews.length, 1)
  t.match(row.remarks[0], { heading: 'Stage History', code: 'second_value', detail: /“Application Date”/ })
  t.match(row.application.notes, 'Stage History: Applied (2026-01-03)')
})

test('a closed entry without a reason did not end in a rejection', async (t) => {
  const closed = await rowOf({
    Stage: 'closed',
    'Stage Date': '2026-02-12',
    'Stage History': 'Applied (2026-01-03) → Interview (2026-01-15) → Closed (2026-02-12)',
  })
  t.match(closed, { state: 'interviewing', outcome: null })
  t.match(closed.remarks.at(-1), { heading: 'Stage', code: 'ending_not_stated', value: 'closed' })
  t.match(closed.application.notes, /^Stage: closed$/m)
})

test('an older file, with its archive and its rejections, is read as well', async (t) => {
  const older = reactiveResumeFile([
    {
      Company: 'Halden',
      Stage: 'rejected',
      'Stage Date': '2026-02-12',
      Tags: 'remote;rigs',
      'Closed Reason': 'false',
    },
    { Company: 'Orrin', Stage: 'applied', 'Closed Reason': 'true' },
  ]).replace('Closed Reason', 'Archived')
  const { format, rows } = await readSheet(older)
  t.equal(format, 'reactive_resume')
  t.match(rows[0], { state: 'rejected', outcome: { decidedOn: '2026-02-12' } })
  t.notMatch(rows[0]?.application.notes, 'Archived')
  t.match(rows[1], { state: 'applied', outcome: null, application: { appliedOn: '2026-01-03' } })
  t.match(rows[1]?.remarks, [{ heading: 'Archived', code: 'ending_not_stated', value: 'true' }])
})

test('days of a history that do not exist are moved nowhere', async (t) => {
  const row = await rowOf({
    'Application Date': '',
    'Stage History': 'Applied (2026-02-31)',
    Timeline: '2026-02-31: Applied\n2026-02-30: Onsite interview (2026-02-30T09:00:00.000Z)',
  })
  t.match(row, { application: { appliedOn: null }, interviews: [] })
  t.match(row.application.notes, 'Stage History: Applied (2026-02-31)')
  t.match(row.application.notes, 'Timeline: 2026-02-31: Applied')
  t.ok(codes(row).includes('Stage History: no_such_day'))
  t.ok(codes(row).includes('Timeline: no_such_day'))
})

test('an entry is the same one when its day of application moves', async (t) => {
  const before = await rowOf({ 'Application Date': '2026-01-03' })
  const after = await rowOf({ 'Application Date': '2026-01-09', Stage: 'interview' })
  t.equal(before.identity, after.identity)
  t.not((await rowOf({ 'Created At': '2026-01-01T09:12:44.121Z' })).identity, before.identity)
})

test('an apostrophe is a guard only before what a spreadsheet would compute', async (t) => {
  const { application } = await rowOf({ Company: "'=Sum", Role: "'Tis a role", Notes: "'+47 55 01" })
  t.match(application, { company: '=Sum', roleTitle: "'Tis a role" })
  t.match(application.notes, /^\+47 55 01\n/)
})
