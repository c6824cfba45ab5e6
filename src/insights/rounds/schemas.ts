import { z } from 'zod'
import { Rate } from '../frame/schemas.ts'

const Count = z.int().min(0)

const roundMembers = {
  reached: Count.describe('Processes in which this round or a later one was held.'),
  advanced: Count.describe('How many led on: to a later round held, to an offer, or by the noted result.'),
  notAdvanced: Count.describe(
    'How many did not lead on, by the noted result or because the process ended there.',
  ),
  notAboutYou: Count.describe(
    'How many of `notAdvanced` ended for reasons that are all not about the candidate.',
  ),
  ownChoice: Count.describe('How many were left there by own choice.'),
  open: Count.describe('How many still wait for the result.'),
  advanceRate: Rate,
}

const RoundReading = z
  .object(roundMembers)
  .meta({ id: 'RoundReading', description: 'How many reached a round, and what came of it.' })

const NumberedRound = z
  .object({ round: z.int().min(1).describe('Number of the round.'), ...roundMembers })
  .meta({
    id: 'NumberedRound',
    description: 'How many reached the round of this number, and what came of it.',
  })

export const Rounds = z
  .object({
    perRound: z.array(NumberedRound).describe('Every round that was held in some process, in order.'),
    first: RoundReading,
    second: RoundReading,
    final: RoundReading,
    stallsAt: z
      .int()
      .min(1)
      .nullable()
      .describe(
        'The round whose interval lies wholly below that of every other one, with 20 decided cases or more in each and ' +
          'without endings that were not about the candidate; null where the records do not carry that.',
      ),
  })
  .meta({
    id: 'Rounds',
    description: 'Advance per round. `final` reads interviews of the kind `final` alone.',
  })
