import { test } from 'tap'
import { openService } from '../../support/service.ts'

const IDIOT = 'I lost the thread. I am such an idiot.'
const DARK = 'I am a failure. I want to kill myself.'

const about = (id: string) => ({ subject: { applicationId: id } })

test('the wording of a text', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const check = async (text: string) => (await noor.post('/v1/self-talk/checks', { text })).body

  await t.test('is answered with the sentence, its place, and one question', async (t) => {
    const { language, findings, support } = await check(IDIOT)
    t.equal(language, 'en')
    t.equal(support, undefined)
    t.match(findings, [
      { sentence: 'I am such an idiot.', span: { start: 19, end: 38 }, types: ['labeling'], soft: false },
    ])
    t.equal(findings.length, 1)
    t.equal(findings[0].question, 'Which single moment led you to this word?')
  })

  await t.test('counts places in UTF-16 code units', async (t) => {
    const text = '😭 Long day.\nI am such an idiot.'
    const [{ span }] = (await check(text)).findings
    t.equal(text.slice(span.start, span.end), 'I am such an idiot.')
  })

  await t.test('is no matter in another language', async (t) => {
    t.strictSame(await check('Ich bin so ein Idiot. Ich werde nie einen Job finden.'), {
      language: 'en',
      findings: [],
    })
  })

  await t.test('is answered with support and nothing else after words of harm to oneself', async (t) => {
    const { language, findings, support, ...more } = await check(DARK)
    t.strictSame([language, findings, more], ['en', [], {}])
    t.equal(support.level, 'explicit')
    t.ok(support.lines.length > 0)
  })

  await t.test('gets a softer word where hope is gone', async (t) => {
    t.equal((await check('I feel completely hopeless.')).support.level, 'soft')
  })

  await t.test('leaves nothing behind, with an Idempotency-Key or without', async (t) => {
    const headers = { 'idempotency-key': 'once' }
    await noor.post('/v1/self-talk/checks', { text: IDIOT }, headers)
    const { status, body } = await noor.post('/v1/self-talk/checks', { text: 'I was late.' }, headers)
    t.strictSame([status, body.findings], [200, []])
    const kept = 'SELECT FROM idempotent_answers WHERE account_id = $1'
    t.equal((await service.db.$client.query(kept, [noor.accountId])).rowCount, 0)
    t.strictSame((await noor.get('/v1/reflections')).body.data, [])
  })
})

test('the wording of a reflection', async (t) => {
  const service = await openService(t)
  const begin = async () => {
    const account = await service.newAccount()
    const application = (await account.post('/v1/applications', { company: 'Halden Instruments' })).body
    const { id } = (await account.post('/v1/reflections', about(application.id))).body
    const url = `/v1/reflections/${id}`
    const answer = async (text: string) =>
      (await account.post(`${url}/answers`, { step: 'went_well', text })).body
    return { account, url, answer }
  }

  await t.test('is read with the answer, which is kept as written', async (t) => {
    const { account, url, answer } = await begin()
    await answer(IDIOT)
    const { body } = await account.get(url)
    const [entry] = body.wentWell
    t.equal(entry.text, IDIOT)
    t.match(entry.selfTalk, [{ sentence: 'I am such an idiot.' }])
    const [listed] = (await account.get('/v1/reflections')).body.data
    t.strictSame(listed.wentWell, body.wentWell)
    t.ok(body.nextPrompt)
  })

  await t.test(
    'is not brought up again once its owner calls it a fact, until the words change',
    async (t) => {
      const { account, url, answer } = await begin()
      const [{ id }] = (await answer(IDIOT)).wentWell
      const patch = async (body: unknown) =>
        (await account.patch(`${url}/answers/${id}`, body)).body.wentWell[0]
      t.match(await patch({ selfTalkDismissed: true }), {
        text: IDIOT,
        selfTalkDismissed: true,
        selfTalk: [],
      })
      t.match(
        await patch({ text: IDIOT }),
        { selfTalkDismissed: true, selfTalk: [] },
        'the words are the same',
      )
      const reworded = await patch({ text: 'I am a total failure.' })
      t.equal(reworded.selfTalkDismissed, false)
      t.match(reworded.selfTalk, [{ sentence: 'I am a total failure.' }])
      t.match(await patch({ text: IDIOT, selfTalkDismissed: true }), {
        selfTalkDismissed: true,
        selfTalk: [],
      })
    },
  )

  await t.test('with words of harm to oneself carries support and no question', async (t) => {
    const { account, url, answer } = await begin()
    const body = await answer(DARK)
    t.equal(body.support.level, 'explicit')
    t.equal(body.nextPrompt, null)
    t.match(body.wentWell, [{ text: DARK, selfTalk: [] }])
    const read = (await account.get(url)).body
    t.strictSame([read.support, read.nextPrompt], [body.support, null])
    await answer('I took a walk with my sister.')
    t.ok((await account.get(url)).body.nextPrompt)
  })

  await t.test(
    'that is changed into words of harm to oneself is followed by no question either',
    async (t) => {
      const { account, url, answer } = await begin()
      const { wentWell } = await answer('I came.')
      await account.post(`${url}/answers`, { step: 'did_not_go_well', text: 'I was late.' })
      const start = service.clock.now
      service.clock.now = new Date(start.getTime() + 60_000)
      const { body } = await account.patch(`${url}/answers/${wentWell[0].id}`, { text: DARK })
      service.clock.now = start
      t.strictSame([body.support.level, body.nextPrompt], ['explicit', null])
    },
  )
})
