import type { Context } from '../../context.ts'
import { readRecords } from '../../insights/records/service.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { dayReader } from '../../platform/time-zones.ts'
import { recordOf, type SearchRecord } from './rules.ts'
import { findExtras, findFinished } from './store.ts'

/** Whether the caller may see what comes of reflections. */
const seesReflections = ({ actor }: Context): boolean =>
  actor.kind !== 'account' || actor.scopes.includes('reflections:read')

/** All that guidance reads of the account; reflections and plans only as far as the key may read them. */
export const readSearch = async (ctx: Context): Promise<SearchRecord> => {
  const { records, timeZone } = await readRecords(ctx, ['plans', 'planReviews', 'studyReviews'])
  const dayOf = dayReader(timeZone)
  const extras = await findExtras(ctx.db, ctx.accountId)
  const finished = await findFinished(ctx.db, ctx.accountId, !asksAsCoach(ctx))
  return recordOf({ records, extras, finished }, ctx.now, dayOf, seesReflections(ctx))
}
