import { test } from 'tap'
import type { Body } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { actingFor } from './pairs.ts'

test('Noor lets Robin look at it with her, as far as she likes and as long as she likes', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const robin = await service.newAccount('Robin')
  const acting = actingFor(noor)
  const { id: application } = (
    await noor.post('/v1/applications', { company: 'Lindgren Optics', appliedOn: '2026-04-01' })
  ).body
  const { id: interview } = (
    await noor.post(`/v1/applications/${application}/interviews`, { kind: 'final', heldOn: '2026-05-20' })
  ).body
  await noor.put(`/v1/applications/${application}/outcome`, { kind: 'rejected', learnedOn: '2026-05-28' })

  // Robin invites; Noor accepts, and says what Robin may do.
  const invited = await robin.post('/v1/engagements', {
    role: 'coach',
    message: 'Shall we look at it together?',
  })
  t.equal(invited.status, 201)
  const scopes = ['journal:read', 'notes:write', 'assignments:write']
  const accepted = await noor.post('/v1/engagements/acceptances', {
    token: invited.body.invitationToken,
    scopes,
  })
  t.match(accepted.body, { status: 'active', scopes })

  // Robin sees who may need a word, and reads.
  const { body: dashboard } = await robin.get('/v1/clients')
  t.match(dashboard.data, [
    {
      accountId: noor.accountId,
      attention: [{ code: 'near_miss', subject: { applicationId: application } }],
    },
  ])
  t.equal((await robin.get(`/v1/applications/${application}`, acting)).status, 200)
  t.equal((await robin.get(`/v1/applications/${application}/outcome`, acting)).status, 200)

  // What Noor did not consent to is as if there were no such account.
  for (const url of [
    '/v1/reflections',
    '/v1/study-items',
    '/v1/insights/summary',
    '/v1/exports/journal.json',
  ])
    t.equal((await robin.get(url, acting)).status, 404, url)
  t.equal((await robin.post('/v1/applications', { company: 'Elsewhere' }, acting)).status, 404)

  // Robin asks for a look back on the last round; it is among what is worth doing now.
  const subject = { interviewId: interview }
  const asked = { subject, text: 'Look back on the last round, please.', dueOn: '2026-06-05' }
  const { body: assignment } = await robin.post('/v1/assignments', asked, acting)
  t.match(assignment, { ...asked, status: 'open', madeBy: 'coach' })
  const titles = async () => (await noor.get('/v1/next-actions')).body.data.map(({ title }: Body) => title)
  t.ok((await titles()).includes(asked.text))

  // Robin comments; Noor reads it, looks back on the interview, and says so.
  const note = { subject, text: 'What went well in that last round?', visibility: 'shared' }
  t.equal((await robin.post('/v1/notes', note, acting)).status, 201)
  t.match((await noor.get(`/v1/notes?interviewId=${interview}`)).body.data, [
    { text: note.text, authorId: robin.accountId },
  ])
  const { body: reflection } = await noor.post('/v1/reflections', { subject })
  await noor.post(`/v1/reflections/${reflection.id}/answers`, {
    step: 'went_well',
    text: 'I asked good questions.',
  })
  await noor.post(`/v1/assignments/${assignment.id}/completion`)
  t.notOk((await titles()).includes(asked.text))
  t.match((await robin.get('/v1/assignments?status=done', acting)).body.data, [{ completedBy: 'client' }])
  t.equal((await robin.get(`/v1/reflections/${reflection.id}`, acting)).status, 404)
  await noor.patch(`/v1/engagements/${accepted.body.id}`, { scopes: [...scopes, 'reflections:read'] })
  t.match((await robin.get(`/v1/reflections/${reflection.id}`, acting)).body, {
    wentWell: [{ text: 'I asked good questions.' }],
  })
  const comment = { subject, text: 'You were there, and you asked. Keep that.', visibility: 'shared' }
  t.equal((await robin.post('/v1/notes', comment, acting)).status, 201)

  // Noor reads who looked at what.
  const log = (await noor.get('/v1/access-log')).body.data
  t.strictSame(
    log.map(({ operation }: Body) => operation),
    [
      'createNote',
      'getReflection',
      'listAssignments',
      'createNote',
      'createAssignment',
      'getOutcome',
      'getApplication',
      'listClients',
    ],
  )
  t.ok(log.every(({ coach }: Body) => coach.displayName === 'Robin'))

  // She ends it, and Robin is out with the next request; what was said and seen stays with her.
  t.equal((await noor.post(`/v1/engagements/${accepted.body.id}/end`)).status, 200)
  t.equal((await robin.get(`/v1/applications/${application}`, acting)).status, 404)
  t.strictSame((await robin.get('/v1/clients')).body, { data: [] })
  t.equal((await noor.get('/v1/access-log')).body.data.length, 8)
  t.equal((await noor.get('/v1/notes')).body.data.length, 2)
  t.equal((await noor.get('/v1/assignments')).body.data.length, 1)
})
