import { test } from 'tap'
import { IMPORT_FORMATS } from '../../../src/automation/imports/rules/types.ts'
import { readSheet } from './sheet.ts'

const mapping = async (text: string) => (await readSheet(text)).mapping

test('a home-made sheet is understood by its headings', async (t) => {
  const headings =
    'Company Name,Position Title,Date Applied,Status,Heard back?,Interview 1,Round 2,Outcome,Comments,Link,Pay Range,Where did I find it?,Days since applied'
  t.same(Object.values(await mapping(headings)), [
    'company',
    'roleTitle',
    'appliedOn',
    'state',
    'respondedOn',
    'interviewOn',
    'interviewOn',
    'state',
    'notes',
    'url',
    'salary',
    'source',
    'derived',
  ])
})

test('headings of the known trackers are understood', async (t) => {
  t.same(
    Object.values(
      await mapping('Company,Job Title,List,Date Added,Date Applied,Source,Salary,Description,Notes'),
    ),
    ['company', 'roleTitle', 'state', 'savedOn', 'appliedOn', 'source', 'salary', 'description', 'notes'],
  )
  t.same(
    Object.values(
      await mapping(
        'index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,JobSource,Status',
      ),
    ),
    [
      'derived',
      'savedOn',
      'appliedOn',
      'appliedOn',
      'company',
      'roleTitle',
      'employmentType',
      'workMode',
      'source',
      'state',
    ],
  )
  t.same(
    Object.values(
      await mapping('Company,Role,Stage,Stage Date,Application Date,Closed Reason,Stage History'),
    ),
    ['company', 'roleTitle', 'state', 'stateOn', 'appliedOn', 'feedback', 'other'],
  )
})

test('French, German and Spanish headings are understood', async (t) => {
  t.same(
    Object.values(
      await mapping('Entreprise;Poste;Lieu;Date de candidature;Statut;Entretien;Commentaires;Lien'),
    ),
    ['company', 'roleTitle', 'location', 'appliedOn', 'state', 'interviewOn', 'notes', 'url'],
  )
  t.same(
    Object.values(
      await mapping('Firma;Stelle;Ort;Beworben am;Vorstellungsgespräch;Absage;Gehalt;Bemerkungen'),
    ),
    ['company', 'roleTitle', 'location', 'appliedOn', 'interviewOn', 'rejectedOn', 'salary', 'notes'],
  )
  t.same(Object.values(await mapping('Empresa,Puesto,Estado,Notas')), [
    'company',
    'roleTitle',
    'state',
    'notes',
  ])
})

test('the cells decide what a heading alone leaves open', async (t) => {
  t.match(await mapping('Company,Type\nA,Offer\nB,Spontaneous'), { Type: 'rolePart' })
  t.match(await mapping('Company,Role,Type\nA,x,Offer\nB,y,Spontaneous'), { Type: 'other' })
  t.match(await mapping('Company,Role,Type\nA,x,Full-time\nB,y,Internship'), { Type: 'employmentType' })
  t.match(await mapping('Company,Offer\nA,2024-03-04\nB,yes'), { Offer: 'offerOn' })
  t.match(await mapping('Company,Role,Offer\nA,x,https://a.example/1\nB,y,https://b.example/2'), {
    Offer: 'url',
  })
  t.match(await mapping('Company,State\nA,Applied\nB,Rejected'), { State: 'state' })
  t.match(await mapping('Company,State\nA,CA\nB,NY'), { State: 'location' })
  t.match(await mapping('Company,Applied on\nA,LinkedIn\nB,Indeed'), { 'Applied on': 'source' })
  t.match(await mapping('Company,Applied on\nA,3/14/2024\nB,3/15/2024'), { 'Applied on': 'appliedOn' })
})

test('headings that only sound like an event are no event', async (t) => {
  for (const heading of [
    'Interviewer',
    'Interview notes',
    'Offer deadline',
    'Expected salary',
    'Follow up',
    'Deadline',
  ]) {
    t.match(await mapping(`Company,Role,${heading}\nA,B,2024-03-04`), { [heading]: 'other' }, heading)
  }
})

test("the client's mapping stands, the rest is guessed", async (t) => {
  const read = await readSheet('Where,Thing,Status\nNorthwind,Gardener,Applied', {
    mapping: { Where: 'company', Thing: 'roleTitle', Status: 'notes', Missing: 'url' },
  })
  t.same(read.mapping, { Where: 'company', Thing: 'roleTitle', Status: 'notes' })
  t.match(read.rows[0]?.application, { company: 'Northwind', roleTitle: 'Gardener', notes: 'Applied' })
  t.match(read.problems, [{ code: 'mapped_heading_missing', heading: 'Missing' }])
})

test('a file without headings, and one that names neither company nor role, say so', async (t) => {
  t.match((await readSheet('Northwind,Dev,3/14/2024\nContoso,QA,3/15/2024')).problems, [
    { code: 'no_heading_row' },
  ])
  t.match((await readSheet('Status,Date applied\nApplied,3/14/2024')).problems, [
    { code: 'no_company_or_role_column' },
  ])
  t.same((await readSheet('Company,Status\nA,Applied')).problems, [])
})

test('headings named like parts of an object do no harm', async (t) => {
  for (const format of IMPORT_FORMATS) {
    const read = await readSheet('__proto__,constructor,Company,toString\na,b,Northwind,c', { format })
    t.equal(read.rows[0]?.application.notes, '__proto__: a\nconstructor: b\ntoString: c', format)
    t.equal(Object.hasOwn(read.mapping, '__proto__'), true)
  }
})
