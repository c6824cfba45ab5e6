import type { Context } from '../../context.ts'
import { listPauses } from '../../journal/pauses/service.ts'
import { countDueItems } from '../../journal/study-items/service.ts'
import { actionTitle, say } from '../../language/say.ts'
import { readSearch } from '../search-records/service.ts'
import type { OpenAssignment } from './rules/assignments.ts'
import { MOST_ACTIONS, nextActionsOf } from './rules.ts'

/**
 * Reads the open assignments that the caller may see, the soonest due first.
 *
 * @NOTE Coaching keeps them, and rests on guidance: so whoever puts the service together hands this in.
 */
export type ReadAssignments = (ctx: Context, most: number) => Promise<readonly OpenAssignment[]>

/** What is worth doing now; nothing within a declared pause, which is named. */
export const getNextActions = async (ctx: Context, readAssignments: ReadAssignments) => {
  const record = await readSearch(ctx)
  const dueStudy = await countDueItems(ctx)
  const [pause] = (await listPauses(ctx, { limit: 1, on: record.today })).data
  const assignments = await readAssignments(ctx, MOST_ACTIONS)
  const actions = pause ? [] : nextActionsOf(record, dueStudy, assignments)
  const data = actions.map(({ ownWords, ...action }) => ({
    ...action,
    title: ownWords ?? actionTitle(ctx.language, action.code),
    why: say(ctx.language, action.code, action.basis as never),
  }))
  return { data, pause: pause ?? null }
}
