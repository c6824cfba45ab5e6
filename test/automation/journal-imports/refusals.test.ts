import { randomUUIDv7 } from 'node:crypto'
import { test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

const createdAt = '2026-05-01T09:00:00.000Z'
const record = (more: object = {}) => ({ id: randomUUIDv7(), createdAt, ...more })
const application = (more: object = {}) =>
  record({ company: 'Halden Instruments', tags: [], contacts: [], ...more })
const interview = (applicationId: string, more: object = {}) =>
  record({
    applicationId,
    round: 1,
    kind: 'other',
    interviewers: [],
    status: 'completed',
    result: 'pending',
    ...more,
  })
const question = (interviewId: string) => record({ interviewId, prompt: 'Why optics?', kind: 'other' })
const entry = (step: string, more: object = {}) => record({ step, text: 'As it was.', ...more })
const reflection = (subject: object, entries: object[], more: object = {}) =>
  record({ subject, status: 'open', private: false, skipped: [], entries, ...more })
const assignment = (more: object) => record({ text: 'Say it aloud.', madeBy: 'coach', ...more })
const reason = (more: object = {}) => record({ code: 'own_moved', group: 'fit', title: 'Moved', ...more })

const file = (lists: object) => ({ format: 'afterview-journal', formatVersion: 1, ...lists })

test('records that do not fit', async (t) => {
  const service = await openService(t)
  const bringIn = async (lists: object, client?: Client): Promise<Body[]> => {
    const account = client ?? (await service.newAccount())
    const { status, body } = await account.post('/v1/imports', file(lists))
    t.equal(status, 201)
    return body.rows
  }
  /** Where each record that was refused does not fit, and why. */
  const refused = (rows: Body[]) =>
    rows
      .filter(({ status }) => status === 'invalid')
      .map(({ invalid }) => `${invalid.pointer} ${invalid.code}`)

  await t.test('are held against what the service asks of every record, and stop no other', async (t) => {
    const fine = application()
    const odd = [
      null,
      'text',
      application({ company: null }),
      application({ company: 'x'.repeat(201) }),
      application({ company: 'a\u0000b' }),
      application({ notes: 'bell \u0007' }),
      application({ company: '\ud800' }),
      application({ appliedOn: '2026-02-30' }),
      application({ appliedOn: '1899-12-31' }),
      application({ priority: 'urgent' }),
      application({ tags: Array.from({ length: 51 }, String) }),
      application({ 'a/b~c': 1 }),
      application({ salaryRange: { minimum: 2, maximum: 1, currency: 'EUR', period: 'year' } }),
      application({ id: 'mine' }),
      application({ createdAt: 'yesterday' }),
      application({ createdAt: '2026-05-01T09:00:00+16:00' }),
      { ...application(), tags: undefined },
    ]
    const noor = await service.newAccount()
    const rows = await bringIn({ applications: [...odd, fine] }, noor)
    t.strictSame(refused(rows), [
      '/applications/0 invalid_type',
      '/applications/1 invalid_type',
      '/applications/2/company invalid_value',
      '/applications/3/company too_long',
      '/applications/4/company control_character',
      '/applications/5/notes control_character',
      '/applications/6/company control_character',
      '/applications/7/appliedOn invalid_format',
      '/applications/8/appliedOn out_of_range',
      '/applications/9/priority not_an_option',
      '/applications/10/tags too_many',
      '/applications/11/a~1b~0c unknown_member',
      '/applications/12/salaryRange/minimum invalid_value',
      '/applications/13/id invalid_format',
      '/applications/14/createdAt invalid_format',
      '/applications/15/createdAt invalid_value',
      '/applications/16/tags required',
    ])
    t.match(rows.at(-1), { pointer: '/applications/17', status: 'added', invalid: null })
    t.equal((await noor.get('/v1/applications')).body.data.length, 1)
  })

  await t.test('take with them what hangs on them', async (t) => {
    const [bad, good] = [application({ company: '' }), application()]
    const [lost, held] = [interview(bad.id), interview(good.id)]
    const asked = question(lost.id)
    const plan = record({ if: 'they ask why', then: '', status: 'open' })
    const rows = await bringIn({
      applications: [bad, good],
      interviews: [lost, held],
      questions: [asked, question(held.id)],
      offers: [record({ applicationId: bad.id })],
      plans: [plan],
      planReviews: [record({ planId: plan.id, tried: true })],
      reflections: [
        reflection({ interviewId: lost.id }, []),
        reflection({ interviewId: held.id }, [entry('went_well', { questionId: asked.id })]),
      ],
      notes: [record({ subject: { applicationId: bad.id }, text: 'Hm.', visibility: 'author' })],
    })
    t.strictSame(refused(rows), [
      '/applications/0/company too_short',
      '/interviews/0/applicationId reference_unknown',
      '/questions/0/interviewId reference_unknown',
      '/offers/0/applicationId reference_unknown',
      '/plans/0/then too_short',
      '/planReviews/0/planId reference_unknown',
      '/reflections/0/subject/interviewId reference_unknown',
      '/reflections/1/entries/0/questionId reference_unknown',
      '/notes/0/subject/applicationId reference_unknown',
    ])
  })

  await t.test('name only what stands in the file, and never what belongs to another account', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id } = (await sam.post('/v1/applications', { company: 'Brightwater' })).body
    const noor = await service.newAccount()
    const own = (await noor.post('/v1/applications', { company: 'Brightwater' })).body.id
    const rows = await bringIn(
      { interviews: [interview(id), interview(own), interview(randomUUIDv7())] },
      noor,
    )
    t.equal(refused(rows).length, 3)
  })

  await t.test('are refused when there can be but one', async (t) => {
    const one = application({ externalRef: { source: 'crm', id: '7' } })
    const noor = await service.newAccount()
    await noor.put('/v1/applications/by-external-ref/crm/8', { company: 'Brightwater' })
    const rows = await bringIn(
      {
        applications: [
          one,
          application({ externalRef: { source: 'crm', id: '7' } }),
          application({ externalRef: { source: 'crm', id: '8' } }),
          { ...application(), id: one.id },
        ],
        offers: [record({ applicationId: one.id }), record({ applicationId: one.id })],
        outcomes: [
          record({ applicationId: one.id, kind: 'rejected' }),
          record({ applicationId: one.id, kind: 'withdrawn' }),
        ],
      },
      noor,
    )
    t.strictSame(refused(rows), [
      '/applications/1/externalRef external_ref_taken',
      '/applications/2/externalRef external_ref_taken',
      '/applications/3/id id_repeated',
      '/offers/1/applicationId offer_taken',
      '/outcomes/1/applicationId outcome_taken',
    ])
    const second = await bringIn(
      { applications: [one], outcomes: [record({ applicationId: one.id, kind: 'role_closed' })] },
      noor,
    )
    t.strictSame(refused(second), ['/outcomes/0/applicationId outcome_taken'], 'nor in a later file')
  })

  await t.test('of one kind name only what stands before them', async (t) => {
    const pitch = (more: object = {}) => record({ title: 'Short', text: 'Things run.', ...more })
    const [first, bad] = [pitch(), pitch({ title: '' })]
    const second = pitch({ previousId: first.id })
    const third = pitch({ previousId: second.id })
    const noor = await service.newAccount()
    const rows = await bringIn({ pitches: [third, first, bad, second, pitch({ previousId: bad.id })] }, noor)
    t.strictSame(refused(rows), [
      '/pitches/0/previousId reference_unknown',
      '/pitches/2/title too_short',
      '/pitches/4/previousId reference_unknown',
    ])
    t.match((await bringIn({ pitches: [third] }, noor))[0], { status: 'invalid' }, 'not what is here already')
    const again = await bringIn({ pitches: [second, third] }, noor)
    t.strictSame(
      again.map(({ status }) => status),
      ['noop', 'added'],
    )
    const { data } = (await noor.get('/v1/pitches')).body
    const { recordId } = again[1] ?? {}
    const before = (id: string) => data.find((each: Body) => each.id === id)?.previousId
    t.equal(before(before(recordId)), rows[1]?.recordId)
    t.equal(before(rows[1]?.recordId), null)
  })

  await t.test('study no question twice', async (t) => {
    const noor = await service.newAccount()
    const studied = (wording: string, more: object = {}) =>
      record({
        prompt: 'Why optics?',
        mode: 'learn',
        own: true,
        scheduledOn: '2026-05-01',
        wordings: [wording.padEnd(43, 'x')],
        reviews: [],
        ...more,
      })
    const reviews = [record({ rating: 'good', source: 'review', on: '2026-05-02' })]
    const rows = await bringIn(
      { studyItems: [studied('a', { reviews }), studied('a'), studied('b'), studied('c d')] },
      noor,
    )
    t.strictSame(refused(rows), [
      '/studyItems/1/wordings study_item_exists',
      '/studyItems/3/wordings/0 invalid_format',
    ])
    t.strictSame(refused(await bringIn({ studyItems: [studied('b')] }, noor)), [
      '/studyItems/0/wordings study_item_exists',
    ])
    const { data } = (await noor.get('/v1/study-items')).body
    t.strictSame(
      data.map(({ state }: Body) => state).sort(),
      ['learning', 'new'],
      'and the schedule follows from the reviews',
    )
  })

  await t.test('name only reasons that there are, in the group that they have', async (t) => {
    const noor = await service.newAccount()
    await noor.post('/v1/reasons', { group: 'fit', title: 'Moved' })
    await noor.post('/v1/reasons', { group: 'fit', title: 'Too far' })
    const applications = ['own_moved', 'own_too_far', 'own_new', 'own_nowhere', 'budget_cut'].map(() =>
      application(),
    )
    const naming = (code: string, at: number) =>
      record({ applicationId: applications[at]?.id, kind: 'rejected', reasons: [{ code }] })
    const rows = await bringIn(
      {
        reasons: [
          reason(),
          reason({ code: 'own_too_far', group: 'unknown' }),
          reason({ code: 'own_new', group: 'something_to_learn' }),
          reason({ code: 'budget_cut' }),
        ],
        applications,
        outcomes: ['own_moved', 'own_too_far', 'own_new', 'own_nowhere', 'budget_cut'].map(naming),
      },
      noor,
    )
    t.strictSame(refused(rows), [
      '/reasons/1/code reason_code_taken',
      '/reasons/3/code invalid_format',
      '/outcomes/1/reasons/0/code reason_unknown',
      '/outcomes/3/reasons/0/code reason_unknown',
    ])
    t.match(rows[0], { pointer: '/reasons/0', status: 'noop' }, 'the same reason is there already')
    const { data } = (await noor.get('/v1/applications?attribution=something_to_learn')).body
    t.equal(data.length, 1, 'and the group of a reason counts')
  })

  await t.test('leave no room for more reasons than an account may add', async (t) => {
    const reasons = Array.from({ length: 201 }, (_, i) => reason({ code: `own_r${i}` }))
    t.strictSame(refused(await bringIn({ reasons })), ['/reasons/200 reason_limit_reached'])
  })

  await t.test('keep the three questions in their order', async (t) => {
    const [held, other] = [application(), application()]
    const [first, second] = [interview(held.id), interview(other.id)]
    const [mine, theirs] = [question(first.id), question(second.id)]
    const about = { interviewId: first.id }
    const well = entry('went_well', { createdAt: '2026-05-01T08:00:00.000Z' })
    const more = { status: 'completed', completedAt: createdAt }
    const skipped = ['did_not_go_well', 'do_differently']
    const reflections = [
      reflection(about, [well, entry('do_differently')]),
      reflection(about, [entry('did_not_go_well')]),
      reflection(about, [], { skipped: ['went_well'] }),
      reflection(about, [], { skipped: ['did_not_go_well'] }),
      reflection(about, [well, entry('did_not_go_well')], { skipped: ['did_not_go_well'] }),
      reflection(about, [well], more),
      reflection(about, [well], { skipped, status: 'completed' }),
      reflection(about, [well], { completedAt: createdAt }),
      reflection(about, [well, entry('did_not_go_well', { planId: randomUUIDv7() })]),
      reflection(about, [{ ...well, questionId: theirs.id }]),
      reflection({ applicationId: held.id }, [{ ...well, questionId: theirs.id }]),
      reflection({ from: '2026-05-02', to: '2026-05-01' }, []),
    ]
    const fine = [
      reflection(about, []),
      reflection(about, [well, entry('did_not_go_well', { createdAt: '2026-05-01T07:00:00.000Z' })]),
      reflection(about, [well], { skipped, ...more }),
      reflection(about, [entry('do_differently'), well], { skipped: ['did_not_go_well'] }),
      reflection(about, [{ ...well, questionId: mine.id }]),
      reflection({ applicationId: held.id }, [{ ...well, questionId: mine.id }]),
      reflection({ from: '2026-05-01', to: '2026-05-02' }, [{ ...well, questionId: theirs.id }]),
    ]
    const rows = await bringIn({
      applications: [held, other],
      interviews: [first, second],
      questions: [mine, theirs],
      reflections: [...reflections, ...fine],
    })
    t.strictSame(refused(rows), [
      '/reflections/0 reflection_out_of_order',
      '/reflections/1 reflection_out_of_order',
      '/reflections/2 reflection_out_of_order',
      '/reflections/3 reflection_out_of_order',
      '/reflections/4/skipped step_answered',
      '/reflections/5/status reflection_incomplete',
      '/reflections/6/completedAt completion_unclear',
      '/reflections/7/completedAt completion_unclear',
      '/reflections/8/entries/1/planId invalid_value',
      '/reflections/9/entries/0/questionId question_not_in_subject',
      '/reflections/10/entries/0/questionId question_not_in_subject',
      '/reflections/11/subject/to invalid_value',
    ])
  })

  await t.test('assignments: what is done has its time and who said so, nothing else has', async (t) => {
    const done = { completedBy: 'client', completedAt: createdAt }
    const assignments = [
      assignment({ status: 'done', ...done }),
      assignment({ status: 'open' }),
      assignment({ status: 'done' }),
      assignment({ status: 'done', completedBy: 'client' }),
      assignment({ status: 'withdrawn', ...done }),
      assignment({ status: 'open', subject: { questionId: randomUUIDv7() } }),
      assignment({ status: 'open', sessionId: randomUUIDv7() }),
    ]
    t.strictSame(refused(await bringIn({ assignments })), [
      '/assignments/2/completedAt completion_unclear',
      '/assignments/3/completedAt completion_unclear',
      '/assignments/4/completedAt completion_unclear',
      '/assignments/5/subject/questionId reference_unknown',
      '/assignments/6/sessionId reference_unknown',
    ])
  })

  await t.test('coaching sessions: what is held has begun', async (t) => {
    const coachingSessions = ['2026-06-01T09:00:00Z', '2026-06-01T09:00:01Z'].map((startsAt) =>
      record({ startsAt, status: 'held' }),
    )
    t.strictSame(refused(await bringIn({ coachingSessions })), ['/coachingSessions/1/status session_ahead'])
  })
})

test('a file that is no journal of ours', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const refuse = async (body: unknown, query = '') => {
    const answer = await noor.post(`/v1/imports${query}`, body)
    t.match(answer, { status: 400, body: { code: 'invalid_request' } })
    return answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  }
  t.strictSame(await refuse({}), ['/format', '/formatVersion'])
  t.strictSame(await refuse(file({ formatVersion: 2 })), ['/formatVersion'], 'of a version to come')
  t.strictSame(await refuse(file({ horoscopes: [] })), ['/horoscopes'], 'with a list that is not known')
  t.strictSame(await refuse(file({ applications: {} })), ['/applications'])
  t.strictSame(
    await refuse(file({}), '?dateOrder=day_first&format=linkedin&currency=EUR&mapping={}'),
    ['/querystring/format', '/querystring/mapping', '/querystring/dateOrder', '/querystring/currency'],
    'with a word on how to read a table',
  )
  t.match(
    (await noor.post('/v1/imports', file({}))).body.counts,
    { rows: 0, added: 0 },
    'an empty one is fine',
  )
})

test('reflections and plans come in only with a key that may write them', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { body } = await noor.post('/v1/api-keys', { name: 'Writer', scopes: ['journal:write'] })
  const writer = service.client(body.secret)
  const plan = record({ if: 'they ask why', then: 'I pause', status: 'open' })
  const refused = await writer.post('/v1/imports', file({ applications: [application()], plans: [plan] }))
  t.match(refused, { status: 403, body: { code: 'insufficient_scope' } })
  t.match(refused.headers['www-authenticate'], /scope="reflections:write"/)
  t.strictSame((await noor.get('/v1/applications')).body.data, [], 'and nothing of it came in')
  t.equal((await writer.post('/v1/imports', file({ applications: [application()] }))).status, 201)
})
