import { test } from 'tap'
import { codes, onlyRow, readSheet } from './sheet.ts'
import { HUNTR_FILE } from './tracker-files.ts'

test('the lists of Huntr are the states, also those that its owner added', async (t) => {
  const { format, problems, rows } = await readSheet(HUNTR_FILE)
  t.equal(format, 'huntr')
  t.same(
    rows.map(({ state, interviews, offer, outcome }) => [state, interviews.length, offer, outcome?.kind]),
    [
      ['saved', 0, null, undefined],
      ['applied', 0, null, undefined],
      ['interviewing', 1, null, undefined],
      ['offer_open', 0, { receivedOn: null }, undefined],
      ['rejected', 0, null, 'rejected'],
      ['interviewing', 1, null, undefined],
    ],
  )
  t.match(rows[2]?.interviews, [{ heldOn: null, status: 'completed', result: 'pending' }])
  t.match(rows[5]?.interviews, [{ kind: 'recruiter_screen', format: 'phone' }])
  t.match(problems, [{ code: 'column_kept_in_notes', heading: 'Color' }])
  t.equal(problems.length, 1)
})

test('a card of Huntr keeps its day, its advertisement and its notes apart', async (t) => {
  const { rows } = await readSheet(HUNTR_FILE)
  const [wish, applied, , , rejected] = rows
  t.match(wish?.application, {
    company: 'Halden, Inc.',
    roleTitle: 'Test Engineer',
    location: 'Bergen',
    url: 'https://halden.example/jobs/7',
    source: { channel: 'job_board', name: 'LinkedIn' },
    appliedOn: null,
    notes: 'Color: #2a7\nDate Added: 2026-01-10',
  })
  t.match(applied?.application, {
    appliedOn: '2026-01-12',
    description: 'Rigs, "cold" and hot.\nTravel now and then.',
    salaryRange: { minimum: 6200, maximum: 6200, currency: 'EUR', period: 'hour' },
    source: { channel: 'company_site' },
    notes: 'A friend works there\nDate Added: 2026-01-10',
  })
  t.match(rejected?.proposedReasons, [{ code: 'position_cancelled' }])
  t.same(rows.flatMap(codes), [])
})

test('an employer and a title are the company and the role', async (t) => {
  const sheet = 'Employer,Title,List,Date Added\nHalden,Tester,WISHLIST,2026-01-10'
  t.match(await onlyRow(sheet), {
    state: 'saved',
    application: { company: 'Halden', roleTitle: 'Tester', notes: 'Date Added: 2026-01-10' },
  })
})

test('an advertisement that is too long for its member goes to the notes, and is too long for them', async (t) => {
  const row = await onlyRow(`Company,Title,List,Date Added,Description\nA,B,Applied,,${'x'.repeat(50_001)}`)
  t.match(row, { application: { description: null }, invalid: { code: 'too_long', heading: 'Description' } })
})
