import type { Context } from '../../context.ts'
import { say } from '../../language/say.ts'
import { getApplication } from '../applications/service.ts'
import { getInterview } from '../interviews/service.ts'
import { listQuestionsOf } from '../questions/service.ts'
import type { Step } from './rules.ts'

export type Suggestion = { code: string; text: string; questionId: string | null }
type Subject = { interviewId: string | null; applicationId: string | null }

/** What the records offer as an answer: to the first question what was achieved, to the second what was missed. */
export const suggest = async (ctx: Context, subject: Subject, step: Step): Promise<Suggestion[]> => {
  if (step === 'went_well') return achieved(ctx, subject)
  if (step === 'did_not_go_well') return missed(ctx, subject)
  return []
}

const achieved = async (ctx: Context, { interviewId, applicationId }: Subject): Promise<Suggestion[]> => {
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

const missed = async (ctx: Context, subject: Subject): Promise<Suggestion[]> => {
  const asked = await listQuestionsOf(ctx, subject)
  const open = asked.filter(({ answered }) => answered && answered !== 'well')
  return open.map(({ id, prompt, answered }) => ({
    code: `question_${answered}`,
    text: prompt,
    questionId: id,
  }))
}
