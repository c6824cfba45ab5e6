import type { Context } from '../../context.ts'
import { listPauses } from '../../journal/pauses/service.ts'
import { countDueItems } from '../../journal/study-items/service.ts'
import { actionTitle, say } from '../../language/say.ts'
import { readSearch } from '../search-records/service.ts'
import { nextActionsOf } from './rules.ts'

/** What is worth doing now; nothing within a declared pause, which is named. */
export const getNextActions = async (ctx: Context) => {
  const record = await readSearch(ctx)
  const dueStudy = await countDueItems(ctx, record.today)
  const [pause] = (await listPauses(ctx, { limit: 1, on: record.today })).data
  const actions = pause ? [] : nextActionsOf(record, dueStudy)
  const data = actions.map(({ ownWords, ...action }) => ({
    ...action,
    title: ownWords ?? actionTitle(ctx.language, action.code),
    why: say(ctx.language, action.code, action.basis as never),
  }))
  return { data, pause: pause ?? null }
}
