import type { Context } from '../../context.ts'
import { analyse } from '../../language/self-talk/analysis.ts'
import { dayReader } from '../../platform/time-zones.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { selfTalkOf } from './rules.ts'
import { findEntries, findWritten } from './store.ts'

/** How many entries are looked at in a row: then others have their turn. */
const AT_ONCE = 100

/** Whether a verdict on the writer may stand in a text; one on a skill alone is none. */
const isSelfJudging = (text: string): boolean => analyse(text).findings.some(({ soft }) => !soft)

/** The reflections whose wording may judge the writer. It is read anew each time, and never kept. */
const findSelfJudging = async ({ db, accountId }: Context): Promise<Set<string>> => {
  const found = new Set<string>()
  let last: string | undefined
  do {
    const entries = await findEntries(db, accountId, last, AT_ONCE)
    for (const { reflectionId, text } of entries)
      if (!found.has(reflectionId) && isSelfJudging(text)) found.add(reflectionId)
    last = entries.at(-1)?.id
  } while (last !== undefined)
  return found
}

/** How often wording judged the writer, for the writer alone. */
export const getSelfTalkInsight = async (ctx: Context, query: InsightQuery) => {
  const { records, timeZone } = await readRecords(ctx)
  const written = await findWritten(ctx.db, ctx.accountId)
  const selfJudging = await findSelfJudging(ctx)
  const dayOf = dayReader(timeZone)
  const reflections = written.map(({ id, createdAt, status, applicationId }) => ({
    on: dayOf(createdAt),
    applicationId,
    isOpen: status === 'open',
    isSelfJudging: selfJudging.has(id),
  }))
  const { applications } = records
  return answerInsight(
    ctx,
    query,
    'self-talk',
    { records: { applications, reflections }, timeZone },
    selfTalkOf,
  )
}
