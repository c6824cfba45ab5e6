import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { eventsOf } from '../../support/events.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, idsOf } from '../applications/records.ts'

const path = '/v1/notes'
const add = async (client: Client, members: object = {}) =>
  (await client.post(path, { text: 'Mornings are better.', ...members })).body

test('notes', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const begin = async (client: Client) => {
    const { id: applicationId } = await addApplication(client)
    const { id: interviewId } = await addInterview(client, applicationId, {
      startsAt: '2026-07-01T09:00:00Z',
    })
    return { applicationId, interviewId }
  }

  await t.test('one may be on an application, on an interview, or on the journal as a whole', async (t) => {
    const { applicationId, interviewId } = await begin(noor)
    for (const subject of [{ applicationId }, { interviewId }, null, undefined]) {
      const { status, headers, body } = await noor.post(path, { subject, text: 'A thought.' })
      t.equal(status, 201)
      t.equal(headers.location, `${path}/${body.id}`)
      t.strictSame(body.subject, subject ?? null)
      t.hasStrict(body, { text: 'A thought.', version: 1 })
      t.strictSame((await noor.get(`${path}/${body.id}`)).body, body)
    }
    for (const subject of [
      {},
      { applicationId, interviewId },
      { interviewId: null },
      { questionId: applicationId },
    ])
      t.equal((await noor.post(path, { subject, text: 'A thought.' })).status, 400)
  })

  await t.test('its writer alone reads it, unless it is shared', async (t) => {
    for (const visibility of [undefined, null, 'author'])
      t.equal((await add(noor, { visibility })).visibility, 'author')
    const shared = await add(noor, { visibility: 'shared' })
    t.hasStrict(shared, { visibility: 'shared', authorId: noor.accountId })
    t.equal((await noor.post(path, { text: 'A thought.', visibility: 'public' })).status, 400)
    t.equal((await noor.post(path, { text: 'A thought.', authorId: noor.accountId })).status, 400)
  })

  await t.test('it is kept as it was written', async (t) => {
    const text = '  Gru\u0308ße\r\n\t– “quoted” 👩🏽‍🔬 <b>&amp;</b> \\n'
    t.equal((await add(noor, { text })).text, text)
    for (const wrong of [undefined, null, '', ' \n ', 'a\0b', 'a'.repeat(20_001)]) {
      const { status, body } = await noor.post(path, { text: wrong })
      t.strictSame([status, body.errors[0].pointer], [400, '/text'])
    }
  })

  await t.test('text and visibility may change, the subject and the writer stay', async (t) => {
    const { applicationId } = await begin(noor)
    const subject = { applicationId }
    const { id } = await add(noor, { subject, visibility: 'shared' })
    const changed = await noor.patch(`${path}/${id}`, { text: 'Evenings, too.' })
    t.hasStrict(changed.body, { subject, text: 'Evenings, too.', visibility: 'shared', version: 2 })
    t.hasStrict((await noor.patch(`${path}/${id}`, { visibility: null })).body, { visibility: 'author' })
    for (const patch of [{ subject: null }, { authorId: applicationId }, { text: null }, { text: ' ' }])
      t.equal((await noor.patch(`${path}/${id}`, patch)).status, 400)
    const stale = { 'if-match': changed.headers.etag as string }
    t.equal((await noor.patch(`${path}/${id}`, { visibility: 'shared' }, stale)).status, 412)
    t.equal((await noor.delete(`${path}/${id}`, stale)).status, 412)
    t.hasStrict((await noor.get(`${path}/${id}`)).body, { subject, visibility: 'author', version: 3 })
    t.equal((await noor.delete(`${path}/${id}`)).status, 204)
    t.equal((await noor.get(`${path}/${id}`)).status, 404)
  })

  await t.test('they are found by what they are on, and by who may read them', async (t) => {
    const sam = await service.newAccount('Sam')
    const { applicationId, interviewId } = await begin(sam)
    const onBoth = await add(sam, { subject: { applicationId }, visibility: 'shared' })
    const onInterview = await add(sam, { subject: { interviewId } })
    const onNothing = await add(sam, { visibility: 'shared' })
    const list = async (query: string) => idsOf(await sam.get(`${path}?${query}`)).sort()
    t.strictSame(await list(''), [onBoth.id, onInterview.id, onNothing.id].sort())
    t.strictSame(await list(`applicationId=${applicationId}`), [onBoth.id])
    t.strictSame(await list(`interviewId=${interviewId}`), [onInterview.id])
    t.strictSame(await list('visibility=shared'), [onBoth.id, onNothing.id].sort())
    t.strictSame(await list(`interviewId=${interviewId}&visibility=shared`), [])
    t.equal((await sam.get(`${path}?visibility=all`)).status, 400)
    const [listed] = (await sam.get(`${path}?interviewId=${interviewId}`)).body.data
    t.strictSame(listed, onInterview, 'a list shows what the single read shows')
  })

  await t.test('go with what they are on', async (t) => {
    const { applicationId, interviewId } = await begin(noor)
    const other = await begin(noor)
    const onApplication = await add(noor, { subject: { applicationId } })
    const onInterview = await add(noor, { subject: { interviewId } })
    const kept = await add(noor, { subject: { interviewId: other.interviewId } })
    const statusOf = async ({ id }: { id: string }) => (await noor.get(`${path}/${id}`)).status
    await noor.delete(`/v1/interviews/${interviewId}`)
    t.strictSame([await statusOf(onInterview), await statusOf(onApplication)], [404, 200])
    await noor.delete(`/v1/applications/${applicationId}`)
    t.strictSame([await statusOf(onApplication), await statusOf(kept)], [404, 200])
    await noor.delete(`/v1/applications/${other.applicationId}`)
    t.equal(await statusOf(kept), 404, 'an application takes the notes on its interviews along')
  })

  await t.test('are nobody else’s, and on nothing of anybody else', async (t) => {
    const sam = await service.newAccount('Sam')
    const { applicationId, interviewId } = await begin(noor)
    const { id } = await add(noor, { visibility: 'shared' })
    for (const refused of [
      await sam.get(`${path}/${id}`),
      await sam.patch(`${path}/${id}`, { text: 'Mine.' }),
      await sam.delete(`${path}/${id}`),
      await sam.post(path, { subject: { applicationId }, text: 'Mine.' }),
      await sam.post(path, { subject: { interviewId }, text: 'Mine.' }),
    ]) {
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
      t.match(refused.body.detail, /^There is no (note|application|interview) with this id/)
    }
    t.strictSame(idsOf(await sam.get(path)), [])
  })

  await t.test('are told as events, without their text', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: noteId } = await add(sam, { text: 'Quokka' })
    await sam.patch(`${path}/${noteId}`, { visibility: 'shared', text: 'Quokka two' })
    await sam.delete(`${path}/${noteId}`)
    const key = { noteId, applicationId: null, interviewId: null }
    t.strictSame(await eventsOf(service, sam.accountId), [
      ['note.created', { ...key, visibility: 'author' }],
      ['note.updated', { ...key, visibility: 'shared', previousVisibility: 'author' }],
      ['note.deleted', { ...key, visibility: 'shared' }],
    ])
  })
})
