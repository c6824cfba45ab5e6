import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from './records.ts'

test('what has happened has no day to come', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { id } = await addApplication(noor)
  const interview = await addInterview(noor, id)
  const path = `/v1/applications/${id}`
  const byRef = '/v1/applications/by-external-ref/tracker/1'
  /** Every way to say on which day something happened, and the member that says it. */
  const ways: Record<string, [string, (day: string) => Promise<{ status: number; body: Body }>]> = {
    createApplication: [
      'respondedOn',
      (respondedOn) => noor.post('/v1/applications', { company: 'Quillon', respondedOn }),
    ],
    updateApplication: ['respondedOn', (respondedOn) => noor.patch(path, { respondedOn })],
    upsertApplication: ['respondedOn', (respondedOn) => noor.put(byRef, { company: 'Quillon', respondedOn })],
    createInterview: ['heardBackOn', (heardBackOn) => noor.post(`${path}/interviews`, { heardBackOn })],
    updateInterview: [
      'heardBackOn',
      (heardBackOn) => noor.patch(`/v1/interviews/${interview.id}`, { heardBackOn }),
    ],
    'createInterview, held': [
      'heldOn',
      (heldOn) => noor.post(`${path}/interviews`, { heldOn, status: 'completed' }),
    ],
    'createInterview, answered': [
      'heldOn',
      (heldOn) => noor.post(`${path}/interviews`, { heldOn, result: 'advanced' }),
    ],
    'updateInterview, held': [
      'heldOn',
      (heldOn) => noor.patch(`/v1/interviews/${interview.id}`, { heldOn, status: 'completed' }),
    ],
    putOffer: ['receivedOn', (receivedOn) => noor.put(`${path}/offer`, { receivedOn })],
    'putOutcome, decided': [
      'decidedOn',
      (decidedOn) => noor.put(`${path}/outcome`, { kind: 'rejected', decidedOn }),
    ],
    'putOutcome, learned': [
      'learnedOn',
      (learnedOn) => noor.put(`${path}/outcome`, { kind: 'rejected', learnedOn }),
    ],
  }

  await t.test('a day that has not begun anywhere is refused, by its name', async (t) => {
    service.clock.now = new Date('2026-06-01T09:59:59.999Z')
    for (const [way, [member, record]] of Object.entries(ways)) {
      const { status, body } = await record('2026-06-02')
      t.strictSame([status, body.code], [422, 'day_ahead'], way)
      t.match(body.errors, [{ pointer: `/${member}`, code: 'day_ahead', detail: /2026-06-01/ }], way)
    }
    t.equal((await noor.get(`${path}/outcome`)).status, 404, 'and nothing is stored')
    t.equal((await noor.get(byRef)).status, 404)
    const both = await noor.put(`${path}/outcome`, {
      kind: 'rejected',
      decidedOn: '2027-01-01',
      learnedOn: '2027-01-02',
    })
    t.strictSame(
      both.body.errors.map(({ pointer }: Body) => pointer),
      ['/decidedOn', '/learnedOn'],
    )
  })

  await t.test('one that has begun where it begins first is not', async (t) => {
    service.clock.now = new Date('2026-06-01T10:00:00.000Z')
    for (const [way, [member, record]] of Object.entries(ways)) {
      const { status, body } = await record('2026-06-02')
      t.ok(status === 200 || status === 201, `${way}: ${status}`)
      t.equal(body[member], '2026-06-02')
    }
  })

  await t.test('what was recorded before stays, and everything else can still be changed', async (t) => {
    service.clock.now = new Date('2026-05-01T09:00:00.000Z')
    const { status, body } = await noor.patch(path, { notes: 'They call on Mondays.' })
    t.strictSame([status, body.respondedOn], [200, '2026-06-02'])
    const { body: second } = await noor.patch(`/v1/interviews/${interview.id}`, { label: 'Second round' })
    t.match(second, { label: 'Second round', heldOn: '2026-06-02', status: 'completed' })
  })
})
