import { z } from 'zod'
import { AnsweredInstant, Day, Id, ListQuery, pageOf, patchOf, prose } from '../../platform/schemas.ts'
import { Basis, Subject } from '../search-records/schemas.ts'

export const WinFields = z.strictObject({
  text: prose(2_000).describe('What is worth a moment, in your own words.'),
  on: Day.nullish().describe('The day. Today unless stated.'),
})

export const NewWin = WinFields.meta({
  id: 'NewWin',
  description: 'A win to add by hand.',
  examples: [{ text: 'I asked for more time to think, and got it.', on: '2026-03-17' }],
})
export const WinPatch = patchOf(WinFields.extend({ on: Day.describe('The day.') })).meta({
  id: 'WinPatch',
  examples: [{ on: '2026-03-16' }],
})

export const Win = z
  .object({
    id: Id.describe('Stays the same as long as the records say the same.'),
    code: z
      .string()
      .regex(/^[a-z_]+$/)
      .describe(
        'Stable name: `interview_obtained`, `round_advanced`, `came_back`, `first_study_item_ready`, `reflection_finished`, `offer_received`, or `added`. More may come.',
      ),
    text: z
      .string()
      .min(1)
      .max(2_000)
      .describe('In the language of `Content-Language`; your own words where you added it.'),
    on: z.iso.date().describe('The day, in the time zone of the account.'),
    subject: Subject,
    basis: Basis,
    version: z.int().min(1).nullable().describe('Null on one that is derived.'),
    createdAt: AnsweredInstant.nullable().describe('Null on one that is derived.'),
    updatedAt: AnsweredInstant.nullable().describe('Null on one that is derived.'),
  })
  .meta({
    id: 'Win',
    description: 'Something worth a moment: it follows from records, or was added by hand.',
  })

export const WinCounts = z
  .array(
    z
      .object({ code: Win.shape.code, count: z.int().min(1).describe('How many there are.') })
      .meta({ id: 'WinCount', description: 'How many wins of a kind there are.' }),
  )
  .describe('Only kinds that occur, in the order of their names.')

export const WinQuery = ListQuery
export const WinPage = pageOf('WinPage', Win)
