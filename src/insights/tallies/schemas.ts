import { z } from 'zod'

const Count = z.int().min(0)

const Tally = z
  .object({
    count: Count.describe('How many endings.'),
    inferred: Count.describe(
      'How many of them rest on a guess: a reason that decides them is inferred, and no other was stated by the employer or is public. Where an ending has two sides, not about you and something to learn, each is looked at alone, and one guessed side is enough.',
    ),
    inferredShare: z.number().min(0).max(1).nullable().describe('inferred / count, 0 to 1; null below 3.'),
  })
  .meta({
    id: 'Tally',
    description: 'A count of endings, and how much of it rests on inferred evidence.',
    examples: [{ count: 4, inferred: 3, inferredShare: 0.75 }],
  })

export const Causes = z
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
    inferredInPart: Count.describe(
      'How many of the inferred of `both` are a guess on one side alone: the other is none.',
    ),
  })
  .meta({
    id: 'SummaryCauses',
    description: 'The two kinds of cause, over processes that ended with no job.',
  })

export const Tallies = z
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
