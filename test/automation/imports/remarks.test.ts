import { test } from 'tap'
import { codes, onlyRow, readSheet } from './sheet.ts'

test('a remark shows the value that it is about, in at most 100 characters', async (t) => {
  t.match((await onlyRow('Company,Applied\nA,8/82019')).remarks, [{ heading: 'Applied', value: '8/82019' }])
  const [remark] = (await onlyRow(`Company,Link\nA,${'ftp://a.example/😀'.repeat(20)}`)).remarks
  t.ok((remark?.value?.length ?? 0) <= 100)
  t.match(remark?.value, /^ftp.*…$/u)
  t.equal(remark?.value?.isWellFormed(), true)
})

test('a remark on what another column outweighed names that column', async (t) => {
  const row = await onlyRow(
    'Company,Employer,Applied,Response date,First response,Status,Outcome\nNorthwind,Contoso,2025-09-03,2025-09-05,2025-09-01,Ghosted,Rejected',
  )
  t.match(row.remarks, [
    { heading: 'Employer', code: 'second_value', value: 'Contoso', detail: /“Company”.*Northwind/ },
    { heading: 'Response date', code: 'second_value', detail: /2025-09-01.*“First response”/ },
    { heading: 'Status', code: 'kept_in_notes', value: 'Ghosted', detail: /“Outcome”.*“Rejected”/ },
    { heading: 'First response', code: 'date_before_application', detail: /2025-09-03.*“Applied”/ },
  ])
})

test('where the order of days is open, the parameter that settles it is named', async (t) => {
  const { problems, rows } = await readSheet('Company,Applied\nA,03/04/2025')
  for (const { detail } of [...problems, ...(rows[0]?.remarks.slice(0, 1) ?? [])])
    t.match(detail, /`dateOrder=day_first` or `dateOrder=month_first`/)
  t.equal(problems.length, 1)
})

test('a day that does not exist is moved nowhere, whatever its column, and the row says so', async (t) => {
  const fields = [
    'appliedOn',
    'savedOn',
    'postedOn',
    'respondedOn',
    'interviewOn',
    'interviewObtained',
    'offerOn',
    'decidedOn',
    'stateOn',
    'acceptedOn',
    'rejectedOn',
    'withdrawnOn',
    'ghosted',
  ] as const
  for (const field of fields)
    for (const day of ['31/02/2025', '2025-02-31', 'Feb 30, 2025']) {
      const row = await onlyRow(`Company,Then\nA,"${day}"`, { mapping: { Then: field } })
      const remark = { heading: 'Then', code: 'no_such_day', value: day, detail: /no such day/ }
      t.match(row.remarks[0], remark, `${field}: ${day}`)
      t.equal(row.application.notes, `Then: ${day}`)
      const { application, interviews, offer, outcome } = row
      const days = [application.appliedOn, application.respondedOn, offer?.receivedOn, outcome?.decidedOn]
      t.same([...days, ...interviews.map(({ heldOn }) => heldOn)].filter(Boolean), [])
    }
})

test('columns that were not understood are named, those that are empty or were named are not', async (t) => {
  const { problems } = await readSheet('Company,Colour,Blank,Shape,Notes\nA,red,,round,x', {
    mapping: { Shape: 'other' },
  })
  t.match(problems, [{ code: 'column_kept_in_notes', heading: 'Colour', detail: /`mapping`/ }])
  t.equal(problems.length, 1)
})

test('rows alike point to the first of them', async (t) => {
  const { rows } = await readSheet('Company,Role\nA,Tester\nB,Tester\nA,Tester\nA,Tester')
  t.same(rows.map(codes), [[], [], ['null: same_as_row'], ['null: same_as_row']])
  t.match(rows[3]?.remarks, [{ heading: null, value: '2', detail: /^Row 2 / }])
})

test('a row that adds up the others is no application', async (t) => {
  for (const totals of [
    'Summe,,45,3',
    'TOTAL:,12,,',
    ',Gesamt,"1.234,5",12 %',
    'Total: 45,,,',
    'Grand total,,$90,',
  ])
    t.match((await onlyRow(`Company,Role,Applied,Status\n${totals}`)).invalid, { code: 'totals_row' }, totals)
  for (const company of [
    'Total,Tester,,',
    'Total,,2025-09-01,',
    'Total,,3.4.2025,',
    'Total,,,',
    'Summe,,45,Applied',
  ])
    t.equal((await onlyRow(`Company,Role,Applied,Status\n${company}`)).invalid, null, company)
})

test('an application without a readable day keeps the words that told of it', async (t) => {
  const empty = await onlyRow('Quarter,Role,Applied on,Status\nQ2,Dev,,Applied', {
    mapping: { Quarter: 'company', 'Applied on': 'appliedOn' },
  })
  t.equal(empty.application.notes, 'Status: Applied')
  t.same(codes(empty), ['Status: applied_without_date'])
  const unread = await onlyRow('Company,Applied,Status\nA,8/82019,Applied')
  t.equal(unread.application.notes, 'Applied: 8/82019\nStatus: Applied')
  t.same(codes(unread), [
    'Applied: date_not_read',
    'Applied: applied_without_date',
    'Status: applied_without_date',
  ])
  const ticked = await onlyRow('Company,Applied?,Outcome\nA,yes,Withdrew')
  t.equal(ticked.application.notes, 'Applied?: yes')
  t.same(codes(await onlyRow('Company,Applied?,Outcome\nA,yes,Rejected')), [])
})

test('what is longer than a member goes to the notes, or is cut where it is a label', async (t) => {
  const long = `Interview ${'x'.repeat(150)}`
  t.equal((await onlyRow(`Company,${long}\nA,2025-09-05`)).interviews[0]?.label.length, 100)
  const source = 'y'.repeat(101)
  t.match((await onlyRow(`Company,Source\nA,${source}`)).application, {
    source: null,
    notes: `Source: ${source}`,
  })
})

test('an application holds fifty interviews, and notes tell of more', async (t) => {
  const headings = Array.from({ length: 6 }, (_, index) => `Interview ${index + 1}`)
  const row = await onlyRow(`Company,${headings.join(',')}\nA,${headings.map(() => '10').join(',')}`)
  t.equal(row.interviews.length, 50)
  t.match(row.application.notes, /^Interview 1: 10\n/)
})

test('a character that could not be read is pointed out', async (t) => {
  const row = await onlyRow('Company,Role\nM\uFFFDller,Tester')
  t.same(codes(row), ['Company: character_not_read'])
  t.equal(row.application.company, 'M\uFFFDller')
})
