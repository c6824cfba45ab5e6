import { z } from 'zod'
import { AnsweredInstant, distinct, line, pageOf, patchOf, recordMembers } from '../../platform/schemas.ts'
import { CALENDAR_CONTENTS } from './rules.ts'

export const NewCalendarFeed = z
  .strictObject({
    label: line(100).nullish().describe('Which calendar reads it.'),
    include: z
      .array(z.enum(CALENDAR_CONTENTS))
      .min(1)
      .max(CALENDAR_CONTENTS.length)
      .refine(...distinct('Must not name a content twice'))
      .nullish()
      .describe('What it holds: all there is unless stated. More may come.'),
  })
  .meta({ id: 'NewCalendarFeed', examples: [{ label: 'Phone', include: ['interviews'] }] })

export const CalendarFeedPatch = patchOf(NewCalendarFeed).meta({
  id: 'CalendarFeedPatch',
  examples: [{ label: 'Old phone' }],
})

const members = {
  ...recordMembers,
  label: z.string().nullable().describe('Which calendar reads it.'),
  include: z.array(z.enum(CALENDAR_CONTENTS)).describe('What it holds. More may come.'),
  lastReadAt: AnsweredInstant.nullable().describe('When a calendar last read it, exact to the minute.'),
}

export const CalendarFeed = z
  .object(members)
  .meta({ id: 'CalendarFeed', description: 'An address for a calendar, without the address.' })
export const CreatedCalendarFeed = z
  .object({
    ...members,
    url: z.url().describe('Shown this once. Whoever has it can read what the feed holds.'),
  })
  .meta({ id: 'CreatedCalendarFeed', description: 'An address for a calendar.' })
export const CalendarFeedPage = pageOf('CalendarFeedPage', CalendarFeed)

export const CalendarParams = z.strictObject({
  token: z.string().min(1).max(100).describe('What the address of the feed holds.'),
})
export const Calendar = z.string().describe('iCalendar (RFC 5545).')
