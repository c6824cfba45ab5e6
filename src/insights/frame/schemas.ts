import { z } from 'zod'
import { inOrder, line } from '../../platform/schemas.ts'
import { Rate, Time, Within } from '../figures/schemas.ts'

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
const periodMembers = {
  from: day('First day of the period. Without it: since the first record.'),
  to: day('Last day of the period, included. Without it: until now.'),
}
/** Query of what looks at a period and takes nothing else. */
export const PeriodQuery = z.strictObject(periodMembers).refine(...inOrder('from', 'to'))

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
  .refine(...inOrder('from', 'to'))
  .refine(...inOrder('compareFrom', 'compareTo'))
