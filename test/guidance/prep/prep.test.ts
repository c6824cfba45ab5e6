import { test } from 'tap'
import { getPrep } from '../../../src/guidance/prep/service.ts'
import {
  addApplication,
  addInterview,
  addPlan,
  addQuestion,
  beginReflection,
} from '../../journal/applications/records.ts'
import type { Body, Client } from '../../support/client.ts'
import { contextIn } from '../../support/context.ts'
import { openService } from '../../support/service.ts'

const AHEAD = { startsAt: '2026-06-05T10:00:00Z', kind: 'technical' }

test('the prep for an interview', async (t) => {
  const service = await openService(t)
  /** An account with one interview ahead. */
  const open = async (members: object = {}) => {
    const noor = await service.newAccount()
    const application = await addApplication(noor, members)
    const interview = await addInterview(noor, application.id, { ...AHEAD, round: 3 })
    const prep = async (): Promise<Body> => {
      const { status, body } = await noor.get(`/v1/interviews/${interview.id}/prep`)
      t.equal(status, 200)
      return body
    }
    return { noor, application, interview, prep }
  }
  const held = (client: Client, applicationId: string, members: object = {}) =>
    addInterview(client, applicationId, { heldOn: '2026-05-20', kind: 'technical', ...members })
  const told = (list: Body[], member: string) => list.map((it) => it[member])

  await t.test('is empty but for the interview itself, where nothing else is on record', async (t) => {
    const { prep, interview, application } = await open()
    t.strictSame(await prep(), {
      interviewId: interview.id,
      applicationId: application.id,
      plans: [],
      studyItems: [],
      cameUp: [],
      pitch: null,
      wentWell: [
        { code: 'went_well_interview_obtained', text: 'You were asked to an interview.', reflectionId: null },
        { code: 'went_well_round_reached', text: 'You made it to round 3.', reflectionId: null },
      ],
    })
  })

  await t.test('shows open plans: the oldest never tried first, then those carried on', async (t) => {
    const { noor, prep } = await open()
    const add = async (then: string) => (await addPlan(noor, { then })).id
    const [first, second, third, fourth] = [await add('A'), await add('B'), await add('C'), await add('D')]
    const review = (id: string, members: object) => noor.post(`/v1/plans/${id}/reviews`, members)
    await review(second, { tried: true, helped: 'yes', planStatus: 'open' })
    await review(first, { tried: true, helped: 'no', planStatus: 'open' })
    await review(fourth, { tried: false })
    const { plans } = await prep()
    t.strictSame(told(plans, 'then'), ['C', 'D', 'B', 'A'])
    t.strictSame(plans[2], {
      id: second,
      if: 'they ask why',
      then: 'B',
      triedCount: 1,
      helpedCount: 1,
    })
    await review(third, { tried: true })
    await noor.patch(`/v1/plans/${fourth}`, { status: 'dropped' })
    t.strictSame(told((await prep()).plans, 'then'), ['B', 'A'])
    for (let i = 0; i < 6; i++) await addPlan(noor)
    t.equal((await prep()).plans.length, 5)
  })

  await t.test('shows study items that fit this round, the closest first', async (t) => {
    const { noor, application, prep } = await open({ tags: ['Optics'] })
    const past = await held(noor, application.id)
    const sister = await held(noor, (await addApplication(noor, { company: ' lindgren OPTICS ' })).id)
    const elsewhere = (await addApplication(noor, { company: 'Brightwater' })).id
    const alike = await held(noor, elsewhere)
    const unlike = await held(noor, elsewhere, { kind: 'culture' })
    const miss = (interviewId: string, prompt: string, more = {}) =>
      addQuestion(noor, interviewId, { prompt, answered: 'did_not_know', ...more })
    await miss(unlike.id, 'Another kind?')
    await miss(unlike.id, 'About optics?', { topic: 'optics' })
    await miss(unlike.id, 'About what was asked here?', { topic: 'Law' })
    await miss(alike.id, 'The same kind?')
    await miss(sister.id, 'The same company?', { topic: 'law' })
    const { studyItemId } = await miss(past.id, 'This application?')
    const { studyItems } = await prep()
    t.strictSame(
      studyItems.map(({ prompt, fits }: Body) => [fits, prompt]),
      [
        ['company', 'The same company?'],
        ['company', 'This application?'],
        ['topic', 'About optics?'],
        ['topic', 'About what was asked here?'],
        ['kind', 'The same kind?'],
      ],
    )
    t.hasStrict(studyItems[1], { id: studyItemId, state: 'new', missedCount: 1, dueOn: '2026-06-01' })

    await noor.post(`/v1/study-items/${studyItemId}/reviews`, { rating: 'easy' })
    t.notOk(
      told((await prep()).studyItems, 'id').includes(studyItemId),
      'what is ready and not due is left out',
    )
    service.clock.now = new Date('2026-08-01T09:00:00Z')
    t.ok(told((await prep()).studyItems, 'id').includes(studyItemId), 'and comes back when it is due')
    service.clock.now = new Date('2026-06-01T09:00:00Z')
    for (let i = 0; i < 8; i++) await miss(past.id, `Question ${i}?`)
    t.equal((await prep()).studyItems.length, 7)
  })

  await t.test('does not take interviews of no kind for alike', async (t) => {
    const { noor, interview, prep } = await open()
    await noor.patch(`/v1/interviews/${interview.id}`, { kind: null })
    const other = await held(noor, (await addApplication(noor, { company: 'Brightwater' })).id, {
      kind: 'other',
    })
    await addQuestion(noor, other.id, { answered: 'partly' })
    t.strictSame((await prep()).studyItems, [])
  })

  await t.test('shows what this employer asked before, each question once, the missed first', async (t) => {
    const { noor, application, interview, prep } = await open()
    const first = await held(noor, application.id, { round: 1, heldOn: '2026-05-10' })
    const second = await held(noor, application.id, { round: 2, heldOn: '2026-05-20' })
    const sister = await held(noor, (await addApplication(noor)).id, { heldOn: '2026-04-01' })
    const ask = (interviewId: string, prompt: string, answered: string | null) =>
      addQuestion(noor, interviewId, { prompt, answered })
    const { studyItemId } = await ask(first.id, 'Why us?', 'did_not_know')
    const again = await ask(second.id, 'why us', 'partly')
    await ask(first.id, 'Missed, then well?', 'did_not_know')
    await ask(second.id, 'Missed, then well?', 'well')
    await ask(sister.id, 'At the other role?', 'knew_but_could_not_show')
    await ask(second.id, 'Not noted how?', null)
    const later = await addInterview(noor, application.id, { startsAt: '2026-06-09T10:00:00Z', round: 4 })
    await ask(later.id, 'In a later round?', 'partly')
    await ask(interview.id, 'In this one?', 'partly')
    const elsewhere = await held(noor, (await addApplication(noor, { company: 'Brightwater' })).id)
    await ask(elsewhere.id, 'At another company?', 'partly')
    const { cameUp } = await prep()
    t.strictSame(told(cameUp, 'prompt'), [
      'why us',
      'At the other role?',
      'Not noted how?',
      'Missed, then well?',
    ])
    t.strictSame(cameUp[0], {
      questionId: again.id,
      interviewId: second.id,
      round: 2,
      prompt: 'why us',
      kind: 'other',
      topic: null,
      answered: 'partly',
      askedCount: 2,
      studyItemId,
    })
    for (let i = 0; i < 8; i++) await ask(first.id, `Question ${i}?`, 'well')
    t.equal((await prep()).cameUp.length, 7)
  })

  await t.test('knows an application without a company by itself alone', async (t) => {
    const { noor, application, prep } = await open({ company: null, roleTitle: 'Engineer' })
    const other = await held(noor, (await addApplication(noor, { company: null, roleTitle: 'Engineer' })).id)
    await addQuestion(noor, other.id)
    const past = await held(noor, application.id, { round: 1 })
    await addQuestion(noor, past.id, { prompt: 'Here?' })
    t.strictSame(told((await prep()).cameUp, 'prompt'), ['Here?'])
  })

  await t.test('shows the pitch that is chosen, or the newest, with no rate below three', async (t) => {
    const { noor, application, interview, prep } = await open()
    const add = async (title: string) =>
      (await noor.post('/v1/pitches', { title, text: 'I keep things running.' })).body.id
    const [first, second] = [await add('Short'), await add('Long')]
    t.hasStrict((await prep()).pitch, { id: second, chosen: false, usedCount: 0 })
    await noor.patch(`/v1/pitches/${second}`, { archivedAt: '2026-06-01T00:00:00Z' })
    t.hasStrict((await prep()).pitch, { id: first, title: 'Short', chosen: false })
    await noor.patch(`/v1/interviews/${interview.id}`, { pitchId: second })
    const use = (result: string) => held(noor, application.id, { pitchId: second, result })
    for (const result of ['advanced', 'not_advanced', 'pending']) await use(result)
    t.strictSame((await prep()).pitch, {
      id: second,
      title: 'Long',
      text: 'I keep things running.',
      usedCount: 3,
      ledOnCount: 1,
      notLedOnCount: 1,
      chosen: true,
      ledOnRate: { value: null, low: null, high: null, successes: 1, trials: 2 },
    })
    await use('advanced')
    const { value, low, high, ...counts } = (await prep()).pitch.ledOnRate
    t.strictSame([counts, value], [{ successes: 2, trials: 3 }, 2 / 3])
    // Wilson, by hand: centre (2/3 + 0.6402) / 2.2805 = 0.5731, half 0.8594 · √(0.0741 + 0.1067) = 0.3654.
    t.ok(Math.abs(low - 0.2077) < 5e-4 && Math.abs(high - 0.9385) < 5e-4, `${low} to ${high}`)
  })

  await t.test('shows three things that went well: here, in such rounds, lately', async (t) => {
    const { noor, application, interview, prep } = await open()
    const write = async (subject: object, text: string) => {
      const { id } = await beginReflection(noor, subject)
      await noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text })
      await noor.post(`/v1/reflections/${id}/answers`, { step: 'did_not_go_well', text: 'Not this.' })
      return id as string
    }
    const elsewhere = (await addApplication(noor, { company: 'Brightwater' })).id
    const here = await held(noor, application.id, { round: 1 })
    const id = await write({ interviewId: here.id }, 'Here.')
    await write({ interviewId: (await held(noor, elsewhere)).id }, 'In such a round.')
    await write({ interviewId: (await held(noor, elsewhere, { kind: 'culture' })).id }, 'In another.')
    const texts = async () => told((await prep()).wentWell, 'text')
    t.strictSame(await texts(), ['Here.', 'In such a round.', 'In another.'])
    t.strictSame((await prep()).wentWell[0], { code: 'own_words', text: 'Here.', reflectionId: id })
    await write({ from: '2026-05-25', to: '2026-05-31' }, 'In this week.')
    t.strictSame(await texts(), ['Here.', 'In such a round.', 'In this week.'])
    await write({ applicationId: application.id }, 'On the way here.')
    t.strictSame(await texts(), ['On the way here.', 'Here.', 'In such a round.'])
    service.clock.now = new Date('2026-06-06T09:00:00Z')
    await write({ interviewId: interview.id }, 'In the one that this is for.')
    t.strictSame(await texts(), ['On the way here.', 'Here.', 'In such a round.'])
    service.clock.now = new Date('2026-06-01T09:00:00Z')
  })

  await t.test('shows what is private to its owner alone', async (t) => {
    const ctx = await contextIn(service)
    const { accountId } = ctx
    const service_ = service.db.$client
    const { noor, interview } = await open()
    const past = await held(noor, interview.applicationId)
    const { id } = await beginReflection(noor, { interviewId: past.id })
    await noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: 'For my eyes.' })
    await noor.patch(`/v1/reflections/${id}`, { private: true })
    const { rows } = await service_.query('SELECT account_id FROM interviews WHERE id = $1', [interview.id])
    const owner = rows[0].account_id
    const seenBy = async (reader: string) => {
      const actor = { ...ctx.actor, accountId: reader, scopes: ['reflections:read'] } as never
      const { wentWell } = await getPrep({ ...ctx, accountId: owner, actor }, interview.id)
      return wentWell.some(({ text }) => text === 'For my eyes.')
    }
    t.equal(await seenBy(owner), true)
    t.equal(await seenBy(accountId), false)
  })

  await t.test('leaves out what comes of reflections for keys that may not read them', async (t) => {
    const { noor, interview } = await open()
    await addPlan(noor)
    const past = await held(noor, interview.applicationId, { round: 1 })
    const { id } = await beginReflection(noor, { interviewId: past.id })
    await noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: 'I came early.' })
    const { secret } = (await noor.post('/v1/api-keys', { name: 'Calendar', scopes: ['journal:read'] })).body
    const path = `/v1/interviews/${interview.id}/prep`
    const { status, body } = await service.client(secret).get(path)
    t.equal(status, 200)
    t.equal(body.plans, null)
    t.strictSame(told(body.wentWell, 'code'), ['went_well_interview_obtained', 'went_well_round_reached'])
    t.hasStrict((await noor.get(path)).body, { plans: [{ then: 'I name one product of theirs' }] })
  })

  await t.test('is nobody else’s, and shows nothing of anybody else', async (t) => {
    const { noor, interview, application } = await open()
    const past = await held(noor, application.id)
    await addQuestion(noor, past.id, { answered: 'partly' })
    await addPlan(noor)
    const sam = await open()
    t.equal((await sam.noor.get(`/v1/interviews/${interview.id}/prep`)).status, 404)
    const { plans, studyItems, cameUp } = await sam.prep()
    t.strictSame([plans, studyItems, cameUp], [[], [], []])
  })
})
