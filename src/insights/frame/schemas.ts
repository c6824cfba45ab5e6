import { z } from 'zod'

const Share = z.number().min(0).max(1)
const Count = z.int().min(0)

const Period = z
  .object({
    from: z.iso.date().nullable().describe('First day of the period; null: since the first record.'),
    to: z.iso.date().nullable().describe('Last day of the period, included; null: until now.'),
  })
  .meta({
    id: 'Period',
    description: 'The days that an insight looks at.',
    examples: [{ from: '2026-01-01', to: null }],
  })

const Basis = z
  .object({
    n: Count.describe('How many records of the unit (for most insights processes) the insight rests on.'),
    open: Count.describe('How many of the n are still open.'),
    excluded: z
      .array(
        z.object({
          code: z.string().describe('Why. More codes may be added.'),
          count: Count.describe('How many records were left out for it.'),
        }),
      )
      .describe('What was left out of the n, and why; only what did occur.'),
  })
  .meta({
    id: 'Basis',
    description: 'What an insight rests on.',
    examples: [{ n: 8, open: 2, excluded: [{ code: 'no_interview_held', count: 5 }] }],
  })

export const Rate = z
  .object({
    value: Share.nullable().describe('successes / trials, 0 to 1; null below 3 trials.'),
    low: Share.nullable().describe('Low end of the Wilson 95 % interval; null below 3 trials.'),
    high: Share.nullable().describe('High end of the Wilson 95 % interval; null below 3 trials.'),
    successes: Count.describe('How many of the trials succeeded.'),
    trials: Count.describe('How many trials are decided.'),
  })
  .meta({
    id: 'Rate',
    description: 'A share with its interval and the counts behind it.',
    examples: [
      { value: 0.3, low: 0.1077912674063, high: 0.6032218525389, successes: 3, trials: 10 },
      { value: null, low: null, high: null, successes: 1, trials: 2 },
    ],
  })

export const ShareRange = z
  .object({
    low: Share.describe('Low end, 0 to 1.'),
    high: Share.describe('High end, 0 to 1.'),
  })
  .meta({
    id: 'ShareRange',
    description: 'A probability known as a range.',
    examples: [{ low: 0.2373046875, high: 0.32768 }],
  })

export const BaseRate = z
  .object({
    low: Share.describe('Low end of the rate, 0 to 1.'),
    high: Share.describe('High end of the rate, 0 to 1.'),
    source: z.string().describe('Who published it.'),
    year: z.int().describe('For which year.'),
  })
  .meta({
    id: 'BaseRate',
    description:
      'The chance of an offer per process that is in force: directional, from a vendor or a secondary source.',
    examples: [{ low: 0.2, high: 0.25, source: 'Jobvite', year: 2017 }],
  })

/** What every insight answers with, next to its own members. */
export const frameMembers = {
  period: Period,
  basis: Basis,
  smallSample: z.boolean().describe('True while n is below 10: read every rate with care.'),
  definition: z.string().describe('Where the documentation defines this insight: a path on this service.'),
}

/** Query of every insight. */
export const PeriodQuery = z
  .strictObject({
    from: z.iso.date().optional().describe('First day of the period. Without it: since the first record.'),
    to: z.iso.date().optional().describe('Last day of the period, included. Without it: until now.'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: 'Must not be before `from`',
  })
