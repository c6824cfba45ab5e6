import { z } from 'zod'

const Share = z.number().min(0).max(1)
const Count = z.int().min(0)

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
    description: 'A share with its interval, to 4 digits after the point, and the counts behind it.',
    examples: [
      { value: 0.3, low: 0.1078, high: 0.6032, successes: 3, trials: 10 },
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
    description: 'A probability known as a range, to 4 digits after the point.',
    examples: [{ low: 0.2373, high: 0.3277 }],
  })

export const Time = z
  .object({
    medianDays: z
      .number()
      .min(0)
      .nullable()
      .describe('By this day half have ended (Kaplan-Meier). Null below 3, and where that is not reached.'),
    low: z.number().min(0).nullable().describe('Low end of its 95 % interval (log-log), in days.'),
    high: z.number().min(0).nullable().describe('High end, in days; null where it is not reached.'),
    events: Count.describe('How many have ended.'),
    censored: Count.describe('How many were watched for a while, and had not ended by then.'),
  })
  .meta({
    id: 'Time',
    description: 'How long something takes, in days, with those that have not ended taken into account.',
    examples: [{ medianDays: 9, low: 5, high: 21, events: 11, censored: 4 }],
  })

export const Within = z
  .object({
    days: Count.describe('Within how many days.'),
    value: Share.nullable().describe(
      'What share has ended by then, 0 to 1; null below 3, or where nobody was watched for so long.',
    ),
    low: Share.nullable().describe('Low end of its 95 % interval (log-log).'),
    high: Share.nullable().describe('High end of it.'),
    events: Count.describe('How many had ended by then.'),
    atRisk: Count.describe('How many were watched for that long, or longer.'),
  })
  .meta({
    id: 'Within',
    description:
      'What share has ended within some days, to 4 digits after the point, with those that have not ended taken into account.',
    examples: [{ days: 7, value: 0.6, low: 0.3, high: 0.85, events: 6, atRisk: 4 }],
  })

export const CurvePoint = z
  .object({
    day: Count.describe('Days from the beginning.'),
    atRisk: Count.describe('How many were still being watched on that day, before anything ended.'),
    events: Count.describe('How many ended on that day.'),
    waiting: Share.describe('What share lasts longer than that.'),
    low: Share.nullable().describe('Low end of its 95 % interval (log-log).'),
    high: Share.nullable().describe('High end of it.'),
  })
  .meta({
    id: 'CurvePoint',
    description: 'One step of a Kaplan-Meier curve; shares have 4 digits after the point.',
    examples: [{ day: 4, atRisk: 3, events: 1, waiting: 0.6667, low: 0.0541, high: 0.9452 }],
  })
