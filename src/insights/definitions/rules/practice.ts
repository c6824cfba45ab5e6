import { APPLICATION_DAY, type DefinitionText, figures, PROCESS, RATE } from './definition.ts'

const TIME =
  'Kaplan-Meier: what has not ended yet counts for as long as it was watched. The median is the first day by which half have ended; its interval is the log-log one at 95 %. Below 3 there are counts alone. Today is the day that it is in the time zone of the account.'

export const reasons: DefinitionText = {
  title: 'Reasons',
  unit: 'An ending: a closed application. Beside it stands how many came after an interview held.',
  period: `${APPLICATION_DAY} A month is that in which an ending was learned of, or else decided; endings without a day stand under no month.`,
  figures: figures({
    groups: 'Endings that name a reason of the group. One with reasons of two groups counts in both.',
    evidence:
      'How the reasons are known: stated by the employer, public, inferred, or unknown; as counts and shares.',
  }),
}

export const responseTimes: DefinitionText = {
  title: 'Response times',
  unit: PROCESS,
  period: APPLICATION_DAY,
  figures: figures({
    answer: `Days from the last interview held to the first answer after it: what was heard back, an offer, or an ending by the employer. ${TIME}`,
    silence:
      'Silence is no answer and has no date: it counts as still waiting. Who withdrew is watched until that day.',
    waiting: 'Open processes without an answer, with the days since their last interview.',
  }),
}

export const comeback: DefinitionText = {
  title: 'Comeback',
  unit: `${PROCESS} Here, one that ended with a no or in silence.`,
  period:
    'A no belongs to the day on which you learned of it, or, where that is not known, to the day of its application.',
  figures: figures({
    comebackTime: `Days from learning of it to the first forward act: an application sent, an interview booked or held, a study review, a plan written. An interview was booked on the day it was recorded, where that came before its own day or no day was set for it, whatever became of it; recorded later, or held without a day, nobody knows when. What belongs to the application that ended does not count. The same day counts as 0 days. Watched until today, the start of a declared pause, or an accepted offer. ${TIME}`,
    backWithin7Days:
      '1 - S(7) of the same curve, with how many came back by then and how many were watched for so long.',
    reflected: `Of those not attributed to not_about_you, the share with a finished reflection that holds a plan. ${RATE}`,
    plans:
      'Plans tried at the first interview after the day they were written, of all that had one or were reviewed; a review that names no interview counts as about that one. And what they did.',
    questions: `Study items with a missed question, from the first miss to the day they were ready. ${TIME}`,
  }),
}

export const questions: DefinitionText = {
  title: 'Questions',
  unit: 'A question asked in an interview.',
  period:
    'A question belongs to the day of its interview, or, where that is not known, to the day it was recorded, in the time zone of the account.',
  figures: figures({
    missed: 'Answered partly, not known, or known and not shown.',
    recovered:
      'Missed, and its study item was ready on that day or later: last rating good or easy, at an interval of 7 days or more.',
    answeredWell: RATE,
    missedTwice: 'Study items whose question was missed twice or more in the period, all wordings together.',
  }),
}

export const plans: DefinitionText = {
  title: 'Plans',
  unit: 'An if-then plan.',
  period: 'A plan belongs to the day it was written, in the time zone of the account.',
  figures: figures({
    shownAgain:
      'An interview was held after the day the plan was written, or it was reviewed. The preparation shows open plans alone, and when one was dropped or tried is on no record: such a plan counts as well, though it may have been put away before that interview.',
    tried: `Of the plans that came up again or were tried, the share that was tried. ${RATE}`,
    helped:
      'Of the plans tried of which it is known, the share that helped. Where several reviews differ, one yes is enough.',
  }),
}

export const pitches: DefinitionText = {
  title: 'Pitches',
  unit: 'An interview held in which a pitch was used.',
  period:
    'An interview belongs to its day, or, where that is not known, to the day it was recorded, in the time zone of the account.',
  figures: figures({
    ledOnRate: `Of the decided interviews, the share that led on: a later round was held, an offer came, or the result says so. ${RATE}`,
    leading:
      'A version leads when its interval lies wholly above that of every other one in use, with 20 decided interviews or more in each.',
  }),
}

export const selfTalk: DefinitionText = {
  title: 'Self-talk',
  unit: 'A reflection with something written in it.',
  period: 'A reflection belongs to the day it was begun, in the time zone of the account.',
  figures: figures({
    selfJudging:
      'Reflections with a sentence in which the writer may judge themselves, as the reflection itself shows it. What judges a skill alone, and entries that their owner called a fact, do not count. English only. A hint at wording: it may be wrong, and it is no measure of a person.',
    byMonth: 'The same counts for each month. There is no rate, as there is nothing to reach.',
  }),
}
