import { z } from 'zod'

const SupportLine = z
  .object({
    region: z.string().describe('A country as ISO 3166-1 alpha-2, or `international`.'),
    name: z.string(),
    phone: z.string().nullable(),
    url: z.string(),
    lastVerified: z.iso.date().describe('The day on which it was last looked up.'),
  })
  .meta({ id: 'SupportLine', description: 'A help line.' })

export const SupportPage = z
  .object({ text: z.string(), lines: z.array(SupportLine) })
  .meta({ id: 'SupportPage', description: 'Help lines by region.' })

export const Support = SupportPage.extend({
  level: z
    .enum(['explicit', 'soft'])
    .describe('`explicit`: words of harm to oneself. `soft`: words of hope that is gone. Kept nowhere.'),
}).meta({ id: 'Support', description: 'Where help is, beside words that call for it.' })
