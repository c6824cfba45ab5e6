import { z } from 'zod'
import { Rate } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

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

const ONE = {
  reached: 3,
  advanced: 2,
  notAdvanced: 1,
  notAboutYou: 0,
  ownChoice: 0,
  open: 0,
  advanceRate: { value: 0.6667, low: 0.2077, high: 0.9385, successes: 2, trials: 3 },
}
const noRate = { value: null, low: null, high: null, successes: 0, trials: 0 }
const NONE = { ...ONE, reached: 0, advanced: 0, notAdvanced: 0, advanceRate: noRate }

export const RoundsInsight = z.object({ ...frameMembers, ...Rounds.shape }).meta({
  id: 'RoundsInsight',
  description:
    'Advance per round, over processes. Left out may be: filtered_out, outside_period, no_interview_held.',
  examples: [
    {
      ...frameExample('rounds', 3),
      perRound: [{ round: 1, ...ONE }],
      first: ONE,
      second: NONE,
      final: NONE,
      stallsAt: null,
    },
  ],
})
