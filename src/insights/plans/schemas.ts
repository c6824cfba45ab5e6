import { z } from 'zod'
import { Rate } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Count = z.int().min(0)

export const PlansInsight = z
  .object({
    ...frameMembers,
    made: Count.describe('Plans that were written.'),
    shownAgain: Count.describe(
      'How many came up again: an interview was held after the day they were written, or they were reviewed.',
    ),
    dropped: Count.describe('How many were dropped.'),
    tried: Rate.describe('Of those that came up again or were tried, the share that was tried.'),
    helped: Rate.describe('Of those tried of which it is known, the share that helped; one yes is enough.'),
    unsure: Count.describe('How many were tried, and nobody is sure.'),
    notSaid: Count.describe('How many were tried, and nothing is said of whether they helped.'),
  })
  .meta({
    id: 'PlansInsight',
    description:
      'What came of if-then plans. The unit is the plan, by the day it was written. Left out may be: filtered_out, ' +
      'outside_period.',
    examples: [
      {
        ...frameExample('plans', 1),
        made: 1,
        shownAgain: 1,
        dropped: 0,
        tried: { value: null, low: null, high: null, successes: 1, trials: 1 },
        helped: { value: null, low: null, high: null, successes: 1, trials: 1 },
        unsure: 0,
        notSaid: 0,
      },
    ],
  })
