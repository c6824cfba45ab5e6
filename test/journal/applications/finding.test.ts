import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from './records.ts'

type Found = { company: string }

test('applications are found', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const companies = async (query: string) => {
    const { status, body } = await noor.get(`/v1/applications?${query}`)
    if (status !== 200) throw new Error(body.detail)
    return body.data.map(({ company }: Found) => company)
  }
  const sorted = async (query: string) => (await companies(query)).sort()
  const add = async (company: string, members = {}) =>
    (await addApplication(noor, { company, ...members })).id

  const lindgren = await add('Lindgren Optics', {
    roleTitle: 'Process Engineer',
    appliedOn: '2026-03-02',
    tags: ['north', '100%'],
    source: { channel: 'job_board', name: 'Stepping Stones' },
  })
  const halden = await add('Halden_Instruments', {
    roleTitle: 'Test Engineer',
    appliedOn: '2026-04-20',
    tags: ['north'],
    source: { channel: 'referral', name: 'Ada' },
    archivedAt: '2026-05-01T00:00:00Z',
  })
  await add('Brightwater', { roleTitle: 'Nurse' })
  await addInterview(noor, lindgren, { heldOn: '2026-05-28' })
  await noor.put(`/v1/applications/${halden}/outcome`, {
    kind: 'rejected',
    learnedOn: '2026-05-20',
    reasons: [{ code: 'budget_cut', evidence: 'stated_by_employer' }],
  })

  await t.test('by what they are and how they went', async (t) => {
    const cases: Record<string, string[]> = {
      'outcome=rejected': ['Halden_Instruments'],
      'outcome=no_response': [],
      'attribution=not_about_you': ['Halden_Instruments'],
      'attribution=unknown': [],
      'tag=north': ['Halden_Instruments', 'Lindgren Optics'],
      'tag=nor': [],
      'tag=100%25': ['Lindgren Optics'],
      'source=stepping%20stones': ['Lindgren Optics'],
      'source=referral': ['Halden_Instruments'],
      'appliedFrom=2026-03-02&appliedTo=2026-03-02': ['Lindgren Optics'],
      'appliedFrom=2026-03-03': ['Halden_Instruments'],
      'archived=true': ['Halden_Instruments'],
      'archived=false': ['Brightwater', 'Lindgren Optics'],
      'tag=north&archived=false': ['Lindgren Optics'],
    }
    for (const [query, expected] of Object.entries(cases)) t.strictSame(await sorted(query), expected, query)
  })

  await t.test('by words in the company and the role', async (t) => {
    const cases: Record<string, string[]> = {
      'q=ENGINEER': ['Halden_Instruments', 'Lindgren Optics'],
      'q=engineer%20lind': ['Lindgren Optics'],
      'q=%20nurse%20%20': ['Brightwater'],
      'q=n_I': ['Halden_Instruments'],
      'q=%25': [],
      'q=%5C': [],
      'q=nobody': [],
    }
    for (const [query, expected] of Object.entries(cases)) t.strictSame(await sorted(query), expected, query)
  })

  await t.test('in the order that was asked for, page by page', async (t) => {
    const orders: Record<string, string[]> = {
      '-appliedOn': ['Halden_Instruments', 'Lindgren Optics', 'Brightwater'],
      appliedOn: ['Brightwater', 'Lindgren Optics', 'Halden_Instruments'],
      '-lastActivityAt': ['Brightwater', 'Lindgren Optics', 'Halden_Instruments'],
      lastActivityAt: ['Halden_Instruments', 'Lindgren Optics', 'Brightwater'],
    }
    for (const [sort, expected] of Object.entries(orders)) {
      t.strictSame(await companies(`sort=${sort}`), expected, sort)
      const met: string[] = []
      let cursor = ''
      do {
        const { body } = await noor.get(`/v1/applications?sort=${sort}&limit=1${cursor}`)
        met.push(...body.data.map(({ company }: Found) => company))
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
      } while (cursor)
      t.strictSame(met, expected, `${sort}, one by one`)
    }
  })

  await t.test('but not with a place that no record can stand at', async (t) => {
    const { nextCursor } = (await noor.get('/v1/applications?sort=appliedOn&limit=1')).body
    const [print, id] = Buffer.from(nextCursor, 'base64url').toString().split(' ')
    for (const value of ['2026-02-31', 'now', "'", '2026-01-01T25:00:00.000Z', '1 2']) {
      const cursor = Buffer.from(`${print} ${id} ${value}`).toString('base64url')
      const { status, body } = await noor.get(`/v1/applications?sort=appliedOn&cursor=${cursor}`)
      t.strictSame([status, body.code], [400, 'invalid_cursor'], value)
    }
  })
})

test('words are found however they are written', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const companies = [
    'Müller & Söhne',
    'Cafe\u0301 Straße 5 %',
    'İstanbul Işık',
    'Ｌｉｎｄ　Łódź',
    'Ørsted_ \\ Å',
    'Ελλάς',
    '가나',
  ]
  for (const company of companies) await addApplication(noor, { company, roleTitle: 'Cook' })
  const found = async (q: string) =>
    (await noor.get(`/v1/applications?q=${encodeURIComponent(q)}`)).body.data.map((it: Body) => it.company)
  const words = [
    ['muller sohne', 'MU\u0308LLER', 'müller'],
    ['café', 'CAFE', 'strasse', 'STRAẞE', 'straße', '5 %', '％'],
    ['istanbul', 'ISTANBUL', 'İSTANBUL', 'isik', 'IŞIK', 'ışık'],
    ['lind lodz', 'łódź', 'ｌｉｎｄ'],
    ['orsted', 'ørsted_', '\\', 'å', 'A\u030a ors'],
    ['ελλασ', 'ΕΛΛΆΣ', 'ελλάς'],
    ['가', '가나 cook'],
  ]
  for (const [i, company] of companies.entries())
    for (const word of words[i] ?? []) t.ok((await found(word)).includes(company), `${word} in ${company}`)
  t.strictSame(await found('_'), [companies[4]])
  t.strictSame(await found('%'), [companies[1]])
  t.strictSame(await found('muler'), [])
  t.strictSame(await found('cook müller'), [companies[0]], 'in either of the two')
  t.strictSame(await found('söhnecook'), [])
})
