import { z } from 'zod'
import { Rate } from '../../insights/figures/schemas.ts'
import { ANSWERED, QUESTION_KINDS } from '../../journal/questions/rules.ts'
import { StudyItem } from '../../journal/study-items/schemas.ts'
import { Id } from '../../platform/schemas.ts'
import { FITS, MOST, WRITTEN } from './rules.ts'

const Count = z.int().min(0)

const PrepPlan = z
  .object({
    id: Id,
    if: z.string().describe('The moment it is for.'),
    then: z.string().describe('What to do then.'),
    reviewCount: Count.describe('How often it was reviewed.'),
    triedCount: Count.describe('How often it was tried so far.'),
  })
  .meta({ id: 'PrepPlan', description: 'An open plan, to be seen again before the moment.' })

const PrepStudyItem = StudyItem.extend({
  because: z
    .array(z.enum(FITS))
    .describe(
      'Why it fits this round: `employer` asked it before, its `topic` is a tag of the application or came up there, or it was asked in one of your last 20 interviews of this `kind`. More may come.',
    ),
}).meta({ id: 'PrepStudyItem', description: 'A study item that fits the round.' })

const EarlierQuestion = z
  .object({
    questionId: Id,
    interviewId: Id.describe('Where it was asked last.'),
    round: z.int().min(1).describe('The round in which it was asked last.'),
    prompt: z.string().describe('The question, as it was noted the last time.'),
    kind: z.enum(QUESTION_KINDS).describe('Its kind.'),
    topic: z.string().nullable().describe('Its topic; null where none is noted.'),
    answered: z
      .enum(ANSWERED)
      .nullable()
      .describe('How it was answered the last time; null where nobody noted it.'),
    askedCount: Count.describe('How often this employer asked it before.'),
    studyItemId: Id.nullable().describe('The study item that it leads to; null where there is none.'),
  })
  .meta({ id: 'EarlierQuestion', description: 'What this employer asked in an earlier round.' })

const PrepPitch = z
  .object({
    pitchId: Id,
    title: z.string().describe('What it is called.'),
    text: z.string().describe('The words.'),
    chosen: z.boolean().describe('Whether the interview names it. Otherwise it is the newest one.'),
    used: Count.describe('In how many interviews held it was used.'),
    ledOn: Count.describe('How many of them led on.'),
    ledOnRate: Rate.describe('Out of those with an answer, as /v1/insights/pitches has it.'),
  })
  .meta({ id: 'PrepPitch', description: 'How you explain what you offer, and how often it led on.' })

const WentWell = z
  .object({
    code: z
      .string()
      .describe('`own_words`, or what the record says, as reflections propose it. More may come.'),
    text: z
      .string()
      .describe('Your own words, or what the record says in the language of `Content-Language`.'),
    entryId: Id.nullable().describe('The answer of a reflection; null for what the record says.'),
    reflectionId: Id.nullable().describe(
      'The reflection that holds the answer; null for what the record says.',
    ),
  })
  .meta({ id: 'WentWell', description: 'Something that went well before.' })

export const Prep = z
  .object({
    interviewId: Id,
    applicationId: Id,
    plans: z
      .array(PrepPlan)
      .max(MOST.plans)
      .describe(
        'Those never tried first, the oldest of them at the top; then those carried on, the longest untried first.',
      ),
    studyItems: z
      .array(PrepStudyItem)
      .max(MOST.studyItems)
      .describe('Not ready, or due by the day of the interview, and fit for it; the nearest fit first.'),
    earlierQuestions: z
      .array(EarlierQuestion)
      .max(MOST.earlierQuestions)
      .describe('What came up before with this employer, each once; those not answered well first.'),
    pitch: PrepPitch.nullable().describe('Null while there is none.'),
    wentWell: z
      .array(WentWell)
      .max(MOST.wentWell)
      .describe(
        'Your own words out of finished and open reflections: with this employer first, then in rounds of this kind, then the latest. After them what the record says of this application. Private words are for you alone.',
      ),
    notShown: z

      .object({
        plans: Count.describe('Open plans beyond those shown.'),
        studyItems: Count.describe('Study items beyond those shown.'),
        earlierQuestions: Count.describe('Earlier questions beyond those shown.'),
      })
      .describe('How many more there are of each that fit.'),
    withheld: z
      .array(z.enum(WRITTEN))
      .describe(
        'What is left out because the key does not hold `reflections:read`; of `wentWell`, your own words.',
      ),
  })
  .meta({ id: 'Prep', description: 'What is worth a look before an interview. Small, and in order.' })
