import {
  APPLICATION_DAY,
  CONTESTED,
  type DefinitionText,
  figures,
  PROCESS,
  RATE,
  UNDATED,
} from './definition.ts'

const ROUNDS =
  'A round is reached when it, or a later one, was held. It led on when a later round was held or an offer came; else its recorded result counts, then the ending of the application.'
const INFERRED =
  'Beside each tally stands how many rest on a guess: a reason that decides them is inferred, and no other on its side was stated by the employer or is public.'
const CHANCE =
  'How often this many contested processes end without an offer by chance alone: (1 - r)^n for both ends of the base rate r in force, which is directional and named with its source and year.'
const UNSAID =
  'The statement `chance_alone` is there to take weight off. It is left out with an offer anywhere in the journal, in the period or not and with an interview or not, without such a process, and below one person in five.'

export const summary: DefinitionText = {
  title: 'Summary',
  unit: PROCESS,
  period: `${APPLICATION_DAY} What is next looks at the whole journal.`,
  figures: figures({
    works:
      'Interviews are counted as they are on record. Of the applications sent, those count as led on that have an interview on record or an offer: an offer shows that somebody said yes, but adds no interview. Offers without an interview on record are counted beside.',
    rates: `${RATE} Of the way to an interview, ${UNDATED} Of applications that are open without an interview or an offer, those of the last 60 days are waiting and no trial; older ones count as unanswered, and as a no. What ended by own choice before either is no trial.`,
    causes: `Processes that ended with no job, by the attribution of their outcome. ${INFERRED} An ending with two sides, not about you and something to learn, rests on a guess as soon as one of them does. Where the cause is unknown, only that it went to someone else can be a guess.`,
    tallies: `Every closed application counts once: won (an offer was made), learned (something to learn is on record), not about you, own choice, or not known. Silence is not known, unless a lesson was noted. ${INFERRED} For a lesson, reasons to learn alone decide; an offer, an own choice, and a lesson that you said there is are no guess.`,
    rounds: ROUNDS,
    chance: `${CHANCE} ${CONTESTED} Offers are those of processes: one without an interview held is none of them. ${UNSAID}`,
  }),
}

export const rounds: DefinitionText = {
  title: 'Rounds',
  unit: PROCESS,
  period: APPLICATION_DAY,
  figures: figures({
    perRound: ROUNDS,
    advanceRate: `Of those decided, the share that led on; own choice and open ones stand apart. ${RATE}`,
    final:
      'Interviews of the kind `final` alone: which other round would have been the last is not on record.',
    stallsAt:
      'The round whose interval lies wholly below that of every other one, with 20 decided cases or more in each, and without endings that were not about you.',
  }),
}

export const chance: DefinitionText = {
  title: 'Chance alone',
  unit: `${PROCESS} ${CONTESTED}`,
  period: APPLICATION_DAY,
  figures: figures({
    probability: `${CHANCE} It says what happens to people with that rate, and nothing of one person.`,
    baseRate:
      'From a vendor or a secondary source, so it tells a direction and no more. The operator of the service may set another.',
  }),
}

export const funnel: DefinitionText = {
  title: 'Funnel',
  unit: 'An application that was sent, counted by the furthest stage it ever reached: an ending erases nothing.',
  period: APPLICATION_DAY,
  figures: figures({
    stages:
      'Whoever came to a stage passed those before it: an offer counts for `interviewed`, too, also where no interview is on record. An interview counts once it was held; one that is only booked is `responded`.',
    conversion: `Of the applications at a stage that are decided, the share that went on. Own choice and open ones stand apart. ${RATE} At the first step, ${UNDATED}`,
    withUnanswered:
      'The same, taking for ended what has waited for over 60 days before an interview: most answers that ever come do so within two weeks, and silence is seldom recorded.',
    groups:
      'On request by source, by tag, or by version of the résumé. An application with several tags counts in each.',
  }),
}

export const flow: DefinitionText = {
  title: 'Flow',
  unit: 'An application, by the stages and rounds that it passed, and how it ended.',
  period: APPLICATION_DAY,
  figures: figures({
    nodes: 'How many applications pass each stage or round, and how many ended in which way or are open.',
    links: 'How many went from one node to another. What flows into a stage flows out of it.',
  }),
}

export const forecast: DefinitionText = {
  title: 'Forecast',
  unit: `${PROCESS} ${CONTESTED}`,
  period: APPLICATION_DAY,
  figures: figures({
    rate: 'After k offers in n decided processes the rate has the distribution Beta(alpha + k, beta + n - k). Its mean, and the range that holds it with 80 % probability. Below 3 decided processes there are counts alone.',
    offersInNext:
      'Chance of at least one offer in the next 5 processes, if they are like those behind: 1 - the product of (b + i) / (a + b + i).',
    processesFor:
      'The fewest processes that bring an offer with 80 % probability, on request or after a first offer. A mean of that number would have no end.',
    sensitivity:
      'The same from other assumptions, Beta(2, 8) and Beta(1, 1): where these differ much, the assumption speaks and not the records.',
  }),
}
