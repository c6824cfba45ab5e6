import { test } from 'tap'
import { REASON_CODES, REASON_GROUPS } from '../../../src/journal/reasons/rules.ts'
import type { Client } from '../../support/client.ts'
import { eventsOf } from '../../support/events.ts'
import { openService } from '../../support/service.ts'

const path = '/v1/reasons'
const add = async (client: Client, title: string, members: object = {}) =>
  (await client.post(path, { group: 'not_about_you', title, ...members })).body
type Listed = { code: string; group: string; own: boolean }

test('reasons of one’s own', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const listed = async (client: Client) => (await client.get(path)).body.data as Listed[]

  await t.test('one is added with a code made from its title', async (t) => {
    const members = { group: 'fit', title: 'Shifts at night', description: 'They only\nhire for nights.' }
    const { status, headers, body } = await noor.post(path, members)
    t.equal(status, 201)
    t.equal(headers.location, `${path}/${body.id}`)
    t.hasStrict(body, { ...members, code: 'own_shifts_at_night', own: true, version: 1 })
    t.strictSame((await noor.get(`${path}/${body.id}`)).body, body)
    t.hasStrict(await add(noor, 'Shifts at night'), { code: 'own_shifts_at_night_2', description: null })
    t.equal((await add(noor, 'Shifts: at night?')).code, 'own_shifts_at_night_3')
  })

  await t.test('it needs a group that there is, and a title', async (t) => {
    const members = { group: 'fit', title: 'Shifts' }
    for (const [wrong, pointer] of [
      [{ group: undefined }, '/group'],
      [{ group: 'bad_luck' }, '/group'],
      [{ title: ' ' }, '/title'],
      [{ title: 'two\nlines' }, '/title'],
      [{ title: 'a'.repeat(101) }, '/title'],
      [{ description: 'a'.repeat(1_001) }, '/description'],
      [{ code: 'own_mine' }, '/code'],
    ] as const) {
      const { status, body } = await noor.post(path, { ...members, ...wrong })
      t.strictSame([status, body.errors[0].pointer], [400, pointer])
    }
  })

  await t.test('they are listed after the catalogue, group by group', async (t) => {
    const sam = await service.newAccount('Sam')
    for (const group of [...REASON_GROUPS].reverse()) await add(sam, `About ${group}`, { group })
    const second = await add(sam, 'Another', { group: 'fit' })
    const reasons = await listed(sam)
    t.strictSame(
      reasons.filter(({ own }) => !own).map(({ code }) => code),
      REASON_CODES,
    )
    const own = reasons.slice(REASON_CODES.length)
    const codes = REASON_GROUPS.flatMap((group) => [
      `own_about_${group}`,
      ...(group === 'fit' ? ['own_another'] : []),
    ])
    t.strictSame(
      own.map(({ code }) => code),
      codes,
    )
    t.strictSame(
      own.find(({ code }) => code === second.code),
      second,
      'the list holds them whole',
    )
    t.notOk(reasons.slice(0, REASON_CODES.length).some((reason) => 'id' in reason || 'version' in reason))
  })

  await t.test('the words may change, the code and the group stay', async (t) => {
    const { id, ...before } = await add(noor, 'Site sold', { description: 'To a fund.' })
    const changed = await noor.patch(`${path}/${id}`, { title: 'Site closed' })
    t.hasStrict(changed.body, { ...before, title: 'Site closed', version: 2 })
    t.equal((await noor.patch(`${path}/${id}`, { description: null })).body.description, null)
    for (const [member, value] of [
      ['group', 'fit'],
      ['code', 'own_site_closed'],
      ['own', false],
    ] as const) {
      const { status, body } = await noor.patch(`${path}/${id}`, { [member]: value })
      t.strictSame([status, body.errors[0].pointer], [400, `/${member}`])
    }
    t.equal((await noor.patch(`${path}/${id}`, { title: null })).status, 400)
    t.equal((await add(noor, 'Site sold')).code, 'own_site_sold_2', 'its code is still taken')
  })

  await t.test('one that was removed is gone, and leaves its code', async (t) => {
    const { id, code } = await add(noor, 'By mistake')
    const stale = { 'if-match': '"9-a"' }
    t.equal((await noor.delete(`${path}/${id}`, stale)).status, 412)
    t.equal((await noor.delete(`${path}/${id}`)).status, 204)
    for (const gone of [await noor.get(`${path}/${id}`), await noor.delete(`${path}/${id}`)])
      t.strictSame([gone.status, gone.body.code], [404, 'not_found'])
    t.notOk((await listed(noor)).some((reason) => reason.code === code))
    t.equal((await add(noor, 'By mistake')).code, code)
  })

  await t.test('those of the catalogue cannot be changed', async (t) => {
    for (const refused of [
      await noor.get(`${path}/budget_cut`),
      await noor.patch(`${path}/budget_cut`, { title: 'Money' }),
      await noor.delete(`${path}/budget_cut`),
    ])
      t.strictSame([refused.status, refused.body.errors[0].pointer], [400, '/params/id'])
  })

  await t.test('nobody else sees them, or shares their codes', async (t) => {
    const ines = await service.newAccount('Ines')
    const { id } = await add(noor, 'Only mine')
    t.notOk((await listed(ines)).some(({ own }) => own))
    for (const refused of [
      await ines.get(`${path}/${id}`),
      await ines.patch(`${path}/${id}`, { title: 'Mine' }),
      await ines.delete(`${path}/${id}`),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.equal((await add(ines, 'Only mine')).code, 'own_only_mine')
  })

  await t.test('added at once, no two get the same code', async (t) => {
    const ines = await service.newAccount('Ines')
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => add(ines, 'Moved')))
    const codes = made.map(({ code }) => code).sort()
    t.strictSame(codes, ['own_moved', 'own_moved_2', 'own_moved_3', 'own_moved_4', 'own_moved_5'])
  })

  await t.test('there is room for 200, and of two at once the last one gets in alone', async (t) => {
    const ines = await service.newAccount('Ines')
    const { id } = await add(ines, 'Moved')
    await service.db.$client.query(
      `INSERT INTO own_reasons SELECT account_id, gen_random_uuid(), 1, created_at, updated_at, code || n, "group", title
       FROM own_reasons, generate_series(1, 198) AS n WHERE account_id = $1`,
      [ines.accountId],
    )
    const both = await Promise.all([1, 2].map(() => ines.post(path, { group: 'fit', title: 'Last' })))
    t.strictSame(both.map(({ status }) => status).sort(), [201, 422])
    t.equal(both.find(({ status }) => status === 422)?.body.code, 'reason_limit_reached')
    t.equal((await listed(ines)).filter(({ own }) => own).length, 200)
    await ines.delete(`${path}/${id}`)
    t.equal((await ines.post(path, { group: 'fit', title: 'Room again' })).status, 201)
  })

  await t.test('what is written is told as events, without a word of it', async (t) => {
    const ines = await service.newAccount('Ines')
    const { id: reasonId } = await add(ines, 'Quokka', { description: 'Quokka' })
    await ines.patch(`${path}/${reasonId}`, { title: 'Quokka two' })
    await ines.delete(`${path}/${reasonId}`)
    const data = { reasonId, group: 'not_about_you' }
    t.strictSame(await eventsOf(service, ines.accountId), [
      ['reason.created', data],
      ['reason.updated', data],
      ['reason.deleted', data],
    ])
  })
})
