import { z } from 'zod'
import { EVIDENCE, REASON_GROUPS } from '../../journal/reasons/rules.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Count = z.int().min(0)
const Group = z.enum(REASON_GROUPS).describe('The group of reasons.')

const EvidenceShare = z
  .object({
    evidence: z.enum(EVIDENCE).describe('How the reason is known.'),
    count: Count.describe('How many times a reason was given with it.'),
    share: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('Of all those times, 0 to 1, to 4 digits; null below 3.'),
  })
  .meta({ id: 'EvidenceShare', description: 'How often reasons are known in one way.' })

const EvidenceShares = z.array(EvidenceShare).describe('Each kind of evidence, in a fixed order.')

const ReasonCount = z
  .object({
    code: z.string().describe('A code of the catalogue, or one of your own.'),
    count: Count.describe('Endings that name it.'),
    evidence: EvidenceShares,
  })
  .meta({ id: 'ReasonCount', description: 'How often a reason was given, and how it is known.' })

const ReasonGroupCount = z
  .object({
    group: Group,
    endings: Count.describe('Endings with a reason of the group.'),
    afterInterview: Count.describe('How many of them came after an interview held.'),
    evidence: EvidenceShares,
    codes: z.array(ReasonCount).describe('The most frequent first.'),
  })
  .meta({ id: 'ReasonGroupCount', description: 'How often reasons of a group were given.' })

const ReasonMonth = z
  .object({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .nullable()
      .describe('In which you learned of it, or it was decided; null where no day is on record.'),
    endings: Count.describe('How many there are.'),
    groups: z
      .array(z.object({ group: Group, endings: Count.describe('Endings of the month that name it.') }))
      .describe('Without groups that were not named.'),
  })
  .meta({ id: 'ReasonMonth', description: 'The endings of one month.' })

export const ReasonsInsight = z
  .object({
    ...frameMembers,
    endings: Count.describe('Closed applications.'),
    afterInterview: Count.describe('How many of them had an interview held.'),
    withoutReason: Count.describe('How many name no reason.'),
    groups: z
      .array(ReasonGroupCount)
      .describe('Every group, in a fixed order. An ending may count in several.'),
    byMonth: z.array(ReasonMonth).describe('The oldest first.'),
  })
  .meta({
    id: 'ReasonsInsight',
    description:
      'Why applications ended, and how that is known. The unit is the ending. Left out may be: filtered_out, ' +
      'outside_period, still_open.',
    examples: [
      {
        ...frameExample('reasons', 1),
        endings: 1,
        afterInterview: 1,
        withoutReason: 0,
        groups: [
          {
            group: 'not_about_you',
            endings: 1,
            afterInterview: 1,
            evidence: [{ evidence: 'inferred', count: 1, share: null }],
            codes: [
              {
                code: 'budget_cut',
                count: 1,
                evidence: [{ evidence: 'inferred', count: 1, share: null }],
              },
            ],
          },
        ],
        byMonth: [{ month: '2026-03', endings: 1, groups: [{ group: 'not_about_you', endings: 1 }] }],
      },
    ],
  })
