import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from './records.ts'

test('changing an application', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const pay = { minimum: 4000, maximum: 5000, currency: 'EUR', period: 'hour' }

  await t.test('a patch changes what it names, null clears, and all else stays', async (t) => {
    const { possibleDuplicates: _, ...before } = await addApplication(noor, {
      roleTitle: 'Engineer',
      location: 'Malmö',
      notes: 'First',
    })
    const path = `/v1/applications/${before.id}`
    service.clock.now = new Date('2026-06-01T09:05:00.000Z')
    const { status, body } = await noor.patch(path, { notes: 'Second', location: null })
    t.equal(status, 200)
    const changed = { notes: 'Second', location: null, version: 2, updatedAt: '2026-06-01T09:05:00.000Z' }
    t.strictSame(body, { ...before, ...changed })
    t.strictSame((await noor.get(path)).body, body)
  })

  await t.test('members within a member are merged one by one', async (t) => {
    const source = { channel: 'job_board', name: 'Stepping Stones' }
    const { id } = await addApplication(noor, { source, salaryRange: pay })
    const patch = async (members: object) => (await noor.patch(`/v1/applications/${id}`, members)).body
    t.hasStrict(await patch({ source: { channel: 'referral' } }), {
      source: { channel: 'referral', name: 'Stepping Stones' },
      salaryRange: pay,
    })
    t.strictSame((await patch({ source: { name: null } })).source, { channel: 'referral' })
    t.strictSame((await patch({ source: {} })).source, { channel: 'referral' })
    t.strictSame((await patch({ salaryRange: { maximum: null } })).salaryRange, {
      minimum: 4000,
      currency: 'EUR',
      period: 'hour',
    })
    t.equal((await patch({ source: null })).source, null)
    t.strictSame((await patch({ source: { name: 'Ida' } })).source, { name: 'Ida' })
  })

  await t.test('a list is replaced as a whole', async (t) => {
    const { id } = await addApplication(noor)
    const interviewers = [{ name: 'Ida', title: 'Lead' }, { name: 'Per' }]
    const interview = await addInterview(noor, id, { interviewers })
    const patch = async (members: object) =>
      (await noor.patch(`/v1/interviews/${interview.id}`, members)).body
    t.strictSame((await patch({ interviewers: [{ name: 'Ida' }] })).interviewers, [{ name: 'Ida' }])
    t.strictSame((await patch({ notes: 'Long' })).interviewers, [{ name: 'Ida' }])
    t.strictSame((await patch({ interviewers: null })).interviewers, [])
  })

  await t.test('a patch is refused when the whole would no longer hold', async (t) => {
    const { id } = await addApplication(noor, { salaryRange: pay })
    const bare = await addApplication(noor)
    const path = `/v1/applications/${id}`
    const refusals = [
      [path, { company: null }, '/company'],
      [path, { salaryRange: { minimum: 5001 } }, '/salaryRange/minimum'],
      [path, { salaryRange: { maximum: 3999 } }, '/salaryRange/minimum'],
      [path, { salaryRange: { currency: null } }, '/salaryRange/currency'],
      [`/v1/applications/${bare.id}`, { salaryRange: { minimum: 1 } }, '/salaryRange/currency'],
      [path, { notes: '' }, '/notes'],
      [path, { appliedOn: '2026-02-30' }, '/appliedOn'],
      [path, { source: { place: 'x' } }, '/source/place'],
    ] as const
    for (const [where, patch, pointer] of refusals) {
      const { status, body } = await noor.patch(where, patch)
      t.strictSame([status, body.code, body.errors[0].pointer], [400, 'invalid_request', pointer])
    }
    t.hasStrict((await noor.get(path)).body, { company: 'Lindgren Optics', salaryRange: pay, version: 1 })
    const both = await noor.patch(path, {
      company: null,
      roleTitle: 'Engineer',
      salaryRange: { minimum: 5000 },
    })
    t.hasStrict(both.body, { company: null, roleTitle: 'Engineer', salaryRange: { ...pay, minimum: 5000 } })
  })

  await t.test('a patch is an object, sent as JSON or as a merge patch', async (t) => {
    const { id } = await addApplication(noor)
    const send = (payload: string, type: string) =>
      noor.send('PATCH', `/v1/applications/${id}`, { payload, headers: { 'content-type': type } })
    t.equal((await send('{"notes":"a"}', 'application/merge-patch+json')).body.notes, 'a')
    for (const payload of ['[]', 'null', '"a"', '7'])
      t.equal((await send(payload, 'application/json')).status, 400, payload)
    t.equal((await send('{"notes":', 'application/json')).body.code, 'malformed_json')
    t.equal((await send('notes: a', 'text/yaml')).status, 415)
    t.hasStrict((await send('{}', 'application/json')).body, { notes: 'a', company: 'Lindgren Optics' })
  })

  await t.test('a write on an old version is refused, and on the version read it goes through', async (t) => {
    const { id } = await addApplication(noor)
    const path = `/v1/applications/${id}`
    const read = await noor.get(path)
    const held = { 'if-match': read.headers.etag as string }
    t.equal((await noor.patch(path, { notes: 'One' }, held)).status, 200)
    for (const tag of [held['if-match'], '"1"', 'nonsense', '"99-abc"']) {
      const { status, body } = await noor.patch(path, { notes: 'Two' }, { 'if-match': tag })
      t.strictSame([status, body.code], [412, 'precondition_failed'])
    }
    t.equal((await noor.delete(path, held)).status, 412)
    t.hasStrict((await noor.get(path)).body, { notes: 'One', version: 2 })
    t.equal((await noor.patch(path, { notes: 'Two' }, { 'if-match': '"2"' })).status, 200)
    t.equal((await noor.patch(path, { notes: 'Three' }, { 'if-match': '*' })).status, 200)
    const now = (await noor.get(path)).headers.etag as string
    t.equal((await noor.delete(path, { 'if-match': `"1-abc", ${now}` })).status, 204)
  })

  await t.test('a change that changes nothing writes nothing', async (t) => {
    const { id, version, updatedAt } = await addApplication(noor, { notes: 'One', tags: ['far'] })
    const { status, body } = await noor.patch(`/v1/applications/${id}`, { notes: 'One', tags: ['far'] })
    t.strictSame([status, body.version, body.updatedAt], [200, version, updatedAt])
  })

  await t.test('an unchanged record is not sent again, and a changed reading of it is', async (t) => {
    const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
    const path = `/v1/applications/${id}`
    const { etag = '' } = (await noor.get(path)).headers
    const again = await noor.get(path, { 'if-none-match': etag })
    t.strictSame([again.status, again.body, again.headers.etag], [304, '', etag])
    await noor.put(`${path}/outcome`, { kind: 'rejected' })
    const closed = await noor.get(path, { 'if-none-match': etag })
    t.strictSame([closed.status, closed.body.status, closed.body.version], [200, 'closed', 1])
    t.equal((await noor.patch(path, { notes: 'Oh' }, { 'if-match': etag })).status, 200, 'nobody changed it')
  })
})
