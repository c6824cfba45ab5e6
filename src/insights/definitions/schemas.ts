import { z } from 'zod'

const text = z.string()

export const Definition = z
  .object({
    title: text,
    unit: text,
    period: text,
    rates: text,
    causes: text,
    tallies: text,
    rounds: text,
    chance: text,
  })
  .meta({ id: 'Definition', description: 'How an insight is computed, member by member.' })

export const DefinitionParams = z.strictObject({
  name: z.string().max(100).describe('The name of an insight.'),
})
