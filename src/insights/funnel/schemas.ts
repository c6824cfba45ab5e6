import { z } from 'zod'
import { STAGES } from '../../journal/applications/rules.ts'
import { Rate } from '../figures/schemas.ts'
import { frameExample, frameMembers, InsightQuery } from '../frame/schemas.ts'
import { GROUPINGS } from './rules.ts'

const Count = z.int().min(0)
const Stage = z.enum(STAGES)

const FunnelStage = z
  .object({
    stage: Stage.describe('The stage.'),
    count: Count.describe(
      'Applications that came this far, or further: an offer counts for `interviewed`, too, also without an interview on record.',
    ),
  })
  .meta({ id: 'FunnelStage', description: 'How many reached a stage.' })

const FunnelStep = z
  .object({
    stage: Stage.describe('Where the way begins.'),
    next: Stage.describe('The stage after it.'),
    reached: Count.describe('Applications that reached the stage: advanced + ended + ownChoice + open.'),
    advanced: Count.describe('How many of them went on to the next one.'),
    ended: Count.describe('How many ended there: refused, closed, or never answered.'),
    ownChoice: Count.describe('How many were left there by own choice: no trial of the rates.'),
    open: Count.describe('How many are still open there: no trial of `conversion`.'),
    unanswered: Count.describe(
      'How many of the open ones have waited for over 60 days, before an interview.',
    ),
    undated: Count.describe(
      'At the first step, how many of the reached have no `appliedOn`: no trial of the rates, as without an answer they would not be known. 0 at the others.',
    ),
    conversion: Rate.describe('advanced / (advanced + ended), without the undated ones.'),
    withUnanswered: Rate.describe(
      'The same, taking the unanswered ones for ended: silence is seldom recorded.',
    ),
  })
  .meta({ id: 'FunnelStep', description: 'The way from one stage to the next.' })

const funnelMembers = {
  stages: z.array(FunnelStage).describe('Every stage from `applied` on, in order.'),
  steps: z.array(FunnelStep).describe('The way from each stage to the next, in order.'),
}

const FunnelGroup = z
  .object({
    name: z.string().nullable().describe('The source, tag or résumé version; null where none is noted.'),
    ...funnelMembers,
  })
  .meta({ id: 'FunnelGroup', description: 'The funnel of one group.' })

export const FunnelQuery = InsightQuery.safeExtend({
  by: z
    .enum(GROUPINGS)
    .optional()
    .describe(
      'Also answer with a funnel for each of these. An application with several tags counts in each. A coach needs the consent `journal:read` for it, as for the filters by words.',
    ),
})

const rate = { value: null, low: null, high: null, successes: 1, trials: 1 }

export const Funnel = z
  .object({
    ...frameMembers,
    ...funnelMembers,
    groups: z
      .array(FunnelGroup)
      .max(100)
      .nullable()
      .describe('The 100 largest, the largest first; null unless asked for with `by`.'),
  })
  .meta({
    id: 'Funnel',
    description:
      'How far applications came, by the furthest stage each ever reached. The unit is the application that was sent. ' +
      'Left out may be: filtered_out, outside_period, not_sent.',
    examples: [
      {
        ...frameExample('funnel', 1),
        stages: [
          { stage: 'applied', count: 1 },
          { stage: 'responded', count: 1 },
        ],
        steps: [
          {
            stage: 'applied',
            next: 'responded',
            reached: 1,
            advanced: 1,
            ended: 0,
            ownChoice: 0,
            open: 0,
            unanswered: 0,
            undated: 0,
            conversion: rate,
            withUnanswered: rate,
          },
        ],
        groups: null,
      },
    ],
  })
