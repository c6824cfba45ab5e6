import { z } from 'zod'
import {
  answered,
  Flag,
  Id,
  Instant,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
} from '../../platform/schemas.ts'

export const PitchFields = z.strictObject({
  title: line().describe('What you call it.'),
  text: prose(10_000).describe('How you explain what you offer.'),
  previousId: Id.nullish().describe('The version that this one says another way.'),
  archivedAt: Instant.nullish().describe('When you put it away.'),
})
const example = {
  title: 'Two minutes, with the night shift',
  text: 'I keep things running when nobody else is in the building.',
}

export const NewPitch = PitchFields.meta({
  id: 'NewPitch',
  description: 'One way to explain what you offer.',
  examples: [example],
})
export const PitchPatch = patchOf(PitchFields.omit({ previousId: true })).meta({
  id: 'PitchPatch',
  description: 'Changes to a pitch. The version that it says another way stays.',
  examples: [{ title: 'Two minutes' }],
})

const count = (meaning: string) => z.int().min(0).describe(meaning)

export const Pitch = z
  .object({
    ...recordMembers,
    ...answered(PitchFields),
    usedCount: count('Interviews held in which it was used.'),
    ledOnCount: count('Those of them that led to the next round, or to an offer.'),
    notLedOnCount: count('Those of them that did not. The others are not decided, or not known.'),
  })
  .meta({
    id: 'Pitch',
    description: 'One version of how you explain what you offer, and how often it led on.',
  })

export const PitchQuery = ListQuery.extend({
  archived: Flag.optional().describe('Only those put away, or only the others. Both unless stated.'),
})
export const PitchPage = pageOf('PitchPage', Pitch)
