import { z } from 'zod'

/** One short statement with its stable code and the figures it rests on. */
export const Statement = z
  .object({
    code: z
      .string()
      .regex(/^[a-z_]+$/)
      .describe(
        'Stable name of the statement, for clients that bring their own words. More codes may be added.',
      ),
    text: z
      .string()
      .describe('The statement in the language of `Content-Language`: two short sentences at most.'),
    basis: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .describe('The figures of the record that the statement rests on; which ones depends on the code.'),
  })
  .meta({
    id: 'Statement',
    description: 'A short statement of the service about the record, never about the person.',
    examples: [
      {
        code: 'interview_was_a_win',
        text: 'You got 1 interview here. That is a win: they saw enough to want to talk with you.',
        basis: { interviews: 1, round: 1 },
      },
    ],
  })
