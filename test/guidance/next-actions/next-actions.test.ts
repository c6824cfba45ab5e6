import { test } from 'tap'
import { addApplication, addInterview, addPlan, beginReflection } from '../../journal/applications/records.ts'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

const actionsOf = async (client: Client): Promise<Body[]> => (await client.get('/v1/next-actions')).body.data
const codesOf = async (client: Client) => (await actionsOf(client)).map(({ code }) => code)
const only = async (client: Client, code: string) =>
  (await actionsOf(client)).filter((action) => action.code === code)
const end = (client: Client, id: string, outcome: object) =>
  client.put(`/v1/applications/${id}/outcome`, outcome)

/** Finishes a look back, so that it is no longer owed. */
const lookBack = async (client: Client, interviewId: string) => {
  const { id } = await beginReflection(client, { interviewId })
  await client.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: 'I came.' })
  for (const step of ['did_not_go_well', 'do_differently'])
    await client.post(`/v1/reflections/${id}/skips`, { step })
  await client.post(`/v1/reflections/${id}/completion`)
}

test('what is worth doing now', async (t) => {
  const service = await openService(t)
  const account = () => service.newAccount()

  await t.test('with nothing on record, the question is what is next', async (t) => {
    const noor = await account()
    t.match(await actionsOf(noor), [
      { code: 'whats_next', title: 'What is next?', dueOn: null, basis: { after: 'nothing' } },
    ])
  })

  await t.test(
    'an interview of the next three days asks for a look at the prep, until some was done',
    async (t) => {
      const noor = await account()
      const { id: applicationId } = await addApplication(noor)
      const soon = await addInterview(noor, applicationId, { startsAt: '2026-06-04T09:00:00Z' })
      const later = await addInterview(noor, applicationId, { startsAt: '2026-06-05T09:00:00Z' })
      const [prepare, ahead] = await actionsOf(noor)
      t.match(prepare, {
        code: 'prepare_interview',
        dueOn: '2026-06-04',
        subject: { interviewId: soon.id, applicationId },
        why: 'Your interview is in 3 days. Plans help more when you see them again before it.',
      })
      t.match(ahead, { code: 'interview_ahead', dueOn: '2026-06-05', subject: { interviewId: later.id } })
      const { id } = (await noor.post('/v1/study-items', { prompt: 'Why optics?' })).body
      t.ok((await codesOf(noor)).includes('prepare_interview'), 'an item alone is no prep')
      await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'good' })
      t.match(await actionsOf(noor), [{ code: 'interview_ahead', subject: { interviewId: soon.id } }])
      await end(noor, applicationId, { kind: 'withdrawn' })
      t.notOk((await codesOf(noor)).includes('interview_ahead'), 'a closed application has nothing ahead')
    },
  )

  await t.test('of two interviews on one day the one that begins first comes first', async (t) => {
    const noor = await account()
    const { id: applicationId } = await addApplication(noor)
    const add = async (startsAt: string) => (await addInterview(noor, applicationId, { startsAt })).id
    const afternoon = await add('2026-06-02T15:00:00Z')
    const morning = await add('2026-06-02T09:00:00Z')
    const about = async () => (await actionsOf(noor)).map(({ code, subject }) => [code, subject.interviewId])
    t.strictSame(await about(), [
      ['prepare_interview', morning],
      ['prepare_interview', afternoon],
    ])
    await addPlan(noor)
    t.strictSame(await about(), [['interview_ahead', morning]])
  })

  await t.test('an interview that began is not ahead, be it of today', async (t) => {
    const noor = await account()
    const { id: applicationId } = await addApplication(noor)
    await addInterview(noor, applicationId, { startsAt: '2026-06-01T08:59:00Z', status: 'scheduled' })
    t.strictSame(await codesOf(noor), ['whats_next'])
    const { id: interviewId } = await addInterview(noor, applicationId, { startsAt: '2026-06-01T09:01:00Z' })
    t.match(await actionsOf(noor), [{ code: 'prepare_interview', subject: { interviewId } }])
  })

  await t.test(
    'an interview of which nobody said whether it was held is asked about from the next day on',
    async (t) => {
      const noor = await account()
      const { id: applicationId } = await addApplication(noor)
      const book = async (members: object) =>
        (await addInterview(noor, applicationId, { ...members, status: 'scheduled' })).id
      await book({ startsAt: '2026-06-01T08:59:00Z' })
      t.strictSame(await only(noor, 'confirm_interview'), [], 'it may still be going on')
      const day = await book({ heldOn: '2026-05-20' })
      const hour = await book({ startsAt: '2026-05-31T10:00:00Z' })
      t.match(await only(noor, 'confirm_interview'), [
        { subject: { interviewId: hour, applicationId }, dueOn: null, basis: { days: 1 }, why: /yesterday/ },
        { subject: { interviewId: day }, basis: { days: 12 } },
      ])
      await noor.patch(`/v1/interviews/${hour}`, { result: 'advanced' })
      await noor.patch(`/v1/interviews/${day}`, { status: 'missed' })
      t.strictSame(await only(noor, 'confirm_interview'), [])
      t.match(await only(noor, 'reflect'), [{ subject: { interviewId: hour } }])
      await book({ heldOn: '2026-05-21' })
      t.equal((await only(noor, 'confirm_interview')).length, 1)
      await noor.patch(`/v1/applications/${applicationId}`, { archivedAt: '2026-06-01T00:00:00Z' })
      t.strictSame(await only(noor, 'confirm_interview'), [])
    },
  )

  await t.test('days are those of the account', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor)
    await addInterview(noor, id, { startsAt: '2026-06-05T07:00:00Z' })
    t.match(await codesOf(noor), ['interview_ahead'])
    await noor.patch('/v1/me', { timeZone: 'America/Anchorage' })
    t.match(await actionsOf(noor), [{ code: 'prepare_interview', dueOn: '2026-06-04', basis: { days: 3 } }])
  })

  await t.test('an offer waits for an answer', async (t) => {
    const noor = await account()
    const { id: applicationId } = await addApplication(noor)
    await noor.put(`/v1/applications/${applicationId}/offer`, { respondBy: '2026-06-08' })
    t.match(await only(noor, 'answer_offer'), [{ dueOn: '2026-06-08', basis: { days: 7 } }])
    await end(noor, applicationId, { kind: 'offer_accepted' })
    t.strictSame(await codesOf(noor), ['reflect'], 'with it taken there is nothing to look for')
  })

  await t.test('an offer is looked back on as well, after its interviews', async (t) => {
    const noor = await account()
    const { id: applicationId } = await addApplication(noor)
    await noor.put(`/v1/applications/${applicationId}/offer`, {})
    const subject = { applicationId, interviewId: null, reflectionId: null }
    t.match(await only(noor, 'reflect'), [{ subject, basis: { after: 'offer', begun: false, owed: 1 } }])
    const held = await addInterview(noor, applicationId, { heldOn: '2026-05-25' })
    t.match(await only(noor, 'reflect'), [
      { subject: { interviewId: held.id }, basis: { after: 'interview' } },
    ])
    await lookBack(noor, held.id)
    t.match(await only(noor, 'reflect'), [{ subject, basis: { after: 'offer' } }])
    const { id } = await beginReflection(noor, { applicationId })
    t.match(await only(noor, 'reflect'), [{ subject: { reflectionId: id }, basis: { begun: true } }])
    const path = `/v1/reflections/${id}`
    await noor.post(`${path}/answers`, { step: 'went_well', text: 'I stayed calm.' })
    for (const step of ['did_not_go_well', 'do_differently']) await noor.post(`${path}/skips`, { step })
    await noor.post(`${path}/completion`)
    t.strictSame(await only(noor, 'reflect'), [])
  })

  await t.test('an interview held is looked back on, and one that was begun is finished', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor)
    const first = await addInterview(noor, id, { heldOn: '2026-05-20' })
    const second = await addInterview(noor, id, { heldOn: '2026-05-25' })
    t.match(await only(noor, 'reflect'), [
      { subject: { interviewId: second.id, reflectionId: null }, basis: { begun: false, owed: 2 } },
      { subject: { interviewId: first.id } },
    ])
    const begun = await beginReflection(noor, { interviewId: second.id })
    t.match(await only(noor, 'reflect'), [
      { subject: { reflectionId: begun.id }, basis: { begun: true } },
      {},
    ])
    await lookBack(noor, second.id)
    t.match(await only(noor, 'reflect'), [{ subject: { interviewId: first.id }, basis: { owed: 1 } }])
    const { body } = await noor.post('/v1/api-keys', { name: 'Journal', scopes: ['journal:read'] })
    t.notOk((await codesOf(service.client(body.secret))).includes('reflect'), 'their scope is needed')
  })

  await t.test('a plan is reviewed after the next interview, not before', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor)
    service.clock.now = new Date('2026-05-20T09:00:00.000Z')
    const plan = await addPlan(noor)
    service.clock.now = new Date('2026-06-01T09:00:00.000Z')
    await addInterview(noor, id, { heldOn: '2026-05-20' })
    t.strictSame(await only(noor, 'review_plan'), [], 'it may have come out of that one')
    await addInterview(noor, id, { heldOn: '2026-05-28' })
    t.match(await only(noor, 'review_plan'), [{ subject: { planId: plan.id }, basis: { interviews: 1 } }])
    await noor.post(`/v1/plans/${plan.id}/reviews`, { tried: false })
    t.strictSame(await only(noor, 'review_plan'), [])
  })

  await t.test('study items that are due are one action, an interview ahead counted in', async (t) => {
    const noor = await account()
    const { body: why } = await noor.post('/v1/study-items', { prompt: 'Why?', topic: 'optics' })
    t.match(await only(noor, 'study'), [{ why: '1 study item is due.', subject: { studyItemId: why.id } }])
    await noor.post('/v1/study-items', { prompt: 'How?', topic: 'optics' })
    t.match(await only(noor, 'study'), [
      { dueOn: '2026-06-01', why: '2 study items are due.', subject: { studyItemId: null } },
    ])
    for (const { id } of (await noor.get('/v1/study-items')).body.data)
      await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
    t.strictSame(await only(noor, 'study'), [])
    const { id } = await addApplication(noor, { tags: ['Optics'] })
    await addInterview(noor, id, { startsAt: '2026-06-03T09:00:00Z' })
    service.clock.now = new Date('2026-06-02T09:00:00.000Z')
    t.match(await only(noor, 'study'), [{ basis: { items: 2 } }])
    t.equal((await noor.get('/v1/study-items?due=true')).body.data.length, 2, 'as the list has it')
    service.clock.now = new Date('2026-06-01T09:00:00.000Z')
  })

  await t.test('a next step is called by its own words from its day on', async (t) => {
    const noor = await account()
    const step = (text: string, dueOn?: string) => addApplication(noor, { nextStep: { text, dueOn } })
    const due = await step('Call Ida', '2026-05-31')
    await step('Write to Ola', '2026-06-02')
    const undated = await step('Ask around')
    t.match(await actionsOf(noor), [
      { code: 'follow_up', title: 'Call Ida', dueOn: '2026-05-31', subject: { applicationId: due.id } },
      { code: 'date_next_step', subject: { applicationId: undated.id }, dueOn: null },
    ])
    for (const { id } of [due, undated])
      await noor.patch(`/v1/applications/${id}`, { archivedAt: '2026-06-01T08:00:00Z' })
    t.strictSame(await codesOf(noor), ['whats_next'], 'what was put out of sight is not asked about')
  })

  await t.test('silence is called so after the usual time, which answers of one’s own tell', async (t) => {
    const noor = await account()
    const quiet = await addApplication(noor, { appliedOn: '2026-04-02' })
    t.strictSame(await only(noor, 'record_silence'), [], '60 days are not over')
    await noor.patch(`/v1/applications/${quiet.id}`, { appliedOn: '2026-04-01' })
    const basis = { days: 61, usualDays: 60, after: 'application', ownTimes: false }
    t.match(await only(noor, 'record_silence'), [{ subject: { applicationId: quiet.id }, basis }])
    const interviewed = await addApplication(noor, { appliedOn: '2026-01-02' })
    const { id } = await addInterview(noor, interviewed.id, { heldOn: '2026-04-17' })
    t.equal((await only(noor, 'record_silence')).length, 1)
    await noor.patch(`/v1/interviews/${id}`, { heldOn: '2026-04-16' })
    t.match(await only(noor, 'record_silence'), [
      {},
      { basis: { days: 46, usualDays: 45, after: 'interview' } },
    ])
    for (const respondedOn of ['2026-01-31', '2026-01-05', '2026-01-11', '2026-01-03', '2026-01-07'])
      await end(noor, (await addApplication(noor, { appliedOn: '2026-01-01', respondedOn })).id, {
        kind: 'withdrawn',
      })
    await noor.patch(`/v1/applications/${quiet.id}`, { appliedOn: '2026-05-21' })
    const own = { days: 11, usualDays: 10, after: 'application', ownTimes: true }
    t.match(await only(noor, 'record_silence'), [{}, { basis: own }])
    await noor.patch(`/v1/applications/${quiet.id}`, { nextStep: { text: 'Call', dueOn: '2026-06-10' } })
    t.equal((await only(noor, 'record_silence')).length, 1, 'something is set for later')
    await end(noor, interviewed.id, { kind: 'no_response' })
    t.strictSame(await only(noor, 'record_silence'), [])
  })

  await t.test('after a setback the question is what is next, until something was done', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
    await end(noor, id, { kind: 'rejected', learnedOn: '2026-05-20' })
    t.match(await actionsOf(noor), [
      { code: 'whats_next', basis: { after: 'setback' }, subject: { applicationId: id } },
    ])
    await addApplication(noor, { appliedOn: '2026-05-25' })
    t.match(await actionsOf(noor), [{ code: 'whats_next', basis: { after: 'nothing' } }])
  })

  await t.test('an offer taken long ago ends no search that began after it', async (t) => {
    const noor = await account()
    const taken = await addApplication(noor, { appliedOn: '2024-05-01' })
    await end(noor, taken.id, { kind: 'offer_accepted', decidedOn: '2024-06-01' })
    t.strictSame(await only(noor, 'whats_next'), [], 'that one was over')
    const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
    await end(noor, id, { kind: 'rejected', learnedOn: '2026-05-20' })
    t.match(await only(noor, 'whats_next'), [{ basis: { after: 'setback' }, subject: { applicationId: id } }])
    const again = await addApplication(noor, { appliedOn: '2026-05-21' })
    await end(noor, again.id, { kind: 'offer_accepted', decidedOn: '2026-05-30' })
    t.strictSame(await only(noor, 'whats_next'), [], 'and so is this one')
  })

  await t.test(
    'a no on the day of its own interview is asked about and supported as any other',
    async (t) => {
      const noor = await account()
      const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
      await addInterview(noor, id, { heldOn: '2026-05-31', kind: 'final' })
      await end(noor, id, { kind: 'rejected', learnedOn: '2026-05-31' })
      t.strictSame(await codesOf(noor), ['near_miss', 'reflect', 'whats_next'])
      await end(noor, id, { kind: 'rejected', learnedOn: '2026-05-30' })
      t.strictSame(await codesOf(noor), ['near_miss', 'reflect', 'whats_next'], 'or a day after it')
      await addApplication(noor, { appliedOn: '2026-05-31' })
      t.strictSame(await codesOf(noor), ['reflect'])
    },
  )

  await t.test('after a round that led on it is asked as well', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
    const held = await addInterview(noor, id, {
      heldOn: '2026-05-27',
      result: 'advanced',
      heardBackOn: '2026-05-29',
    })
    await lookBack(noor, held.id)
    t.match(await actionsOf(noor), [{ code: 'whats_next', basis: { after: 'advance' } }])
    await addApplication(noor, { appliedOn: '2026-05-30' })
    t.match(await actionsOf(noor), [{ basis: { after: 'nothing' } }])
  })

  await t.test('a no in a final round is met with support first, for a week', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
    const other = await addApplication(noor, { appliedOn: '2026-05-01' })
    await addInterview(noor, other.id, { startsAt: '2026-06-02T09:00:00Z' })
    await addInterview(noor, id, { heldOn: '2026-05-20', kind: 'final' })
    await end(noor, id, { kind: 'rejected', learnedOn: '2026-06-01' })
    t.strictSame(await codesOf(noor), ['near_miss', 'prepare_interview', 'reflect'])
    const sam = await account()
    const { id: final } = await addApplication(sam, { appliedOn: '2026-05-01' })
    await addInterview(sam, final, { heldOn: '2026-05-20', kind: 'final' })
    await end(sam, final, { kind: 'no_response', learnedOn: '2026-05-25' })
    t.match(await only(sam, 'near_miss'), [{ basis: { days: 7 }, subject: { applicationId: final } }])
    await end(sam, final, { kind: 'no_response', learnedOn: '2026-05-24' })
    t.strictSame(await only(sam, 'near_miss'), [], 'a week later it is left alone')
    await end(sam, final, { kind: 'rejected', learnedOn: '2026-05-25' })
    await addApplication(sam, { appliedOn: '2026-05-26' })
    t.strictSame(await only(sam, 'near_miss'), [], 'and where they went on')
  })

  await t.test('a declared pause asks for nothing, and leaves everything as it was', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor, { appliedOn: '2026-03-01' })
    await addInterview(noor, id, { heldOn: '2026-03-20' })
    const before = (await noor.get('/v1/next-actions')).body
    t.equal(before.pause, null)
    await noor.post('/v1/pauses', { from: '2026-04-01', to: '2026-05-31' })
    await noor.post('/v1/pauses', { from: '2026-06-02' })
    t.strictSame((await noor.get('/v1/next-actions')).body, before)
    const { body } = await noor.post('/v1/pauses', { from: '2026-06-01', to: '2026-06-01' })
    const pause = { id: body.id, from: '2026-06-01', to: '2026-06-01' }
    t.strictSame((await noor.get('/v1/next-actions')).body, { data: [], pause })
    await noor.delete(`/v1/pauses/${body.id}`)
    t.strictSame((await noor.get('/v1/next-actions')).body, before)
  })

  await t.test('there are ten at most, and no kind crowds out the others', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor)
    for (let day = 10; day < 25; day++) await addInterview(noor, id, { heldOn: `2026-05-${day}`, round: 1 })
    await addApplication(noor, { nextStep: { text: 'Ask around' } })
    await noor.post('/v1/study-items', { prompt: 'Why?' })
    t.strictSame(await codesOf(noor), [...Array(8).fill('reflect'), 'study', 'date_next_step'])
  })
})
