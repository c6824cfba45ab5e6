import { z } from 'zod'
import { Rate } from '../../insights/frame/schemas.ts'
import { Pitch } from '../../journal/pitches/schemas.ts'
import { Plan } from '../../journal/plans/schemas.ts'
import { Question } from '../../journal/questions/schemas.ts'
import { StudyItem } from '../../journal/study-items/schemas.ts'
import { Id } from '../../platform/schemas.ts'
import { FITS, MOST_CAME_UP, MOST_PLANS, MOST_STUDY_ITEMS, MOST_WENT_WELL } from './rules.ts'

const count = (meaning: string) => z.int().min(0).describe(meaning)

const PrepPlan = Plan.pick({ id: true, if: true, then: true })
  .extend({
    triedCount: count('How often it was tried so far.'),
    helpedCount: count('How often of these it helped.'),
  })
  .meta({ id: 'PrepPlan', description: 'A plan to try.' })

const PrepStudyItem = StudyItem.pick({
  id: true,
  prompt: true,
  mode: true,
  topic: true,
  state: true,
  dueOn: true,
  askedCount: true,
  missedCount: true,
})
  .extend({
    fits: z
      .enum(FITS)
      .describe(
        'Why it is here, the closest that holds. `company`: this employer asked it. `topic`: its topic is a tag of the application, or was asked about by this employer. `kind`: it was asked in one of your last 20 interviews of this kind.',
      ),
  })
  .meta({ id: 'PrepStudyItem', description: 'A question to be ready for that fits this round.' })

const PrepQuestion = Question.pick({ interviewId: true, prompt: true, kind: true, topic: true })
  .extend({
    questionId: Id,
    round: z.int().min(1).describe('In which round it was asked last.'),
    answered: Question.shape.answered.describe('How it was answered the last time.'),
    askedCount: count('How often this employer asked it before.'),
    studyItemId: Question.shape.studyItemId,
  })
  .meta({ id: 'PrepQuestion', description: 'A question that this employer asked before.' })

const PrepPitch = Pitch.pick({
  id: true,
  title: true,
  text: true,
  usedCount: true,
  ledOnCount: true,
  notLedOnCount: true,
})
  .extend({
    chosen: z
      .boolean()
      .describe('Whether the interview names it; else it is the newest that was not put away.'),
    ledOnRate: Rate.describe('ledOnCount / (ledOnCount + notLedOnCount).'),
  })
  .meta({ id: 'PrepPitch', description: 'How you explain what you offer, and how often it led on.' })

const WentWell = z
  .object({
    code: z
      .string()
      .describe(
        '`own_words`: you wrote it in a reflection. Else the code of what the record says. More may come.',
      ),
    text: z.string(),
    reflectionId: Id.nullable().describe('Where it was written; null for what the record says.'),
  })
  .meta({ id: 'PrepWentWell', description: 'Something that went well before.' })

const [interviewId, applicationId, questionId, studyItemId] = [2, 1, 3, 4].map(
  (n) => `0197f2a0-0000-7000-8000-00000000000${n}`,
) as [string, string, string, string]
const asked = { prompt: 'How do you find a slow query?', topic: 'SQL' }
const example = {
  interviewId,
  applicationId,
  plans: [
    {
      id: '0197f2a0-0000-7000-8000-000000000005',
      if: 'they ask something I do not know',
      then: 'I say how I would find out',
      triedCount: 0,
      helpedCount: 0,
    },
  ],
  studyItems: [
    {
      id: studyItemId,
      ...asked,
      mode: 'learn',
      state: 'learning',
      dueOn: '2026-03-16',
      askedCount: 2,
      missedCount: 1,
      fits: 'company',
    },
  ],
  cameUp: [
    {
      questionId,
      interviewId: '0197f2a0-0000-7000-8000-000000000006',
      round: 1,
      ...asked,
      kind: 'technical',
      answered: 'partly',
      askedCount: 1,
      studyItemId,
    },
  ],
  pitch: null,
  wentWell: [{ code: 'went_well_round_won', text: 'You went past round 1.', reflectionId: null }],
}

export const Prep = z
  .object({
    interviewId: Id,
    applicationId: Id,
    plans: z
      .array(PrepPlan)
      .max(MOST_PLANS)
      .nullable()
      .describe(
        `At most ${MOST_PLANS} open plans: those never tried come first, the oldest of them at the top; then those carried on, the longest untried first. Null for keys without \`reflections:read\`.`,
      ),
    studyItems: z
      .array(PrepStudyItem)
      .max(MOST_STUDY_ITEMS)
      .describe(
        `At most ${MOST_STUDY_ITEMS} that are not ready, or due by the day of the interview, and fit this round: the closest fit first, then those not ready, then by when they are due.`,
      ),
    cameUp: z
      .array(PrepQuestion)
      .max(MOST_CAME_UP)
      .describe(
        `At most ${MOST_CAME_UP} questions of earlier rounds with this employer, each once: first those not answered well the last time, then the latest.`,
      ),
    pitch: PrepPitch.nullable(),
    wentWell: z
      .array(WentWell)
      .max(MOST_WENT_WELL)
      .describe(
        `At most ${MOST_WENT_WELL}: your own words from reflections, with this employer first, then from rounds of this kind, then the latest; after them what the record says of this application. Own words are left out for keys without \`reflections:read\`, and private ones for everybody but you.`,
      ),
  })
  .meta({
    id: 'Prep',
    description: 'What is worth seeing again before an interview: little, and in order.',
    examples: [example],
  })
