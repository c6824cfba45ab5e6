import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { connect, serve } from './assistant.ts'

for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
  const name = typeof mode === 'string' ? 'the revision before' : mode.pin
  test(`a debrief with an assistant, question by question, by ${name}`, async (t) => {
    const service = await openService(t)
    const noor = await service.newAccount()
    const assistant = await connect(t, await serve(service), noor.secret, { mode })
    const use = async (tool: string, given = {}) => {
      const { answer, problem } = await assistant.use(tool, given)
      t.equal(problem, undefined, tool)
      return answer
    }

    t.match(assistant.client.getInstructions(), /one question at a time/)
    const { id: applicationId } = await use('log_application', { company: 'Lindgren Optics' })
    t.equal((await use('find_applications', { q: 'lindgren' })).data[0].id, applicationId)
    const { id: interviewId, status } = await use('log_interview', { applicationId, heldOn: '2026-05-28' })
    t.equal(status, 'completed')
    t.equal((await use('list_interviews', { applicationId })).data[0].id, interviewId)
    await use('update_interview', { interviewId, result: 'not_advanced', heardBackOn: '2026-05-30' })
    const question = await use('add_question', {
      interviewId,
      prompt: 'How do you find a slow query?',
      answered: 'knew_but_could_not_show',
    })

    const outcome = await use('record_outcome', {
      applicationId,
      kind: 'rejected',
      reasons: [{ code: 'internal_candidate', evidence: 'stated_by_employer' }],
    })
    t.equal(outcome.reading[0].code, 'interview_was_a_win')
    t.equal(outcome.attribution, 'not_about_you')

    const { reflection: begun } = await use('start_reflection', { subject: { interviewId } })
    t.equal(begun.nextPrompt.step, 'went_well')
    const reflectionId = begun.id
    const early = { reflectionId, step: 'did_not_go_well', text: 'I lost the thread.' }
    const { problem } = await assistant.use('answer_reflection', early)
    t.match(problem, {
      code: 'reflection_out_of_order',
      title: 'An earlier question comes first',
      detail: 'The step went_well comes before did_not_go_well, and is still open.',
      whatToDo: 'Answer the step that nextPrompt names.',
      expectedStep: 'went_well',
      requestId: /./,
    })
    const first = await use('answer_reflection', { reflectionId, step: 'went_well', text: 'I was calm.' })
    t.equal(first.reflection.nextPrompt.step, 'did_not_go_well')
    const skipped = await use('skip_step', { reflectionId, step: 'did_not_go_well' })
    t.strictSame(skipped.reflection.skipped, ['did_not_go_well'])
    await use('answer_reflection', { ...early, questionId: question.id })
    const plan = { if: 'they ask how', then: 'I name the steps first' }
    await use('answer_reflection', { reflectionId, step: 'do_differently', text: 'Steps first.', plan })
    t.equal((await use('get_reflection', { reflectionId })).reflection.nextPrompt, null)
    const { reflection } = await use('complete_reflection', { reflectionId })
    t.equal(reflection.status, 'completed')

    const next = await use('log_interview', { applicationId, startsAt: '2026-06-02T09:00:00Z' })
    const prep = await use('prep_for_interview', { interviewId: next.id })
    t.match(prep.plans, [plan])
    const { data: actions } = await use('what_is_next')
    t.ok(actions.some(({ code }: { code: string }) => code === 'study'))
    const [planId] = prep.plans.map(({ id }: { id: string }) => id)
    t.match(await use('review_plan', { planId, interviewId, tried: true, helped: 'yes' }), { planId })
    const { data: due } = await use('due_study_items')
    t.match(due, [{ prompt: question.prompt, mode: 'rehearse' }])
    t.match(await use('review_study_item', { studyItemId: due[0].id, rating: 'good' }), { rating: 'good' })
    t.match(await use('summary'), { works: { interviewsObtained: 2 }, causes: { notAboutYou: { count: 1 } } })

    const { body: events } = await noor.get('/v1/events?limit=200')
    const types = new Set(events.data.map(({ type }: { type: string }) => type))
    for (const type of ['outcome.recorded', 'reflection.completed', 'plan.reviewed'])
      t.ok(types.has(type), `${type} is told of as if it came over HTTP`)
  })
}

test('after words of harm to oneself an assistant gets the support and nothing else', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { use } = await connect(t, await serve(service), noor.secret)
  const subject = { from: '2026-05-25', to: '2026-05-31' }
  const { id: reflectionId } = (await use('start_reflection', { subject })).answer.reflection
  const given = { reflectionId, step: 'went_well', text: 'I am a failure. I want to kill myself.' }
  const { answer } = await use('answer_reflection', given)
  t.strictSame(Object.keys(answer).sort(), ['reflection', 'support'])
  t.equal(answer.reflection, null)
  t.match(answer.support, { level: 'explicit', text: /./, lines: [{ name: /./ }] })
  t.strictSame((await use('get_reflection', { reflectionId })).answer, answer, 'and whenever it is read')
  const kept = await noor.get(`/v1/reflections/${reflectionId}`)
  t.equal(kept.body.wentWell[0].text, given.text, 'what was written is kept')
  const later = { reflectionId, step: 'went_well', text: 'I asked a friend for help.' }
  await use('answer_reflection', later)
  const on = (await use('get_reflection', { reflectionId })).answer
  t.match(on, { support: { level: 'explicit' }, reflection: { nextPrompt: { step: 'did_not_go_well' } } })
})
