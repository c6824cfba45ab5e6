import { z } from 'zod'
import { QUESTION_KINDS } from '../../journal/questions/rules.ts'
import { STUDY_STATES } from '../../journal/study-items/rules.ts'
import { Rate } from '../figures/schemas.ts'
import { frameExample, frameMembers } from '../frame/schemas.ts'

const Count = z.int().min(0)

const members = {
  asked: Count.describe('Questions asked: well + missed + notRated.'),
  notRated: Count.describe('Questions of which nobody noted how they were answered.'),
  well: Count.describe('How many were answered well.'),
  missed: Count.describe('How many were answered partly, not known, or known and not shown.'),
  recovered: Count.describe('How many of the missed ones became ready afterwards.'),
  answeredWell: Rate.describe('well / (well + missed).'),
}

const TopicReading = z
  .object({ topic: z.string().nullable().describe('Null where none is noted.'), ...members })
  .meta({ id: 'TopicReading', description: 'How the questions of a topic went.' })
const KindReading = z
  .object({ kind: z.enum(QUESTION_KINDS).describe('The kind.'), ...members })
  .meta({ id: 'QuestionKindReading', description: 'How the questions of a kind went.' })

const MissedItem = z
  .object({
    studyItemId: z.uuid().describe('The study item that gathers its wordings.'),
    prompt: z.string().describe('The question as the study item has it.'),
    topic: z.string().nullable().describe('Its topic; null where none is noted.'),
    state: z.enum(STUDY_STATES).describe('Where its study stands today.'),
    asked: Count.describe('How often it was asked.'),
    missed: Count.describe('How often it was missed.'),
    lastMissedOn: z.iso.date().describe('The day on which it was missed last, within the period.'),
  })
  .meta({ id: 'RepeatedlyMissed', description: 'A question that was missed twice or more.' })

export const QuestionsInsight = z
  .object({
    ...frameMembers,
    ...members,
    topics: z
      .array(TopicReading)
      .max(100)
      .describe('The 100 most asked, these first; upper and lower case are alike.'),
    kinds: z.array(KindReading).describe('The most asked first.'),
    missedTwice: z
      .object({
        count: Count.describe('How many there are.'),
        items: z.array(MissedItem).max(100).describe('The 100 most missed.'),
      })
      .describe('Questions that were missed twice or more.'),
  })
  .meta({
    id: 'QuestionsInsight',
    description:
      'What was asked, and how it was answered. The unit is the question; open are those not rated yet. Left out may be: ' +
      'filtered_out, outside_period.',
    examples: [
      {
        ...frameExample('questions', 1),
        asked: 1,
        notRated: 0,
        well: 0,
        missed: 1,
        recovered: 0,
        answeredWell: { value: null, low: null, high: null, successes: 0, trials: 1 },
        topics: [],
        kinds: [],
        missedTwice: { count: 0, items: [] },
      },
    ],
  })
