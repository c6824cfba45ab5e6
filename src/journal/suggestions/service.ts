import type { Context } from '../../context.ts'
import type { ReflectionCode, Statement } from '../../language/figures.ts'
import { sayAll } from '../../language/say.ts'
import { getApplication } from '../applications/service.ts'
import { getInterview } from '../interviews/service.ts'
import { listQuestionsOf } from '../questions/service.ts'
import { countNosBefore } from './store.ts'

export type Suggestion = { code: string; text: string; questionId: string | null }
type Subject = { interviewId: string | null; applicationId: string | null }

/** What the records say was achieved: an answer to what went well. */
export const suggestAchievements = async (
  ctx: Context,
  { interviewId, applicationId }: Subject,
): Promise<Suggestion[]> => {
  const { round = 0, ...interview } = interviewId ? await getInterview(ctx, interviewId) : { applicationId }
  const application = await getApplication(ctx, interview.applicationId as string)
  const { interviewCount, stage, appliedOn } = application
  const interviews = interviewId ? 1 : interviewCount
  const earlierNos = appliedOn === null ? 0 : await countNosBefore(ctx.db, ctx.accountId, appliedOn)
  const achieved: Statement<ReflectionCode>[] = []
  if (interviews > 0) achieved.push({ code: 'went_well_interview_obtained', basis: { interviews } })
  else if (stage !== 'saved') achieved.push({ code: 'went_well_sent', basis: { sent: true } })
  if (round > 1) achieved.push({ code: 'went_well_round_reached', basis: { round } })
  if (earlierNos > 0) achieved.push({ code: 'went_well_came_back', basis: { earlierNos } })
  return sayAll(ctx.language, achieved).map(({ code, text }) => ({ code, text, questionId: null }))
}

/** The questions that were not answered well: where to look for what did not go well. */
export const suggestQuestions = async (ctx: Context, subject: Subject): Promise<Suggestion[]> => {
  const asked = await listQuestionsOf(ctx, subject)
  const open = asked.filter(({ answered }) => answered && answered !== 'well')
  return open.map(({ id, prompt, answered }) => ({
    code: `question_${answered}`,
    text: prompt,
    questionId: id,
  }))
}
