import { test } from 'tap'
import { codes, onlyRow, readSheet } from './sheet.ts'

test('the own no is withdrawn, or declines an offer that the row holds', async (t) => {
  const { rows } = await readSheet(
    'Status,Company,Applied,Proposition,Final answer\nTurn down,A,01/09/2025,,20/09/2025\nTurn down,B,01/09/2025,18/09/2025,20/09/2025',
  )
  t.match(rows[0], { state: 'withdrawn', offer: null, outcome: { decidedOn: '2025-09-20' } })
  t.match(rows[1], { state: 'offer_declined', offer: { receivedOn: '2025-09-18' } })
})

test('an offer before a rejection stays on record and is remarked', async (t) => {
  const row = await onlyRow('Status,Company,Offer\nRejected,A,2025-09-18')
  t.match(row, { state: 'rejected', offer: { receivedOn: '2025-09-18' } })
  t.same(codes(row), ['Offer: offer_before_rejection'])
})

test('silence has no date', async (t) => {
  const row = await onlyRow('Company,Status,Applied,Decision date\nA,Ghosted,2025-09-01,2025-12-24')
  t.same(row.outcome, { kind: 'no_response', decidedOn: null, doorOpen: null })
  t.equal(row.application.notes, 'Decision date: 2025-12-24')
  t.same(codes(row), ['Decision date: silence_has_no_date'])
})

test('an application that was never answered stays open', async (t) => {
  t.match(await onlyRow('Company,Status,Applied\nA,Applied,2020-01-05'), { state: 'applied', outcome: null })
})

test('rows that are no applications are wishes, or begin with an interview', async (t) => {
  const { rows } = await readSheet(
    'Company,Status,Date applied,Interview\nA,Wishlist,,\nB,,,\nC,In process,,2025-09-05\nD,Applied,,',
  )
  t.same(
    rows.map(({ state, application }) => [state, application.appliedOn]),
    [
      ['saved', null],
      ['saved', null],
      ['interviewing', null],
      ['applied', null],
    ],
  )
})

test('an interview that only a word tells of has no day', async (t) => {
  const row = await onlyRow('Company,Response?\nA,Inter + Rejec')
  t.match(row.interviews, [{ round: 1, heldOn: null, status: 'completed', result: 'not_advanced' }])
  t.equal(row.interviews.length, 1)
  t.equal(row.state, 'rejected')
})

test('a word about interviews adds none to those that have a day', async (t) => {
  const row = await onlyRow('Company,Status,Interview date\nA,Interviewing,2025-09-05')
  t.same(
    row.interviews.map(({ heldOn }) => heldOn),
    ['2025-09-05'],
  )
})

test('an interview ahead is scheduled and pending', async (t) => {
  t.match((await onlyRow('Company,Interview\nA,2026-03-09')).interviews, [
    { status: 'scheduled', result: 'pending' },
  ])
})

test('interviews stand by day, and what came before the application is kept as written', async (t) => {
  const row = await onlyRow('Company,Date applied,Skype interview,Flyout\nA,2025-03-06,2025-02-01,2025-01-13')
  t.match(row.interviews, [
    {
      round: 1,
      label: 'Flyout',
      kind: 'onsite',
      format: 'in_person',
      heldOn: '2025-01-13',
      result: 'advanced',
    },
    { round: 2, label: 'Skype interview', format: 'video', heldOn: '2025-02-01', result: 'pending' },
  ])
  t.same(codes(row), ['Skype interview: date_before_application', 'Flyout: date_before_application'])
})

test('an interview column may hold a word, a count, or a day that cannot be read', async (t) => {
  const { rows } = await readSheet(
    'Company,Interview 1\nA,Passed\nB,Cancelled\nC,2\nD,8/82019\nE,No\nF,9/20/2025 and 9/27/2025\nG,0',
  )
  t.same(
    rows.map(({ interviews }) =>
      interviews.map(({ status, result, heldOn }) => `${status} ${result} ${heldOn}`),
    ),
    [
      ['completed advanced null'],
      ['cancelled unknown null'],
      ['completed advanced null', 'completed pending null'],
      ['completed pending null'],
      [],
      ['completed pending null'],
      [],
    ],
  )
  t.equal(rows[3]?.application.notes, 'Interview 1: 8/82019')
  t.same(codes(rows[5] ?? (await onlyRow('Company\nA'))), ['Interview 1: several_dates'])
})

test('selected for an interview: yes is an interview, no with an answer is a refusal', async (t) => {
  const { rows } = await readSheet(
    [
      'job title,applied date,response date,selected for interview?,Notes',
      'Baker,6/26/2025,7/25/2025,No,',
      'Baker,6/26/2025,,No,',
      'Baker,6/26/2025,7/25/2025,Yes,',
      'Baker,6/26/2025,7/25/2025,Yes,Not hired',
      'Baker,6/26/2025,7/25/2025,Yes,Turned down the interview',
      'Baker,6/26/2025,7/25/2025,TBD,',
      'Baker,6/26/2025,7/25/2025,Other,',
    ].join('\n'),
  )
  t.same(
    rows.map(({ state, interviews }) => [state, interviews.map(({ status }) => status)]),
    [
      ['rejected', []],
      ['applied', []],
      ['interviewing', ['completed']],
      ['rejected', ['completed']],
      ['withdrawn', ['cancelled']],
      ['applied', []],
      ['applied', []],
    ],
  )
  t.same(
    rows.map(({ application }) => application.notes),
    [
      null,
      'selected for interview?: No',
      null,
      'Not hired',
      'Turned down the interview',
      'selected for interview?: TBD',
      'selected for interview?: Other',
    ],
  )
  t.match(rows[0]?.application, { respondedOn: '2025-07-25' })
  t.match(rows[0]?.outcome, { decidedOn: null })
  t.same(codes(rows[3] ?? (await onlyRow('Company\nA'))), ['Notes: state_from_notes'])
})

test('an interview that took place outweighs a “no” in the column beside it', async (t) => {
  const row = await onlyRow(
    'job title,response date,interview date,selected for interview?\nBaker,7/25/2025,8/1/2025,No',
  )
  t.match(row, { state: 'interviewing', outcome: null, interviews: [{ heldOn: '2025-08-01' }] })
  t.equal(row.application.notes, 'selected for interview?: No')
})

test('notes tell the state only where no column does', async (t) => {
  const row = await onlyRow('Company,Status,Notes\nA,Applied,Not hired')
  t.match(row, { state: 'applied', outcome: null })
})

test('reasons are proposed, and change neither outcome nor notes', async (t) => {
  const row = await onlyRow('Company,Status,Notes\nA,Rejected,An internal candidate was hired')
  t.match(row.proposedReasons, [
    { code: 'internal_candidate', evidence: 'inferred', basis: 'internal candidate' },
  ])
  t.equal(row.application.notes, 'An internal candidate was hired')
  t.same(row.outcome, { kind: 'rejected', decidedOn: null, doorOpen: null })
})

test('the day of a stage is the day of the decision or of the offer, else a note', async (t) => {
  const { rows } = await readSheet(
    'Company,Stage,Stage Date\nA,Rejected,2025-04-20\nB,Offer,2025-04-21\nC,Interview,2025-04-22',
  )
  t.same(
    rows.map(({ outcome, offer, application }) => [outcome?.decidedOn, offer?.receivedOn, application.notes]),
    [
      ['2025-04-20', undefined, null],
      [undefined, '2025-04-21', null],
      [undefined, undefined, 'Stage Date: 2025-04-22'],
    ],
  )
})

test('boxes that were ticked count, boxes that were not stay notes', async (t) => {
  const { rows } = await readSheet(
    'Company,Applied?,Interview?,Rejected?,Offer?,Ghosted?\nA,TRUE,FALSE,TRUE,FALSE,FALSE\nB,x,x,,x,\nC,yes,no,no,no,yes',
  )
  t.same(
    rows.map(({ state }) => state),
    ['rejected', 'offer_open', 'no_response'],
  )
  t.equal(rows[0]?.application.notes, 'Interview?: FALSE\nOffer?: FALSE\nGhosted?: FALSE')
})
