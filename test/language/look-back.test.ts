import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'

const apply = async (noor: Client, fields: object = { appliedOn: '2026-03-02' }): Promise<string> =>
  (await noor.post('/v1/applications', { company: 'Halden', ...fields })).body.id

const hadNo = async (noor: Client, outcome: object, fields?: object) =>
  noor.put(`/v1/applications/${await apply(noor, fields)}/outcome`, outcome)

/** What a reflection asks first, and what it offers as an answer. */
const askedAbout = async (noor: Client, subject: object) => {
  const { body } = await noor.post('/v1/reflections', { subject })
  const suggestions: { code: string; text: string }[] = body.nextPrompt.suggestions
  return { text: body.nextPrompt.text as string, offered: suggestions.map(({ code, text }) => [code, text]) }
}
const obtained = ['went_well_interview_obtained', 'You were asked to an interview.']
const sent = ['went_well_sent', 'You sent it.']

test('the first question of a look back', async (t) => {
  const service = await openService(t)

  await t.test('speaks of no interview where there was none, and offers that it was sent', async (t) => {
    const noor = await service.newAccount()
    const { text, offered } = await askedAbout(noor, { applicationId: await apply(noor) })
    t.notMatch(text, /you came|an answer that landed|a good talk/)
    t.strictSame(offered, [sent])
    const wish = await askedAbout(noor, { applicationId: await apply(noor, { appliedOn: null }) })
    t.strictSame(wish.offered, [])
  })

  await t.test('offers the interview where there was one', async (t) => {
    const noor = await service.newAccount()
    const applicationId = await apply(noor)
    const { body } = await noor.post(`/v1/applications/${applicationId}/interviews`, { heldOn: '2026-03-10' })
    t.strictSame((await askedAbout(noor, { applicationId })).offered, [obtained])
    const { text, offered } = await askedAbout(noor, { interviewId: body.id })
    t.match(text, /that you came/)
    t.strictSame(offered, [obtained])
  })

  await t.test('offers what was won: rounds, clear answers, the offer', async (t) => {
    const noor = await service.newAccount()
    const applicationId = await apply(noor)
    const hold = async (fields: object): Promise<string> =>
      (await noor.post(`/v1/applications/${applicationId}/interviews`, fields)).body.id
    const [first, second] = [
      await hold({ heldOn: '2026-03-10', result: 'advanced' }),
      await hold({ heldOn: '2026-03-17', result: 'pending' }),
    ]
    const answers = ['well', 'partly', 'well']
    for (const answered of answers)
      await noor.post(`/v1/interviews/${first}/questions`, { prompt: 'Why us?', answered })
    const won = ['went_well_round_won', 'You went past round 1.']
    const reached = ['went_well_round_reached', 'You made it to round 2.']
    const clear = ['went_well_answered', 'You answered 2 questions well.']
    t.strictSame((await askedAbout(noor, { interviewId: first })).offered, [obtained, won, clear])
    t.strictSame((await askedAbout(noor, { interviewId: second })).offered, [obtained, reached])
    const both = ['went_well_interview_obtained', 'You were asked to 2 interviews.']
    t.strictSame((await askedAbout(noor, { applicationId })).offered, [both, reached, clear])

    await noor.patch(`/v1/interviews/${second}`, { result: 'advanced' })
    await noor.put(`/v1/applications/${applicationId}/offer`, { receivedOn: '2026-03-20' })
    const offer = ['went_well_offer', 'You got an offer.']
    const further = ['went_well_round_won', 'You went past round 2.']
    t.strictSame((await askedAbout(noor, { applicationId })).offered, [offer, both, further, clear])
    t.strictSame((await askedAbout(noor, { interviewId: second })).offered, [offer, obtained, further])
    const march = { from: '2026-03-11', to: '2026-03-20' }
    t.strictSame((await askedAbout(noor, march)).offered, [offer, obtained, further])
    t.strictSame((await askedAbout(noor, { ...march, to: '2026-03-19' })).offered, [obtained, further])
  })

  await t.test('knows an offer by the ending, too', async (t) => {
    const noor = await service.newAccount()
    const applicationId = await apply(noor)
    await noor.put(`/v1/applications/${applicationId}/outcome`, { kind: 'offer_rescinded' })
    t.strictSame((await askedAbout(noor, { applicationId })).offered[0], [
      'went_well_offer',
      'You got an offer.',
    ])
  })

  await t.test(
    'offers that they came back after earlier nos that they knew of when they sent it',
    async (t) => {
      const noor = await service.newAccount()
      const later = { applicationId: await apply(noor, { appliedOn: '2026-03-20' }) }
      await hadNo(noor, { kind: 'rejected', decidedOn: '2026-03-10', learnedOn: '2026-03-20' })
      await hadNo(noor, { kind: 'rejected' })
      await hadNo(noor, { kind: 'no_response', learnedOn: '2026-03-15' })
      await hadNo(noor, { kind: 'withdrawn', decidedOn: '2026-03-15' })
      await hadNo(noor, { kind: 'role_closed', learnedOn: '2026-03-15' }, { appliedOn: null })
      // Learned on the same day, on no known day, silence, own choice, and a wish: none of them is an earlier no.
      t.strictSame((await askedAbout(noor, later)).offered, [sent])
      await hadNo(noor, { kind: 'rejected', learnedOn: '2026-03-19' })
      t.strictSame((await askedAbout(noor, later)).offered, [
        sent,
        ['went_well_came_back', 'You came back after a no.'],
      ])
      await hadNo(noor, { kind: 'role_closed', decidedOn: '2026-03-18' })
      t.match((await askedAbout(noor, later)).offered[1], [/came_back/, 'You came back after 2 nos.'])
      const ines = await service.newAccount('Ines')
      t.strictSame((await askedAbout(ines, { applicationId: await apply(ines) })).offered, [sent])
      t.strictSame(
        (await askedAbout(noor, { applicationId: await apply(noor, { appliedOn: null }) })).offered,
        [],
      )
    },
  )
})
