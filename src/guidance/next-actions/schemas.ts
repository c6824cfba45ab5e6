import { z } from 'zod'
import { Id } from '../../platform/schemas.ts'
import { Basis, Subject } from '../search-records/schemas.ts'
import { MOST_ACTIONS } from './rules.ts'

const subject = {
  applicationId: '0197f2a0-0000-7000-8000-000000000001',
  interviewId: '0197f2a0-0000-7000-8000-000000000002',
  reflectionId: null,
  planId: null,
  studyItemId: null,
  assignmentId: null,
}

const NextAction = z
  .object({
    code: z
      .string()
      .regex(/^[a-z_]+$/)
      .describe('Stable name of its kind, for clients that bring their own words. More may come.'),
    title: z.string().describe('What to do; for `follow_up` and `assignment`, the words of who set it.'),
    dueOn: z.iso.date().nullable().describe('The day it is due, in the time zone of the account.'),
    subject: Subject,
    why: z.string().describe('What in the record it rests on: two short sentences at most.'),
    basis: Basis,
  })
  .meta({ id: 'NextAction', description: 'Something worth doing now.' })

const CurrentPause = z
  .object({
    id: Id,
    from: z.iso.date().describe('Its first day.'),
    to: z.iso.date().nullable().describe('Its last day; null while none is set.'),
  })
  .meta({ id: 'CurrentPause', description: 'The declared pause that today lies within.' })

export const NextActions = z
  .object({
    data: z.array(NextAction).max(MOST_ACTIONS).describe('In the order in which they are worth doing.'),
    pause: CurrentPause.nullable().describe('While there is one, nothing is asked for.'),
  })
  .meta({
    id: 'NextActions',
    description: 'What is worth doing now.',
    examples: [
      {
        data: [
          {
            code: 'prepare_interview',
            title: 'Look at the prep for your interview',
            dueOn: '2026-03-17',
            subject,
            why: 'Your interview is tomorrow. Plans help more when you see them again before it.',
            basis: { days: 1 },
          },
        ],
        pause: null,
      },
    ],
  })
