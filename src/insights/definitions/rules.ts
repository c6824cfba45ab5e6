/** How each insight is computed, in words. */
export const DEFINITIONS = {
  summary: {
    title: 'Summary',
    unit: 'A process is an application with at least one interview held.',
    period:
      'An application belongs to the day on which it was sent, or, where that is not known, to the day on which it was recorded (UTC). What is next looks at the whole journal.',
    rates:
      'A rate is successes divided by trials, with its Wilson score interval at 95 %. Below 3 trials the counts stand alone. Below 10 processes the sample is called small. Of applications that are open without an interview, those of the last 60 days are waiting and no trial; older ones count as unanswered.',
    causes:
      'Processes that ended with no job, by the attribution of their outcome. Beside each tally stands how many rest on inferred evidence alone.',
    tallies:
      'Every closed application counts once: won (an offer was made), learned (something to learn is on record), not about you, own choice, or not known. Silence is not known, unless a lesson was noted.',
    rounds:
      'A round led on when a later round was held or an offer came; else its recorded result counts, then the ending of the application.',
    chance:
      'How often this many processes that could have been won end without an offer by chance alone, own choice and endings that were not about you left out: (1 - r)^n for the base rate r in force, which is directional and named with its source and year.',
  },
} as const

export type InsightName = keyof typeof DEFINITIONS
export const isInsightName = (name: string): name is InsightName => Object.hasOwn(DEFINITIONS, name)
