import {
  answerReflection as addAnswer,
  skipStep as passOver,
  completeReflection as putToEnd,
} from '../../../journal/reflection-answers/service.ts'
import { tool } from '../../../platform/mcp/tool.ts'
import { debriefOf } from '../rules.ts'
import { AnswerReflection, Debrief, ReflectionNamed, SkipStep } from '../schemas.ts'

export const answerReflection = tool({
  name: 'answer_reflection',
  title: 'Answer a question of a reflection',
  description:
    'One answer to the step that nextPrompt names, in the words of the person. A step may have several answers. With do_differently, plan keeps it as if-then. A step out of order is refused.',
  operationId: 'answerReflection',
  scope: 'reflections:write',
  effect: 'adds',
  input: AnswerReflection,
  output: Debrief,
  run: async (ctx, { reflectionId, ...answer }) => debriefOf(await addAnswer(ctx, reflectionId, answer)),
})

export const skipStep = tool({
  name: 'skip_step',
  title: 'Skip a question of a reflection',
  description:
    'Passes over the second or the third question because the person wishes so. The first cannot be skipped: one thing that went well, however small.',
  operationId: 'skipReflectionStep',
  scope: 'reflections:write',
  effect: 'settles',
  input: SkipStep,
  output: Debrief,
  run: async (ctx, { reflectionId, step }) => debriefOf(await passOver(ctx, reflectionId, step)),
})

export const completeReflection = tool({
  name: 'complete_reflection',
  title: 'Complete a reflection',
  description: 'When every question was answered or skipped, and the person has nothing to add.',
  operationId: 'completeReflection',
  scope: 'reflections:write',
  effect: 'settles',
  input: ReflectionNamed,
  output: Debrief,
  run: async (ctx, { reflectionId }) => debriefOf(await putToEnd(ctx, reflectionId)),
})
