import { z } from 'zod'

export const Definition = z
  .object({
    title: z.string().describe('What the insight is called.'),
    unit: z.string().describe('What is counted.'),
    period: z.string().describe('Which day a record belongs to.'),
    figures: z
      .array(
        z.object({
          name: z.string().describe('Which part of the answer.'),
          text: z.string().describe('How it is computed.'),
        }),
      )
      .describe('How the parts of the answer are computed.'),
  })
  .meta({ id: 'Definition', description: 'How an insight is computed, part by part.' })

export const DefinitionParams = z.strictObject({
  name: z.string().max(100).describe('The name of an insight.'),
})
