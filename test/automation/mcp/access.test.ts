import { test } from 'tap'
import { engage } from '../../coaching/pairs.ts'
import { openService } from '../../support/service.ts'
import { connect, serve } from './assistant.ts'

const HELLO = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
const JSON_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
}

test('who may use the service through an assistant', async (t) => {
  const service = await openService(t)
  const [noor, sam, robin] = [
    await service.newAccount('Noor'),
    await service.newAccount('Sam'),
    await service.newAccount('Robin'),
  ]
  const address = await serve(service)
  const post = async (headers: Record<string, string>, payload = HELLO) => {
    const {
      statusCode,
      headers: answered,
      body,
    } = await service.app.inject({
      method: 'POST',
      url: '/mcp',
      headers: { ...JSON_HEADERS, ...headers },
      payload,
    })
    return { status: statusCode, headers: answered, text: body, body: statusCode > 399 && JSON.parse(body) }
  }

  await t.test('nobody without a key, or with one that is over', async (t) => {
    const nobody = await post({})
    t.match(nobody, { status: 401, body: { code: 'unauthenticated' } })
    t.match(nobody.headers, { 'www-authenticate': /^Bearer realm="afterview"/ })
    const { body } = await noor.post('/v1/api-keys', {
      name: 'brief',
      scopes: ['journal:read'],
      expiresAt: '2026-06-01T10:00:00Z',
    })
    const authorization = `Bearer ${body.secret}`
    t.equal((await post({ authorization })).status, 200)
    service.clock.now = new Date('2026-06-01T10:00:00Z')
    t.match(await post({ authorization }), {
      status: 401,
      headers: { 'www-authenticate': /error="invalid_token"/ },
      body: { code: 'unauthenticated' },
    })
    await t.rejects(connect(t, address, body.secret))
  })

  await t.test('with nothing in answer to what asks nothing', async (t) => {
    const authorization = `Bearer ${noor.secret}`
    const told = await post({ authorization }, '{"jsonrpc":"2.0","method":"notifications/initialized"}')
    t.strictSame([told.status, told.headers['content-type'], told.text], [202, undefined, ''])
  })

  await t.test('no page of another site', async (t) => {
    const authorization = `Bearer ${noor.secret}`
    for (const origin of ['https://elsewhere.test', 'null', 'http://127.0.0.1:3000.elsewhere.test'])
      t.match(await post({ authorization, origin }), { status: 403, body: { code: 'origin_refused' } })
    t.equal((await post({ authorization, origin: 'http://127.0.0.1:3000' })).status, 200)
  })

  await t.test('nobody in the records of another account', async (t) => {
    const { use } = await connect(t, address, sam.secret)
    const { body: application } = await noor.post('/v1/applications', { company: 'Lindgren Optics' })
    const { body: interview } = await noor.post(`/v1/applications/${application.id}/interviews`, {
      heldOn: '2026-05-28',
    })
    const subject = { interviewId: interview.id }
    const { body: reflection } = await noor.post('/v1/reflections', { subject })
    const foreign = {
      log_interview: { applicationId: application.id },
      list_interviews: { applicationId: application.id },
      record_outcome: { applicationId: application.id, kind: 'rejected' },
      update_interview: { interviewId: interview.id, result: 'advanced' },
      add_question: { interviewId: interview.id, prompt: 'Why us?' },
      prep_for_interview: { interviewId: interview.id },
      start_reflection: { subject },
      get_reflection: { reflectionId: reflection.id },
      answer_reflection: { reflectionId: reflection.id, step: 'went_well', text: 'I was calm.' },
      skip_step: { reflectionId: reflection.id, step: 'did_not_go_well' },
      complete_reflection: { reflectionId: reflection.id },
      review_plan: { planId: reflection.id, tried: false },
      review_study_item: { studyItemId: reflection.id, rating: 'good' },
    }
    for (const [name, given] of Object.entries(foreign))
      t.match((await use(name, given)).problem, { code: 'not_found', detail: /with this id/ }, name)
    t.strictSame((await use('find_applications')).answer.data, [])
  })

  await t.test('a coach, as far as the client consents, and the client sees it', async (t) => {
    const headers = { 'afterview-account': noor.accountId }
    const before = await connect(t, address, robin.secret, { headers })
    t.match((await before.use('find_applications')).problem, { code: 'not_found', detail: /no account/ })
    await engage(noor, robin, ['journal:read', 'reflections:read', 'study:read'])
    const { names, use } = await connect(t, address, robin.secret, { headers })
    const offered = await names()
    t.notOk(offered.includes('log_application') || offered.includes('start_reflection'))
    t.ok(offered.includes('prep_for_interview'))
    const { data } = (await use('find_applications')).answer
    t.match(data, [{ company: 'Lindgren Optics' }])
    const [interview] = (await use('list_interviews', { applicationId: data[0].id })).answer.data
    t.equal((await use('prep_for_interview', { interviewId: interview.id })).problem, undefined)
    t.match((await use('summary')).problem, { code: 'not_found' }, 'no consent for insights')
    const { body: secret } = await noor.post('/v1/reflections', {
      subject: { interviewId: interview.id },
      private: true,
    })
    t.match((await use('get_reflection', { reflectionId: secret.id })).problem, { code: 'not_found' })
    const log = (await noor.get('/v1/access-log')).body.data
    t.match(log[0], { operation: 'getReflection', recordId: secret.id, coach: { displayName: 'Robin' } })
    t.match(log[1], { operation: 'getPrep', recordId: interview.id })
    t.match(log[2], { operation: 'listApplicationInterviews', recordId: data[0].id })
    await use('list_interviews')
    t.match((await noor.get('/v1/access-log?limit=1')).body.data, [
      { operation: 'listInterviews', recordId: null },
    ])
    const { client } = await connect(t, address, robin.secret, { headers })
    const call = { name: 'log_application', arguments: { company: 'x' } }
    await t.rejects(client.callTool(call), { message: /not found/ })
    const lent = { ...JSON_HEADERS, authorization: `Bearer ${robin.secret}`, 'afterview-account': 'noor' }
    t.match(await post(lent), { status: 400, body: { code: 'invalid_request' } })
  })
})
