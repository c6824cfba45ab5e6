import { test } from 'tap'
import { replay } from '../../src/journal/study-items/rules/schedule.ts'
import type { Body } from '../support/client.ts'
import { openService } from '../support/service.ts'

const PROMPT = 'How do you find a slow query?'

test('eight weeks: three applications, six interviews, one question, an offer', async (t) => {
  const service = await openService(t)
  const on = (day: string, time = '09:00') => {
    service.clock.now = new Date(`${day}T${time}:00Z`)
  }
  on('2026-03-02')
  const noor = await service.newAccount()

  const done = async (answer: ReturnType<typeof noor.post>): Promise<Body> => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return body
  }
  const read = (path: string) => done(noor.get(path))
  const apply = (company: string, appliedOn: string) =>
    done(noor.post('/v1/applications', { company, roleTitle: 'Analyst', appliedOn }))
  const book = (application: Body, kind: string, day: string) =>
    done(noor.post(`/v1/applications/${application.id}/interviews`, { kind, startsAt: `${day}T10:00:00Z` }))
  const held = (interview: Body, result = 'pending') =>
    done(noor.patch(`/v1/interviews/${interview.id}`, { status: 'completed', result }))
  const ask = (interview: Body, answered: string) =>
    done(
      noor.post(`/v1/interviews/${interview.id}/questions`, {
        ...{ prompt: PROMPT, kind: 'technical', topic: 'SQL', answered },
      }),
    )
  const end = (application: Body, kind: string, learnedOn: string) =>
    done(noor.put(`/v1/applications/${application.id}/outcome`, { kind, learnedOn }))
  const review = (plan: Body, members: object) => done(noor.post(`/v1/plans/${plan.id}/reviews`, members))

  /** The three questions, answered in their order; gives what was proposed first, and the plan that came out of it. */
  const lookBack = async (subject: object, wentWell: string, plan?: object) => {
    const begun = await done(noor.post('/v1/reflections', { subject }))
    const answers = `/v1/reflections/${begun.id}/answers`
    await done(noor.post(answers, { step: 'went_well', text: wentWell }))
    await done(noor.post(answers, { step: 'did_not_go_well', text: 'There was a long silence.' }))
    const { doDifferently } = await done(noor.post(answers, { step: 'do_differently', text: 'Speak.', plan }))
    await done(noor.post(`/v1/reflections/${begun.id}/completion`))
    const proposed = begun.nextPrompt.suggestions.map(({ code }: Body) => code)
    return { proposed, plan: plan && (await read(`/v1/plans/${doDifferently[0].planId}`)) }
  }
  const nextActions = async () => (await read('/v1/next-actions')).data.map(({ code }: Body) => code)
  const wins = async () => (await read('/v1/wins')).data.map(({ on: day, code }: Body) => `${day} ${code}`)
  const studyItem = async () => (await read('/v1/study-items')).data[0]
  const prep = async (interview: Body) => {
    const { plans, studyItems, earlierQuestions, wentWell } = await read(
      `/v1/interviews/${interview.id}/prep`,
    )
    return {
      plans: plans.map(({ if: moment, triedCount }: Body) => `${moment}, tried ${triedCount}`),
      studyItems: studyItems.map(({ state, because }: Body) => `${state}, by ${because.join(' and ')}`),
      earlierQuestions: earlierQuestions.map(({ answered }: Body) => answered),
      wentWell: wentWell.map(({ text }: Body) => text),
    }
  }
  const known = new Set<string>()
  /** What a client shows at this moment: what is worth doing, and what has been won since the last look. */
  const look = async (label: string, actions: string[], won: string[] = []) => {
    t.strictSame(await nextActions(), actions, `worth doing: ${label}`)
    const latest = (await wins()).filter((win: string) => !known.has(win))
    t.strictSame(latest.sort(), won, `won: ${label}`)
    for (const win of latest) known.add(win)
  }
  const prepared = async (interview: Body, expected: Partial<Awaited<ReturnType<typeof prep>>>) =>
    t.strictSame(
      await prep(interview),
      { plans: [], studyItems: [], earlierQuestions: [], wentWell: [], ...expected },
      `prep for ${interview.startsAt}`,
    )

  const lindgren = await apply('Lindgren Optics', '2026-03-02')
  const brightwater = await apply('Brightwater', '2026-03-02')
  await look('two are sent', ['whats_next'])

  // A first interview, and a question that nothing came to mind for.
  on('2026-03-06')
  const first = await book(lindgren, 'technical', '2026-03-10')
  on('2026-03-09')
  await look('on the eve of the first', ['prepare_interview'], ['2026-03-06 interview_obtained'])
  await prepared(first, { wentWell: ['You were asked to an interview.'] })
  on('2026-03-10', '12:00')
  await held(first)
  const missed = await ask(first, 'did_not_know')
  t.hasStrict(await studyItem(), { id: missed.studyItemId, mode: 'learn', state: 'new', missedCount: 1 })
  await look('after the first', ['reflect', 'study'])
  const moment = { if: 'I do not know an answer', then: 'I say aloud how I would find out' }
  const { proposed, plan } = await lookBack({ interviewId: first.id }, 'I asked about the team.', moment)
  t.strictSame(proposed, ['went_well_interview_obtained'])
  await look('once it is looked back on', ['study'], ['2026-03-10 reflection_finished'])

  // A no, and a way back.
  on('2026-03-13')
  await end(lindgren, 'rejected', '2026-03-13')
  await look('after the first no', ['study', 'whats_next'])
  on('2026-03-16')
  const orrin = await apply('Orrin', '2026-03-16')
  await look('back again', ['study'], ['2026-03-16 came_back'])

  // A second interview: the plan is tried, the same question is missed again, and the round is won.
  on('2026-03-20')
  const second = await book(brightwater, 'technical', '2026-03-24')
  on('2026-03-23')
  const booked = ['2026-03-20 interview_obtained']
  await look('on the eve of the second', ['prepare_interview', 'study'], booked)
  await prepared(second, {
    plans: ['I do not know an answer, tried 0'],
    studyItems: ['new, by kind'],
    wentWell: ['I asked about the team.', 'You were asked to an interview.'],
  })
  on('2026-03-24', '12:00')
  await held(second)
  t.equal((await ask(second, 'partly')).studyItemId, missed.studyItemId)
  t.hasStrict(await studyItem(), { askedCount: 2, missedCount: 2, state: 'new' })
  await look('after the second', ['reflect', 'review_plan', 'study'])
  await review(plan, { interviewId: second.id, tried: true, helped: 'unsure', planStatus: 'open' })
  await look('with the plan carried on', ['reflect', 'study'])
  on('2026-03-26')
  await done(noor.patch(`/v1/interviews/${second.id}`, { result: 'advanced', heardBackOn: '2026-03-26' }))
  await look('a round won', ['reflect', 'study', 'whats_next'], ['2026-03-26 round_advanced'])
  t.hasStrict((await read('/v1/insights/summary')).reflectionsOwed, {
    interviews: [{ interviewId: second.id }],
  })
  t.strictSame((await lookBack({ interviewId: second.id }, 'I kept talking.')).proposed, [
    'went_well_interview_obtained',
    'went_well_round_won',
  ])

  // A third, with the same employer, and the second no.
  const third = await book(brightwater, 'hiring_manager', '2026-03-31')
  on('2026-03-30')
  await look(
    'on the eve of the third',
    ['prepare_interview', 'study', 'whats_next'],
    ['2026-03-26 interview_obtained', '2026-03-26 reflection_finished'],
  )
  await prepared(third, {
    plans: ['I do not know an answer, tried 1'],
    studyItems: ['new, by employer and topic'],
    earlierQuestions: ['partly'],
    wentWell: ['I kept talking.', 'I asked about the team.', 'You were asked to 2 interviews.'],
  })
  on('2026-03-31', '12:00')
  await held(third, 'not_advanced')
  await lookBack({ interviewId: third.id }, 'I knew their product.')
  await review(plan, { interviewId: third.id, tried: true, helped: 'yes' })
  on('2026-04-03')
  await end(brightwater, 'rejected', '2026-04-03')
  await look('after the second no', ['study', 'whats_next'], ['2026-03-31 reflection_finished'])

  // The question is studied until it is ready.
  const course: string[] = []
  const study = async (rating: string) => {
    await done(noor.post(`/v1/study-items/${missed.studyItemId}/reviews`, { rating }))
    const { state, dueOn } = await studyItem()
    course.push(`${state} until ${dueOn}`)
  }
  await study('hard')
  on('2026-04-05')
  await study('good')
  t.strictSame(course, ['learning until 2026-04-05', 'ready until 2026-04-12'])
  await look('ready', ['whats_next'], ['2026-04-05 came_back', '2026-04-05 first_study_item_ready'])

  // Three rounds at the third employer.
  const fourth = await book(orrin, 'recruiter_screen', '2026-04-08')
  on('2026-04-07')
  await prepared(fourth, {
    wentWell: ['I knew their product.', 'I kept talking.', 'I asked about the team.'],
  })
  on('2026-04-08', '12:00')
  await held(fourth, 'advanced')
  const calm = { if: 'they look at the clock', then: 'I ask what matters most to them' }
  await lookBack({ interviewId: fourth.id }, 'I laughed.', calm)
  const fifth = await book(orrin, 'technical', '2026-04-16')
  on('2026-04-12')
  await study('good')
  t.strictSame(course.slice(2), ['ready until 2026-05-05'])
  on('2026-04-15')
  await prepared(fifth, {
    plans: ['they look at the clock, tried 0'],
    wentWell: ['I laughed.', 'I kept talking.', 'I asked about the team.'],
  })
  on('2026-04-16', '12:00')
  await held(fifth, 'advanced')
  const sixth = await book(orrin, 'final', '2026-04-23')
  on('2026-04-22')
  await prepared(sixth, {
    plans: ['they look at the clock, tried 0'],
    wentWell: ['I laughed.', 'I knew their product.', 'I kept talking.'],
  })
  on('2026-04-23', '12:00')
  await held(sixth)
  await ask(sixth, 'well')
  t.hasStrict(await studyItem(), { state: 'ready', askedCount: 3, missedCount: 2 })

  // The offer.
  on('2026-04-27')
  await done(noor.put(`/v1/applications/${orrin.id}/offer`, { receivedOn: '2026-04-27' }))
  await look(
    'an offer',
    ['answer_offer', 'reflect', 'reflect', 'review_plan'],
    [
      '2026-04-05 interview_obtained',
      '2026-04-08 interview_obtained',
      '2026-04-08 reflection_finished',
      '2026-04-08 round_advanced',
      '2026-04-16 interview_obtained',
      '2026-04-16 round_advanced',
      '2026-04-27 offer_received',
      '2026-04-27 round_advanced',
    ],
  )
  const looked = await lookBack({ applicationId: orrin.id }, 'I stayed calm.')
  t.strictSame(looked.proposed, [
    'went_well_offer',
    'went_well_interview_obtained',
    'went_well_round_reached',
    'went_well_answered',
    'went_well_came_back',
  ])
  const [calmly] = (await read('/v1/plans?status=open')).data
  await review(calmly, { interviewId: sixth.id, tried: false, planStatus: 'dropped' })
  await look('all looked back on', ['answer_offer'], ['2026-04-27 reflection_finished'])
  const { reading } = await end(orrin, 'offer_accepted', '2026-04-27')
  t.strictSame(
    reading.map(({ code }: Body) => code),
    ['offer_win'],
  )
  await look('accepted', [])
  t.hasStrict((await read('/v1/insights/summary')).tallies, { closed: 3, won: { count: 1 } })

  // What is stored of the item follows from its reviews alone.
  const [item] = (await read('/v1/exports/journal.json')).studyItems
  const schedule = replay(item.reviews)
  t.equal(item.reviews.length, 3)
  t.strictSame([item.scheduledOn, schedule?.dueOn], ['2026-05-05', '2026-05-05'])
})
