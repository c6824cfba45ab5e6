import { test } from 'tap'
import { codes, onlyRow, readSheet } from './sheet.ts'

test('a row becomes an application, its interviews and its outcome', async (t) => {
  const row = await onlyRow(
    [
      'Status,Company,Role,Location,Attendance,Source,Applied,Phone call,1st interview,Final answer,URL',
      'Rejected,Northwind,Gardener,Lyon,Hybrid,LinkedIn,30/08/2025,02/09/2025,13/09/2025 9:30,20/09/2025,https://n.example/1',
    ].join('\n'),
  )
  t.same(row.application, {
    company: 'Northwind',
    roleTitle: 'Gardener',
    url: 'https://n.example/1',
    location: 'Lyon',
    workMode: 'hybrid',
    employmentType: null,
    source: { channel: 'job_board', name: 'LinkedIn' },
    resumeVersion: null,
    description: null,
    tags: [],
    contacts: [],
    salaryRange: null,
    appliedOn: '2025-08-30',
    respondedOn: null,
    notes: null,
  })
  const call = {
    round: 1,
    kind: 'other',
    format: 'phone',
    label: 'Phone call',
    heldOn: '2025-09-02',
    time: null,
  }
  const first = {
    round: 2,
    kind: 'other',
    format: null,
    label: '1st interview',
    heldOn: '2025-09-13',
    time: '09:30',
  }
  t.same(row.interviews, [
    { ...call, status: 'completed', result: 'advanced' },
    { ...first, status: 'completed', result: 'not_advanced' },
  ])
  t.same(row.outcome, { kind: 'rejected', decidedOn: '2025-09-20', doorOpen: null })
  t.match(row, {
    rowNumber: 2,
    state: 'rejected',
    offer: null,
    remarks: [],
    invalid: null,
    proposedReasons: [],
  })
})

test('the soft no leaves the door open and its words in the notes', async (t) => {
  const row = await onlyRow('Company,Status\nA,CV retained')
  t.same(row.outcome, { kind: 'rejected', decidedOn: null, doorOpen: true })
  t.equal(row.application.notes, 'Status: CV retained')
})

test('derived columns are notes with a remark', async (t) => {
  const row = await onlyRow(
    'Company,Days Since,Time to Rejection,Current Date\nA,484,#REF!,3/13/2025 18:51:27',
  )
  t.equal(
    row.application.notes,
    'Days Since: 484\nTime to Rejection: #REF!\nCurrent Date: 3/13/2025 18:51:27',
  )
  t.same(codes(row), [
    'Days Since: derived_column',
    'Time to Rejection: derived_column',
    'Current Date: derived_column',
  ])
})

test('a school is the company, and discipline and type name the role', async (t) => {
  const row = await onlyRow(
    'School,Deadline,Discipline,Type,Date applied\nLake College,2025-09-01,Botany,Ferns,2025-08-31',
  )
  t.match(row.application, {
    company: 'Lake College',
    roleTitle: 'Botany – Ferns',
    notes: 'Deadline: 2025-09-01',
  })
})

test('LinkedIn rows are applications with their hour, contact and answers in the notes', async (t) => {
  const { format, dateOrder, rows } = await readSheet(
    [
      'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers',
      '"1/2/25, 11:39 PM",me@example.org, +10000,Northwind,"Gardener | Lead",http://www.linkedin.com/jobs/view/1,cv.pdf,"Years?:3 | Visa?:No"',
    ].join('\n'),
  )
  t.equal(format, 'linkedin')
  t.same(dateOrder, { 'Application Date': 'month_first' })
  t.match(rows[0], { state: 'applied', outcome: null, interviews: [], proposedReasons: [] })
  t.match(rows[0]?.application, {
    appliedOn: '2025-01-02',
    resumeVersion: 'cv.pdf',
    roleTitle: 'Gardener | Lead',
  })
  t.equal(
    rows[0]?.application.notes,
    [
      'Application Date: 1/2/25, 11:39 PM',
      'Contact Email: me@example.org',
      'Contact Phone Number: +10000',
      'Question And Answers: Years?:3 | Visa?:No',
    ].join('\n'),
  )
})

test('a row with neither company nor role is invalid, and so is one that is too long', async (t) => {
  t.match((await onlyRow('Company,Role,Status\n,N/A,Applied')).invalid, { code: 'company_or_role_required' })
  t.equal((await onlyRow('Company,Role\n,Gardener')).invalid, null)
  t.match((await onlyRow(`Company\n${'x'.repeat(201)}`)).invalid, { heading: 'Company', code: 'too_long' })
  t.match((await onlyRow(`Company,Notes\nA,${'x'.repeat(20_001)}`)).invalid, {
    heading: 'Notes',
    code: 'too_long',
  })
  t.equal((await onlyRow(`Company,Notes\nA,${'x'.repeat(20_000)}`)).invalid, null)
})

test('what does not fit a short member goes to the notes', async (t) => {
  const long = 'y'.repeat(201)
  const row = await onlyRow(`Company,Location,Link\nA,${long},javascript:alert(1)`)
  t.match(row.application, {
    location: null,
    url: null,
    notes: `Location: ${long}\nLink: javascript:alert(1)`,
  })
  t.same(codes(row), ['Location: too_long', 'Link: url_not_http'])
  t.equal(row.invalid, null)
})

test('an address becomes a URI, as everywhere', async (t) => {
  const row = await onlyRow('Company,Link\nA,https://n.example/ü|1')
  t.match(row.application, { url: 'https://n.example/%C3%BC%7C1', notes: null })
  const spaced = await onlyRow('Company,Link\nA,https://n.example/a b?c=d e')
  t.match(spaced.application, { url: 'https://n.example/a%20b?c=d%20e', notes: null })
  for (const cell of [
    'https://n.example/1 http://n.example/2',
    '"https://n.example/1\n2"',
    'https://n example/',
  ]) {
    const { application, remarks } = await onlyRow(`Company,Link\nA,${cell}`)
    t.match([application.url, remarks], [null, [{ code: 'url_not_http' }]], cell)
  }
  const long = `https://n.example/${'ü'.repeat(400)}`
  const kept = await onlyRow(`Company,Link\nA,${long}`)
  t.match(kept.application, { url: null, notes: `Link: ${long}` })
})

test('of two columns for one member the second stays in the notes', async (t) => {
  const row = await onlyRow(
    'Company,Employer,Response date,Date of first reply\nNorthwind,Contoso,2025-09-05,2025-09-02',
  )
  t.match(row.application, { company: 'Northwind', respondedOn: '2025-09-02' })
  t.equal(row.application.notes, 'Employer: Contoso\nResponse date: 2025-09-05')
  t.same(codes(row), ['Employer: second_value', 'Response date: second_value'])
})

test('a work mode is read where one is named', async (t) => {
  const mode = async (cell: string) => (await onlyRow(`Company,Work mode\nA,${cell}`)).application
  t.match(await mode('Hybrid (3 days remote)'), {
    workMode: 'hybrid',
    notes: 'Work mode: Hybrid (3 days remote)',
  })
  t.match(await mode('Remote / on-site'), { workMode: null, notes: 'Work mode: Remote / on-site' })
  t.match((await onlyRow('Company,Remote?\nA,y')).application, { workMode: 'remote', notes: null })
  t.match((await onlyRow('Company,Remote?\nA,n')).application, { workMode: null, notes: 'Remote?: n' })
})

test('control characters become blanks, with a remark', async (t) => {
  const row = await onlyRow('Company,Notes\nNorth\u0000wind,"tab\there\nline\u0007"')
  t.match(row.application, { company: 'North wind', notes: 'tab\there\nline' })
  t.same(codes(row), ['Company: control_character_replaced', 'Notes: control_character_replaced'])
})

test('the identity stays when the status moves on, and tells roles apart', async (t) => {
  const sheet = async (status: string, notes: string) =>
    (await onlyRow(`Company,Role,Job ID,Applied,Status,Notes\nA,Gardener,R-7,06/25/2025,${status},${notes}`))
      .identity
  t.equal(await sheet('Applied', ''), await sheet('Rejected', 'No longer filling'))
  const other = (
    await onlyRow('Company,Role,Job ID,Applied,Status,Notes\nA,Gardener,R-8,06/25/2025,Applied,')
  ).identity
  t.not(await sheet('Applied', ''), other)
  t.not((await onlyRow('Company,Role\nA,C++')).identity, (await onlyRow('Company,Role\nA,C#')).identity)
})

test('a wish keeps its sameRole when it is applied for, and zeros before a day change nothing', async (t) => {
  const wish = await onlyRow('Company,Role,Applied,Status\nA,Gardener,,Wishlist')
  const applied = await onlyRow('Company,Role,Applied,Status\nA,Gardener,06/05/2025,Applied')
  const again = await onlyRow('Company,Role,Applied,Status\nA,Gardener,6/5/2025,Applied')
  t.equal(wish.sameRole, applied.sameRole)
  t.not(wish.identity, applied.identity)
  t.equal(applied.identity, again.identity)
})

test('a list of other things than words is no list of tags, and stays in the notes', async (t) => {
  const { application, remarks } = await onlyRow('Company,Tags\nHalden,"[{""name"":""north""}]"')
  t.match(application, { tags: [], notes: 'Tags: [{"name":"north"}]' })
  t.match(remarks, [{ heading: 'Tags', code: 'value_not_understood' }])
  t.match((await onlyRow('Company,Tags\nHalden,"[""north""]"')).application, { tags: ['north'], notes: null })
})
