import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from './records.ts'

const WHOLE = {
  company: 'Lindgren Optics',
  roleTitle: 'Process Engineer',
  url: 'https://lindgren.example/jobs/17',
  priority: 'high',
  tags: ['optics', 'north'],
  contacts: [
    { name: 'Ada Holm', role: 'Recruiter', email: 'ada@lindgren.example', phone: '+46 8 1', notes: 'Kind.' },
  ],
  nextStep: { text: 'Ask how it stands', dueOn: '2026-06-08' },
  externalRef: { source: 'crm', id: 'A/1 é' },
  archivedAt: '2026-05-30T10:00:00+02:00',
}

test('what an application may hold', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test('comes back as it was sent', async (t) => {
    const { body } = await noor.post('/v1/applications', WHOLE)
    t.hasStrict(body, { ...WHOLE, archivedAt: '2026-05-30T08:00:00.000Z' })
    t.equal(body.status, 'open', 'and an archived one counts as before')
    const read = await noor.get(`/v1/applications/${body.id}`)
    t.notOk('possibleDuplicates' in read.body)
    const { body: cleared } = await noor.patch(`/v1/applications/${body.id}`, {
      priority: null,
      tags: null,
      contacts: null,
      nextStep: { dueOn: null },
      externalRef: null,
      archivedAt: null,
    })
    t.hasStrict(cleared, { priority: null, tags: [], contacts: [], externalRef: null, archivedAt: null })
    t.strictSame(cleared.nextStep, { text: 'Ask how it stands' })
  })

  await t.test('a tag that was given twice is there once', async (t) => {
    t.strictSame((await addApplication(noor, { tags: ['b', 'a', 'b'] })).tags, ['b', 'a'])
  })

  await t.test('what does not fit is refused, and where it stands', async (t) => {
    const refused: [pointer: string, body: object][] = [
      ['/priority', { priority: 'urgent' }],
      ['/tags/0', { tags: [' '] }],
      ['/tags', { tags: Array.from({ length: 51 }, (_, i) => `tag ${i}`) }],
      ['/contacts/0/name', { contacts: [{ email: 'ada@lindgren.example' }] }],
      ['/contacts/0/email', { contacts: [{ name: 'Ada', email: 'ada' }] }],
      ['/nextStep/text', { nextStep: { dueOn: '2026-06-08' } }],
      ['/nextStep/dueOn', { nextStep: { text: 'Ask', dueOn: '2026-06-31' } }],
      ['/externalRef/source', { externalRef: { source: 'My CRM', id: '1' } }],
      ['/externalRef/id', { externalRef: { source: 'crm', id: '' } }],
      ['/archivedAt', { archivedAt: '2026-06-01' }],
    ]
    for (const [pointer, members] of refused) {
      const { status, body } = await noor.post('/v1/applications', { company: 'Lindgren', ...members })
      t.equal(status, 400, pointer)
      t.match(body.errors, [{ pointer }])
    }
  })
})

test('how long nothing has happened', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { id } = await addApplication(noor, { appliedOn: '2026-05-20' })
  const silence = async () => {
    const { quietDays, lastInterviewOn, daysSinceLastInterview } = (await noor.get(`/v1/applications/${id}`))
      .body
    return [quietDays, lastInterviewOn, daysSinceLastInterview]
  }
  t.strictSame(await silence(), [12, null, null])
  await addInterview(noor, id, { heldOn: '2026-05-29' })
  t.strictSame(await silence(), [3, '2026-05-29', 3])
  await addInterview(noor, id, { startsAt: '2026-06-15T09:00:00Z' })
  t.strictSame(await silence(), [3, '2026-05-29', 3], 'an interview ahead is no activity yet')
  service.clock.now = new Date('2026-06-03T23:59:59.999Z')
  t.strictSame(await silence(), [5, '2026-05-29', 5], 'it moves with the day')
  await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', learnedOn: '2026-06-02' })
  t.strictSame(await silence(), [null, '2026-05-29', 5], 'what is closed is not quiet')
  const ahead = await addApplication(noor, { appliedOn: '2026-07-01' })
  t.equal(ahead.quietDays, 0)
})

test('a new application that looks like another one', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const url = 'https://lindgren.example/jobs/17'
  const first = await addApplication(noor, { company: 'Lindgren Optics', roleTitle: 'Engineer', url })
  const looksLike = async (members: object) => (await addApplication(noor, members)).possibleDuplicates
  t.strictSame(first.possibleDuplicates, [])
  t.strictSame(await looksLike({ company: 'lindgren optics ', roleTitle: 'ENGINEER' }), [first.id])
  t.strictSame(await looksLike({ company: 'Lindgren', url }), [first.id], 'by its address')
  t.strictSame(await looksLike({ company: 'Lindgren Optics' }), [], 'the company alone says nothing')
  t.strictSame(await looksLike({ company: 'Lindgren Optics', roleTitle: 'Nurse' }), [])
  for (const written of [
    'HTTPS://Lindgren.Example/jobs/17',
    'http://lindgren.example:80/jobs/17/',
    'https://lindgren.example:443/jobs/17?utm_source=letter&UTM_medium=mail#apply',
    'https://lindgren.example/jobs/17/?',
    'https://lindgren.example/jobs/17?gclid=Cj0K&fbclid=IwAR&MSCLKID=7f',
    'https://lindgren.example/jobs/17?fbclid',
  ])
    t.ok((await looksLike({ company: 'Lindgren', url: written })).includes(first.id), written)
  for (const other of [
    'https://lindgren.example/Jobs/17',
    'https://lindgren.example/jobs/17?id=2',
    'https://lindgren.example:8080/jobs/17',
    'https://lindgren.example/jobs/1',
    'https://lindgren.example/jobs/17?gclidid=2',
  ])
    t.notOk((await looksLike({ company: 'Lindgren', url: other })).includes(first.id), other)
  const asked = await addApplication(noor, {
    company: 'Asker',
    url: 'https://asker.example/?utm_id=1&job=2&utm_term=x',
  })
  t.strictSame(await looksLike({ company: 'Asker', url: 'https://ASKER.example?job=2' }), [asked.id])
  const encoded = await addApplication(noor, {
    company: 'Encoder',
    url: 'https://e.example/b%C3%BCro%2F7%41',
  })
  const byAddress = async (path: string) =>
    looksLike({ company: 'Encoder', url: `https://e.example/${path}` })
  t.strictSame(await byAddress('b%c3%bcro%2f7%41'), [encoded.id])
  for (const other of ['B%C3%BCRO%2F7%41', 'b%C3%BCro%2F%417', 'b%C3%BCro%2F741', 'b%BC%C3ro%2F7%41'])
    t.strictSame(await byAddress(other), [], other)
  const cafe = await addApplication(noor, { company: 'Café Bø', roleTitle: 'Senior Cook' })
  for (const [company, roleTitle] of [
    ['Cafe\u0301 BØ', 'senior  cook'],
    ['Ｃａｆé\u3000Bø', ' Senior\u00a0Cook'],
  ] as const)
    t.ok((await looksLike({ company, roleTitle })).includes(cafe.id), company)
  t.strictSame(await looksLike({ company: 'Cafe Bø', roleTitle: 'Senior Cook' }), [], 'another name')
  const written = await addApplication(noor, { company: 'Weißbach', roleTitle: 'Οδηγός' })
  for (const company of ['WEISSBACH', 'weissbach', 'WEIẞBACH'])
    for (const roleTitle of ['ΟΔΗΓΌΣ', 'οδηγόσ'])
      t.ok((await looksLike({ company, roleTitle })).includes(written.id), `${company}, ${roleTitle}`)
  const longest = {
    company: '\ufdfa'.repeat(200),
    roleTitle: 'Scribe',
    url: `https://long.example/${'a'.repeat(1979)}`,
  }
  const long = await addApplication(noor, longest)
  t.strictSame(await looksLike(longest), [long.id])
  const strange = { company: 'ß'.repeat(200), url: `https://long.example/${'%C3'.repeat(659)}` }
  t.strictSame(await looksLike({ ...strange, url: strange.url.toLowerCase() }), [])
  t.equal((await looksLike(strange)).length, 1)
  const sam = await service.newAccount()
  t.strictSame(
    (await addApplication(sam, { company: 'Lindgren Optics', roleTitle: 'Engineer', url }))
      .possibleDuplicates,
    [],
  )

  const over = await addApplication(noor, { company: 'Halden', roleTitle: 'Engineer' })
  await noor.put(`/v1/applications/${over.id}/outcome`, { kind: 'rejected' })
  t.strictSame(await looksLike({ company: 'Halden', roleTitle: 'Engineer' }), [], 'to try again is no slip')
})
