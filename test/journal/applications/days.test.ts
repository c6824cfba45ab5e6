import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from './records.ts'

const migration = join(import.meta.dirname, '../../../migrations/0033_account-days.sql')

test('days that an application tells of are days where the account is', async (t) => {
  const service = await openService(t)
  const livingIn = async (timeZone: string, now: string) => {
    service.clock.now = new Date(now)
    const noor = await service.newAccount()
    await noor.patch('/v1/me', { timeZone })
    return noor
  }
  const told = ({ lastInterviewOn, daysSinceLastInterview, quietDays }: Record<string, unknown>) => [
    lastInterviewOn,
    daysSinceLastInterview,
    quietDays,
  ]
  const completed = { status: 'completed' }

  await t.test('an interview of an evening in Los Angeles was on that day', async (t) => {
    const noor = await livingIn('America/Los_Angeles', '2026-05-11T23:00:00-07:00')
    const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
    await addInterview(noor, id, { startsAt: '2026-05-10T20:00:00-07:00', ...completed })
    t.strictSame(told((await noor.get(`/v1/applications/${id}`)).body), ['2026-05-10', 1, 1])
    t.strictSame(told((await noor.get('/v1/applications')).body.data[0]), ['2026-05-10', 1, 1])
    const changed = await noor.patch(`/v1/applications/${id}`, { notes: 'Kind people' })
    t.strictSame(told(changed.body), ['2026-05-10', 1, 1])
    await noor.patch('/v1/me', { timeZone: 'Pacific/Auckland' })
    t.strictSame(
      told((await noor.get(`/v1/applications/${id}`)).body),
      ['2026-05-11', 1, 1],
      'days move along',
    )
  })

  await t.test('one of a morning in Auckland was not the day before', async (t) => {
    const noor = await livingIn('Pacific/Auckland', '2026-05-12T01:00:00+12:00')
    const { id } = await addApplication(noor)
    await addInterview(noor, id, { startsAt: '2026-05-11T08:00:00+12:00', ...completed })
    t.strictSame(told((await noor.get(`/v1/applications/${id}`)).body), ['2026-05-11', 1, 1])
    await addInterview(noor, id, { heldOn: '2026-05-12', ...completed })
    t.strictSame(told((await noor.get(`/v1/applications/${id}`)).body), ['2026-05-12', 0, 0])
  })

  await t.test('what was done today is not a day ago while today lasts', async (t) => {
    const noor = await livingIn('America/Los_Angeles', '2026-05-11T23:59:00-07:00')
    t.equal((await addApplication(noor, { appliedOn: '2026-05-11' })).quietDays, 0)
    const saved = await addApplication(noor)
    t.equal(saved.quietDays, 0)
    service.clock.now = new Date('2026-05-12T00:00:00-07:00')
    t.equal((await noor.get(`/v1/applications/${saved.id}`)).body.quietDays, 1, 'the next day has begun')
    t.equal((await addApplication(noor, { appliedOn: '2026-05-13' })).quietDays, 0)
  })

  await t.test('a day on which the clocks change is one day', async (t) => {
    const inSpring = await livingIn('America/Los_Angeles', '2026-03-09T00:00:00-07:00')
    const short = await addApplication(inSpring)
    await addInterview(inSpring, short.id, { startsAt: '2026-03-08T00:00:00-08:00', ...completed })
    t.strictSame(told((await inSpring.get(`/v1/applications/${short.id}`)).body), ['2026-03-08', 1, 1])
    const inAutumn = await livingIn('Pacific/Auckland', '2026-04-05T23:59:00+12:00')
    const long = await addApplication(inAutumn)
    await addInterview(inAutumn, long.id, { startsAt: '2026-04-05T00:00:00+13:00', ...completed })
    t.strictSame(told((await inAutumn.get(`/v1/applications/${long.id}`)).body), ['2026-04-05', 0, 0])
  })
})

test('what was recorded before days were those of the account is told by them after the migration', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { id: full } = await addApplication(noor, { appliedOn: '2026-05-01', respondedOn: '2026-05-02' })
  await addInterview(noor, full, { startsAt: '2026-05-10T20:00:00Z', status: 'completed' })
  await addInterview(noor, full, { heldOn: '2026-05-08', heardBackOn: '2026-05-12', status: 'completed' })
  await addInterview(noor, full, { startsAt: '2026-06-12T09:00:00Z' })
  await noor.put(`/v1/applications/${full}/offer`, { receivedOn: '2026-05-14' })
  const { id: ended } = await addApplication(noor)
  await noor.put(`/v1/applications/${ended}/outcome`, { kind: 'rejected', decidedOn: '2026-05-20' })
  await addApplication(noor)
  const { $client } = service.db
  const kept = async () =>
    (
      await $client.query(
        `SELECT id, last_interview_on, last_held_at, last_activity_on FROM applications WHERE account_id = $1 ORDER BY id`,
        [noor.accountId],
      )
    ).rows
  const computed = await kept()
  const [, ...update] = (await readFile(migration, 'utf8')).split(/(?=UPDATE)/)
  await $client.query(
    `UPDATE applications SET last_interview_on = '2026-05-10', last_held_at = NULL, last_activity_on = NULL WHERE account_id = $1`,
    [noor.accountId],
  )
  await $client.query(update.join(''))
  t.strictSame(await kept(), computed)
})
