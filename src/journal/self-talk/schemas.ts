import { z } from 'zod'
import { TYPES } from '../../language/self-talk/types.ts'
import { prose } from '../../platform/schemas.ts'
import { Support } from '../support/schemas.ts'

export const NewSelfTalkCheck = z
  .strictObject({ text: prose(20_000).describe('What somebody wrote of themselves, in English.') })
  .meta({
    id: 'NewSelfTalkCheck',
    description: 'A text to look at.',
    examples: [{ text: 'I lost the thread. I am such an idiot.' }],
  })

export const SelfTalkFinding = z
  .object({
    sentence: z.string().describe('The sentence, as it was written.'),
    span: z
      .object({
        start: z.int().min(0).describe('The first unit.'),
        end: z.int().min(0).describe('The first unit behind it.'),
      })
      .describe(
        'Where the sentence stands in the text, in UTF-16 code units; `end` is the first one behind it.',
      ),
    types: z.array(z.enum(TYPES)).describe('What kind of judgement it may be: a hint, no more.'),
    soft: z.boolean().describe('Whether it speaks of one field alone, as in "useless at SQL".'),
    question: z.string().describe('One question that leads back to what happened. Skip it as you like.'),
  })
  .meta({
    id: 'SelfTalkFinding',
    description: 'A sentence in which someone may pass a verdict on themselves.',
  })

export const SelfTalkCheck = z
  .object({
    language: z.literal('en').describe('The language that is looked at; in any other nothing is found.'),
    findings: z.array(SelfTalkFinding).describe('In the order of the text; empty where nothing was found.'),
    support: Support.optional().describe('Where help is. With `explicit`, nothing else is answered.'),
  })
  .meta({ id: 'SelfTalkCheck', description: 'A hint at wording, and no diagnosis.' })
