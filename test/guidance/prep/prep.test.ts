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

const noWords = { entryId: null, reflectionId: null }
const promptsOf = (items: Body[]) => items.map(({ prompt }) => prompt)

test('the prep for an interview', async (t) => {
  const service = await openService(t)

  /** An interview tomorrow at Lindgren Optics. */
  const begin = async (members: object = {}) => {
    const noor = await service.newAccount()
    const application = await addApplication(noor, { tags: ['Statistics'] })
    const next = await addInterview(noor, application.id, {
      startsAt: '2026-06-02T09:00:00Z',
      kind: 'panel',
      ...members,
    })
    const prep = async (client: Client = noor) => (await client.get(`/v1/interviews/${next.id}/prep`)).body
    return { noor, application, next, prep }
  }

  await t.test('of an empty journal holds no more than that there is an interview', async (t) => {
    const { application, next, prep } = await begin()
    t.strictSame(await prep(), {
      interviewId: next.id,
      applicationId: application.id,
      plans: [],
      studyItems: [],
      earlierQuestions: [],
      pitch: null,
      wentWell: [
        { code: 'went_well_interview_obtained', text: 'You were asked to an interview.', ...noWords },
      ],
      notShown: { plans: 0, studyItems: 0, earlierQuestions: 0 },
      withheld: [],
    })
  })

  await t.test('shows open plans again, those never tried first, three at most', async (t) => {
    const { noor, prep } = await begin()
    const made: Body[] = []
    for (const moment of ['one', 'two', 'three', 'four', 'five'])
      made.push(await addPlan(noor, { if: `they ask ${moment}` }))
    await noor.post(`/v1/plans/${made[0]?.id}/reviews`, { tried: true, helped: 'no', planStatus: 'open' })
    await noor.post(`/v1/plans/${made[2]?.id}/reviews`, { tried: false })
    await noor.patch(`/v1/plans/${made[1]?.id}`, { status: 'dropped' })
    const { plans, notShown } = await prep()
    t.strictSame(
      plans.map((plan: Body) => [plan.if, plan.reviewCount, plan.triedCount]),
      [
        ['they ask three', 1, 0],
        ['they ask four', 0, 0],
        ['they ask five', 0, 0],
      ],
      'one that there was no moment for is as new',
    )
    t.equal(notShown.plans, 1)
    await noor.post(`/v1/plans/${made[2]?.id}/reviews`, { tried: true, helped: 'yes' })
    t.strictSame(
      (await prep()).plans.map((plan: Body) => [plan.if, plan.triedCount]),
      [
        ['they ask four', 0],
        ['they ask five', 0],
        ['they ask one', 1],
      ],
      'one that was tried is open no more, unless it is carried on',
    )
    const again = { tried: true, helped: 'unsure', planStatus: 'open' }
    for (const place of [4, 0, 3]) await noor.post(`/v1/plans/${made[place]?.id}/reviews`, again)
    t.strictSame(
      (await prep()).plans.map((plan: Body) => plan.if),
      ['they ask five', 'they ask one', 'they ask four'],
      'of those carried on, the longest untried first',
    )
  })

  await t.test('names the study items that fit: by employer, then by topic, then by kind', async (t) => {
    const { noor, application, prep } = await begin()
    const elsewhere = await addApplication(noor, { company: 'Brightwater' })
    const same = await addApplication(noor, { company: ' lindgren optics' })
    const ask = async (applicationId: string, kind: string, question: object) => {
      const held = await addInterview(noor, applicationId, { heldOn: '2026-05-20', kind })
      return addQuestion(noor, held.id, { answered: 'did_not_know', ...question })
    }
    await ask(elsewhere.id, 'panel', { prompt: 'A panel asks' })
    await ask(elsewhere.id, 'technical', { prompt: 'Nobody here asks' })
    await ask(elsewhere.id, 'technical', { prompt: 'What is a p-value?', topic: 'statistics' })
    await ask(same.id, 'technical', { prompt: 'Why lenses?', topic: 'optics' })
    await ask(application.id, 'technical', { prompt: 'Why us?', answered: 'knew_but_could_not_show' })
    const { studyItems } = await prep()
    t.strictSame(
      studyItems.map(({ prompt, because, mode }: Body) => [prompt, because, mode]),
      [
        ['Why lenses?', ['employer', 'topic'], 'learn'],
        ['Why us?', ['employer'], 'rehearse'],
        ['What is a p-value?', ['topic'], 'learn'],
        ['A panel asks', ['kind'], 'learn'],
      ],
    )
    t.equal(studyItems[0].dueOn, '2026-06-01', 'as the item itself says')
  })

  await t.test('looks at the latest twenty interviews of a kind, and not at those of no kind', async (t) => {
    const { noor, next, prep } = await begin()
    const { id } = await addApplication(noor, { company: 'Brightwater' })
    const miss = async (kind: string, prompt: string) => {
      const held = await addInterview(noor, id, { heldOn: '2026-05-20', kind })
      await addQuestion(noor, held.id, { prompt, answered: 'partly' })
    }
    await miss('other', 'Of no kind?')
    await miss('panel', 'Long ago?')
    for (let more = 0; more < 19; more++) await miss('panel', 'Lately?')
    t.strictSame(promptsOf((await prep()).studyItems).sort(), ['Lately?', 'Long ago?'])
    await miss('panel', 'Lately?')
    t.strictSame(promptsOf((await prep()).studyItems), ['Lately?'])
    await noor.patch(`/v1/interviews/${next.id}`, { kind: 'other' })
    t.strictSame((await prep()).studyItems, [])
  })

  await t.test('leaves out what is ready, and lets it come back when it is due', async (t) => {
    const { noor, application, prep } = await begin()
    const held = await addInterview(noor, application.id, { heldOn: '2026-03-20' })
    const { studyItemId } = await addQuestion(noor, held.id, { answered: 'partly' })
    t.equal((await prep()).studyItems.length, 1)
    const now = service.clock.now
    for (const day of ['2026-03-21', '2026-04-10']) {
      service.clock.now = new Date(`${day}T09:00:00Z`)
      await noor.post(`/v1/study-items/${studyItemId}/reviews`, { rating: 'easy' })
    }
    service.clock.now = new Date('2026-04-11T09:00:00Z')
    t.equal((await noor.get(`/v1/study-items/${studyItemId}`)).body.state, 'ready')
    const soon = await addInterview(noor, application.id, { startsAt: '2026-04-20T09:00:00Z' })
    const shownFor = async (id: string) =>
      (await noor.get(`/v1/interviews/${id}/prep`)).body.studyItems.length
    t.equal(await shownFor(soon.id), 0)
    const late = await addInterview(noor, application.id, { startsAt: '2027-04-20T09:00:00Z' })
    t.equal(await shownFor(late.id), 1, 'due by then')
    service.clock.now = now
  })

  await t.test('tells what this employer asked before, each once, the missed ones first', async (t) => {
    const { noor, application, prep } = await begin()
    const [first, second] = [
      await addInterview(noor, application.id, { heldOn: '2026-05-04' }),
      await addInterview(noor, application.id, { heldOn: '2026-05-18' }),
    ]
    await addQuestion(noor, first.id, { prompt: 'Why us?', answered: 'did_not_know' })
    await addQuestion(noor, first.id, { prompt: 'Walk me through a fit.', answered: 'partly' })
    await addQuestion(noor, second.id, { prompt: 'why us', answered: 'well' })
    const elsewhere = await addInterview(noor, (await addApplication(noor, { company: 'Orrin' })).id)
    await addQuestion(noor, elsewhere.id, { prompt: 'Why Orrin?' })
    const { earlierQuestions } = await prep()
    t.strictSame(
      earlierQuestions.map(({ prompt, answered, round }: Body) => [prompt, answered, round]),
      [
        ['Walk me through a fit.', 'partly', 2],
        ['why us', 'well', 3],
      ],
    )
    for (let more = 0; more < 8; more++) await addQuestion(noor, second.id, { prompt: `And ${more}?` })
    const grown = await prep()
    t.strictSame([grown.earlierQuestions.length, grown.notShown.earlierQuestions], [8, 2])
  })

  await t.test('tells nothing of later rounds, of the round itself, or of other employers', async (t) => {
    const { noor, application, next, prep } = await begin({ round: 2 })
    const ask = async (applicationId: string, prompt: string, members: object) =>
      addQuestion(noor, (await addInterview(noor, applicationId, members)).id, { prompt })
    const sister = await addApplication(noor, { company: ' LINDGREN optics ' })
    const orrin = await addApplication(noor, { company: 'Orrin' })
    const morning = '2026-06-02T08:00:00Z'
    await ask(sister.id, 'For another role?', { heldOn: '2026-04-01' })
    await ask(application.id, 'On the same day?', { startsAt: morning, round: 1 })
    await ask(application.id, 'A later day?', { startsAt: '2026-06-09T09:00:00Z', round: 3 })
    await ask(application.id, 'Later on the same day?', { startsAt: '2026-06-02T15:00:00Z', round: 3 })
    await ask(application.id, 'A later round without a day?', { round: 3 })
    await ask(orrin.id, 'At another employer?', { heldOn: '2026-04-01' })
    await addQuestion(noor, next.id, { prompt: 'In this round?' })
    t.strictSame(promptsOf((await prep()).earlierQuestions), ['On the same day?', 'For another role?'])
  })

  await t.test(
    'says how a question was answered last, how often it came, and where to study it',
    async (t) => {
      const { noor, application, prep } = await begin()
      const ask = async (answered: string | null, prompt: string, heldOn: string) =>
        addQuestion(noor, (await addInterview(noor, application.id, { heldOn })).id, { prompt, answered })
      await ask('did_not_know', 'Why us?', '2026-05-04')
      const { id, studyItemId } = await ask('knew_but_could_not_show', 'why us', '2026-05-11')
      await ask(null, 'Not noted?', '2026-05-18')
      const [first, second] = (await prep()).earlierQuestions
      t.hasStrict(first, {
        questionId: id,
        prompt: 'why us',
        answered: 'knew_but_could_not_show',
        askedCount: 2,
        studyItemId,
      })
      t.hasStrict(second, { prompt: 'Not noted?', answered: null, askedCount: 1, studyItemId: null })
    },
  )

  await t.test('knows an application without a company by itself alone', async (t) => {
    const noor = await service.newAccount()
    const add = () => addApplication(noor, { company: null, roleTitle: 'Engineer' })
    const [application, other] = [await add(), await add()]
    const ask = async (applicationId: string, prompt: string) =>
      addQuestion(noor, (await addInterview(noor, applicationId, { heldOn: '2026-05-04' })).id, { prompt })
    await ask(other.id, 'There?')
    await ask(application.id, 'Here?')
    const next = await addInterview(noor, application.id, { startsAt: '2026-06-02T09:00:00Z' })
    const { earlierQuestions } = (await noor.get(`/v1/interviews/${next.id}/prep`)).body
    t.strictSame(promptsOf(earlierQuestions), ['Here?'])
  })

  await t.test('brings the pitch of the interview, or else the newest, with its figures', async (t) => {
    const { noor, application, next, prep } = await begin()
    const addPitch = async (title: string) =>
      (await noor.post('/v1/pitches', { title, text: `I am ${title}.` })).body
    const [short, long] = [await addPitch('short'), await addPitch('long')]
    for (const result of ['advanced', 'advanced', 'not_advanced'])
      await addInterview(noor, (await addApplication(noor)).id, {
        pitchId: short.id,
        result,
        heldOn: '2026-05-02',
      })
    t.match((await prep()).pitch, { pitchId: long.id, chosen: false, used: 0, ledOnRate: { value: null } })
    await noor.patch(`/v1/interviews/${next.id}`, { pitchId: short.id })
    const { pitch } = await prep()
    t.match(pitch, {
      pitchId: short.id,
      title: 'short',
      text: 'I am short.',
      chosen: true,
      used: 3,
      ledOn: 2,
    })
    t.match(pitch.ledOnRate, { value: 0.6667, successes: 2, trials: 3 })
    await addInterview(noor, application.id, { pitchId: short.id, heldOn: '2026-05-02', round: 1 })
    await addInterview(noor, application.id, { heldOn: '2026-05-09', round: 2 })
    await noor.put(`/v1/applications/${(await addApplication(noor)).id}/outcome`, { kind: 'rejected' })
    const { pitches } = (await noor.get('/v1/insights/pitches')).body
    const told = pitches.find((it: Body) => it.pitchId === short.id)
    const { used, ledOn, ledOnRate } = (await prep()).pitch
    t.strictSame([used, ledOn], [4, 3], 'a later round held counts, whatever was noted')
    t.strictSame(
      { used, ledOn, ledOnRate },
      { used: told.used, ledOn: told.ledOn, ledOnRate: told.ledOnRate },
    )
    for (const { id } of [short, long])
      await noor.patch(`/v1/pitches/${id}`, { archivedAt: '2026-05-30T00:00:00Z' })
    t.equal((await prep()).pitch.pitchId, short.id, 'put away, but chosen')
    await noor.patch(`/v1/interviews/${next.id}`, { pitchId: null })
    t.equal((await prep()).pitch, null)
  })

  await t.test('recalls three things that went well, those with this employer first', async (t) => {
    const { noor, application, prep } = await begin()
    const tell = async (subject: object, text: string) => {
      const { id } = await beginReflection(noor, subject)
      await noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text })
    }
    const orrin = await addApplication(noor, { company: 'Orrin' })
    const [panel, screen] = [
      await addInterview(noor, orrin.id, { kind: 'panel' }),
      await addInterview(noor, orrin.id, { kind: 'recruiter_screen' }),
    ]
    await tell({ applicationId: application.id }, 'They liked the drawing.')
    await tell({ interviewId: panel.id }, 'I slowed down.')
    await tell({ interviewId: screen.id }, 'I asked back.')
    await tell({ from: '2026-05-25', to: '2026-05-31' }, 'Five sent.')
    const { wentWell } = await prep()
    t.strictSame(
      wentWell.map(({ text }: Body) => text),
      ['They liked the drawing.', 'I slowed down.', 'Five sent.'],
    )
  })

  await t.test(
    'keeps private words to their owner, and leaves out those on the interview itself',
    async (t) => {
      const ctx = await contextIn(service)
      const { noor, application, next, prep } = await begin()
      const tell = async (subject: object, text: string) => {
        const { id } = await beginReflection(noor, subject)
        await noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text })
        return id
      }
      const id = await tell({ applicationId: application.id }, 'For my eyes.')
      await noor.patch(`/v1/reflections/${id}`, { private: true })
      await noor.patch(`/v1/interviews/${next.id}`, { status: 'missed' })
      await tell({ interviewId: next.id }, 'On this one.')
      t.strictSame(
        (await prep()).wentWell.map(({ text }: Body) => text),
        ['For my eyes.', 'You were asked to an interview.'],
      )
      const seenBy = async (reader: string) => {
        const actor = { ...ctx.actor, accountId: reader, scopes: ['reflections:read'] } as never
        const { wentWell } = await getPrep({ ...ctx, accountId: noor.accountId, actor }, next.id)
        return wentWell.map(({ text }) => text)
      }
      t.strictSame(await seenBy(ctx.accountId), ['You were asked to an interview.'])
      t.equal((await seenBy(noor.accountId)).length, 2)
    },
  )

  await t.test('keeps what was written in reflections from keys that may not read them', async (t) => {
    const { noor, application, prep } = await begin()
    await addPlan(noor)
    const { id } = await beginReflection(noor, { applicationId: application.id })
    await noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: 'I came.' })
    const { body } = await noor.post('/v1/api-keys', { name: 'Calendar', scopes: ['journal:read'] })
    const { plans, wentWell, withheld, notShown } = await prep(service.client(body.secret))
    t.strictSame([plans, withheld, notShown.plans], [[], ['plans', 'wentWell'], 0])
    t.strictSame(
      wentWell.map(({ code }: Body) => code),
      ['went_well_interview_obtained'],
      'what the record says is no secret of a reflection',
    )
    t.strictSame(promptsOf((await prep()).plans).length, 1)
  })

  await t.test('is for its owner alone', async (t) => {
    const { next } = await begin()
    t.equal((await (await service.newAccount()).get(`/v1/interviews/${next.id}/prep`)).status, 404)
  })
})
