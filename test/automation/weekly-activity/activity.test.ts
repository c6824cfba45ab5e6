import { test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { linesOf } from '../exports/sheets.ts'

const made = async (client: Client, url: string, body: object): Promise<string> =>
  (await client.post(url, body)).body.id

const fill = async (client: Client) => {
  await client.patch('/v1/me', { timeZone: 'Asia/Tokyo' })
  const halden = await made(client, '/v1/applications', {
    company: 'Halden',
    roleTitle: 'Tester',
    url: 'https://halden.example/tester',
    location: 'Oslo',
    source: { channel: 'job_board', name: 'Stepping Stones' },
    appliedOn: '2026-03-08',
    respondedOn: '2026-03-12',
  })
  // In Tokyo it is Monday already.
  await client.post(`/v1/applications/${halden}/interviews`, {
    startsAt: '2026-03-15T16:00:00Z',
    result: 'not_advanced',
    heardBackOn: '2026-03-20',
  })
  await client.put(`/v1/applications/${halden}/outcome`, { kind: 'rejected', learnedOn: '2026-03-20' })
  const vesper = await made(client, '/v1/applications', {
    company: 'Vesper',
    appliedOn: '2026-03-09',
    source: { channel: 'job_board' },
  })
  await client.post(`/v1/applications/${vesper}/interviews`, { heldOn: '2026-03-18', status: 'cancelled' })
  await client.post(`/v1/applications/${vesper}/interviews`, {
    heldOn: '2026-03-19',
    result: 'advanced',
    heardBackOn: '2026-03-20',
  })
  await client.put(`/v1/applications/${vesper}/offer`, { receivedOn: '2026-04-01' })
  await client.put(`/v1/applications/${vesper}/outcome`, { kind: 'offer_declined', decidedOn: '2026-04-03' })
  const silent = await made(client, '/v1/applications', { company: 'Orrin', appliedOn: '2026-03-09' })
  await client.put(`/v1/applications/${silent}/outcome`, { kind: 'no_response', learnedOn: '2026-04-30' })
  await made(client, '/v1/applications', { company: 'Only a wish' })
  await client.post(`/v1/applications/${silent}/interviews`, { heldOn: '2031-01-06' })
}

const short = ({ day, activity, company, result }: Body) => [day, activity, company, result].join(' ')

test('weekly activity', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await fill(noor)
  const read = async (query = '') => (await noor.get(`/v1/exports/weekly-activity.json${query}`)).body

  await t.test('is what was done and answered, by week, in the days of the account', async (t) => {
    const { period, timeZone, weeks, undated } = await read()
    t.strictSame([period, timeZone], [{ from: null, to: null }, 'Asia/Tokyo'])
    t.strictSame(
      weeks.map(({ entries, ...week }: Body) => ({ ...week, entries: entries.map(short) })),
      [
        {
          week: '2026-W10',
          from: '2026-03-02',
          to: '2026-03-08',
          applied: 1,
          interviewed: 0,
          answered: 0,
          entries: ['2026-03-08 applied Halden '],
        },
        {
          week: '2026-W11',
          from: '2026-03-09',
          to: '2026-03-15',
          applied: 2,
          interviewed: 0,
          answered: 1,
          entries: [
            '2026-03-09 applied Vesper ',
            '2026-03-09 applied Orrin ',
            '2026-03-12 answered Halden response',
          ],
        },
        {
          week: '2026-W12',
          from: '2026-03-16',
          to: '2026-03-22',
          applied: 0,
          interviewed: 2,
          answered: 2,
          entries: [
            '2026-03-16 interviewed Halden not_advanced',
            '2026-03-19 interviewed Vesper advanced',
            '2026-03-20 answered Halden rejected',
            '2026-03-20 answered Vesper advanced',
          ],
        },
        {
          week: '2026-W14',
          from: '2026-03-30',
          to: '2026-04-05',
          applied: 0,
          interviewed: 0,
          answered: 1,
          entries: ['2026-04-01 answered Vesper offer'],
        },
      ],
    )
    t.strictSame(undated, { applied: 0, interviewed: 0, answered: 0, entries: [] })
    t.match(weeks[0].entries[0], {
      roleTitle: 'Tester',
      url: 'https://halden.example/tester',
      source: 'Stepping Stones',
      location: 'Oslo',
      outcome: 'rejected',
    })
    t.match(weeks[1].entries[0], { source: 'job board', outcome: 'offer_declined' })
  })

  await t.test('is that of a period, both days included, where one is given', async (t) => {
    const { period, weeks } = await read('?from=2026-03-09&to=2026-03-16')
    t.strictSame(period, { from: '2026-03-09', to: '2026-03-16' })
    t.strictSame(
      weeks.map(({ week, entries }: Body) => [week, entries.length]),
      [
        ['2026-W11', 3],
        ['2026-W12', 1],
      ],
    )
    t.strictSame((await read('?from=2026-05-01')).weeks, [])
    const { status } = await noor.get('/v1/exports/weekly-activity.json?from=2026-03-02&to=2026-03-01')
    t.equal(status, 400)
  })

  await t.test('as a table has a line for each, the week first', async (t) => {
    const { headers, body } = await noor.get('/v1/exports/weekly-activity.csv?to=2026-03-12')
    t.equal(headers['content-disposition'], 'attachment; filename="afterview-weekly-activity-2026-06-01.csv"')
    t.match(body, /^\uFEFFWeek,Day,Activity,Company,Role,URL,Source,Location,Result,Outcome\r\n/)
    t.strictSame(
      linesOf(body).map((line) => Object.values(line).join('|')),
      [
        '2026-W10|2026-03-08|applied|Halden|Tester|https://halden.example/tester|Stepping Stones|Oslo||rejected',
        '2026-W11|2026-03-09|applied|Vesper|||job board|||offer declined',
        '2026-W11|2026-03-09|applied|Orrin||||||no response',
        '2026-W11|2026-03-12|answered|Halden|Tester|https://halden.example/tester|Stepping Stones|Oslo|response|rejected',
      ],
    )
  })

  await t.test(
    'counts every word of an employer as an answer, and of one day that which tells most',
    async (t) => {
      const sam = await service.newAccount('Sam')
      const hear = async (company: string, ...interviews: object[]) => {
        const application = await made(sam, '/v1/applications', { company, respondedOn: '2026-03-20' })
        for (const interview of interviews)
          await made(sam, `/v1/applications/${application}/interviews`, {
            heldOn: '2026-03-16',
            heardBackOn: '2026-03-20',
            ...interview,
          })
      }
      await hear('Halden', { result: 'pending' })
      await hear('Vesper', { result: 'unknown', heardBackOn: '2026-03-21' })
      await hear('Orrin', { status: 'cancelled', heardBackOn: '2026-03-22' })
      await hear('Lindgren', { result: 'advanced' }, { result: 'pending' })
      const [{ interviewed, entries }] = (await sam.get('/v1/exports/weekly-activity.json')).body.weeks
      t.equal(interviewed, 4, 'what was called off was not held')
      t.strictSame(entries.filter(({ activity }: Body) => activity === 'answered').map(short), [
        '2026-03-20 answered Halden response',
        '2026-03-20 answered Vesper response',
        '2026-03-20 answered Orrin response',
        '2026-03-20 answered Lindgren advanced',
        '2026-03-21 answered Vesper response',
        '2026-03-22 answered Orrin response',
      ])
    },
  )

  await t.test('says what has no day, and puts it in no week', async (t) => {
    const sam = await service.newAccount('Sam')
    const application = await made(sam, '/v1/applications', { company: '=Halden' })
    await sam.post(`/v1/applications/${application}/interviews`, { status: 'completed' })
    await sam.put(`/v1/applications/${application}/offer`, {})
    await sam.put(`/v1/applications/${application}/outcome`, { kind: 'offer_rescinded' })
    const query = '?from=2026-01-01&to=2026-01-02'
    const { weeks, undated } = (await sam.get(`/v1/exports/weekly-activity.json${query}`)).body
    t.strictSame(weeks, [])
    t.match(undated, { applied: 1, interviewed: 1, answered: 2 })
    const { body } = await sam.get(`/v1/exports/weekly-activity.csv${query}`)
    t.strictSame(
      linesOf(body).map(({ Week, Day, Activity, Company, Result }) => [Week, Day, Activity, Company, Result]),
      [
        ['undated', '', 'applied', "'=Halden", ''],
        ['undated', '', 'interviewed', "'=Halden", 'pending'],
        ['undated', '', 'answered', "'=Halden", 'offer'],
        ['undated', '', 'answered', "'=Halden", 'offer rescinded'],
      ],
    )
  })
})
