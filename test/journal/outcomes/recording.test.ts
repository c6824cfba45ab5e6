import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from '../applications/records.ts'

const begin = async (client: Client, members: object = {}) => {
  const { id } = await addApplication(client, members)
  const path = `/v1/applications/${id}`
  return { id, path, outcome: `${path}/outcome` }
}

test('recording an outcome', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test(
    'the first PUT closes the application, the next ones correct the outcome as a whole',
    async (t) => {
      const { id, path, outcome } = await begin(noor)
      const members = {
        kind: 'rejected',
        decidedOn: '2026-05-20',
        learnedOn: '2026-05-22',
        employerFeedback: 'We went with\nsomeone else. ',
        anythingToLearn: true,
        doorOpen: true,
      }
      const first = await noor.put(outcome, {
        ...members,
        reasons: [{ code: 'knowledge_gap', notes: 'Indexes' }],
      })
      t.equal(first.status, 201)
      t.equal(first.headers.location, outcome)
      t.hasStrict(first.body, {
        ...members,
        applicationId: id,
        attribution: 'something_to_learn',
        version: 1,
      })
      t.strictSame(first.body.reasons, [
        { code: 'knowledge_gap', group: 'something_to_learn', evidence: 'unknown', notes: 'Indexes' },
      ])
      const second = await noor.put(outcome, { kind: 'role_closed' })
      t.equal(second.status, 200)
      t.hasStrict(second.body, {
        id: first.body.id,
        kind: 'role_closed',
        decidedOn: null,
        learnedOn: null,
        reasons: [],
        employerFeedback: null,
        anythingToLearn: null,
        doorOpen: null,
        attribution: 'unknown',
        version: 2,
      })
      t.strictSame((await noor.get(outcome)).body, second.body)
      t.hasStrict((await noor.get(path)).body, { status: 'closed', outcome: 'role_closed' })
    },
  )

  await t.test('retracting it opens the application again, and the facts beneath stay', async (t) => {
    const { id, path, outcome } = await begin(noor, { appliedOn: '2026-05-04' })
    const interview = await addInterview(noor, id, { result: 'not_advanced' })
    await noor.put(outcome, { kind: 'rejected' })
    t.equal((await noor.delete(outcome)).status, 204)
    t.hasStrict((await noor.get(path)).body, {
      status: 'open',
      outcome: null,
      stage: 'interviewed',
      interviewCount: 1,
      appliedOn: '2026-05-04',
    })
    t.hasStrict((await noor.get(`/v1/interviews/${interview.id}`)).body, {
      result: 'not_advanced',
      version: 1,
    })
    for (const gone of [await noor.get(outcome), await noor.delete(outcome)])
      t.strictSame([gone.status, gone.body.code], [404, 'not_found'])
    t.equal((await noor.put(outcome, { kind: 'withdrawn' })).status, 201)
  })

  await t.test('each kind was decided by someone, silence by nobody', async (t) => {
    const { outcome } = await begin(noor)
    for (const [kind, decidedBy] of [
      ['offer_accepted', 'candidate'],
      ['offer_declined', 'candidate'],
      ['withdrawn', 'candidate'],
      ['offer_rescinded', 'employer'],
      ['rejected', 'employer'],
      ['role_closed', 'employer'],
      ['no_response', 'nobody'],
    ])
      t.hasStrict((await noor.put(outcome, { kind })).body, { kind, decidedBy })
    t.equal((await noor.put(outcome, { kind: 'lost' })).status, 400)
    t.equal((await noor.put(outcome, { kind: 'rejected', decidedBy: 'candidate' })).status, 400)
    t.equal((await noor.put(outcome, { kind: 'rejected', attribution: 'both' })).status, 400)
  })

  await t.test('the door may be open, closed or not spoken of', async (t) => {
    const { outcome } = await begin(noor)
    for (const doorOpen of [true, false, null])
      t.hasStrict((await noor.put(outcome, { kind: 'rejected', doorOpen })).body, { doorOpen })
  })

  await t.test('a reason is named once, from the catalogue, with what is known of it', async (t) => {
    const { outcome } = await begin(noor)
    const budget = { code: 'budget_cut', evidence: 'inferred' }
    for (const [reasons, pointer] of [
      [[budget, { ...budget, evidence: 'stated_by_employer' }], '/reasons'],
      [[{ code: 'bad_luck' }], '/reasons/0/code'],
      [[budget, { code: 'hiring_freeze', evidence: 'rumour' }], '/reasons/1/evidence'],
      [[{ ...budget, group: 'fit' }], '/reasons/0/group'],
    ] as const) {
      const { status, body } = await noor.put(outcome, { kind: 'rejected', reasons })
      t.strictSame([status, body.errors[0].pointer], [400, pointer])
    }
    t.equal((await noor.get(outcome)).status, 404)
  })

  await t.test('a role that was no more than saved may close', async (t) => {
    const { path, outcome } = await begin(noor)
    const { status, body } = await noor.put(outcome, { kind: 'role_closed' })
    t.strictSame([status, body.stageReached, body.attribution], [201, 'saved', 'unknown'])
    t.hasStrict((await noor.get(path)).body, { stage: 'saved', status: 'closed' })
  })

  await t.test('the stage reached is the one that the application has today', async (t) => {
    const { id, outcome } = await begin(noor)
    t.equal((await noor.put(outcome, { kind: 'rejected' })).body.stageReached, 'responded')
    await addInterview(noor, id)
    t.equal((await noor.get(outcome)).body.stageReached, 'interviewed')
  })

  await t.test('an old version is not written over', async (t) => {
    const { outcome } = await begin(noor)
    const first = await noor.put(outcome, { kind: 'rejected' }, { 'if-none-match': '*' })
    t.equal(first.status, 201)
    const held = { 'if-match': first.headers.etag as string }
    t.equal((await noor.put(outcome, { kind: 'no_response' }, { 'if-none-match': '*' })).status, 412)
    t.equal((await noor.put(outcome, { kind: 'no_response' }, held)).status, 200)
    t.equal((await noor.put(outcome, { kind: 'withdrawn' }, held)).status, 412)
    t.equal((await noor.delete(outcome, held)).status, 412)
    t.hasStrict((await noor.get(outcome)).body, { kind: 'no_response', version: 2 })
  })
})

test('the attribution of an outcome', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { outcome } = await begin(noor)
  const attribution = async (codes: string[], kind = 'rejected', evidence = 'stated_by_employer') => {
    const reasons = codes.map((code) => ({ code, evidence }))
    return (await noor.put(outcome, { kind, reasons })).body.attribution
  }

  await t.test('is not about you where all the reasons are outside, or a matter of fit', async (t) => {
    t.equal(await attribution(['budget_cut']), 'not_about_you')
    t.equal(await attribution(['work_authorization']), 'not_about_you')
    t.equal(await attribution(['internal_candidate', 'timing_mismatch']), 'not_about_you')
  })

  await t.test(
    'is something to learn where all the reasons are, and both where both kinds are named',
    async (t) => {
      t.equal(await attribution(['knowledge_gap', 'examples_missing']), 'something_to_learn')
      t.equal(await attribution(['knowledge_gap', 'hiring_freeze']), 'both')
      t.equal(await attribution(['level_mismatch', 'preparation_gap']), 'both')
    },
  )

  await t.test('is unknown where nothing speaks for either', async (t) => {
    for (const codes of [[], ['another_candidate_preferred'], ['no_reason_given']])
      t.equal(await attribution(codes), 'unknown')
  })

  await t.test('is nobody’s question where the candidate chose', async (t) => {
    t.equal(await attribution(['role_not_wanted'], 'withdrawn'), null)
    t.equal(await attribution(['compensation_declined'], 'offer_declined'), null)
    t.equal(await attribution([], 'offer_accepted'), null)
  })

  await t.test('does not turn silence into a lesson that only the candidate reads into it', async (t) => {
    for (const evidence of ['inferred', 'unknown', 'public_information'])
      t.equal(await attribution(['knowledge_gap'], 'no_response', evidence), 'unknown')
    t.equal(await attribution(['knowledge_gap', 'budget_cut'], 'no_response', 'inferred'), 'not_about_you')
  })
})
