import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication } from './records.ts'

const COMPUTED = ['stage', 'status', 'outcome', 'interviewCount', 'lastActivityAt']
const GIVEN = ['id', 'version', 'createdAt', 'updatedAt']

test('recording an application', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const pointersOf = async (members: object) => {
    const { status, body } = await noor.post('/v1/applications', { company: 'Lindgren Optics', ...members })
    t.strictSame([status, body.code], [400, 'invalid_request'])
    return [...new Set(body.errors.map(({ pointer }: { pointer: string }) => pointer))]
  }

  await t.test('a company or a role is enough, and neither is not', async (t) => {
    const company = await noor.post('/v1/applications', { company: 'Lindgren Optics' })
    t.equal(company.status, 201)
    t.equal(company.headers.location, `/v1/applications/${company.body.id}`)
    t.hasStrict(company.body, { company: 'Lindgren Optics', roleTitle: null, version: 1 })
    const role = await noor.post('/v1/applications', { roleTitle: 'Process Engineer' })
    t.hasStrict(role.body, { company: null, roleTitle: 'Process Engineer' })
    for (const unnamed of [{}, { company: null, roleTitle: null }, { notes: 'Saw it somewhere' }]) {
      const { status, body } = await noor.post('/v1/applications', unnamed)
      t.strictSame([status, body.errors[0].pointer], [400, '/company'])
    }
  })

  await t.test('what is recorded is what is read', async (t) => {
    const members = {
      company: 'Lindgren Optics',
      roleTitle: 'Process Engineer',
      url: 'https://lindgren.example/jobs/7?ref=a%20b#top',
      location: 'Malmö',
      workMode: 'hybrid',
      employmentType: 'full_time',
      source: { channel: 'job_board', name: 'Stepping Stones' },
      salaryRange: { minimum: 4_800_000, maximum: 5_600_000, currency: 'SEK', period: 'month' },
      resumeVersion: 'optics, short',
      description: 'First line\n\tand a second.',
      notes: 'Asked Ida about it.',
      appliedOn: '2026-03-02',
      respondedOn: '2026-03-09',
    }
    const { id } = await addApplication(noor, members)
    t.hasStrict((await noor.get(`/v1/applications/${id}`)).body, members)
  })

  await t.test('what the service computes or gives cannot be set', async (t) => {
    const { id, possibleDuplicates: _, ...before } = await addApplication(noor)
    for (const member of [...COMPUTED, ...GIVEN]) {
      const value = { [member]: before[member] ?? id }
      t.strictSame(await pointersOf(value), [`/${member}`])
      const { status, body } = await noor.patch(`/v1/applications/${id}`, value)
      t.strictSame(
        [status, body.errors[0]?.pointer, body.errors[0]?.code],
        [400, `/${member}`, 'unknown_member'],
      )
    }
    t.strictSame((await noor.get(`/v1/applications/${id}`)).body, { id, ...before })
  })

  await t.test('Unicode is kept as sent', async (t) => {
    const texts = [
      'Grüße',
      'Gru\u0308ße',
      '株式会社 光学',
      'شركة',
      '👩🏽‍🔬 Lab',
      'ZW\u200bSP',
      'a\u00a0b',
      ' padded ',
    ]
    for (const company of texts) {
      const { id } = await addApplication(noor, { company, notes: `${company}\r\n\t${company}` })
      const { body } = await noor.get(`/v1/applications/${id}`)
      t.strictSame([body.company, body.notes], [company, `${company}\r\n\t${company}`])
    }
  })

  await t.test('control characters, blank and too long texts are refused', async (t) => {
    for (const character of ['\0', '\x07', '\x1b', '\x7f', '\x85', '\n', '\t', '\ud83d', '\udc69'])
      t.strictSame(await pointersOf({ company: `a${character}b` }), ['/company'])
    for (const character of ['\t', '\n', '\r'])
      t.strictSame(await pointersOf({ url: `https://a${character}b.example` }), ['/url'])
    for (const character of ['\0', '\x0b', '\x0c', '\x1b', '\x9f', '\ud83d'])
      t.strictSame(await pointersOf({ notes: `a${character}b` }), ['/notes'])
    for (const blank of ['', ' ', '\u3000\u2003', '\u00a0']) {
      t.match(await pointersOf({ roleTitle: blank }), ['/roleTitle'])
      t.match(await pointersOf({ notes: `${blank}` }), ['/notes'])
    }
    t.match(await pointersOf({ notes: '\n\t\n' }), ['/notes'])
    t.strictSame(await pointersOf({ company: 'a'.repeat(201) }), ['/company'])
    t.strictSame(await pointersOf({ notes: 'a'.repeat(20_001) }), ['/notes'])
    const longest = await addApplication(noor, { company: 'a'.repeat(200), notes: 'b'.repeat(20_000) })
    t.equal(longest.notes.length, 20_000)
  })

  await t.test('a day is a day of the calendar', async (t) => {
    for (const day of [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-6-1',
      '2026-06-01T00:00:00Z',
      'soon',
      20260601,
    ])
      t.strictSame(await pointersOf({ appliedOn: day }), ['/appliedOn'])
    for (const day of ['1899-12-31', '2200-01-01'])
      t.strictSame(await pointersOf({ respondedOn: day }), ['/respondedOn'])
    t.equal((await addApplication(noor, { appliedOn: '2024-02-29' })).appliedOn, '2024-02-29')
  })

  await t.test('an address is one of the web', async (t) => {
    for (const url of [
      'javascript:alert(1)',
      'ftp://a.example',
      'lindgren',
      'https://',
      ' ',
      'mailto:a@b.example',
    ])
      t.match(await pointersOf({ url }), ['/url'])
  })

  await t.test('an address is answered as a URI: what only browsers take is percent-encoded', async (t) => {
    const { id } = await addApplication(noor, {})
    for (const [given, kept] of [
      ['https:///x.example/a?b', 'https://x.example/a?b'],
      ['https://x.example/ü', 'https://x.example/%C3%BC'],
      ['https://bücher.example/a b', 'https://xn--bcher-kva.example/a%20b'],
      [
        'https://x.example/a|b?c={d}[0]^%zz&e=100%#f#g',
        'https://x.example/a%7Cb?c=%7Bd%7D%5B0%5D%5E%25zz&e=100%25#f%23g',
      ],
    ]) {
      const { status, body } = await noor.patch(`/v1/applications/${id}`, { url: given })
      t.strictSame([status, body.url], [200, kept])
    }
    const uris = ['https://x.example', 'https://ann:b%20c@[2001:db8::1]:8443/~me?x=%C3%BC#a/b?c']
    for (const url of uris) t.equal((await addApplication(noor, { url })).url, url, 'a URI is kept as sent')
    t.strictSame(await pointersOf({ url: `https://x.example/${'ü'.repeat(400)}` }), ['/url'], 'too long then')
    t.strictSame(await pointersOf({ url: 'https://a"b.example/' }), ['/url'], 'no URI has such a host')
  })

  await t.test('pay has a minimum not above its maximum, a currency and a period', async (t) => {
    const pay = { minimum: 5000, maximum: 5000, currency: 'EUR', period: 'hour' }
    t.hasStrict((await addApplication(noor, { salaryRange: pay })).salaryRange, pay)
    t.strictSame(await pointersOf({ salaryRange: { ...pay, minimum: 5001 } }), ['/salaryRange/minimum'])
    t.strictSame(await pointersOf({ salaryRange: { ...pay, minimum: 49.5 } }), ['/salaryRange/minimum'])
    t.strictSame(await pointersOf({ salaryRange: { ...pay, maximum: 0.5, minimum: null } }), [
      '/salaryRange/maximum',
    ])
    t.strictSame(await pointersOf({ salaryRange: { ...pay, currency: 'eur' } }), ['/salaryRange/currency'])
    t.strictSame(await pointersOf({ salaryRange: { minimum: 1, currency: 'EUR' } }), ['/salaryRange/period'])
    t.strictSame(await pointersOf({ salaryRange: { ...pay, bonus: 1 } }), ['/salaryRange/bonus'])
  })
})
