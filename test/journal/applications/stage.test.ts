import { type Test, test } from 'tap'
import { STAGES, type Stage } from '../../../src/journal/applications/rules.ts'
import { OUTCOME_KINDS } from '../../../src/journal/outcomes/rules.ts'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from './records.ts'

/** The furthest stage that each fact bears out by itself. */
const BEARS_OUT: Record<string, Stage> = {
  appliedOn: 'applied',
  respondedOn: 'responded',
  cancelled: 'responded',
  completed: 'interviewed',
  offer: 'offered',
  offer_accepted: 'accepted',
  offer_declined: 'offered',
  offer_rescinded: 'offered',
  rejected: 'responded',
  no_response: 'applied',
}
const furthest = (facts: (string | undefined)[]) =>
  STAGES[Math.max(0, ...facts.map((fact) => STAGES.indexOf(BEARS_OUT[fact ?? ''] ?? 'saved')))]

const APPLIED = { appliedOn: '2026-05-04' }
const RESPONDED = { respondedOn: '2026-05-11' }
const DAYS = [{}, APPLIED, RESPONDED, { ...APPLIED, ...RESPONDED }]

const tryEveryEnding = async (t: Test, client: Client, id: string, facts: (string | undefined)[]) => {
  const path = `/v1/applications/${id}`
  for (const kind of [undefined, ...OUTCOME_KINDS]) {
    if (kind) await client.put(`${path}/outcome`, { kind })
    const { stage, status, outcome } = (await client.get(path)).body
    const expected = [furthest([...facts, kind]), kind ? 'closed' : 'open', kind ?? null]
    t.strictSame([stage, status, outcome], expected, `${facts} ${kind}`)
  }
  await client.delete(`${path}/outcome`)
}

test('stage and status', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  for (const interview of [undefined, 'cancelled', 'completed'])
    await t.test(
      `follow from the facts in every combination: interview ${interview ?? 'none'}`,
      async (t) => {
        for (const days of DAYS) {
          const { id } = await addApplication(noor, days)
          if (interview) await addInterview(noor, id, { status: interview, heldOn: '2026-05-18' })
          await tryEveryEnding(t, noor, id, [...Object.keys(days), interview])
          await noor.put(`/v1/applications/${id}/offer`, {})
          await tryEveryEnding(t, noor, id, [...Object.keys(days), interview, 'offer'])
        }
      },
    )

  await t.test('an ending erases nothing of how far it got', async (t) => {
    const { id } = await addApplication(noor, { appliedOn: '2026-05-04' })
    const path = `/v1/applications/${id}`
    await addInterview(noor, id, { heldOn: '2026-05-18' })
    await noor.put(`${path}/offer`, { receivedOn: '2026-05-25' })
    for (const kind of OUTCOME_KINDS) {
      await noor.put(`${path}/outcome`, { kind })
      t.hasStrict((await noor.get(path)).body, { stage: kind === 'offer_accepted' ? 'accepted' : 'offered' })
    }
    await noor.delete(`${path}/outcome`)
    t.hasStrict((await noor.get(path)).body, { stage: 'offered', status: 'open', outcome: null })
  })

  await t.test('the last activity is the latest day on record, or else when it was recorded', async (t) => {
    const { id } = await addApplication(noor)
    const path = `/v1/applications/${id}`
    const last = async () => (await noor.get(path)).body.lastActivityAt
    t.equal(await last(), '2026-06-01T09:00:00.000Z')
    await noor.patch(path, { appliedOn: '2026-04-01', respondedOn: '2026-04-10' })
    t.equal(await last(), '2026-04-10T00:00:00.000Z')
    await addInterview(noor, id, { startsAt: '2026-04-20T23:30:00-03:00' })
    t.equal(await last(), '2026-04-21T00:00:00.000Z', 'days are those of UTC')
    await addInterview(noor, id, { heldOn: '2026-05-30', status: 'cancelled' })
    await addInterview(noor, id, { startsAt: '2026-07-01T10:00:00Z' })
    t.equal(await last(), '2026-04-21T00:00:00.000Z', 'what was not held did not happen')
    await noor.put(`${path}/offer`, { receivedOn: '2026-05-02' })
    t.equal(await last(), '2026-05-02T00:00:00.000Z')
    await noor.put(`${path}/outcome`, { kind: 'rejected', decidedOn: '2026-05-03', learnedOn: '2026-05-09' })
    t.equal(await last(), '2026-05-09T00:00:00.000Z')
    await noor.delete(`${path}/outcome`)
    t.equal(await last(), '2026-05-02T00:00:00.000Z')
    await noor.patch(path, { respondedOn: '2026-05-12' })
    t.equal(await last(), '2026-05-12T00:00:00.000Z', 'whichever fact the day belongs to')
    const round = await addInterview(noor, id, { heldOn: '2026-05-10', heardBackOn: '2026-05-20' })
    t.equal(await last(), '2026-05-20T00:00:00.000Z', 'an answer to a round is heard on its day')
    await noor.patch(`/v1/interviews/${round.id}`, { heardBackOn: null })
    t.equal(await last(), '2026-05-12T00:00:00.000Z')
  })
})
