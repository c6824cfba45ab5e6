import { z } from 'zod'
import { line } from '../../platform/schemas.ts'

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

export const BaseRate = z
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

const compared = <Figure extends z.ZodType>(id: string, figure: Figure) =>
  z
    .object({
      figure: z.string().describe('Where the answer holds it, such as `first.advanceRate`.'),
      comparable: z.boolean().describe('Whether both windows hold enough: 20 trials, or 5 events.'),
      apart: z
        .boolean()
        .nullable()
        .describe('Whether the two intervals do not meet; null where the figures do not compare.'),
      now: figure.describe('In the period asked for. The counts alone, where it does not compare.'),
      then: figure.describe('In the other one.'),
    })
    .meta({ id, description: 'A figure in two windows, side by side.' })

const Comparison = z
  .object({
    period: Period,
    basis: Basis,
    smallSample: z.boolean().describe('True while the n of the other window is below 10.'),
    rates: z.array(compared('ComparedRate', Rate)).describe('Every rate that either answer holds.'),
    times: z.array(compared('ComparedTime', Time)).describe('Every time that either answer holds.'),
    within: z
      .array(compared('ComparedWithin', Within))
      .describe('Every share within some days that either answer holds.'),
  })
  .meta({
    id: 'Comparison',
    description:
      'Every rate and time in two windows. Below 20 trials or 5 events in either, counts stand without a comparison.',
  })

/** What every insight answers with, next to its own members. */
export const frameMembers = {
  period: Period,
  basis: Basis,
  smallSample: z.boolean().describe('True while n is below 10: read every rate with care.'),
  definition: z.string().describe('Where the documentation defines this insight: a path on this service.'),
  comparison: Comparison.nullable().describe('The same in another window; null unless the query names one.'),
}

/** A frame for examples. */
export const frameExample = (name: string, n: number) => ({
  period: { from: null, to: null },
  basis: { n, open: 0, excluded: [] },
  smallSample: n < 10,
  definition: `/docs/insights/${name}`,
  comparison: null,
})

const day = (meaning: string) => z.iso.date().optional().describe(meaning)
const inOrder = (from: string | undefined, to: string | undefined) =>
  from === undefined || to === undefined || from <= to
const periodMembers = {
  from: day('First day of the period. Without it: since the first record.'),
  to: day('Last day of the period, included. Without it: until now.'),
}
/** Query of what looks at a period and takes nothing else. */
export const PeriodQuery = z
  .strictObject(periodMembers)
  .refine(({ from, to }) => inOrder(from, to), { path: ['to'], error: 'Must not be before `from`' })

/** Query of every insight. An insight that may be asked more adds to it by `safeExtend`. */
export const InsightQuery = z
  .strictObject({
    ...periodMembers,
    tag: line(100).optional().describe('Only applications with exactly this tag.'),
    source: line(100)
      .optional()
      .describe('Only applications from this source: its name, upper or lower case alike, or its channel.'),
    roleTitle: line(200)
      .optional()
      .describe('Only applications whose role title holds each of these words, upper or lower case alike.'),
    compareFrom: day(
      'First day of a window to set beside the period. It or `compareTo` asks for `comparison`.',
    ),
    compareTo: day('Last day of that window, included.'),
  })
  .refine(({ from, to }) => inOrder(from, to), { path: ['to'], error: 'Must not be before `from`' })
  .refine(({ compareFrom, compareTo }) => inOrder(compareFrom, compareTo), {
    path: ['compareTo'],
    error: 'Must not be before `compareFrom`',
  })
