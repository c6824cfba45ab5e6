import type { Context } from '../../context.ts'
import type { ReflectionCode, Statement } from '../../language/figures.ts'
import { sayAll } from '../../language/say.ts'
import type { Period } from '../../platform/time-zones.ts'
import { getApplication } from '../applications/service.ts'
import { getInterview, listInterviewsWithin } from '../interviews/service.ts'
import { listMissedIn, type Subject } from '../questions/service.ts'
import { offersOf, roundWon } from './rules.ts'
import {
  countAnsweredWell,
  countNosBefore,
  countOffersWithin,
  findInterviewsOf,
  findSentWithin,
} from './store.ts'

export type Suggestion = { code: string; text: string; questionId: string | null }
type Achieved = Statement<ReflectionCode>

const obtained = (interviews: number): Achieved[] =>
  interviews > 0 ? [{ code: 'went_well_interview_obtained', basis: { interviews } }] : []

const offered = (offers: number): Achieved[] =>
  offers > 0 ? [{ code: 'went_well_offer', basis: { offers } }] : []

/** A round that was won says more than having reached it; 0 for either where there is none. */
const rounds = (reached: number, won: number): Achieved[] => {
  if (won > 0 && won >= reached) return [{ code: 'went_well_round_won', basis: { round: won } }]
  return reached > 1 ? [{ code: 'went_well_round_reached', basis: { round: reached } }] : []
}

const answered = (questions: number): Achieved[] =>
  questions > 0 ? [{ code: 'went_well_answered', basis: { questions } }] : []

/** An application sent after a no is a way back; one whose day is not known tells nothing. */
const cameBack = async ({ db, accountId }: Context, sentOn: string | null): Promise<Achieved[]> => {
  const earlierNos = sentOn === null ? 0 : await countNosBefore(db, accountId, sentOn)
  return earlierNos > 0 ? [{ code: 'went_well_came_back', basis: { earlierNos } }] : []
}

const achievedInInterview = async (ctx: Context, id: string) => {
  const interview = await getInterview(ctx, id)
  const application = await getApplication(ctx, interview.applicationId)
  return [
    ...offered(offersOf(application)),
    ...obtained(1),
    ...rounds(interview.round, roundWon([interview])),
    ...answered(await countAnsweredWell(ctx.db, ctx.accountId, [id])),
    ...(await cameBack(ctx, application.appliedOn)),
  ]
}

const achievedWithApplication = async (ctx: Context, id: string) => {
  const application = await getApplication(ctx, id)
  const { interviewCount, stage, appliedOn } = application
  const held = await findInterviewsOf(ctx.db, ctx.accountId, id)
  const sent: Achieved[] =
    interviewCount > 0 || stage === 'saved' ? [] : [{ code: 'went_well_sent', basis: { sent: true } }]
  return [
    ...offered(offersOf(application)),
    ...obtained(interviewCount),
    ...rounds(held.reached, held.won),
    ...answered(held.answeredWell),
    ...sent,
    ...(await cameBack(ctx, appliedOn)),
  ]
}

const achievedWithin = async (ctx: Context, period: Period) => {
  const interviews = await listInterviewsWithin(ctx, period)
  const { applications, lastSentOn } = await findSentWithin(ctx.db, ctx.accountId, period)
  const sent: Achieved[] =
    applications > 0 ? [{ code: 'went_well_applications_sent', basis: { applications } }] : []
  const ids = interviews.map(({ id }) => id)
  return [
    ...offered(await countOffersWithin(ctx.db, ctx.accountId, period)),
    ...obtained(interviews.length),
    ...rounds(Math.max(0, ...interviews.map(({ round }) => round)), roundWon(interviews)),
    ...answered(await countAnsweredWell(ctx.db, ctx.accountId, ids)),
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
