import { z } from 'zod'
import { Pause } from '../../journal/pauses/schemas.ts'
import { AnsweredInstant, anyOf, Id, ListQuery, pageOf, saidAs, TimeZone } from '../../platform/schemas.ts'
import { CONSENTS } from '../../platform/scopes.ts'
import { ATTENTION, CLIENT_STATUSES, SORTS, TERMS } from './rules.ts'

const Count = z.int().min(0)

const code = z
  .enum(ATTENTION)
  .describe(
    `\`near_miss\`: a "no" after a final interview or one of round ${TERMS.lateRound} or later, or an offer taken back, learned of in the last ${TERMS.nearMiss} days. \`offer\`: one to answer. \`interview_soon\`: one of an open application, within ${TERMS.interviewSoon} days. \`reflection_overdue\`: an interview held more than ${TERMS.reflectionOverdue} and at most ${TERMS.reflectionForgotten} days ago that no finished reflection covers; private ones do not count, and within a declared pause there is none. \`repeated_miss\`: a question that was missed twice or more. \`quiet\`: nothing recorded for ${TERMS.quiet} days with an application open, outside of a declared pause. All need \`journal:read\`, \`reflection_overdue\` needs \`reflections:read\` as well. More may come.`,
  )

const Attention = z
  .object({
    code,
    since: z.iso
      .date()
      .nullable()
      .describe('The day of what it is about, or since when it is so, in the time zone of the client.'),
    subject: z
      .object({
        applicationId: Id.nullable().describe('The application, where it is about one.'),
        interviewId: Id.nullable().describe('The interview, where it is about one.'),
        questionId: Id.nullable().describe('The question, where it is about one.'),
      })
      .describe('The record; all null where it is about the journal as a whole.'),
  })
  .meta({ id: 'Attention', description: 'A record that may be worth a word; the latest of its kind.' })

const counts = {
  applications: Count.describe('Applications on record.'),
  open: Count.describe('Those without an outcome.'),
  interviews: Count.describe('Interviews obtained.'),
  offers: Count.describe('Applications that came to an offer.'),
  endedWithoutOffer: Count.describe(
    'Applications that ended without one, other than by a decision of the client.',
  ),
}

const Figures = z
  .object({
    ...counts,
    lastActivityAt: AnsweredInstant.nullable().describe('The latest thing that happened by the records.'),
  })
  .meta({ id: 'ClientFigures', description: 'Counts of records, never a figure about a person.' })

export const CoachingClient = z
  .object({
    id: Id.describe('That of the engagement.'),
    accountId: Id.describe('What to send as `Afterview-Account`.'),
    displayName: z.string().max(200).describe('The name that they chose.'),
    timeZone: TimeZone.nullable().describe(
      'IANA time zone in which days are counted there. Any engagement shows it; null while it is paused.',
    ),
    locale: z.string().max(35).nullable().describe('BCP 47 language tag, as the time zone.'),
    status: z.enum(CLIENT_STATUSES).describe('Where the engagement stands.'),
    scopes: z
      .array(z.enum(CONSENTS))
      .max(CONSENTS.length)
      .describe('What they let their coach do now: nothing while it is paused.'),
    since: AnsweredInstant.describe('When the engagement began.'),
    endsOn: z.iso.date().nullable().describe('The last day; null while it is open.'),
    figures: Figures.nullable().describe('Null without `journal:read`.'),
    pause: Pause.pick({ from: true, to: true })
      .nullable()
      .describe(
        'The declared pause that today lies within, in the time zone of the client; null without one, or without `journal:read`.',
      ),
    attention: z.array(Attention).describe('Empty where nothing is, or may be seen.'),
  })
  .meta({ id: 'CoachingClient', description: 'A client, as far as they let their coach see.' })

export const CoachingClientQuery = ListQuery.extend({
  attention: saidAs(anyOf(ATTENTION), code),
  status: z
    .enum(CLIENT_STATUSES)
    .default('active')
    .describe('`paused`: those who paused the engagement, of whom nothing is seen but that they are there.'),
  sort: z
    .enum(SORTS)
    .default('-since')
    .describe(
      `\`-since\`: the newest engagement first. \`lastActivityAt\`: the quietest first. \`displayName\`: by the first ${TERMS.sortedLetters} letters of the name.`,
    ),
})
export const CoachingClientPage = pageOf('CoachingClientPage', CoachingClient)
export const CoachingClientParams = z.strictObject({ accountId: Id })

export const Cohort = z
  .object({
    clients: Count.describe('Engagements that are active.'),
    seen: Count.describe('Of these, those who let the journal be read: what the figures are of.'),
    ...counts,
    attention: z
      .object(
        Object.fromEntries(
          ATTENTION.map((each) => [each, Count.describe(`Clients with \`${each}\`.`)]),
        ) as Record<string, typeof Count>,
      )
      .describe('How many clients each kind is about.'),
  })
  .meta({ id: 'Cohort', description: 'All clients of a coach together, in counts alone.' })
