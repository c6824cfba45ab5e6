import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { subscribe } from './reading.ts'

const apply = async (account: Client, more: object = {}) =>
  (
    await account.post('/v1/applications', {
      company: 'Lindgren Optics',
      roleTitle: 'Test Engineer',
      ...more,
    })
  ).body.id

const meet = async (account: Client, application: string, more: object) =>
  (await account.post(`/v1/applications/${application}/interviews`, more)).body

test('what a calendar holds', async (t) => {
  const service = await openService(t)
  const open = service.client()
  const begin = async (input = {}) => {
    const account = await service.newAccount()
    return { account, application: await apply(account), ...(await subscribe(account, open, input)) }
  }

  await t.test('an interview, with what it is called, where, and how long', async (t) => {
    const { account, application, read } = await begin()
    const { id } = await meet(account, application, {
      kind: 'technical',
      startsAt: '2026-06-10T10:00:00+02:00',
      durationMinutes: 45,
      location: 'Room 4, Valby',
    })
    t.strictSame((await read()).entries, [
      {
        uid: `${id}@afterview`,
        summary: 'Interview (technical, round 1): Test Engineer at Lindgren Optics',
        location: 'Room 4, Valby',
        status: 'CONFIRMED',
        sequence: 2,
        starts: new Date('2026-06-10T08:00:00Z'),
        minutes: 45,
        isDay: false,
      },
    ])
  })

  await t.test('an hour where the length is not known, a whole day where the time is not', async (t) => {
    const { account, application, read } = await begin()
    await meet(account, application, {
      startsAt: '2026-06-10T08:00:00Z',
      meetingUrl: 'https://meet.example/a,b;c',
    })
    await meet(account, application, { heldOn: '2026-03-29', label: 'Tour' })
    const { entries, text } = await read()
    t.match(entries, [
      { minutes: 60, isDay: false, location: 'https://meet.example/a,b;c' },
      { starts: new Date('2026-03-29T00:00:00Z'), minutes: 24 * 60, isDay: true },
    ])
    t.match(text, /\r\nURL;VALUE=URI:https:\/\/meet\.example\/a%2Cb%3Bc\r\n/)
    t.equal(entries[1]?.summary, 'Interview (Tour, round 2): Test Engineer at Lindgren Optics')
  })

  await t.test('what was called off as cancelled, and what was missed as it was', async (t) => {
    const { account, application, read } = await begin()
    const [off, missed] = [
      await meet(account, application, { startsAt: '2026-06-12T08:00:00Z' }),
      await meet(account, application, { startsAt: '2026-05-12T08:00:00Z' }),
    ]
    await account.patch(`/v1/interviews/${off.id}`, { status: 'cancelled' })
    await account.patch(`/v1/interviews/${missed.id}`, { status: 'missed' })
    t.strictSame(
      (await read()).entries.map(({ uid, status }) => [uid, status]),
      [
        [`${off.id}@afterview`, 'CANCELLED'],
        [`${missed.id}@afterview`, 'CONFIRMED'],
      ],
    )
  })

  await t.test('the same entry after every change, with a higher number', async (t) => {
    const { account, application, read } = await begin()
    const { id } = await meet(account, application, { startsAt: '2026-06-12T08:00:00Z' })
    const [before] = (await read()).entries
    await account.patch(`/v1/interviews/${id}`, { startsAt: '2026-06-13T08:00:00Z' })
    const [moved] = (await read()).entries
    await account.patch(`/v1/applications/${application}`, { company: 'Halden' })
    const [renamed] = (await read()).entries
    t.strictSame([moved?.uid, renamed?.uid], [before?.uid, before?.uid])
    t.ok((moved?.sequence ?? 0) > (before?.sequence ?? 0))
    t.ok((renamed?.sequence ?? 0) > (moved?.sequence ?? 0))
    t.equal(renamed?.summary, 'Interview (round 1): Test Engineer at Halden')
  })

  await t.test('the next step of what is open, on its day', async (t) => {
    const { account, read } = await begin({ include: ['follow_ups'] })
    const step = { nextStep: { text: 'Call Ada', dueOn: '2026-06-20' } }
    const [id, closed] = [await apply(account, step), await apply(account, step)]
    await account.put(`/v1/applications/${closed}/outcome`, { kind: 'withdrawn' })
    await account.patch(`/v1/applications/${await apply(account, step)}`, {
      archivedAt: '2026-06-01T00:00:00Z',
    })
    await apply(account, { nextStep: { text: 'Some day' } })
    t.match((await read()).entries, [
      {
        uid: `${id}-next-step@afterview`,
        summary: 'Next step: Call Ada (Test Engineer at Lindgren Optics)',
        starts: new Date('2026-06-20T00:00:00Z'),
        isDay: true,
      },
    ])
  })

  await t.test('no more than was asked for, nothing older than a year, and nothing of others', async (t) => {
    const { account, application, read } = await begin({ include: ['interviews'] })
    await account.patch(`/v1/applications/${application}`, {
      nextStep: { text: 'Call', dueOn: '2026-06-20' },
    })
    await meet(account, application, { startsAt: '2025-05-31T08:00:00Z' })
    await meet(account, application, { heldOn: '2025-05-31' })
    await meet(account, application, { status: 'scheduled' })
    const other = await service.newAccount('Sam')
    await meet(other, await apply(other), { startsAt: '2026-06-10T08:00:00Z' })
    t.strictSame((await read()).entries, [])
    await meet(account, application, { heldOn: '2025-06-02' })
    t.equal((await read()).entries.length, 1)
  })

  await t.test('ten o\u2019clock stays ten o\u2019clock on either side of a change of clocks', async (t) => {
    for (const [timeZone, ...times] of [
      [
        'Europe/Berlin',
        '2026-03-28T10:00:00+01:00',
        '2026-03-29T10:00:00+02:00',
        '2026-10-24T10:00:00+02:00',
        '2026-10-25T10:00:00+01:00',
      ],
      [
        'America/New_York',
        '2026-03-07T10:00:00-05:00',
        '2026-03-08T10:00:00-04:00',
        '2026-10-31T10:00:00-04:00',
        '2026-11-01T10:00:00-05:00',
      ],
      [
        'Australia/Lord_Howe',
        '2026-04-04T10:00:00+11:00',
        '2026-04-05T10:00:00+10:30',
        '2026-10-03T10:00:00+10:30',
        '2026-10-04T10:00:00+11:00',
      ],
    ] as const) {
      const { account, application, read } = await begin()
      for (const startsAt of times) await meet(account, application, { startsAt, timeZone })
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' })
      const shown = (await read()).entries.map(({ starts }) => clock.format(starts))
      const [date] = [(at: string) => at.slice(0, 10).split('-').reverse().join('/')]
      t.strictSame(shown.sort(), times.map((at) => `${date(at)}, 10:00`).sort(), timeZone)
    }
  })

  await t.test('texts as they were written, whatever they try', async (t) => {
    const { account, read } = await begin()
    const texts = [
      'a, b; c \\ d \\n "e": f',
      `${'é'.repeat(80)} ${'😭'.repeat(40)} ${'👩‍👩‍👧‍👦'.repeat(9)}`,
      '\u202eright to left\u202c שלום',
      'BEGIN:VEVENT END:VEVENT END:VCALENDAR ATTACH:https://x.example',
    ]
    const companies = texts.map((text) => [...text].slice(0, 190).join(''))
    for (const company of companies)
      await meet(account, await apply(account, { company }), {
        startsAt: '2026-06-10T08:00:00Z',
        location: company,
      })
    const broken = 'Call\r\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Free money'
    const { status } = await account.post('/v1/applications', {
      company: 'Brightwater',
      nextStep: { text: broken, dueOn: '2026-06-20' },
    })
    const { entries, text } = await read()
    t.equal(entries.length, companies.length + (status === 201 ? 1 : 0))
    t.strictSame(entries.flatMap(({ location }) => location || []).sort(), [...companies].sort())
    const lines = text.split('\r\n')
    t.strictSame(lines.slice(-2), ['END:VCALENDAR', ''], 'the last line ends, too')
    t.strictSame(
      lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line)),
      [],
    )
    t.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, entries.length)
  })
})
