import type { Context } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { sayAll } from '../../language/say.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { latestStart } from '../../platform/time-zones.ts'
import { presentOf } from '../interviews/service.ts'
import { countOpenPlans } from '../plans/service.ts'
import { factsOf, type ReadingRecords } from './rules/facts.ts'
import { readingOf } from './rules/reading.ts'
import { countProcesses, findNextInterview, interviewsOf, reflectionsOf } from './store.ts'

/** The reflections about an application that may be shown to who asks. */
const reflectionsSeen = async (ctx: Context, applicationId: string) => {
  const found = await reflectionsOf(ctx.db, ctx.accountId, applicationId)
  if (!asksAsCoach(ctx)) return found
  return holdsScope(ctx.actor, 'reflections:read') ? found.filter((it) => !it.private) : []
}

const nextInterview = async (ctx: Context, present: Awaited<ReturnType<typeof presentOf>>) => {
  const { timeZone } = await getOwnAccount(ctx)
  const daysBegin = latestStart(timeZone, Number(present.now.slice(0, 4)))
  return findNextInterview(ctx.db, ctx.accountId, { ...present, daysBegin })
}

type Outcome = ReadingRecords['outcome'] & { applicationId: string }

/** What an outcome says and does not say, as the records stand now, in the language of the answer. */
export const getReading = async (
  ctx: Context,
  outcome: Outcome,
  { stage }: Pick<ReadingRecords, 'stage'>,
) => {
  const { db, accountId, settings } = ctx
  const { applicationId } = outcome
  const records = {
    outcome,
    stage,
    interviews: await interviewsOf(db, accountId, applicationId),
    reflections: await reflectionsSeen(ctx, applicationId),
    processes: await countProcesses(db, accountId),
  }
  const present = await presentOf(ctx)
  const facts = {
    ...factsOf(records, present),
    baseRate: settings.baseRate,
    applicationRate: settings.applicationRate,
    openPlans: await countOpenPlans(ctx),
    nextInterview: await nextInterview(ctx, present),
  }
  return sayAll(ctx.language, readingOf(facts))
}
