import { z } from 'zod'
import { ShareRange } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Share = z.number().min(0).max(1)
const Count = z.int().min(0)

const BaseRate = z
  .object({
    low: Share.describe('Low end of the rate, 0 to 1.'),
    high: Share.describe('High end of the rate, 0 to 1.'),
    source: z.string().describe('Who published it.'),
    year: z.int().describe('For which year.'),
    directional: z
      .literal(true)
      .describe('It tells a direction and no more: no survey of people like you stands behind it.'),
  })
  .meta({
    id: 'BaseRate',
    description:
      'The chance of an offer per process that is in force: directional, from a vendor or a secondary source.',
    examples: [{ low: 0.2, high: 0.25, source: 'Jobvite', year: 2017, directional: true }],
  })

export const chanceMembers = {
  processesWithoutOffer: Count.describe(
    'Ended processes without an offer; open ones, own choice and what was not about you left out.',
  ),
  offers: Count.describe(
    'Processes of the period with an offer, whatever became of it. An offer without an interview held is none of them.',
  ),
  probability: ShareRange.nullable().describe(
    'How often this many processes all end without an offer by chance alone, (1 - r)^n for both ends of the base rate; ' +
      'null while there is none.',
  ),
  baseRate: BaseRate,
}

export const Chance = z.object({ ...frameMembers, ...chanceMembers }).meta({
  id: 'Chance',
  description:
    'What chance alone does at the base rate in force. The unit is the process that could be won. Left out may be: ' +
    'filtered_out, outside_period, no_interview_held, own_choice, not_about_you.',
  examples: [
    {
      ...frameExample('chance', 5),
      processesWithoutOffer: 5,
      offers: 0,
      probability: { low: 0.2373, high: 0.3277 },
      baseRate: { low: 0.2, high: 0.25, source: 'Jobvite', year: 2017, directional: true },
    },
  ],
})
