import { test } from 'tap'
import { openService } from '../support/service.ts'

test('the summary', async (t) => {
  const service = await openService(t)

  await t.test('an empty journal has no rates and nothing to blame', async (t) => {
    const noor = await service.newAccount()
    const { body } = await noor.get('/v1/insights/summary')
    t.match(body, {
      period: { from: null, to: null },
      basis: { n: 0, open: 0, excluded: [] },
      smallSample: true,
      works: {
        interviewsObtained: 0,
        applicationToInterview: { value: null, low: null, high: null, trials: 0 },
      },
      chance: { processesWithoutOffer: 0, probability: null },
    })
    t.strictSame(
      body.statements.map(({ code }: { code: string }) => code),
      ['works_no_interview_yet', 'what_next'],
    )
  })

  await t.test(
    'names the next interview, with a time or with a day alone, and none of yesterday',
    async (t) => {
      const noor = await service.newAccount()
      const { id } = (await noor.post('/v1/applications', { company: 'Halden' })).body
      const add = async (course: object) =>
        (await noor.post(`/v1/applications/${id}/interviews`, { ...course, status: 'scheduled' })).body.id
      const next = async () =>
        (await noor.get('/v1/insights/summary')).body.next.interview?.interviewId ?? null
      await add({ heldOn: '2026-05-31' })
      t.equal(await next(), null)
      const undated = await add({})
      t.equal(await next(), undated)
      const timed = await add({ startsAt: '2026-06-09T10:00:00Z' })
      t.equal(await next(), timed)
      const sooner = await add({ heldOn: '2026-06-04' })
      t.equal(await next(), sooner)
      const today = await add({ heldOn: '2026-06-01' })
      t.equal(await next(), today)
    },
  )

  await t.test('counts what the journal holds, and names what is left out', async (t) => {
    const noor = await service.newAccount()
    const record = async (fields: object, interviews: object[] = [], outcome?: object) => {
      const { id } = (await noor.post('/v1/applications', { company: 'Halden', ...fields })).body
      const held: string[] = []
      for (const interview of interviews)
        held.push((await noor.post(`/v1/applications/${id}/interviews`, interview)).body.id)
      if (outcome) await noor.put(`/v1/applications/${id}/outcome`, outcome)
      return held
    }
    const sent = { appliedOn: '2026-03-02' }
    const budget = { kind: 'rejected', reasons: [{ code: 'budget_cut', evidence: 'inferred' }] }
    const [talked] = await record(sent, [{ heldOn: '2026-03-10' }], budget)
    await record(sent, [{ heldOn: '2026-03-11' }, { heldOn: '2026-03-20' }], {
      kind: 'rejected',
      reasons: [{ code: 'knowledge_gap', evidence: 'stated_by_employer' }],
    })
    await record(sent, [{ startsAt: '2026-06-09T10:00:00Z' }])
    await record(sent, [], { kind: 'no_response' })
    await record({ roleTitle: 'a wish' })
    const reflection = (await noor.post('/v1/reflections', { subject: { interviewId: talked } })).body
    const steps = [
      { step: 'went_well', text: 'a' },
      { step: 'did_not_go_well', text: 'b' },
      { step: 'do_differently', text: 'c', plan: { if: 'd', then: 'e' } },
    ]
    for (const step of steps) await noor.post(`/v1/reflections/${reflection.id}/answers`, step)
    await noor.post(`/v1/reflections/${reflection.id}/completion`)

    const { body } = await noor.get('/v1/insights/summary')
    // Four were sent, and three of them came to an interview: the scheduled one counts as obtained.
    t.match(body.works, {
      interviewsObtained: 4,
      interviewsHeld: 3,
      applicationsSent: 4,
      applicationsWithInterview: 3,
    })
    // Processes need an interview held: two. The scheduled one and the silent one are named as left out, the wish too.
    t.match(body.basis, {
      n: 2,
      open: 0,
      excluded: [
        { code: 'not_sent', count: 1 },
        { code: 'no_interview_held', count: 2 },
      ],
    })
    t.match(body.causes, {
      ended: 2,
      notAboutYou: { count: 1, inferred: 1, inferredShare: null },
      somethingToLearn: { count: 1, inferred: 0 },
    })
    t.match(body.tallies, {
      closed: 3,
      won: { count: 0 },
      learned: { count: 1 },
      notAboutYou: { count: 1 },
      notKnown: { count: 1 },
    })
    // Wilson 95 % for 3 of 4, worked out by hand from INSIGHTS' formula: centre 0.6275, half width 0.3269.
    const { value, low, high } = body.works.applicationToInterview
    t.equal(value, 0.75)
    t.ok(Math.abs(low - 0.3006) < 5e-4 && Math.abs(high - 0.9544) < 5e-4, `${low} to ${high}`)
    t.match(body.reflectionsOwed, { count: 2 })
    t.match(body.next, { interview: { startsAt: '2026-06-09T10:00:00.000Z' }, plans: { count: 1 } })
    // The budget was not about Noor, so one process is left: 1 - 0.25 and 1 - 0.2.
    t.match(body.chance, { processesWithoutOffer: 1, probability: { low: 0.75, high: 0.8 } })
  })

  await t.test('names a look back on a week that was begun, which covers no interview', async (t) => {
    const [noor, ines] = [await service.newAccount('Noor'), await service.newAccount('Ines')]
    const application = await noor.post('/v1/applications', { company: 'Halden' })
    await noor.post(`/v1/applications/${application.body.id}/interviews`, { heldOn: '2026-05-27' })
    const subject = { from: '2026-05-25', to: '2026-05-31' }
    const { id } = (await noor.post('/v1/reflections', { subject })).body
    const read = async (client = noor) => {
      const { next, reflectionsOwed, statements } = (await client.get('/v1/insights/summary')).body
      return { begun: next.openReflections.ids, owed: reflectionsOwed.count, next: statements.at(-1).basis }
    }
    t.strictSame(await read(), {
      begun: [id],
      owed: 1,
      next: { action: 'finish_reflection', reflectionId: id },
    })
    t.strictSame((await read(ines)).begun, [])
    const path = `/v1/reflections/${id}`
    await noor.post(`${path}/answers`, { step: 'went_well', text: 'I rested.' })
    for (const step of ['did_not_go_well', 'do_differently']) await noor.post(`${path}/skips`, { step })
    await noor.post(`${path}/completion`)
    t.match(await read(), { begun: [], owed: 1, next: { action: 'start_reflection' } })
  })

  await t.test(
    'counts won rounds and offers among the reflections owed, until one is finished',
    async (t) => {
      const noor = await service.newAccount()
      const add = async () => (await noor.post('/v1/applications', { company: 'Halden' })).body.id
      const [held, bare] = [await add(), await add()]
      const round = { heldOn: '2026-05-20', result: 'advanced' }
      const { id: interviewId } = (await noor.post(`/v1/applications/${held}/interviews`, round)).body
      const read = async () => (await noor.get('/v1/insights/summary')).body
      t.match((await read()).reflectionsOwed, { count: 1, interviews: [{ interviewId }], offers: [] })
      for (const id of [held, bare])
        await noor.put(`/v1/applications/${id}/offer`, { receivedOn: '2026-05-28' })
      const offers = [bare, held].map((applicationId) => ({ applicationId, openReflectionId: null }))
      const before = await read()
      t.strictSame(before.reflectionsOwed.offers, offers)
      t.match(before.statements.at(-2), {
        basis: { interviews: 1, offers: 2 },
        text: '1 interview and 2 offers still wait for a look back. You can do that when it suits you.',
      })
      const reflect = async (subject: object) => {
        const path = `/v1/reflections/${(await noor.post('/v1/reflections', { subject })).body.id}`
        await noor.post(`${path}/answers`, { step: 'went_well', text: 'I asked.' })
        for (const step of ['did_not_go_well', 'do_differently']) await noor.post(`${path}/skips`, { step })
        await noor.post(`${path}/completion`)
      }
      await reflect({ interviewId })
      t.match(
        (await read()).reflectionsOwed,
        { count: 2, interviewCount: 0, offers },
        'the offer has its own',
      )
      await reflect({ applicationId: bare })
      const after = await read()
      t.match(after.reflectionsOwed, { count: 1, interviewCount: 0, offers: [{ applicationId: held }] })
      t.match(after.statements.at(-2).text, /^1 offer still waits/)
      t.match(after.statements.at(-1).basis, { action: 'start_reflection', afterOffer: true })
      await reflect({ applicationId: held })
      t.match((await read()).reflectionsOwed, { count: 0, offers: [] })
    },
  )

  await t.test('looks at the period asked for, and at nobody else', async (t) => {
    const [noor, ines] = [await service.newAccount('Noor'), await service.newAccount('Ines')]
    await noor.post('/v1/applications', { company: 'Halden', appliedOn: '2026-03-02' })
    await noor.post('/v1/applications', { company: 'Orrin', appliedOn: '2026-04-02' })
    const april = await noor.get('/v1/insights/summary?from=2026-04-01&to=2026-04-30')
    t.match(april.body, {
      works: { applicationsSent: 1 },
      basis: { excluded: [{ code: 'outside_period', count: 1 }, { count: 1 }] },
    })
    t.equal((await ines.get('/v1/insights/summary')).body.works.applicationsSent, 0)
    t.equal((await noor.get('/v1/insights/summary?from=2026-05-01&to=2026-04-01')).status, 400)
  })

  await t.test('its definition can be read', async (t) => {
    const noor = await service.newAccount()
    const { body } = await noor.get('/v1/insights/summary')
    const definition = await service.client().get(body.definition)
    t.equal(definition.status, 200)
    t.match(definition.body, { title: 'Summary' })
    t.equal((await service.client().get('/docs/insights/nonsense')).status, 404)
  })
})
