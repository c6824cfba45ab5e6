import { z } from 'zod'

const Count = z.int().min(0)
const Id = z.uuid()

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

export const ReflectionsOwed = z
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

export const Next = z
  .object({
    interview: NextInterview.nullable().describe(
      'The next interview of an open application; null where none is set.',
    ),
    plans: Listed,
    openReflections: Listed,
  })
  .meta({ id: 'SummaryNext', description: 'What lies ahead in the whole journal, whatever the period.' })
