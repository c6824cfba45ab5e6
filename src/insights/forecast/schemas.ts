import { z } from 'zod'
import { Flag } from '../../platform/schemas.ts'
import { frameExample, frameMembers, InsightQuery } from '../frame/schemas.ts'

const Count = z.int().min(0)
const Share = z.number().min(0).max(1)

const Prior = z
  .object({
    alpha: z.number().min(0.5).describe('Counts like this many offers seen beforehand.'),
    beta: z.number().min(0.5).describe('Counts like this many processes without one.'),
  })
  .meta({
    id: 'Prior',
    description: 'What is assumed of the rate before the first process: a Beta distribution.',
    examples: [{ alpha: 1, beta: 4 }],
  })

const OfferRate = z
  .object({
    mean: Share.describe('Mean of the rate of offers per process.'),
    low80: Share.describe('Low end of the range that holds the rate with 80 % probability.'),
    high80: Share.describe('High end of it.'),
  })
  .meta({
    id: 'OfferRate',
    description: 'The rate of offers per process, as far as it is known, to 4 digits after the point.',
  })

const forecastMembers = {
  prior: Prior,
  rate: OfferRate.nullable().describe('Null below 3 decided processes.'),
  offersInNext: z
    .object({
      processes: Count.describe('How many processes ahead.'),
      probability: Share.nullable().describe(
        'Chance of at least one offer in them, to 4 digits after the point; null below 3 decided processes.',
      ),
    })
    .describe('What the next processes bring, if they are like those behind.'),
  processesFor: z
    .object({
      probability: Share.describe('With this probability an offer is among them.'),
      processes: Count.nullable().describe('The fewest processes for that; null beyond 100,000.'),
    })
    .nullable()
    .describe('Null unless asked for with `horizon`, or after a first offer.'),
}

export const ForecastQuery = InsightQuery.safeExtend({
  horizon: Flag.optional().describe('Also answer with how many processes it takes to an offer, at 80 %.'),
})

const EXAMPLE = {
  prior: { alpha: 1, beta: 4 },
  rate: { mean: 0.1, low80: 0.0116, high80: 0.2257 },
  offersInNext: { processes: 5, probability: 0.3571 },
  processesFor: null,
}

export const Forecast = z
  .object({
    ...frameMembers,
    offers: Count.describe('Decided processes that came to an offer.'),
    processes: Count.describe('Decided processes: the open ones say nothing yet.'),
    ...forecastMembers,
    sensitivity: z
      .array(
        z
          .object(forecastMembers)
          .meta({ id: 'ForecastVariant', description: 'The same under another prior.' }),
      )
      .describe('The same under other priors: how much rests on the assumption.'),
  })
  .meta({
    id: 'Forecast',
    description:
      'The chance of an offer in the processes ahead, if they are like those behind. The unit is the process that could ' +
      'be won. Left out may be: filtered_out, outside_period, no_interview_held, own_choice, not_about_you.',
    examples: [
      { ...frameExample('forecast', 5), offers: 0, processes: 5, ...EXAMPLE, sensitivity: [EXAMPLE] },
    ],
  })
