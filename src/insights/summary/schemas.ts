import { z } from 'zod'
import { Statement } from '../../journal/statements/schemas.ts'
import { Next, ReflectionsOwed } from '../ahead/schemas.ts'
import { chanceMembers } from '../chance/schemas.ts'
import { Rate } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'
import { Rounds } from '../rounds/schemas.ts'
import { Causes, Tallies } from '../tallies/schemas.ts'

const Count = z.int().min(0)

const Works = z
  .object({
    interviewsObtained: Count.describe(
      'Interviews on record, whatever became of them. Each one is a win: an invitation stays one, also when called off. An offer without an interview on record adds none.',
    ),
    interviewsHeld: Count.describe('How many of them were held.'),
    applicationsSent: Count.describe('Applications that went out, open ones included.'),
    applicationsWithInterview: Count.describe(
      'How many of them came to an interview or an offer: an offer shows that somebody said yes, also where no interview is on record.',
    ),
    offersWithoutInterview: Count.describe(
      'How many of `applicationsWithInterview` have an offer and no interview on record.',
    ),
    undated: Count.describe(
      'Applications without `appliedOn` that count as sent, most of them because something came back: left out of the rate, and of the three counts below, as without an answer they would not be known.',
    ),
    waiting: Count.describe(
      'Sent in the last 60 days, without an interview or an offer, and still open: not among the trials of the rate.',
    ),
    unanswered: Count.describe('Open without either for longer than that: among the trials of the rate.'),
    ownChoice: Count.describe(
      'Ended by own choice before an interview or an offer: not among the trials of the rate.',
    ),
    applicationToInterview: Rate.describe(
      'Of the applications with `appliedOn`, the share that came to an interview or an offer. Those `waiting` and `ownChoice` are left out; those `unanswered` count as no.',
    ),
  })
  .meta({
    id: 'SummaryWorks',
    description:
      'What works: interviews obtained, and what share of applications led to one, or to an offer.',
  })

const Chance = z.object(chanceMembers).meta({
  id: 'SummaryChance',
  description:
    'What chance alone does at the base rate in force. The statement `chance_alone` says it to take weight off. It is left ' +
    'out with an offer anywhere in the journal, in the period or not and with an interview or not; without a process ' +
    'that ended so; and where the high end of the probability is below 0.2.',
})

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
    offersWithoutInterview: 0,
    undated: 0,
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
    inferredInPart: 0,
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
