import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

test('a key that may only write', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const scopes = ['journal:write', 'reflections:write']
  const writer = service.client((await noor.post('/v1/api-keys', { name: 'Writer', scopes })).body.secret)

  /** What a write answers is what its owner reads, and the key reads it in no other way. */
  const seesWhatItWrote = async (path: string, write: () => Promise<{ body: Body }>) => {
    const { body } = await write()
    const { possibleDuplicates: _, ...record } = body
    t.strictSame(record, (await noor.get(path)).body, path)
    t.equal((await writer.get(path)).body.code, 'insufficient_scope', path)
  }

  await t.test('sees each record that it writes, whatever kind it is', async () => {
    const { id } = (await writer.post('/v1/applications', { company: 'Lindgren Optics' })).body
    const path = `/v1/applications/${id}`
    await seesWhatItWrote(path, () => writer.patch(path, { roleTitle: 'Process Engineer' }))
    await seesWhatItWrote(`${path}/offer`, () => writer.put(`${path}/offer`, { notes: 'By phone' }))
    await seesWhatItWrote(`${path}/outcome`, () => writer.put(`${path}/outcome`, { kind: 'offer_declined' }))
    const plan = (await writer.post('/v1/plans', { if: 'they ask why', then: 'I count to three' })).body
    await seesWhatItWrote(`/v1/plans/${plan.id}`, () =>
      writer.patch(`/v1/plans/${plan.id}`, { status: 'dropped' }),
    )
    const begun = (await writer.post('/v1/reflections', { subject: { applicationId: id } })).body
    const reflection = `/v1/reflections/${begun.id}`
    const entry = { step: 'went_well', text: 'They laughed at my joke.' }
    await seesWhatItWrote(reflection, () => writer.post(`${reflection}/answers`, entry))
    for (const step of ['did_not_go_well', 'do_differently'])
      await seesWhatItWrote(reflection, () => writer.post(`${reflection}/skips`, { step }))
    await seesWhatItWrote(reflection, () => writer.post(`${reflection}/completion`))
  })

  await t.test('lists none', async (t) => {
    for (const path of ['/v1/applications', '/v1/reflections', '/v1/plans'])
      t.equal((await writer.get(path)).body.code, 'insufficient_scope', path)
  })
})
