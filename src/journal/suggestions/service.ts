import type { Context } from '../../context.ts'
import { say } from '../../language/say.ts'
import { getApplication } from '../applications/service.ts'
import { getInterview } from '../interviews/service.ts'
import { listQuestionsOf } from '../questions/service.ts'

export type Suggestion = { code: string; text: string; questionId: string | null }
type Subject = { interviewId: string | null; applicationId: string | null }

/** What the records say was achieved: an answer to what went well. */
export const suggestAchievements = async (
  ctx: Context,
  { interviewId, applicationId }: Subject,
): Promise<Suggestion[]> => {
  const { round = 0, ...interview } = interviewId ? await getInterview(ctx, interviewId) : { applicationId }
  const { interviewCount } = await getApplication(ctx, interview.applicationId as string)
  const interviews = interviewId ? 1 : interviewCount
  const obtained = {
    code: 'went_well_interview_obtained',
    text: say(ctx.language, 'went_well_interview_obtained', { interviews }),
  }
  const reached = {
    code: 'went_well_round_reached',
    text: say(ctx.language, 'went_well_round_reached', { round }),
  }
  return [...(interviews > 0 ? [obtained] : []), ...(round > 1 ? [reached] : [])].map((each) => ({
    ...each,
    questionId: null,
  }))
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
