import { NewReflection } from '../../../journal/reflections/schemas.ts'
import { createReflection, getReflection as readReflection } from '../../../journal/reflections/service.ts'
import { tool } from '../../../platform/mcp/tool.ts'
import { debriefOf } from '../rules.ts'
import { Debrief, ReflectionNamed } from '../schemas.ts'

export const startReflection = tool({
  name: 'start_reflection',
  title: 'Begin a reflection',
  description:
    'Three questions about one interview, one application, or a period that lies behind. nextPrompt holds the first one. After a won round or an offer they are worth asking too.',
  operationId: 'createReflection',
  scope: 'reflections:write',
  effect: 'adds',
  input: NewReflection,
  output: Debrief,
  run: async (ctx, input) => debriefOf(await createReflection(ctx, input)),
})

export const getReflection = tool({
  name: 'get_reflection',
  title: 'Read a reflection',
  description: 'The answers so far, and the question that comes next: to go on where it was left.',
  operationId: 'getReflection',
  scope: 'reflections:read',
  coach: ['reflections:read'],
  effect: 'reads',
  input: ReflectionNamed,
  record: 'reflectionId',
  output: Debrief,
  run: async (ctx, { reflectionId }) => debriefOf(await readReflection(ctx, reflectionId)),
})
