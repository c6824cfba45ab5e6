import type { Context } from '../../context.ts'
import type { ReflectionCode, Statement } from '../../language/figures.ts'
import { sayAll } from '../../language/say.ts'
import type { Period } from '../../platform/time-zones.ts'
import { getApplication } from '../applications/service.ts'
import { getInterview, listInterviewsWithin } from '../interviews/service.ts'
import { listMissedIn, type Subject } from '../questions/service.ts'
import { countNosBefore, findSentWithin } from './store.ts'

export type Suggestion = { code: string; text: string; questionId: string | null }
type Achieved = Statement<ReflectionCode>

const obtained = (interviews: number): Achieved[] =>
  interviews > 0 ? [{ code: 'went_well_interview_obtained', basis: { interviews } }] : []

const reached = (round: number): Achieved[] =>
  round > 1 ? [{ code: 'went_well_round_reached', basis: { round } }] : []

/** An application sent after a no is a way back; one whose day is not known tells nothing. */
const cameBack = async ({ db, accountId }: Context, sentOn: string | null): Promise<Achieved[]> => {
  const earlierNos = sentOn === null ? 0 : await countNosBefore(db, accountId, sentOn)
  return earlierNos > 0 ? [{ code: 'went_well_came_back', basis: { earlierNos } }] : []
}

const achievedInInterview = async (ctx: Context, id: string) => {
  const { round, applicationId } = await getInterview(ctx, id)
  const { appliedOn } = await getApplication(ctx, applicationId)
  return [...obtained(1), ...reached(round), ...(await cameBack(ctx, appliedOn))]
}

const achievedWithApplication = async (ctx: Context, id: string) => {
  const { interviewCount, stage, appliedOn } = await getApplication(ctx, id)
  const sent: Achieved[] =
    interviewCount > 0 || stage === 'saved' ? [] : [{ code: 'went_well_sent', basis: { sent: true } }]
  return [...obtained(interviewCount), ...sent, ...(await cameBack(ctx, appliedOn))]
}

const achievedWithin = async (ctx: Context, period: Period) => {
  const interviews = await listInterviewsWithin(ctx, period)
  const { applications, lastSentOn } = await findSentWithin(ctx.db, ctx.accountId, period)
  const sent: Achieved[] =
    applications > 0 ? [{ code: 'went_well_applications_sent', basis: { applications } }] : []
  return [
    ...obtained(interviews.length),
    ...reached(Math.max(0, ...interviews.map(({ round }) => round))),
    ...sent,
    ...(await cameBack(ctx, lastSentOn)),
  ]
}

const achieved = (ctx: Context, subject: Subject) => {
  if ('period' in subject) return achievedWithin(ctx, subject.period)
  return 'interviewId' in subject
    ? achievedInInterview(ctx, subject.interviewId)
    : achievedWithApplication(ctx, subject.applicationId)
}

/** What the records say was achieved: an answer to what went well. */
export const suggestAchievements = async (ctx: Context, subject: Subject): Promise<Suggestion[]> =>
  sayAll(ctx.language, await achieved(ctx, subject)).map(({ code, text }) => ({
    code,
    text,
    questionId: null,
  }))

/** The questions that were not answered well: where to look for what did not go well. */
export const suggestQuestions = async (ctx: Context, subject: Subject): Promise<Suggestion[]> =>
  (await listMissedIn(ctx, subject)).map(({ id, prompt, answered }) => ({
    code: `question_${answered}`,
    text: prompt,
    questionId: id,
  }))
