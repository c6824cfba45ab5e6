import type { Context } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { dayReader } from '../../platform/time-zones.ts'
import { recordOf, type SearchRecord } from './rules.ts'
import { findRows } from './store.ts'

/** Whether the caller may see what comes of reflections. */
const seesReflections = ({ actor }: Context): boolean =>
  actor.kind !== 'api_key' || actor.scopes.includes('reflections:read')

/** All that guidance reads of the account; reflections and plans only as far as the key may read them. */
export const readSearch = async (ctx: Context): Promise<SearchRecord> => {
  const dayOf = dayReader((await getOwnAccount(ctx)).timeZone)
  const rows = await findRows(ctx.db, ctx.accountId)
  const reflectionsSeen = seesReflections(ctx)
  const hidden = reflectionsSeen ? {} : { reflections: [], plans: [], planReviews: [] }
  return recordOf({ ...rows, ...hidden, reflectionsSeen }, dayOf(ctx.now), dayOf)
}
