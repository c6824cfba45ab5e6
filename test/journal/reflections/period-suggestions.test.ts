import { test } from 'tap'
import { faultsOf } from '../../language/voice.ts'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addQuestion, beginReflection } from '../applications/records.ts'

const [FIRST, SECOND] = ['went_well', 'did_not_go_well']
const WEEK = { from: '2026-05-25', to: '2026-05-31' }
type Suggestion = { code: string; text: string; questionId: string | null }

test('what a reflection on a period proposes', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const at = (now: string) => {
    service.clock.now = new Date(now)
  }
  const start = service.clock.now
  t.afterEach(() => {
    service.clock.now = start
  })
  const offeredIn = async (client: Client, subject: object = WEEK): Promise<Suggestion[]> =>
    (await beginReflection(client, subject)).nextPrompt.suggestions
  const codesOf = (suggestions: Suggestion[]) => suggestions.map(({ code }) => code)
  const textsOf = (suggestions: Suggestion[]) => suggestions.map(({ text }) => text)
  const answer = (client: Client, id: string, step: string | undefined, more: object = {}) =>
    client.post(`/v1/reflections/${id}/answers`, { step, text: 'Something.', ...more })

  await t.test('is what was achieved in these days, and nothing else', async (t) => {
    const sam = await service.newAccount('Sam')
    t.strictSame(await offeredIn(sam), [], 'nothing on record')
    const { id } = await addApplication(sam, { appliedOn: '2026-05-18' })
    for (const heldOn of ['2026-05-24', '2026-06-01']) await addInterview(sam, id, { heldOn })
    t.strictSame(await offeredIn(sam), [], 'the days before and after')
    await addInterview(sam, id, { heldOn: '2026-05-25', round: 2 })
    await addInterview(sam, id, { startsAt: '2026-05-31T23:59:00Z', round: 3 })
    await addInterview(sam, id, { startsAt: '2026-05-27T10:00:00Z', round: 1, status: 'cancelled' })
    t.strictSame(textsOf(await offeredIn(sam)), [
      'You were asked to 3 interviews.',
      'You made it to round 3.',
    ])
    for (const appliedOn of ['2026-05-25', '2026-05-31', '2026-06-01'])
      await addApplication(sam, { appliedOn })
    t.strictSame((await offeredIn(sam)).at(-1), {
      code: 'went_well_applications_sent',
      text: 'You sent 2 applications.',
      questionId: null,
    })
    const nothing = await service.newAccount('Ines')
    t.strictSame(await offeredIn(nothing), [], 'the records of nobody else')
  })

  await t.test('is a return, where something was sent after a no', async (t) => {
    const sam = await service.newAccount('Sam')
    const reject = async (learnedOn: string) => {
      const { id } = await addApplication(sam, { appliedOn: '2026-04-01' })
      await sam.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', learnedOn })
    }
    await reject('2026-05-26')
    await addApplication(sam, { appliedOn: '2026-05-26' })
    t.strictSame(codesOf(await offeredIn(sam)), ['went_well_applications_sent'], 'on the same day')
    await addApplication(sam, { appliedOn: '2026-05-27' })
    await reject('2026-05-28')
    t.strictSame(codesOf(await offeredIn(sam)), ['went_well_applications_sent', 'went_well_came_back'])
    t.equal(textsOf(await offeredIn(sam)).at(-1), 'You came back after a no.')
    await addApplication(sam, { appliedOn: '2026-05-31' })
    t.equal(textsOf(await offeredIn(sam)).at(-1), 'You came back after 2 nos.')
    for (const text of textsOf(await offeredIn(sam))) t.strictSame(faultsOf(text), [], text)
  })

  await t.test('goes by the day that an interview was on in the account’s zone', async (t) => {
    const west = await service.newAccount('Wes')
    await west.patch('/v1/me', { timeZone: 'America/Los_Angeles' })
    const { id } = await addApplication(west)
    const sunday = await addInterview(west, id, { startsAt: '2026-06-01T02:00:00Z' })
    const { id: questionId } = await addQuestion(west, sunday.id, { answered: 'partly' })
    t.strictSame(codesOf(await offeredIn(west)), ['went_well_interview_obtained'])
    const reflection = await beginReflection(west, WEEK)
    const { body } = await answer(west, reflection.id, FIRST, { questionId })
    t.strictSame(
      body.nextPrompt.suggestions.map((it: Suggestion) => it.questionId),
      [questionId],
    )
    t.strictSame(await offeredIn(west, { from: '2026-06-01', to: '2026-06-01' }), [])
  })

  await t.test(
    'is the questions missed in the interviews held in these days, which answers may name',
    async (t) => {
      const sam = await service.newAccount('Sam')
      const { id: applicationId } = await addApplication(sam)
      const { id: otherId } = await addApplication(sam)
      const asked = async (application: string, interview: object, answered?: string) => {
        const { id } = await addInterview(sam, application, interview)
        return (await addQuestion(sam, id, { prompt: `Asked ${answered}`, answered })).id as string
      }
      const missed = await asked(applicationId, { heldOn: '2026-05-25' }, 'did_not_know')
      const unshown = await asked(otherId, { startsAt: '2026-05-31T12:00:00Z' }, 'knew_but_could_not_show')
      const well = await asked(otherId, { heldOn: '2026-05-28' }, 'well')
      const open = await asked(otherId, { heldOn: '2026-05-28' })
      const planned = await asked(otherId, { heldOn: '2026-05-28', status: 'scheduled' }, 'partly')
      const elsewhere = [
        await asked(applicationId, { heldOn: '2026-05-24' }, 'did_not_know'),
        await asked(applicationId, { heldOn: '2026-06-01' }, 'did_not_know'),
        await asked(applicationId, { heldOn: '2026-05-27', status: 'cancelled' }, 'did_not_know'),
        await asked(applicationId, { heldOn: '2026-05-27', status: 'missed' }, 'did_not_know'),
      ]
      const { id } = await beginReflection(sam, WEEK)
      const { suggestions } = (await answer(sam, id, FIRST)).body.nextPrompt
      t.strictSame(suggestions, [
        { code: 'question_did_not_know', text: 'Asked did_not_know', questionId: missed },
        {
          code: 'question_knew_but_could_not_show',
          text: 'Asked knew_but_could_not_show',
          questionId: unshown,
        },
        { code: 'question_partly', text: 'Asked partly', questionId: planned },
      ])
      for (const questionId of [missed, unshown, well, open, planned])
        t.equal((await answer(sam, id, SECOND, { questionId })).status, 201)
      for (const questionId of elsewhere) {
        const { status, body } = await answer(sam, id, SECOND, { questionId })
        t.strictSame([status, body.code], [422, 'question_not_in_subject'])
      }
      t.equal(
        (await answer(noor, (await beginReflection(noor, WEEK)).id, FIRST, { questionId: missed })).status,
        422,
      )
    },
  )

  await t.test('leaves out the questions of an interview that is still to come today', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: applicationId } = await addApplication(sam)
    const { id: interviewId } = await addInterview(sam, applicationId, { startsAt: '2026-06-01T15:00:00Z' })
    const { id: questionId } = await addQuestion(sam, interviewId)
    const { id } = await beginReflection(sam, { from: '2026-06-01', to: '2026-06-01' })
    t.equal((await answer(sam, id, FIRST, { questionId })).body.code, 'question_not_in_subject')
    at('2026-06-01T15:00:00.000Z')
    t.equal((await answer(sam, id, FIRST, { questionId })).status, 201)
  })

  await t.test('is a missed question also among very many that were asked', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: applicationId } = await addApplication(sam)
    const { id: interviewId } = await addInterview(sam, applicationId, { heldOn: '2026-05-28' })
    for (let i = 0; i < 200; i++) await addQuestion(sam, interviewId, { answered: 'well' })
    const { id: questionId } = await addQuestion(sam, interviewId, { answered: 'partly' })
    const { id } = await beginReflection(sam, WEEK)
    const { suggestions } = (await answer(sam, id, FIRST)).body.nextPrompt
    t.strictSame(
      suggestions.map((it: Suggestion) => it.questionId),
      [questionId],
    )
  })
})
