import { z } from 'zod'
import { ENDING_KINDS } from '../../language/outcome-reading/types.ts'
import { prose } from '../../platform/schemas.ts'
import { REASON_CODES, REASON_GROUPS } from '../reasons/rules.ts'

export const NewOutcomeReading = z
  .strictObject({ text: prose(20_000).describe('The mail as it came, with or without its markup.') })
  .meta({
    id: 'NewOutcomeReading',
    description: 'A mail to read.',
    examples: [
      {
        text: 'Dear Noor,\n\nthank you for coming in. The budget for the role was cut this week, so we cannot move forward.',
      },
    ],
  })

const Span = z
  .object({
    start: z.int().min(0).describe('The first unit.'),
    end: z.int().min(0).describe('The first unit behind it.'),
    text: z.string().max(20_000).describe('What stands there, as sent.'),
  })
  .meta({
    id: 'OutcomeReadingSpan',
    description: 'A sentence of the mail, by its place in UTF-16 code units.',
  })

const ReadReason = z
  .object({
    code: z.enum(REASON_CODES).describe('From the catalogue. More may come.'),
    group: z.enum(REASON_GROUPS).describe('What the attribution goes by.'),
    evidence: z.literal('stated_by_employer').describe('The mail itself says so.'),
    spans: z.array(Span).max(10_000).describe('The sentences that state it.'),
  })
  .meta({ id: 'ReadReason', description: 'A reason that the mail states.' })

export const OutcomeReading = z
  .object({
    language: z
      .enum(['en', 'other'])
      .describe('What the mail is written in. In any language but English nothing is read.'),
    kind: z
      .enum(ENDING_KINDS)
      .nullable()
      .describe('How the application ended. Null where the mail tells of no ending. More may come.'),
    spans: z.array(Span).describe('The sentences that tell of the ending.'),
    reasons: z
      .array(ReadReason)
      .describe('In the order of the mail. Empty where it names none, as most form letters do.'),
    doorOpen: z
      .boolean()
      .nullable()
      .describe(
        'True where they ask to stay in touch themselves; set phrases do not count. Null: not said, and never false.',
      ),
  })
  .meta({
    id: 'OutcomeReading',
    description: 'What a mail says about how an application ended: a proposal, for you to confirm.',
  })
