import type { Context } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { type Page, pageOf, toPage } from '../../platform/lists.ts'
import { dayReader, latestStart } from '../../platform/time-zones.ts'
import { getApplication } from '../applications/service.ts'
import { listEntries } from './store.ts'

/**
 * @NOTE What has a day alone stands where days begin at the latest, this year and the one before: so it comes before
 * nothing that happened on the day before, though the clocks changed.
 */
const entriesOf = async (ctx: Context, page: Page, applicationId?: string) => {
  const { timeZone } = await getOwnAccount(ctx)
  const daysBegin = latestStart(timeZone, Number(ctx.now.slice(0, 4)))
  const rows = await listEntries(ctx.db, { accountId: ctx.accountId, applicationId, daysBegin }, page)
  const dayOf = dayReader(timeZone)
  return rows.map((row) => ({ ...row, on: row.on ?? (row.at && dayOf(row.at)) }))
}

/** What happened with an application, from its beginning on: what is so, and what was recorded before it was corrected. */
export const listTimeline = async (
  ctx: Context,
  applicationId: string,
  query: { limit: number; cursor?: string | undefined },
) => {
  await getApplication(ctx, applicationId)
  const path = `applications/${applicationId}/timeline`
  const rows = await entriesOf(ctx, pageOf(path, query), applicationId)
  return toPage(path, query, rows, ({ place }) => place)
}

/** What happened with all applications, from the beginning on: one entry more than the page holds. */
export const listWholeTimeline = (ctx: Context, page: Page) => entriesOf(ctx, page)
