import type { Context } from '../../context.ts'
import { type Page, pageOf, toPage } from '../../platform/lists.ts'
import { getApplication } from '../applications/service.ts'
import { listEntries } from './store.ts'

/** What happened with an application, from its beginning on: what is so, and what was recorded before it was corrected. */
export const listTimeline = async (
  ctx: Context,
  applicationId: string,
  query: { limit: number; cursor?: string | undefined },
) => {
  await getApplication(ctx, applicationId)
  const path = `applications/${applicationId}/timeline`
  const rows = await listEntries(ctx.db, ctx.accountId, pageOf(path, query), applicationId)
  return toPage(path, query, rows, ({ place }) => place)
}

/** What happened with all applications, from the beginning on: one entry more than the page holds. */
export const listWholeTimeline = (ctx: Context, page: Page) => listEntries(ctx.db, ctx.accountId, page)
