import { z } from 'zod'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Count = z.int().min(0)

const counts = {
  reflections: Count.describe('Reflections with something written in them.'),
  selfJudging: Count.describe('How many of them hold a sentence that may judge yourself.'),
}

const SelfTalkMonth = z
  .object({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .describe('In which the reflections were begun.'),
    ...counts,
  })
  .meta({ id: 'SelfTalkMonth', description: 'The wording of one month.' })

export const SelfTalkInsight = z
  .object({
    ...frameMembers,
    language: z.literal('en').describe('The language that is looked at; in any other nothing is found.'),
    ...counts,
    byMonth: z.array(SelfTalkMonth).describe('Months with reflections, the oldest first.'),
  })
  .meta({
    id: 'SelfTalkInsight',
    description:
      'How often the wording of reflections may judge their writer: a hint at wording, and no diagnosis. The unit is ' +
      'the reflection, by the day it was begun. Left out may be: filtered_out, outside_period.',
    examples: [
      {
        ...frameExample('self-talk', 3),
        language: 'en',
        reflections: 3,
        selfJudging: 1,
        byMonth: [
          { month: '2026-03', reflections: 1, selfJudging: 1 },
          { month: '2026-04', reflections: 2, selfJudging: 0 },
        ],
      },
    ],
  })
