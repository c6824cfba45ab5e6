import type { Context } from '../../context.ts'
import { countOpenPlans } from '../plans/service.ts'
import type { ReadingFacts } from './rules/reading.ts'
import {
  countEndedWithoutOffer,
  findNextInterview,
  interviewsOf,
  type OutcomeRow,
  reflectionsOf,
} from './store.ts'

type Application = { appliedOn: string | null; respondedOn: string | null }

const wasSent = ({ kind }: OutcomeRow, { appliedOn, respondedOn }: Application, interviews: number) =>
  Boolean(appliedOn || respondedOn) || interviews > 0 || kind !== 'role_closed'

/** Gathers what the reading of an outcome rests on. */
export const readingFacts = async (
  ctx: Context,
  outcome: OutcomeRow,
  application: Application,
): Promise<ReadingFacts> => {
  const { db, accountId, settings } = ctx
  const interviews = await interviewsOf(db, accountId, outcome.applicationId)
  const held = interviews.filter(({ status }) => status === 'completed')
  const reflections = await reflectionsOf(db, accountId, outcome.applicationId)
  return {
    kind: outcome.kind,
    attribution: outcome.attribution,
    reasons: outcome.reasons,
    anythingToLearn: outcome.anythingToLearn,
    sent: wasSent(outcome, application, interviews.length),
    interviewsObtained: interviews.length,
    interviewsHeld: held.length,
    roundReached: Math.max(0, ...held.map(({ round }) => round)),
    processesWithoutOffer: await countEndedWithoutOffer(db, accountId),
    baseRate: settings.baseRate,
    applicationRate: settings.applicationRate,
    openReflectionId: reflections.find(({ status }) => status === 'open')?.id ?? null,
    reflected: reflections.some(({ status }) => status === 'completed'),
    openPlans: await countOpenPlans(ctx),
    nextInterview: await findNextInterview(db, accountId, ctx.now),
  }
}
