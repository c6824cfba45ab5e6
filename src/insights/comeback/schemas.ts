import { z } from 'zod'
import { CurvePoint, Rate, Time, Within } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Count = z.int().min(0)

const Censoring = z
  .object({
    day: Count.describe('Days from the beginning.'),
    count: z.int().min(1).describe('How many were watched until then, and had not come back.'),
  })
  .meta({ id: 'Censoring', description: 'A tick on a Kaplan-Meier curve.' })

const PlansTried = z
  .object({
    tried: Rate.describe('Plans tried at the next interview / plans that came up again.'),
    helped: z
      .object({
        yes: Count.describe('Plans that helped in one review or more.'),
        no: Count.describe('Plans that did not help in one review or more, and helped in none.'),
        unsure: Count.describe('Plans of which every review that says something is unsure.'),
        notSaid: Count.describe('Tried, and nothing is said of whether it helped.'),
      })
      .describe('What the tried ones did, each counted once by its best review.'),
  })
  .meta({ id: 'ComebackPlans', description: 'Plans tried at the next interview, and whether they helped.' })

const QuestionsRecovered = z
  .object({
    missed: Count.describe('Study items with a question that was missed.'),
    recovered: Count.describe('How many of them became ready afterwards.'),
    timeToReady: Time.describe('From the first miss to ready.'),
    curve: z.array(CurvePoint).describe('What share is not ready after each day; empty below 3.'),
  })
  .meta({ id: 'ComebackQuestions', description: 'Missed questions that became ready.' })

const noTime = { medianDays: null, low: null, high: null, events: 0, censored: 0 }
const noRate = { value: null, low: null, high: null, successes: 0, trials: 0 }

export const Comeback = z
  .object({
    ...frameMembers,
    comebackTime: Time.describe(
      'From learning of a no, or silence, to the first forward act: an application sent, an interview booked or held, a ' +
        'study review, a plan. Watched until today, the start of a declared pause, or an accepted offer.',
    ),
    undated: Count.describe('How many of the n have no day on record: in no curve.'),
    curve: z.array(CurvePoint).describe('What share has not come back after each day; empty below 3.'),
    censorings: z
      .array(Censoring)
      .describe('When the watch of the others ended: the ticks on the curve; empty below 3.'),
    backWithin7Days: Within,
    reflected: Rate.describe(
      'Of those not attributed to `not_about_you`, the share with a finished reflection that holds a plan.',
    ),
    plans: PlansTried,
    questions: QuestionsRecovered,
  })
  .meta({
    id: 'Comeback',
    description:
      'Five readings of recorded behaviour after a no; they make no total. The unit is the process that ended with a no ' +
      'or in silence, by the day you learned of it. Left out may be: filtered_out, no_interview_held, outside_period.',
    examples: [
      {
        ...frameExample('comeback', 0),
        comebackTime: noTime,
        undated: 0,
        curve: [],
        censorings: [],
        backWithin7Days: { days: 7, value: null, low: null, high: null, events: 0, atRisk: 0 },
        reflected: noRate,
        plans: { tried: noRate, helped: { yes: 0, no: 0, unsure: 0, notSaid: 0 } },
        questions: { missed: 0, recovered: 0, timeToReady: noTime, curve: [] },
      },
    ],
  })
