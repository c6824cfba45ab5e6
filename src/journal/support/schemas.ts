import { z } from 'zod'

const SupportLine = z
  .object({
    region: z.string().describe('A country as ISO 3166-1 alpha-2, or `international`.'),
    name: z.string().describe('Who answers.'),
    phone: z.string().nullable().describe('The number to call; null where there is none.'),
    url: z.url().describe('Where to read more, or to write.'),
    lastVerified: z.iso.date().describe('The day on which it was last looked up.'),
  })
  .meta({ id: 'SupportLine', description: 'A help line.' })

export const SupportPage = z
  .object({
    text: z.string().describe('In the language of `Content-Language`.'),
    lines: z.array(SupportLine).describe('Region by region.'),
  })
  .meta({ id: 'SupportPage', description: 'Help lines by region.' })

export const Support = SupportPage.extend({
  level: z
    .enum(['explicit', 'soft'])
    .describe('`explicit`: words of harm to oneself. `soft`: words of hope that is gone. Kept nowhere.'),
}).meta({ id: 'Support', description: 'Where help is, beside words that call for it.' })
