import { z } from 'zod'
import { Id } from '../../platform/schemas.ts'
import { PlanParts } from '../plans/schemas.ts'
import { answerText, dismissed, step } from '../reflections/schemas.ts'

export const NewAnswer = z
  .strictObject({
    step,
    text: answerText,
    questionId: Id.nullish().describe('A question that was asked in what this is about.'),
    plan: PlanParts.nullish().describe('With `do_differently`: the plan that comes out of it.'),
  })
  .refine(({ step, plan }) => !plan || step === 'do_differently', {
    path: ['plan'],
    error: 'A plan comes out of do_differently',
  })
  .meta({
    id: 'NewAnswer',
    description: 'An answer to one of the three questions.',
    examples: [{ step: 'went_well', text: 'I asked good questions about the team.' }],
  })

export const AnswerPatch = z
  .strictObject({ text: answerText.optional(), selfTalkDismissed: dismissed.optional() })
  .meta({
    id: 'AnswerPatch',
    description: 'Other words for an answer, or a word on how they are read.',
    examples: [{ text: 'I asked good questions about the team and the lab.' }],
  })
export const AnswerParams = z.strictObject({ id: Id, answerId: Id })
export const NewSkip = z
  .strictObject({ step })
  .meta({ id: 'NewSkip', description: 'A question to pass over.', examples: [{ step: 'did_not_go_well' }] })
