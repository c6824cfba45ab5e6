import { z } from 'zod'
import { answered, Day, Id, prose, recordMembers } from '../../platform/schemas.ts'
import { STAGES } from '../applications/rules.ts'
import { EVIDENCE, REASON_GROUPS } from '../reasons/rules.ts'
import { reasonCode } from '../reasons/schemas.ts'
import { Statement } from '../statements/schemas.ts'
import { ATTRIBUTIONS, OUTCOME_KINDS } from './rules.ts'

const Reason = z.strictObject({
  code: reasonCode,
  evidence: z.enum(EVIDENCE).nullish().describe('How you know. `unknown` unless stated.'),
  notes: prose(2_000).nullish().describe('What you know of it.'),
})

export const OutcomeFields = z
  .strictObject({
    kind: z.enum(OUTCOME_KINDS).describe('How it ended. More may come.'),
    decidedOn: Day.nullish().describe(
      'When it was decided, if you know; no day to come. Silence has no date.',
    ),
    learnedOn: Day.nullish().describe('When you learned of it; no day to come.'),
    reasons: z
      .array(Reason)
      .max(20)
      .refine((reasons) => new Set(reasons.map(({ code }) => code)).size === reasons.length, {
        error: 'Must not name a reason twice',
        params: { code: 'duplicate' },
      })
      .nullish()
      .describe('Why it ended, as far as you know.'),
    employerFeedback: prose().nullish().describe('What the employer said, word for word.'),
    anythingToLearn: z
      .boolean()
      .nullish()
      .describe('Whether you see something to learn. Null: not yet said.'),
    doorOpen: z.boolean().nullish().describe('Whether they want to stay in touch.'),
  })
  .meta({
    id: 'OutcomeFields',
    description: 'How an application ended.',
    examples: [
      {
        kind: 'rejected',
        learnedOn: '2026-03-20',
        reasons: [{ code: 'internal_candidate', evidence: 'stated_by_employer' }],
      },
    ],
  })

export const Outcome = z
  .object({
    ...recordMembers,
    applicationId: Id.describe('The application that ended.'),
    ...answered(OutcomeFields.omit({ reasons: true })),
    reasons: z
      .array(
        z.object({
          code: reasonCode,
          group: z.enum(REASON_GROUPS).describe('What the attribution goes by.'),
          evidence: z.enum(EVIDENCE).describe('How you know.'),
          notes: Reason.shape.notes
            .unwrap()
            .describe('What you know of it; null where there is nothing to say.'),
        }),
      )
      .describe('Why it ended, as far as you know.'),
    decidedBy: z.enum(['employer', 'candidate', 'nobody']).describe('Derived from the kind.'),
    attribution: z
      .enum(ATTRIBUTIONS)
      .nullable()
      .describe('What kind of cause the reasons speak for. Null where it was your own decision.'),
    stageReached: z.enum(STAGES).describe('How far the application got.'),
    reading: z.array(Statement).describe('What this ending says and does not say, in an order that matters.'),
  })
  .meta({ id: 'Outcome', description: 'How an application ended, and how that may be read.' })
