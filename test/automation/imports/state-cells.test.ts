import { test } from 'tap'
import { codes, onlyRow } from './sheet.ts'

const rowOf = (status: string, heading = 'Status') =>
  onlyRow(`Company,Applied,${heading}\nA,2025-09-01,"${status}"`, { mapping: { [heading]: 'state' } })

test('a cell that names more than one state stands in the notes, with a remark', async (t) => {
  const cases = [
    ['Zusage - abgelehnt', 'offer_declined'],
    ['Zusage/abgelehnt', 'offer_declined'],
    ['Ghosted / Rejected', 'rejected'],
    ['Rejected / offer?', 'rejected'],
    ['Rejected (offer?)', 'rejected'],
    ['Withdrew, rejected', 'withdrawn'],
    ['Offer, then ghosted', 'no_response'],
  ] as const
  for (const [status, state] of cases) {
    const row = await rowOf(status)
    t.equal(row.state, state, status)
    t.equal(row.application.notes, `Status: ${status}`)
    t.same(codes(row), ['Status: several_states'])
    t.equal(row.remarks[0]?.value, status)
  }
})

test('the words of trackers are known in any sheet', async (t) => {
  const cases = [
    ['Wishlist', 'saved'],
    ['Bookmarked', 'saved'],
    ['Draft', 'saved'],
    ['Negotiating', 'offer_open'],
    ['In negotiation', 'offer_open'],
    ['Not selected', 'rejected'],
    ['not-selected', 'rejected'],
    ['NOT SELECTED', 'rejected'],
    ['No response', 'no_response'],
    ['no-response', 'no_response'],
    ['I withdrew', 'withdrawn'],
    ['Accepted', 'offer_accepted'],
    ['Phone Screen', 'interviewing'],
  ] as const
  for (const [status, state] of cases)
    t.match(await onlyRow(`Company,Status\nA,${status}`), { state, remarks: [] }, status)
  t.match(await rowOf('Expired'), { state: 'role_closed', application: { notes: 'Status: Expired' } })
})

test('that a row was closed or put away is no rejection, and the row asks how it ended', async (t) => {
  for (const status of ['Archived', 'archive', 'Closed', 'Ended']) {
    const row = await rowOf(status)
    t.match(row, { state: 'applied', outcome: null, application: { notes: `Status: ${status}` } }, status)
    t.match(row.remarks, [{ heading: 'Status', code: 'ending_not_stated', value: status }])
  }
  const told = await onlyRow('Company,Applied,Status,Outcome\nA,2025-09-01,Closed,Rejected')
  t.match(told, { state: 'rejected', remarks: [], application: { notes: 'Status: Closed' } })
})

test('how far and how it ended are not two endings', async (t) => {
  for (const status of ['Interviewed, then rejected', 'Applied > Rejected', 'Offer, declined'])
    t.match(await rowOf(status), { remarks: [], application: { notes: null } }, status)
})

test('an open question is no statement', async (t) => {
  t.match(await rowOf('Offer?'), { state: 'applied', offer: null, application: { notes: 'Status: Offer?' } })
  t.match(await rowOf('Ghosted?'), { state: 'no_response', application: { notes: 'Status: Ghosted?' } })
})

test('an offer is open until somebody says more', async (t) => {
  t.equal((await rowOf('Zusage')).state, 'offer_open')
  t.equal((await rowOf('Zusage erhalten')).state, 'offer_open')
  t.equal((await rowOf('Zusage angenommen')).state, 'offer_accepted')
})

test('a bare no that may be either side’s is read as the own one, and says so', async (t) => {
  for (const status of ['declined', 'Declined', 'Turned down']) {
    const row = await rowOf(status)
    t.equal(row.state, 'withdrawn', status)
    t.match(row.remarks, [{ heading: 'Status', code: 'read_as_own_decision', value: status }])
  }
  t.match(await rowOf('Withdrew'), { state: 'withdrawn', remarks: [] })
  t.match(await rowOf('Offer declined'), { state: 'offer_declined', remarks: [] })
  t.match(await rowOf('They turned me down'), { state: 'rejected', remarks: [] })
})

test('in a column of states a no is a rejection', async (t) => {
  for (const no of ['No', 'NO', 'Nope', 'nein', 'Nein.', 'abgesagt', 'Firma hat abgesagt'])
    t.match(await rowOf(no), { state: 'rejected', application: { notes: null }, remarks: [] }, no)
  t.match(await rowOf('No', 'Application status'), { state: 'rejected' })
  for (const heading of ['Heard back?', 'Response', 'Interview?', 'Applied?'])
    t.match(
      await rowOf('No', heading),
      { state: 'applied', application: { notes: `${heading}: No` } },
      heading,
    )
})

test('elsewhere a no is an answer, and a cancelled interview is no rejection', async (t) => {
  t.match(await onlyRow('Company,Applied,Interview\nA,2025-09-01,abgesagt'), {
    state: 'applied',
    outcome: null,
  })
  t.match(await rowOf('Gespräch abgesagt'), { outcome: null, interviews: [{ status: 'cancelled' }] })
  t.match(await rowOf('Nach Gespräch abgesagt'), { state: 'rejected', interviews: [{ status: 'completed' }] })
})

test('one’s own no may be said in words that are otherwise theirs', async (t) => {
  for (const own of ['abgesagt (ich)', 'I said no', 'ich habe abgesagt', 'Habe selbst abgesagt'])
    t.match(await rowOf(own), { state: 'withdrawn', remarks: [] }, own)
  t.equal((await rowOf('They said no')).state, 'rejected')
})

test('an invitation is an interview obtained', async (t) => {
  for (const invited of ['Einladung erhalten', 'invited', 'Eingeladen', 'Invited to interview'])
    t.match(await rowOf(invited), { state: 'interviewing', interviews: [{ status: 'scheduled' }] }, invited)
  t.match((await rowOf('Invited to apply')).interviews, [])
  t.match(await rowOf('Not invited'), { state: 'rejected', interviews: [] })
})

test('words that name a later interview vouch for those before it', async (t) => {
  const row = await rowOf('Absage nach 2. Gespräch')
  t.match(row.interviews, [
    { round: 1, heldOn: null, status: 'completed', result: 'advanced' },
    { round: 2, heldOn: null, status: 'completed', result: 'not_advanced' },
  ])
  t.same(codes(row), ['Status: rounds_implied'])
  const dated = await onlyRow('Company,1st interview,Status\nA,2025-09-05,Rejected after 2nd interview')
  t.equal(dated.interviews.length, 1)
  t.match(dated.remarks, [{ code: 'rounds_implied', detail: /interview 2; the columns hold 1/ }])
  t.match((await rowOf('Rejected after interview')).interviews.length, 1)
})
