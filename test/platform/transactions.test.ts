import { sql } from 'drizzle-orm'
import { test } from 'tap'
import { type Context, transaction } from '../../src/context.ts'
import { recordEvent } from '../../src/platform/events/record.ts'
import { contextIn } from '../support/context.ts'
import { openService } from '../support/service.ts'

const rename = (ctx: Context, name: string) =>
  ctx.db.execute(sql`UPDATE accounts SET display_name = ${name} WHERE id = ${ctx.accountId}`)

const nameOf = async (ctx: Context) => {
  const found = await ctx.db.execute(sql`SELECT display_name FROM accounts WHERE id = ${ctx.accountId}`)
  return found.rows[0]?.display_name
}

const eventsOf = async (ctx: Context) => {
  const found = await ctx.db.execute(
    sql`SELECT sequence::int, type FROM events WHERE account_id = ${ctx.accountId} ORDER BY sequence`,
  )
  return found.rows
}

test('a transaction', async (t) => {
  const service = await openService(t, { POOL_SIZE: '2' })
  const ctx = await contextIn(service)

  await t.test('keeps what was done in it, with the events in their order', async (t) => {
    const answer = await transaction(ctx, async (tx) => {
      recordEvent(tx, 'plan.created', { planId: '1' })
      await rename(tx, 'Kept')
      recordEvent(tx, 'plan.reviewed', { planId: '1' })
      t.equal(await nameOf(ctx), 'Noor', 'nobody else sees it before the end')
      return 42
    })
    t.equal(answer, 42)
    t.equal(await nameOf(ctx), 'Kept')
    t.strictSame(await eventsOf(ctx), [
      { sequence: 1, type: 'plan.created' },
      { sequence: 2, type: 'plan.reviewed' },
    ])
  })

  await t.test('leaves nothing behind when the work throws, no event either', async (t) => {
    const before = await eventsOf(ctx)
    const work = transaction(ctx, async (tx) => {
      recordEvent(tx, 'plan.created', { planId: '2' })
      await rename(tx, 'Thrown away')
      throw new RangeError('the work went wrong')
    })
    await t.rejects(work, new RangeError('the work went wrong'))
    t.equal(await nameOf(ctx), 'Kept')
    t.strictSame(await eventsOf(ctx), before)
  })

  await t.test('leaves nothing behind when its events cannot be stored', async (t) => {
    const ctx = await contextIn(service)
    await ctx.db.execute(
      sql`INSERT INTO events VALUES (${ctx.accountId}, 1, gen_random_uuid(), 'plan.created', '{}', now())`,
    )
    const work = transaction(ctx, async (tx) => {
      await rename(tx, 'Without its event')
      recordEvent(tx, 'plan.created', { planId: '3' })
    })
    await t.rejects(work, { cause: { constraint: 'events_pkey' } })
    t.equal(await nameOf(ctx), 'Noor')
  })

  await t.test('within another one is part of it', async (t) => {
    const before = await eventsOf(ctx)
    const work = transaction(ctx, async (outer) => {
      const inner = await transaction(outer, async (tx) => {
        await rename(tx, 'Inner')
        recordEvent(tx, 'plan.created', { planId: '4' })
        return tx
      })
      t.equal(inner, outer)
      t.equal(await nameOf(ctx), 'Kept', 'the end of the inner one commits nothing')
      throw new RangeError('the outer work went wrong')
    })
    await t.rejects(work, RangeError)
    t.equal(await nameOf(ctx), 'Kept')
    t.strictSame(await eventsOf(ctx), before)
  })

  await t.test('that failed unnoticed is an error, no acknowledgement', async (t) => {
    const work = transaction(ctx, async (tx) => {
      await rename(tx, 'Lost')
      await tx.db.execute(sql`SELECT 1 / 0`).catch(() => undefined)
      return 'done'
    })
    await t.rejects(work, /ROLLBACK instead of COMMIT/)
    t.equal(await nameOf(ctx), 'Kept')
  })

  await t.test('holds the order of commits in the numbers of its events', async (t) => {
    const ctx = await contextIn(service)
    const note = (planId: string) =>
      transaction(ctx, async (tx) => recordEvent(tx, 'plan.created', { planId }))
    await Promise.all(Array.from({ length: 20 }, (_, i) => note(String(i))))
    t.strictSame(
      (await eventsOf(ctx)).map(({ sequence }) => sequence),
      Array.from({ length: 20 }, (_, i) => i + 1),
    )
  })
})
