import { z } from 'zod'
import { Statement } from '../../journal/statements/schemas.ts'
import { chanceMembers } from '../chance/schemas.ts'
import { frameExample, frameMembers, Rate } from '../frame/schemas.ts'
import { Rounds } from '../rounds/schemas.ts'

const Count = z.int().min(0)
const Id = z.uuid()

const Works = z
  .object({
    interviewsObtained: Count.describe(
      'Interviews on record, whatever became of them. Each one is a win: an invitation stays one, also when called off.',
    ),
    interviewsHeld: Count.describe('How many of them were held.'),
    applicationsSent: Count.describe('Applications that went out, open ones included.'),
    applicationsWithInterview: Count.describe('How many of them came to an interview.'),
    waiting: Count.describe(
      'Sent in the last 60 days, without an interview, and still open: not among the trials of the rate.',
    ),
    unanswered: Count.describe(
      'Open without an interview for longer than that: among the trials of the rate.',
    ),
    ownChoice: Count.describe('Ended by own choice before an interview: not among the trials of the rate.'),
    applicationToInterview: Rate,
  })
  .meta({
    id: 'SummaryWorks',
    description: 'What works: interviews obtained, and what share of applications led to one.',
  })

const Tally = z
  .object({
    count: Count.describe('How many endings.'),
    inferred: Count.describe(
      'How many of them rest on inferred evidence: nothing that decides them, or one side of them where they have two, was stated by an employer or is public.',
    ),
    inferredShare: z.number().min(0).max(1).nullable().describe('inferred / count, 0 to 1; null below 3.'),
  })
  .meta({
    id: 'Tally',
    description: 'A count of endings, and how much of it rests on inferred evidence.',
    examples: [{ count: 4, inferred: 3, inferredShare: 0.75 }],
  })

const Causes = z
  .object({
    ended: Count.describe(
      'Processes that ended with no job and have an attribution; the four tallies add up to it.',
    ),
    ownChoice: Count.describe(
      'Processes that the account owner chose to leave: there is no cause to look for.',
    ),
    notAboutYou: Tally,
    somethingToLearn: Tally,
    both: Tally,
    unknown: Tally,
    comparison: Count.describe('How many of `unknown` went to someone else; nothing says why.'),
  })
  .meta({
    id: 'SummaryCauses',
    description: 'The two kinds of cause, over processes that ended with no job.',
  })

const Tallies = z
  .object({
    closed: Count.describe('All closed applications; the five tallies add up to it.'),
    won: Tally,
    learned: Tally,
    notAboutYou: Tally,
    ownChoice: Tally,
    notKnown: Tally,
    comparison: Count.describe('How many of `notKnown` went to someone else; nothing says why.'),
  })
  .meta({
    id: 'SummaryTallies',
    description:
      'Won, learned or not about you: every closed application counts once, in the first that holds. won: an offer was ' +
      'made. learned: something to learn was noted, also on silence. notAboutYou: so attributed. ownChoice: left by choice. notKnown: ' +
      'nobody knows the cause, silence among them.',
  })

const Chance = z
  .object(chanceMembers)
  .meta({ id: 'SummaryChance', description: 'What chance alone does at the base rate in force.' })

const OwedReflection = z
  .object({
    interviewId: Id.describe('The interview that was held.'),
    applicationId: Id.describe('Its application.'),
    heldOn: z.iso.date().nullable().describe('The day it was held; null where that is not known.'),
    openReflectionId: Id.nullable().describe(
      'A reflection about it that was begun; null where there is none.',
    ),
  })
  .meta({ id: 'OwedReflection', description: 'An interview held that no finished reflection covers.' })

const OwedAfterOffer = z
  .object({
    applicationId: Id.describe('The application that came to an offer.'),
    openReflectionId: Id.nullable().describe('A reflection about it that was begun; null without one.'),
  })
  .meta({ id: 'OwedAfterOffer', description: 'An offer that no finished reflection covers.' })

const ReflectionsOwed = z
  .object({
    count: Count.describe('How many there are: interviews and offers.'),
    interviewCount: Count.describe('How many of them are interviews.'),
    interviews: z.array(OwedReflection).max(20).describe('The latest 20 interviews of them.'),
    offers: z.array(OwedAfterOffer).max(20).describe('The latest 20 offers of them.'),
  })
  .meta({
    id: 'ReflectionsOwed',
    description:
      'Interviews held that no finished reflection covers, won rounds among them; and offers, until a ' +
      'reflection about their application is finished.',
  })

const NextInterview = z
  .object({
    interviewId: Id.describe('The interview.'),
    applicationId: Id.describe('Its application.'),
    startsAt: z.iso.datetime().nullable().describe('When it starts; null where no time is set yet.'),
  })
  .meta({ id: 'SummaryNextInterview', description: 'An interview that is scheduled.' })

const Listed = z
  .object({
    count: Count.describe('How many there are.'),
    ids: z.array(Id).max(20).describe('The oldest 20 of them.'),
  })
  .meta({ id: 'ListedIds', description: 'Records that are open, oldest first.' })

const Next = z
  .object({
    interview: NextInterview.nullable().describe(
      'The next interview of an open application; null where none is set.',
    ),
    plans: Listed,
    openReflections: Listed,
  })
  .meta({ id: 'SummaryNext', description: 'What lies ahead in the whole journal, whatever the period.' })

const NO_ENDING = { count: 0, inferred: 0, inferredShare: null }
const ONE_ENDING = { count: 1, inferred: 0, inferredShare: null }
const noRate = (successes: number, trials: number) => ({
  value: null,
  low: null,
  high: null,
  successes,
  trials,
})
const NO_ROUND = {
  reached: 0,
  advanced: 0,
  notAdvanced: 0,
  notAboutYou: 0,
  ownChoice: 0,
  open: 0,
  advanceRate: noRate(0, 0),
}
const ONE_ROUND = { ...NO_ROUND, reached: 1, notAdvanced: 1, advanceRate: noRate(0, 1) }
const OWED = {
  interviewId: '0197f2a0-0000-7000-8000-000000000002',
  applicationId: '0197f2a0-0000-7000-8000-000000000001',
  heldOn: '2026-03-02',
  openReflectionId: null,
}
const EXAMPLE = {
  ...frameExample('summary', 1),
  basis: { n: 1, open: 0, excluded: [{ code: 'no_interview_held', count: 1 }] },
  works: {
    interviewsObtained: 1,
    interviewsHeld: 1,
    applicationsSent: 2,
    applicationsWithInterview: 1,
    waiting: 1,
    unanswered: 0,
    ownChoice: 0,
    applicationToInterview: noRate(1, 1),
  },
  causes: {
    ended: 1,
    ownChoice: 0,
    notAboutYou: NO_ENDING,
    somethingToLearn: NO_ENDING,
    both: NO_ENDING,
    unknown: ONE_ENDING,
    comparison: 0,
  },
  tallies: {
    closed: 1,
    won: NO_ENDING,
    learned: NO_ENDING,
    notAboutYou: NO_ENDING,
    ownChoice: NO_ENDING,
    notKnown: ONE_ENDING,
    comparison: 0,
  },
  rounds: {
    perRound: [{ round: 1, ...ONE_ROUND }],
    first: ONE_ROUND,
    second: NO_ROUND,
    final: NO_ROUND,
    stallsAt: null,
  },
  chance: {
    processesWithoutOffer: 1,
    offers: 0,
    probability: { low: 0.75, high: 0.8 },
    baseRate: { low: 0.2, high: 0.25, source: 'Jobvite', year: 2017, directional: true },
  },
  reflectionsOwed: { count: 1, interviewCount: 1, interviews: [OWED], offers: [] },
  next: { interview: null, plans: { count: 0, ids: [] }, openReflections: { count: 0, ids: [] } },
  statements: [
    {
      code: 'works_interviews',
      text: 'You got 1 interview from 2 applications. It is a win: they saw enough to want to talk with you.',
      basis: { interviews: 1, applications: 2 },
    },
    {
      code: 'what_next',
      text: 'Next: three questions wait for you, when you want them. The first is what worked.',
      basis: { action: 'start_reflection', afterOffer: false },
    },
  ],
}

export const Summary = z
  .object({
    ...frameMembers,
    works: Works,
    causes: Causes,
    tallies: Tallies,
    rounds: Rounds,
    chance: Chance,
    reflectionsOwed: ReflectionsOwed,
    next: Next,
    statements: z.array(Statement).describe('The same in statements, in this order.'),
  })
  .meta({
    id: 'Summary',
    description:
      'The diagnosis: what works, the two kinds of cause, the tallies, the rounds, what chance alone does, reflections ' +
      'owed, and what is next. The unit of the basis is the process, an application with at least one interview held. An ' +
      'application belongs to the day it was sent, or else recorded. Left out may be: filtered_out, outside_period, not_sent, ' +
      'no_interview_held.',
    examples: [EXAMPLE],
  })
