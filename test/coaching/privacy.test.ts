import { test } from 'tap'
import { eventsOf } from '../support/events.ts'
import { openService } from '../support/service.ts'
import { actingFor, engage, inAccountOf } from './pairs.ts'

const HARSH = 'I am such an idiot. I froze at the rig question.'

test('what a consent does not grant', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const robin = await service.newAccount('Robin')
  await engage(noor, robin, [
    'journal:read',
    'reflections:read',
    'study:read',
    'insights:read',
    'notes:write',
  ])
  const acting = inAccountOf(robin, noor)
  const made = async (url: string, body: unknown) => (await noor.post(url, body)).body.id as string
  const contact = {
    name: 'Ada',
    role: 'Recruiter',
    email: 'ada@lindgren.example',
    phone: '+49 30 1',
    notes: 'Calls late.',
  }
  const ref = { source: 'crm', id: 'A1' }
  const application = await made('/v1/applications', {
    company: 'Lindgren Optics',
    contacts: [contact],
    externalRef: ref,
    appliedOn: '2026-05-01',
  })
  const interview = await made(`/v1/applications/${application}/interviews`, { heldOn: '2026-05-20' })
  const reflect = async (isPrivate: boolean, then: string) => {
    const subject = isPrivate ? { interviewId: interview } : { applicationId: application }
    const id = await made('/v1/reflections', { subject, private: isPrivate })
    const answer = (step: string, text: string, more = {}) =>
      noor.post(`/v1/reflections/${id}/answers`, { step, text, ...more })
    await answer('went_well', `I was on time (${then}).`)
    await answer('did_not_go_well', HARSH)
    await answer('do_differently', 'Breathe.', { plan: { if: 'they ask about rigs', then } })
    await noor.post(`/v1/reflections/${id}/completion`)
    return id
  }
  const hidden = await reflect(true, 'hidden plan')
  const open = await reflect(false, 'open plan')
  const texts = async (url: string) => JSON.stringify((await acting.get(url)).body)

  await t.test('contacts: nor in a name or a note that was imported with an address', async (t) => {
    const payload =
      'Company,Role,Contact\nHalden,Tester,"Bo Lund, Recruiter, bo@halden.example, +31 20 555 01; (020) 555-0199"'
    await noor.send('POST', '/v1/imports', { payload, headers: { 'content-type': 'text/csv' } })
    const seen = await texts('/v1/applications?q=Halden')
    t.match(seen, 'Bo Lund, Recruiter')
    t.notMatch(seen, /@|555/)
    t.match(JSON.stringify((await noor.get('/v1/applications?q=Halden')).body), /bo@halden.example.*555/)
  })

  await t.test('contacts: nor in a note of any kind, while days stay readable', async (t) => {
    const notes =
      'linkedin.com/in/bo-lund, telegram @bolund, skype: bo.lund, www.lund.example, 06-12345678, 020 555–0199, 12-34-5678, bo(at)lund.example; met 12.03.2026 or 2026-03-12 2026-03-13, knows Node.js/TypeScript'
    const { body } = await noor.post('/v1/applications', {
      company: 'Vesper',
      contacts: [{ name: 'Bo Lund', notes }],
    })
    const [contact] = (await acting.get(`/v1/applications/${body.id}`)).body.contacts
    t.equal(
      contact.notes,
      '… telegram …, … … …, …, …, …; met 12.03.2026 or 2026-03-12 2026-03-13, knows Node.js/TypeScript',
    )
  })

  await t.test('contacts: never how they can be reached', async (t) => {
    const addresses = [
      '/v1/applications',
      `/v1/applications/${application}`,
      '/v1/applications/by-external-ref/crm/A1',
    ]
    for (const url of addresses) {
      const seen = await texts(url)
      t.ok(seen.includes('Ada') && seen.includes('Calls late.'), url)
      t.notOk(/ada@|\+49/.test(seen), url)
      t.ok(JSON.stringify((await noor.get(url)).body).includes('ada@'))
    }
    for (const q of ['ada@', '+49 30'])
      t.strictSame((await acting.get(`/v1/applications?q=${encodeURIComponent(q)}`)).body, { data: [] })
    const [own, seen] = await Promise.all(
      [noor, acting].map((who) => who.get(`/v1/applications/${application}`)),
    )
    const etag = own?.headers.etag ?? ''
    t.not(seen?.headers.etag, etag, 'the views have tags of their own')
    for (const each of [own, seen])
      t.match(each?.headers, {
        vary: 'accept-language, afterview-account',
        'cache-control': 'private, no-cache',
      })
    const again = await acting.get(`/v1/applications/${application}`, { 'if-none-match': etag })
    t.equal(again.status, 200)
  })

  await t.test('private reflections: not they, nor what came of them, nor that they are there', async (t) => {
    t.equal((await acting.get(`/v1/reflections/${hidden}`)).status, 404)
    for (const search of [
      '',
      `?interviewId=${interview}`,
      `?applicationId=${application}`,
      '?status=completed',
    ])
      t.notOk((await texts(`/v1/reflections${search}`)).includes(hidden), search)
    const { data: plans } = (await noor.get('/v1/plans')).body
    const plan = plans.find(({ then }: { then: string }) => then === 'hidden plan').id
    for (const url of [`/v1/plans/${plan}`, `/v1/plans/${plan}/reviews`])
      t.equal((await acting.get(url)).status, 404)
    const seen = [
      '/v1/plans',
      '/v1/wins',
      '/v1/next-actions',
      `/v1/interviews/${interview}/prep`,
      '/v1/insights/summary',
      '/v1/insights/plans',
    ]
    for (const url of seen) {
      const answer = await texts(url)
      t.notOk(answer.includes('hidden plan') || answer.includes(hidden) || answer.includes(plan), url)
    }
    t.equal((await acting.get('/v1/insights/plans')).body.made, 1, 'figures know of them no more')
    t.equal((await noor.get('/v1/insights/plans')).body.made, 2)
    const path = `/v1/reflections/${hidden}`
    await noor.patch(path, { private: false })
    t.equal((await acting.get(`/v1/plans/${plan}`)).status, 200, 'opened with their reflection')
    await noor.patch(path, { private: true })
    await noor.delete(path)
    for (const url of seen) t.notOk((await texts(url)).includes('hidden plan'), `${url} after the removal`)
    t.hasStrict((await noor.get(`/v1/plans/${plan}`)).body, { private: true, then: 'hidden plan' })
    await noor.patch(`/v1/plans/${plan}`, { private: false })
    t.equal((await acting.get(`/v1/plans/${plan}`)).status, 200, 'unless the owner says so')
    await noor.patch(`/v1/plans/${plan}`, { private: true })
  })

  await t.test('how wording may be read: for its owner alone', async (t) => {
    const own = (await noor.get(`/v1/reflections/${open}`)).body
    t.ok(own.didNotGoWell[0].selfTalk.length > 0)
    const { body } = await acting.get(`/v1/reflections/${open}`)
    t.strictSame(body.didNotGoWell[0].selfTalk, [])
    t.equal(body.didNotGoWell[0].text, HARSH, 'the words stay as they were written')
    const grave = await made('/v1/reflections', { subject: { applicationId: application } })
    await noor.post(`/v1/reflections/${grave}/answers`, {
      step: 'went_well',
      text: 'Nothing. I want to kill myself.',
    })
    t.ok((await noor.get(`/v1/reflections/${grave}`)).body.support)
    t.equal((await acting.get(`/v1/reflections/${grave}`)).body.support, undefined)
    t.notOk((await texts('/v1/reflections')).includes('"support"'))
  })

  await t.test('reflections stay out of what is read with another consent', async (t) => {
    const sam = await service.newAccount('Sam')
    await engage(noor, sam, ['journal:read'])
    const reading = inAccountOf(sam, noor)
    const ended = await made('/v1/applications', { company: 'Brightwater', appliedOn: '2026-05-01' })
    const held = await made(`/v1/applications/${ended}/interviews`, { heldOn: '2026-05-20' })
    const pending = await made('/v1/reflections', { subject: { interviewId: held } })
    await noor.put(`/v1/applications/${ended}/outcome`, { kind: 'rejected', learnedOn: '2026-05-25' })
    const { body } = await reading.get(`/v1/applications/${ended}/outcome`)
    t.notOk(JSON.stringify(body).includes(pending))
    t.ok(JSON.stringify((await noor.get(`/v1/applications/${ended}/outcome`)).body).includes(pending))
    t.notOk(
      JSON.stringify((await reading.get(`/v1/applications/${application}/timeline`)).body).includes(
        'reflection',
      ),
    )
  })

  await t.test('words: figures alone tell none, nor let them be guessed', async (t) => {
    const lee = await service.newAccount('Lee')
    await engage(noor, lee, ['insights:read'])
    const reading = inAccountOf(lee, noor)
    const { code } = (await noor.post('/v1/reasons', { group: 'fit', title: 'The night shift' })).body
    const other = (await noor.post('/v1/reasons', { group: 'fit', title: 'The early shift' })).body
    const pitch = await made('/v1/pitches', { title: 'Quiet nights', text: 'I keep things running.' })
    const closed = await made('/v1/applications', {
      company: 'Orrin',
      roleTitle: 'Nurse',
      appliedOn: '2026-05-01',
    })
    await made(`/v1/applications/${closed}/interviews`, { heldOn: '2026-05-20', pitchId: pitch })
    await noor.put(`/v1/applications/${closed}/outcome`, {
      kind: 'rejected',
      reasons: [{ code }, { code: other.code }],
    })
    t.ok(JSON.stringify((await noor.get('/v1/insights/reasons')).body).includes(code))
    const { groups } = (await reading.get('/v1/insights/reasons')).body
    const fit = groups.find(({ group }: { group: string }) => group === 'fit')
    t.match(fit, { endings: 1, codes: [{ code: 'own', count: 1 }] }, 'one ending that names two of them')
    t.notMatch(JSON.stringify(groups), /night|early/)
    t.notMatch(JSON.stringify((await reading.get('/v1/insights/pitches')).body), /Quiet/)
    for (const filter of ['roleTitle=n', 'tag=x', 'source=x']) {
      t.equal((await reading.get(`/v1/insights/summary?${filter}`)).status, 404, filter)
      t.equal((await acting.get(`/v1/insights/summary?${filter}`)).status, 200, filter)
    }
    for (const by of ['source', 'tag', 'resumeVersion']) {
      t.equal((await reading.get(`/v1/insights/funnel?by=${by}`)).status, 404, by)
      t.equal((await acting.get(`/v1/insights/funnel?by=${by}`)).status, 200, by)
    }
  })

  await t.test('notes: those for their writer alone are for nobody else, on either side', async (t) => {
    const own = await made('/v1/notes', { text: 'My own words', visibility: 'author' })
    const shared = await made('/v1/notes', { text: 'For both', visibility: 'shared' })
    const theirs = async (visibility: string) =>
      (await acting.post('/v1/notes', { text: `Coach, ${visibility}`, visibility })).body.id as string
    const [aside, said] = [await theirs('author'), await theirs('shared')]
    const idsOf = async (who: typeof noor | typeof acting, search = '') =>
      (await who.get(`/v1/notes${search}`)).body.data.map(({ id }: { id: string }) => id)
    t.strictSame(await idsOf(noor), [said, shared, own])
    t.strictSame(await idsOf(acting), [said, aside, shared])
    t.strictSame(await idsOf(acting, '?visibility=author'), [aside])
    t.strictSame(await idsOf(acting, '?limit=1'), [said])
    for (const [who, id] of [
      [acting, own],
      [noor, aside],
    ] as const) {
      t.equal((await who.get(`/v1/notes/${id}`)).status, 404)
      t.equal((await who.patch(`/v1/notes/${id}`, { text: 'Mine now' })).status, 404)
      t.equal((await who.delete(`/v1/notes/${id}`)).status, 404)
    }
    for (const [who, id] of [
      [acting, shared],
      [noor, said],
    ] as const) {
      t.equal((await who.get(`/v1/notes/${id}`)).status, 200)
      const change = await who.patch(`/v1/notes/${id}`, { text: 'Mine now' })
      t.strictSame([change.status, change.body.code], [422, 'not_the_author'])
    }
    t.strictSame((await acting.delete(`/v1/notes/${shared}`)).body.code, 'not_the_author')
    t.equal((await noor.delete(`/v1/notes/${said}`)).status, 204, 'it is in their journal')
    t.equal((await acting.patch(`/v1/notes/${aside}`, { text: 'Another word' })).status, 200)
    t.equal((await acting.delete(`/v1/notes/${aside}`)).status, 204)
    t.match((await acting.get(`/v1/notes/${shared}`)).body, { authorId: noor.accountId })
  })

  await t.test(
    'a key for retries is the coach’s own, and worth nothing once the consent is gone',
    async (t) => {
      const once = { 'idempotency-key': 'one' }
      const note = { text: 'For my own eyes', visibility: 'author' }
      const { body } = await acting.post('/v1/notes', note, once)
      const own = await noor.post('/v1/notes', note, once)
      t.equal(own.headers['idempotent-replayed'], undefined)
      t.not(own.body.id, body.id)
      t.equal((await acting.post('/v1/notes', note, once)).body.id, body.id)
      const { data } = (await noor.get('/v1/engagements?status=active')).body
      const { id } = data.find(
        ({ coach }: { coach: { accountId: string } }) => coach.accountId === robin.accountId,
      )
      await noor.patch(`/v1/engagements/${id}`, { scopes: ['journal:read'] })
      t.equal((await acting.post('/v1/notes', note, once)).status, 404)
    },
  )

  await t.test('what is closed since, no answer that was kept for a retry shows', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    await sam.post('/v1/plans', { if: 'they ask about rigs', then: 'take a breath' })
    const id = await engage(sam, coach, ['reflections:read', 'assignments:write'])
    const once = { 'idempotency-key': 'one' }
    const set = () =>
      inAccountOf(coach, sam).post('/v1/coaching-sessions', { startsAt: '2026-06-12T15:00:00Z' }, once)
    const first = await set()
    t.match(first.body.agenda, [{ text: 'take a breath' }])
    t.strictSame((await set()).body, first.body)
    await sam.patch(`/v1/engagements/${id}`, { scopes: ['assignments:write'] })
    t.match(await set(), { status: 422, body: { code: 'idempotency_key_reused' } })
    t.equal((await sam.get('/v1/coaching-sessions')).body.data.length, 1)
  })

  await t.test('whether a record is there: who may not read it cannot write on it', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    const { id: applicationId } = (await sam.post('/v1/applications', { company: 'Halden' })).body
    await engage(sam, coach, ['notes:write', 'assignments:write'])
    const noneSuch = applicationId.replace(/.$/, (last: string) => (last === 'f' ? '0' : 'f'))
    for (const noun of ['notes', 'assignments']) {
      const on = async (id: string) => {
        const named = { text: 'Bring it.', subject: { applicationId: id } }
        const { status, body } = await inAccountOf(coach, sam).post(`/v1/${noun}`, named)
        return [status, body.code, body.detail]
      }
      t.strictSame(
        await on(applicationId),
        [404, 'not_found', 'There is no record with this id in this account.'],
        noun,
      )
      t.strictSame(await on(applicationId), await on(noneSuch), noun)
    }
  })

  await t.test('a note for the eyes of a coach: no event tells of it either', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    await engage(sam, coach, ['journal:read', 'notes:write'])
    const theirs = inAccountOf(coach, sam)
    const { id } = (await theirs.post('/v1/notes', { text: 'Ask again.' })).body
    await theirs.patch(`/v1/notes/${id}`, { text: 'Ask again soon.' })
    const told = async () =>
      (await eventsOf(service, sam.accountId)).filter(([type]) => String(type).startsWith('note.'))
    t.strictSame(await told(), [])
    const key = { noteId: id, applicationId: null, interviewId: null }
    await theirs.patch(`/v1/notes/${id}`, { visibility: 'shared' })
    await theirs.patch(`/v1/notes/${id}`, { visibility: 'author' })
    await theirs.delete(`/v1/notes/${id}`)
    t.strictSame(await told(), [
      ['note.updated', { ...key, visibility: 'shared', previousVisibility: 'author' }],
      ['note.updated', { ...key, visibility: 'author', previousVisibility: 'shared' }],
    ])
  })

  await t.test('notes: who may write them alone reads back their own, and no other', async (t) => {
    const [sam, coach, other] = [
      await service.newAccount('Sam'),
      await service.newAccount('Coach'),
      await service.newAccount('Lee'),
    ]
    const id = await engage(sam, coach, ['notes:write'])
    await engage(sam, other, ['notes:write'])
    const [theirs, others] = [inAccountOf(coach, sam), inAccountOf(other, sam)]
    const write = async (who: typeof sam | typeof theirs, text: string, visibility: string) =>
      (await who.post('/v1/notes', { text, visibility })).body.id as string
    const foreign = [
      await write(sam, 'For both', 'shared'),
      await write(sam, 'My own', 'author'),
      await write(others, 'Of another coach', 'shared'),
    ]
    const [aside, said] = [await write(theirs, 'Aside', 'author'), await write(theirs, 'Said', 'shared')]
    const listed = async (search = '') =>
      (await theirs.get(`/v1/notes${search}`)).body.data.map((note: { id: string }) => note.id)
    t.strictSame(await listed(), [said, aside])
    t.strictSame(await listed('?visibility=shared'), [said])
    t.match((await theirs.get(`/v1/notes/${aside}`)).body, { text: 'Aside', authorId: coach.accountId })
    for (const note of foreign) {
      t.equal((await theirs.get(`/v1/notes/${note}`)).status, 404)
      t.equal((await theirs.patch(`/v1/notes/${note}`, { text: 'Mine' })).status, 404)
      t.equal((await theirs.delete(`/v1/notes/${note}`)).status, 404)
    }
    t.equal((await theirs.patch(`/v1/notes/${aside}`, { text: 'Aside, again' })).body.text, 'Aside, again')
    t.match((await sam.get(`/v1/access-log?coachId=${coach.accountId}`)).body.data.at(-4), {
      operation: 'listNotes',
    })
    await sam.patch(`/v1/engagements/${id}`, { scopes: ['journal:read'] })
    t.strictSame(
      await listed(),
      [said, aside, foreign[2], foreign[0]],
      'whoever reads the journal sees what is shared',
    )
    await sam.patch(`/v1/engagements/${id}`, { scopes: ['insights:read'] })
    t.equal((await theirs.get('/v1/notes')).status, 404)
    t.equal((await theirs.get(`/v1/notes/${aside}`)).status, 404)
    await sam.patch(`/v1/engagements/${id}`, { scopes: ['notes:write'] })
    t.equal((await theirs.delete(`/v1/notes/${aside}`)).status, 204)
    t.equal((await theirs.delete(`/v1/notes/${said}`)).status, 204)
    t.strictSame(await listed(), [])
  })

  await t.test('a cursor of one client leads into no other', async (t) => {
    const sam = await service.newAccount('Sam')
    await engage(sam, robin, ['journal:read'])
    for (const who of [noor, sam])
      for (const company of ['First', 'Second'])
        await who.post('/v1/applications', { company: `${company} of ${who.accountId}` })
    const { body } = await acting.get('/v1/applications?limit=1')
    const other = await robin.get(`/v1/applications?limit=1&cursor=${body.nextCursor}`, actingFor(sam))
    t.strictSame([other.status, other.body.code], [400, 'invalid_cursor'])
    t.equal((await acting.get(`/v1/applications?limit=1&cursor=${body.nextCursor}`)).status, 200)
  })
})
