import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from '../applications/records.ts'

const at = (day: string) => new Date(`${day}T09:00:00.000Z`)

test('the timeline of an application', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  service.clock.now = at('2026-03-02')
  const { id } = await addApplication(noor, { appliedOn: '2026-03-02' })
  const other = await addApplication(noor, { appliedOn: '2026-03-03' })
  const timeline = async (query = '') => (await noor.get(`/v1/applications/${id}/timeline${query}`)).body
  const brief = ({ kind, on, at, interview, outcome }: Body) =>
    [kind, at ?? on, interview?.result, outcome?.kind].filter(Boolean).join(' ')
  const told = async () => (await timeline()).data.map(brief)

  await t.test('begins with its record', async (t) => {
    t.strictSame(await told(), ['applied 2026-03-02', 'application_recorded 2026-03-02T09:00:00.000Z'])
  })

  await t.test('tells what happened, from its beginning on', async (t) => {
    service.clock.now = at('2026-03-30')
    await addInterview(noor, id, {
      startsAt: '2026-03-17T13:00:00Z',
      result: 'advanced',
      heardBackOn: '2026-03-20',
    })
    await noor.patch(`/v1/applications/${id}`, { respondedOn: '2026-03-09' })
    await addInterview(noor, id, { heldOn: '2026-03-24' })
    await noor.put(`/v1/applications/${id}/offer`, { receivedOn: '2026-03-30' })
    t.strictSame(await told(), [
      'applied 2026-03-02',
      'application_recorded 2026-03-02T09:00:00.000Z',
      'responded 2026-03-09',
      'interview 2026-03-17T13:00:00.000Z advanced',
      'heard_back 2026-03-20 advanced',
      'interview 2026-03-24 pending',
      'offer_received 2026-03-30',
    ])
  })

  await t.test('keeps an outcome that was corrected, and one that was retracted', async (t) => {
    const path = `/v1/applications/${id}/outcome`
    const reasons = [{ code: 'budget_cut', evidence: 'stated_by_employer' }]
    service.clock.now = at('2026-04-01')
    await noor.put(path, { kind: 'rejected', learnedOn: '2026-03-31', reasons })
    service.clock.now = at('2026-04-02')
    await noor.put(path, { kind: 'offer_rescinded', learnedOn: '2026-04-01' })
    t.strictSame((await told()).slice(-3), [
      'ended 2026-04-01 offer_rescinded',
      'outcome_recorded 2026-04-01T09:00:00.000Z rejected',
      'outcome_corrected 2026-04-02T09:00:00.000Z offer_rescinded',
    ])
    service.clock.now = at('2026-04-03')
    await noor.delete(path)
    t.strictSame((await told()).slice(-3), [
      'outcome_recorded 2026-04-01T09:00:00.000Z rejected',
      'outcome_corrected 2026-04-02T09:00:00.000Z offer_rescinded',
      'outcome_retracted 2026-04-03T09:00:00.000Z offer_rescinded',
    ])
    const [recorded] = (await timeline()).data.slice(-3)
    t.hasStrict(recorded.outcome, { attribution: 'not_about_you', decidedOn: null, learnedOn: '2026-03-31' })
    t.strictSame(recorded.outcome.reasons, reasons)
  })

  await t.test('comes page by page, and its entries keep their ids', async (t) => {
    const whole = (await timeline()).data
    const met: Body[] = []
    let cursor = ''
    do {
      const page = await timeline(`?limit=2${cursor}`)
      met.push(...page.data)
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : ''
    } while (cursor)
    t.strictSame(met, whole)
    t.equal(new Set(whole.map((entry: Body) => entry.id)).size, whole.length)
    t.ok(
      whole.every(({ applicationId }: Body) => applicationId === id),
      'and nothing of another application',
    )
    t.equal((await noor.get(`/v1/applications/${other.id}/timeline`)).body.data.length, 2)
  })

  await t.test('shows what has no day where it was recorded', async (t) => {
    const { id } = await addApplication(noor)
    await noor.post(`/v1/applications/${id}/interviews`, { kind: 'technical' })
    const { data } = (await noor.get(`/v1/applications/${id}/timeline`)).body
    t.hasStrict(data[1], { kind: 'interview', on: null, at: null })
  })
})

test('the days of a timeline are days where the account is, in their order', async (t) => {
  const service = await openService(t)
  const toldIn = async (timeZone: string, ...interviews: object[]) => {
    const noor = await service.newAccount()
    await noor.patch('/v1/me', { timeZone })
    const { id } = await addApplication(noor)
    for (const each of interviews) await addInterview(noor, id, { ...each, status: 'completed' })
    const { data } = (await noor.get(`/v1/applications/${id}/timeline`)).body
    const lines = (await noor.get('/v1/exports/timeline.csv')).body.split('\r\n').slice(1, -1)
    return {
      told: data.slice(0, -1).map(({ kind, on, at }: Body) => [kind, on, at].filter(Boolean).join(' ')),
      exported: lines.slice(0, -1).map((line: string) => line.split(',')),
    }
  }

  await t.test('an evening in Los Angeles is not the next day', async (t) => {
    const evening = { startsAt: '2026-05-10T20:00:00-07:00', heardBackOn: '2026-05-11' }
    const { told, exported } = await toldIn('America/Los_Angeles', evening, { heldOn: '2026-05-11' })
    t.strictSame(told, [
      'interview 2026-05-10 2026-05-11T03:00:00.000Z',
      'interview 2026-05-11',
      'heard_back 2026-05-11',
    ])
    t.strictSame(
      exported.map((line: string[]) => [...line.slice(0, 2), ...line.slice(-2)].join(' ')),
      ['2026-05-11 03:00:00 2026-05-10 20:00', '2026-05-11  2026-05-11 ', '2026-05-11  2026-05-11 '],
    )
  })

  await t.test('a morning in Auckland is not the day before', async (t) => {
    const morning = { startsAt: '2026-05-11T08:00:00+12:00' }
    const { told } = await toldIn(
      'Pacific/Auckland',
      morning,
      { heldOn: '2026-05-10' },
      { heldOn: '2026-05-11' },
    )
    t.strictSame(told, [
      'interview 2026-05-10',
      'interview 2026-05-11',
      'interview 2026-05-11 2026-05-10T20:00:00.000Z',
    ])
  })

  await t.test('around a change of clocks no day comes before the one that it follows', async (t) => {
    const { told } = await toldIn(
      'America/Los_Angeles',
      { heldOn: '2026-03-08' },
      { startsAt: '2026-03-07T23:59:00-08:00' },
      { heldOn: '2026-03-09' },
      { startsAt: '2026-03-08T23:59:00-07:00' },
    )
    t.strictSame(
      told.map((line: string) => line.split(' ')[1]),
      ['2026-03-07', '2026-03-08', '2026-03-08', '2026-03-09'],
    )
  })

  await t.test('nor in a month in which the clocks of Casablanca stand back', async (t) => {
    const lateEvening = { startsAt: '2026-02-28T23:30:00Z' }
    const { told } = await toldIn('Africa/Casablanca', lateEvening, { heldOn: '2026-03-01' })
    t.strictSame(
      told.map((line: string) => line.split(' ')[1]),
      ['2026-02-28', '2026-03-01'],
    )
  })
})

test('rounds of one day stand in the order in which they were recorded', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { id } = await addApplication(noor)
  const rounds = Array.from({ length: 8 }, (_, i) => i + 1)
  for (const round of rounds) await addInterview(noor, id, { heldOn: '2026-03-24', round })
  const { data } = (await noor.get(`/v1/applications/${id}/timeline`)).body
  const held = data.filter(({ kind }: Body) => kind === 'interview')
  t.strictSame(
    held.map(({ interview }: Body) => interview.round),
    rounds,
  )
})
