import { APPLICATION_DAY, CONTESTED, type DefinitionText, figures, PROCESS, RATE } from './definition.ts'

const ROUNDS =
  'A round is reached when it, or a later one, was held. It led on when a later round was held or an offer came; else its recorded result counts, then the ending of the application.'
const CHANCE =
  'How often this many contested processes end without an offer by chance alone: (1 - r)^n for both ends of the base rate r in force, which is directional and named with its source and year.'

export const summary: DefinitionText = {
  title: 'Summary',
  unit: PROCESS,
  period: `${APPLICATION_DAY} What is next looks at the whole journal.`,
  figures: figures({
    rates: `${RATE} Of applications that are open without an interview, those of the last 60 days are waiting and no trial; older ones count as unanswered.`,
    causes:
      'Processes that ended with no job, by the attribution of their outcome. Beside each tally stands how many rest on inferred evidence alone.',
    tallies:
      'Every closed application counts once: won (an offer was made), learned (something to learn is on record), not about you, own choice, or not known. Silence is not known, unless a lesson was noted.',
    rounds: ROUNDS,
    chance: `${CHANCE} ${CONTESTED}`,
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
