import { z } from 'zod'
import { Rate } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Count = z.int().min(0)
const Id = z.uuid()

const PitchReading = z
  .object({
    pitchId: Id.describe('The version.'),
    title: z
      .string()
      .describe('Its title; its number among all versions for a coach without `journal:read`.'),
    previousId: Id.nullable().describe('The version before it.'),
    archived: z.boolean().describe('Whether it was put away.'),
    used: Count.describe('Interviews held in which it was used.'),
    ledOn: Count.describe('How many led on: to a later round, to an offer, or by the noted result.'),
    notLedOn: Count.describe('How many did not.'),
    ownChoice: Count.describe('How many processes were left there by own choice.'),
    open: Count.describe('How many still wait for the result.'),
    ledOnRate: Rate.describe('ledOn / (ledOn + notLedOn).'),
  })
  .meta({ id: 'PitchReading', description: 'How often a version of a pitch was used, and led on.' })

export const PitchesInsight = z
  .object({
    ...frameMembers,
    pitches: z.array(PitchReading).describe('Every version, the oldest first.'),
    leading: Id.nullable().describe(
      'The version whose interval lies wholly above that of every other one in use, with 20 decided interviews or more ' +
        'in each; null where the records do not carry that.',
    ),
  })
  .meta({
    id: 'PitchesInsight',
    description:
      'How often each version of a pitch led on. The unit is the interview held in which one was used. Left out may be: ' +
      'filtered_out, outside_period.',
    examples: [{ ...frameExample('pitches', 0), pitches: [], leading: null }],
  })
