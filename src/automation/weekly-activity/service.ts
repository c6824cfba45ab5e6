import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { getOwnAccount, todayOf } from '../../identity/accounts/service.ts'
import { writeCsv } from '../../platform/csv-writing.ts'
import { dayIn } from '../../platform/time-zones.ts'
import { weekOf } from '../../platform/weeks.ts'
import { HEADINGS, lineOf } from './rules/sheet.ts'
import { weeksIn } from './rules.ts'
import type { WeeklyQuery } from './schemas.ts'
import { findRecords } from './store.ts'

type Query = z.output<typeof WeeklyQuery>

/** What was done and answered in each week, in the time zone of the account. */
export const getWeeklyActivity = async (ctx: Context, query: Query) => {
  const { timeZone } = await getOwnAccount(ctx)
  const { interviews, ...records } = await findRecords(ctx.db, ctx.accountId)
  const onDays = interviews.map(({ startsAt, heldOn, ...interview }) => ({
    ...interview,
    day: startsAt ? dayIn(timeZone, startsAt) : heldOn,
  }))
  const period = { from: query.from ?? null, to: query.to ?? null }
  return {
    period,
    timeZone,
    ...weeksIn({ ...records, interviews: onDays }, period, dayIn(timeZone, ctx.now), weekOf),
  }
}

async function* linesOf(ctx: Context, query: Query) {
  const { weeks, undated } = await getWeeklyActivity(ctx, query)
  yield [
    ...weeks.flatMap(({ week, entries }) => entries.map(lineOf(week))),
    ...undated.entries.map(lineOf('undated')),
  ]
}

/** The same as a table: a line for each thing done or answered, what has no day at the end. */
export const exportWeeklyActivity = async (ctx: Context, query: Query) => ({
  name: `afterview-weekly-activity-${await todayOf(ctx)}.csv`,
  type: 'text/csv',
  pieces: writeCsv(HEADINGS, linesOf(ctx, query)),
})
