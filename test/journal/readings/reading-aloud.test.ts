import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'tap'
import { OUTCOME_KINDS } from '../../../src/journal/outcomes/rules.ts'
import { EVIDENCE, REASON_CODES } from '../../../src/journal/reasons/rules.ts'
import { faultsOf, wrongPlurals } from '../../language/voice.ts'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addPlan, beginReflection } from '../applications/records.ts'

type Statement = { code: string; text: string; basis: Record<string, unknown> }
const SKILL = /\b(?:skill|know|learn|prepar|lesson|gap)/i

/** Ends an application after `rounds` interviews held, and answers with what the reading says. */
const readEnding = async (client: Client, ending: object, rounds = 1) => {
  const { id } = await addApplication(client, { appliedOn: '2026-05-04' })
  for (let round = 0; round < rounds; round++) await addInterview(client, id)
  const { body } = await client.put(`/v1/applications/${id}/outcome`, ending)
  return { id, reading: body.reading as Statement[] }
}
const codesOf = (reading: Statement[]) => reading.map(({ code }) => code)
const basisOf = (reading: Statement[], code: string) => reading.find((it) => it.code === code)?.basis

test('the reading of an outcome', async (t) => {
  const service = await openService(t)

  await t.test('after a no in an interview follows the order of the method', async (t) => {
    const { reading } = await readEnding(await service.newAccount(), { kind: 'rejected' }, 2)
    t.strictSame(codesOf(reading), [
      'interview_was_a_win',
      'may_not_be_about_you',
      'chance_alone',
      'learning_open',
      'what_next',
    ])
    t.strictSame(basisOf(reading, 'interview_was_a_win'), { interviews: 2, round: 2 })
    t.match(reading[0]?.text, /2 interviews .* round 2\b.* win/)
  })

  await t.test('takes an interview for held that lies behind and was not called off', async (t) => {
    const noor = await service.newAccount()
    await readEnding(noor, { kind: 'rejected' })
    const { id } = await addApplication(noor)
    await addInterview(noor, id, { heldOn: '2026-05-20', status: 'scheduled' })
    await addInterview(noor, id, { heldOn: '2026-05-21', status: 'cancelled' })
    await addInterview(noor, id, { startsAt: '2026-06-20T10:00:00Z' })
    const { reading } = (await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected' })).body
    t.strictSame(basisOf(reading, 'interview_was_a_win'), { interviews: 3, round: 1 })
    t.ok(codesOf(reading).includes('chance_alone'))
    t.hasStrict(basisOf(reading, 'what_next'), { action: 'start_reflection' })
  })

  await t.test('says what the employer stated as stated, and before the lesson', async (t) => {
    const reasons = [
      { code: 'knowledge_gap', evidence: 'inferred' },
      { code: 'budget_cut', evidence: 'stated_by_employer' },
    ]
    const { reading } = await readEnding(await service.newAccount(), { kind: 'rejected', reasons })
    t.strictSame(codesOf(reading), [
      'interview_was_a_win',
      'was_not_about_you',
      'chance_alone',
      'learning_noted',
      'what_next',
    ])
    t.hasStrict(basisOf(reading, 'was_not_about_you'), { evidence: 'stated_by_employer', whole: false })
  })

  await t.test('counts the processes of this account that ended without an offer, each once', async (t) => {
    const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
    const chance = async (ending: object) => basisOf((await readEnding(noor, ending)).reading, 'chance_alone')
    t.hasStrict(await chance({ kind: 'rejected' }), {
      processesWithoutOffer: 1,
      baseRateLow: 0.2,
      baseRateHigh: 0.25,
      probabilityLow: 0.75,
      probabilityHigh: 0.8,
      source: 'Jobvite',
      year: 2017,
    })
    await readEnding(noor, { kind: 'withdrawn' })
    await readEnding(noor, { kind: 'rejected' }, 0)
    await readEnding(sam, { kind: 'rejected' })
    const second = await readEnding(noor, { kind: 'no_response' })
    t.hasStrict(basisOf(second.reading, 'chance_alone'), { processesWithoutOffer: 2, probabilityLow: 0.5625 })
    const corrected = await noor.put(`/v1/applications/${second.id}/outcome`, { kind: 'rejected' })
    t.hasStrict(basisOf(corrected.body.reading, 'chance_alone'), { processesWithoutOffer: 2 })
  })

  await t.test('of silence never speaks of skills, whatever was read into it', async (t) => {
    for (const evidence of EVIDENCE.filter((it) => it !== 'stated_by_employer'))
      for (const reasons of [[], [{ code: 'knowledge_gap', evidence }]]) {
        const { reading } = await readEnding(await service.newAccount(), { kind: 'no_response', reasons })
        t.strictSame(codesOf(reading).slice(0, 2), ['interview_was_a_win', 'may_not_be_about_you'])
        const cause = reading.find(({ code }) => code === 'may_not_be_about_you')
        t.hasStrict(cause?.basis, { kind: 'no_response', named: 'nothing' })
        t.notMatch(cause?.text, SKILL)
      }
  })

  await t.test('of silence does not forget an answer that came before it', async (t) => {
    const noor = await service.newAccount()
    const causeOf = async (id: string) => {
      const { reading } = (await noor.put(`/v1/applications/${id}/outcome`, { kind: 'no_response' })).body
      return reading.find(({ code }: { code: string }) => code === 'may_not_be_about_you')
    }
    const silent = await causeOf((await addApplication(noor, { appliedOn: '2026-03-02' })).id)
    t.match(silent.text, 'No answer came, so nobody gave a reason.')
    t.match(silent.basis, { answered: false })
    const answered = { appliedOn: '2026-03-02', respondedOn: '2026-03-09' }
    const cause = await causeOf((await addApplication(noor, answered)).id)
    t.match(cause.text, 'No further answer came, so nobody gave a reason. It may not have been about you.')
    t.match(cause.basis, { answered: true })
    const { reading } = await readEnding(noor, { kind: 'no_response' })
    t.match(reading.find(({ code }) => code === 'may_not_be_about_you')?.text, 'No further answer came')
  })

  await t.test('of a role that was only saved names no interview and nothing that was sent', async (t) => {
    const noor = await service.newAccount()
    const { id } = await addApplication(noor)
    const { reading } = (await noor.put(`/v1/applications/${id}/outcome`, { kind: 'role_closed' })).body
    t.strictSame(codesOf(reading).slice(0, 2), ['ended_before_interview', 'may_not_be_about_you'])
    t.notOk(codesOf(reading).includes('chance_alone'))
    t.strictSame(basisOf(reading, 'ended_before_interview'), { sent: false })
  })

  await t.test('respects a withdrawal, and greets an offer with the same three questions', async (t) => {
    const noor = await service.newAccount()
    const withdrawal = codesOf((await readEnding(noor, { kind: 'withdrawn' })).reading)
    t.strictSame(withdrawal.slice(-2), ['decision_respected', 'what_next'])
    t.notMatch(withdrawal.join(), /about_you|learning|chance/)
    const { reading } = await readEnding(noor, { kind: 'offer_accepted' })
    t.strictSame(codesOf(reading), ['offer_win', 'what_next'])
    t.strictSame(basisOf(reading, 'what_next'), { action: 'start_reflection', afterOffer: true })
  })

  await t.test('is that of the records as they stand today', async (t) => {
    const noor = await service.newAccount()
    const { id } = await readEnding(noor, { kind: 'rejected' })
    const next = async () =>
      basisOf((await noor.get(`/v1/applications/${id}/outcome`)).body.reading, 'what_next')
    t.strictSame(await next(), { action: 'start_reflection', afterOffer: false })
    const reflection = await beginReflection(noor, { applicationId: id })
    t.strictSame(await next(), { action: 'finish_reflection', reflectionId: reflection.id })
    const path = `/v1/reflections/${reflection.id}`
    await noor.post(`${path}/answers`, { step: 'went_well', text: 'I came.' })
    for (const step of ['did_not_go_well', 'do_differently']) await noor.post(`${path}/skips`, { step })
    await noor.post(`${path}/completion`)
    t.strictSame(await next(), { action: 'look_ahead' })
    const ahead = await addInterview(noor, (await addApplication(noor)).id, {
      startsAt: '2026-06-09T09:00:00Z',
    })
    const time = { interviewId: ahead.id, startsAt: '2026-06-09T09:00:00.000Z' }
    t.strictSame(await next(), { action: 'next_interview', ...time })
    const plan = await addPlan(noor)
    t.strictSame(await next(), { action: 'try_plan', plans: 1, ...time })
    await noor.patch(`/v1/plans/${plan.id}`, { status: 'dropped' })
    t.strictSame(await next(), { action: 'next_interview', ...time })
  })

  await t.test('looks to the evening before a day, as days are where the account is', async (t) => {
    for (const [timeZone, evening, day] of [
      ['America/Los_Angeles', '2026-06-10T20:00:00-07:00', '2026-06-11'],
      ['Pacific/Auckland', '2026-06-11T06:00:00+12:00', '2026-06-11'],
    ] as const) {
      const noor = await service.newAccount()
      await noor.patch('/v1/me', { timeZone })
      const { id } = await readEnding(noor, { kind: 'withdrawn' }, 0)
      const elsewhere = (await addApplication(noor)).id
      const timed = await addInterview(noor, elsewhere, { startsAt: evening })
      const dayOnly = await addInterview(noor, elsewhere, { heldOn: day, status: 'scheduled' })
      const { body } = await noor.get(`/v1/applications/${id}/outcome`)
      const first = evening.slice(0, 10) < day ? timed : dayOnly
      t.equal(basisOf(body.reading, 'what_next')?.interviewId, first.id, timeZone)
    }
  })

  await t.test('looks to the interview that comes first, and to none that lies behind', async (t) => {
    const noor = await service.newAccount()
    const { id } = await readEnding(noor, { kind: 'withdrawn' }, 0)
    const elsewhere = (await addApplication(noor)).id
    const next = async () =>
      basisOf((await noor.get(`/v1/applications/${id}/outcome`)).body.reading, 'what_next')
    await addInterview(noor, elsewhere, { heldOn: '2026-05-31', status: 'scheduled' })
    t.strictSame(await next(), { action: 'look_ahead' }, 'its day is over')
    const timeless = await addInterview(noor, elsewhere, { status: 'scheduled' })
    const at = (interviewId: string, startsAt: string | null = null) => ({
      action: 'next_interview',
      interviewId,
      startsAt,
    })
    t.strictSame(await next(), at(timeless.id))
    const later = await addInterview(noor, elsewhere, { startsAt: '2026-06-09T09:00:00Z' })
    t.strictSame(await next(), at(later.id, later.startsAt))
    const sooner = await addInterview(noor, elsewhere, { heldOn: '2026-06-08', status: 'scheduled' })
    t.strictSame(await next(), at(sooner.id), 'by its day alone')
    const today = await addInterview(noor, elsewhere, { heldOn: '2026-06-01', status: 'scheduled' })
    t.strictSame(await next(), at(today.id))
  })
})

const ending = fc.record({
  kind: fc.constantFrom(...OUTCOME_KINDS),
  anythingToLearn: fc.constantFrom(true, false, null),
  reasons: fc.uniqueArray(
    fc.record({ code: fc.constantFrom(...REASON_CODES), evidence: fc.constantFrom(...EVIDENCE) }),
    { selector: ({ code }) => code, maxLength: 20 },
  ),
})
const interviews = fc.array(
  fc.record({
    round: fc.constantFrom(null, 1, 2, 50),
    status: fc.constantFrom('scheduled', 'completed', 'cancelled', 'missed'),
  }),
  { maxLength: 3 },
)

test('no reading breaks the rules of the voice, however odd the records are', async (t) => {
  const rates = { BASE_RATE_LOW: '0.001', BASE_RATE_HIGH: '0.999' }
  for (const variables of [{}, rates]) {
    const service = await openService(t, variables)
    const noor = await service.newAccount('NOT GOOD ENOUGH!!!')
    await fc.assert(
      fc.asyncProperty(ending, interviews, fc.boolean(), async (outcome, rounds, planned) => {
        const { id } = await addApplication(noor, { company: 'Just Failure Ltd!', notes: 'I am a loser' })
        for (const members of rounds) await addInterview(noor, id, members)
        if (planned) await addPlan(noor)
        const { body } = await noor.put(`/v1/applications/${id}/outcome`, outcome)
        for (const { text } of body.reading as Statement[])
          assert.deepEqual([...faultsOf(text), ...wrongPlurals(text)], [], text)
      }),
      { numRuns: 20 },
    )
  }
})
