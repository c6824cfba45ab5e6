import { z } from 'zod'
import { Id } from '../../platform/schemas.ts'

const id = (meaning: string) => Id.nullable().describe(meaning)

export const Subject = z
  .object({
    applicationId: id('The application, also where one of its interviews is meant.'),
    interviewId: id('The interview.'),
    reflectionId: id('The reflection.'),
    planId: id('The plan.'),
    studyItemId: id('The study item.'),
    assignmentId: id('The assignment.'),
  })
  .meta({
    id: 'GuidanceSubject',
    description: 'The records that it is about; null for those it is not about.',
  })

/** The figures that a text rests on. */
export const Basis = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('The figures of the record that it rests on; which ones depends on the code.')
