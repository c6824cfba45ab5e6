import { z } from 'zod'
import {
  answered,
  Day,
  inOrder,
  ListQuery,
  pageOf,
  patchOf,
  prose,
  recordMembers,
} from '../../platform/schemas.ts'

export const PauseFields = z
  .strictObject({
    from: Day.describe('The first day. It may lie ahead.'),
    to: Day.nullish().describe('The last day. Null while the end is open.'),
    notes: prose().nullish().describe('What it is for.'),
  })
  .refine(...inOrder('from', 'to'))

export const NewPause = PauseFields.meta({
  id: 'NewPause',
  description: 'A planned break.',
  examples: [{ from: '2026-07-06', to: '2026-07-19', notes: 'Two weeks by the sea' }],
})
export const PausePatch = patchOf(PauseFields).meta({
  id: 'PausePatch',
  description: 'Changes to a pause. Null opens its end.',
  examples: [{ to: null }],
})

export const Pause = z
  .object({
    ...recordMembers,
    ...answered(PauseFields),
  })
  .meta({ id: 'Pause', description: 'A planned break. It counts for nothing and against nothing.' })

export const PauseQuery = ListQuery.extend({
  on: Day.optional().describe('Only those that this day lies within.'),
})
export const PausePage = pageOf('PausePage', Pause)
