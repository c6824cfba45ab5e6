import { z } from 'zod'
import { PeriodQuery } from '../../insights/frame/schemas.ts'
import { OUTCOME_KINDS } from '../../journal/outcomes/rules.ts'
import { Id } from '../../platform/schemas.ts'
import { ACTIVITIES } from './rules.ts'

export const WeeklyQuery = PeriodQuery

const Entry = z
  .object({
    day: z.iso.date().nullable().describe('In the time zone of the account; null where it is not known.'),
    activity: z
      .enum(ACTIVITIES)
      .describe(
        '`applied`, `interviewed` (the interview was held), or `answered` (the employer did). More may come.',
      ),
    applicationId: Id.describe('The application.'),
    company: z.string().nullable().describe('The employer; null where it is not known.'),
    roleTitle: z.string().nullable().describe('The role; null where it is not known.'),
    url: z.string().nullable().describe('Where the opening is described.'),
    source: z
      .string()
      .nullable()
      .describe('Where the opening was found: the name of the source, or else its channel.'),
    location: z.string().nullable().describe('Where the work would be.'),
    result: z
      .string()
      .nullable()
      .describe(
        'Of an interview, its result. Of an answer, what it was: `response`, `offer`, the result of a round, or the outcome. More may come.',
      ),
    outcome: z.enum(OUTCOME_KINDS).nullable().describe('How the application ended; null while it is open.'),
  })
  .meta({ id: 'WeeklyEntry', description: 'Something that was done, or that an employer answered.' })

const tally = {
  applied: z.int().min(0).describe('How many applications were sent.'),
  interviewed: z.int().min(0).describe('How many interviews were held.'),
  answered: z.int().min(0).describe('How many answers of employers came.'),
  entries: z.array(Entry).describe('By day.'),
}

export const WeeklyActivity = z
  .object({
    period: z
      .object({
        from: z.iso.date().nullable().describe('The first day; null: since the first record.'),
        to: z.iso.date().nullable().describe('The last day; null: until now.'),
      })
      .describe('The days that were asked for.'),
    timeZone: z.string().describe('In which days are counted.'),
    weeks: z
      .array(
        z
          .object({
            week: z.string().describe('ISO 8601, such as `2026-W10`.'),
            from: z.iso.date().describe('Its Monday.'),
            to: z.iso.date().describe('Its Sunday.'),
            ...tally,
          })
          .meta({ id: 'ActiveWeek', description: 'A week in which something was done or answered.' }),
      )
      .describe('The earliest first. Weeks in which nothing is on record are left out.'),
    undated: z
      .object(tally)
      .describe(
        'What has no day on record, and so lies in no week. Where the company came first, there was nothing to apply for.',
      ),
  })
  .meta({
    id: 'WeeklyActivity',
    description: 'What was done week by week, as an employment office asks for it.',
  })
