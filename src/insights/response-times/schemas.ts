import { z } from 'zod'
import { CurvePoint, Time } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Count = z.int().min(0)
const Days = z.number().min(0).nullable()

const Quantile = z
  .object({
    share: z.number().min(0).max(1).describe('Of the processes, this share.'),
    days: Days.describe('was answered within so many days; null where the records do not reach it.'),
    low: Days.describe('Low end of the 95 % interval, in days.'),
    high: Days.describe('High end, in days.'),
  })
  .meta({ id: 'TimeQuantile', description: 'By which day a share of the processes was answered.' })

const WaitingProcess = z
  .object({
    applicationId: z.uuid().describe('The application.'),
    lastInterviewOn: z.iso
      .date()
      .describe('The day of its latest interview held, in the time zone of the account.'),
    daysSinceLastInterview: Count.describe(
      'Whole days since then, until today in the time zone of the account.',
    ),
  })
  .meta({ id: 'WaitingProcess', description: 'An open process without an answer since its last interview.' })

export const ResponseTimes = z
  .object({
    ...frameMembers,
    answer: Time.describe('From the last interview to an answer.'),
    quantiles: z.array(Quantile).describe('A quarter, a half, three quarters, nine tenths.'),
    curve: z.array(CurvePoint).describe('What share still waits after each day; empty below 3 processes.'),
    waiting: z
      .object({
        count: Count.describe('Open processes that wait.'),
        processes: z.array(WaitingProcess).max(200).describe('The 200 that have waited longest.'),
      })
      .describe('Open processes without an answer since their last interview.'),
  })
  .meta({
    id: 'ResponseTimes',
    description:
      'How long answers take after the last interview. The unit is the process. Left out may be: filtered_out, ' +
      'outside_period, no_interview_held, no_interview_day, no_answer_day, answer_before_interview.',
    examples: [
      {
        ...frameExample('response-times', 1),
        answer: { medianDays: null, low: null, high: null, events: 0, censored: 1 },
        quantiles: [{ share: 0.5, days: null, low: null, high: null }],
        curve: [],
        waiting: {
          count: 1,
          processes: [
            {
              applicationId: '0197f2a0-0000-7000-8000-000000000001',
              lastInterviewOn: '2026-03-10',
              daysSinceLastInterview: 12,
            },
          ],
        },
      },
    ],
  })
