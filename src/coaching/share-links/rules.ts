/** What a share link may show: counts and rates alone. */
export const FIGURES = ['summary', 'funnel', 'rounds', 'comeback', 'flow', 'wins'] as const
export type Figure = (typeof FIGURES)[number]

/** How many links an account may have. */
export const MOST_LINKS = 20
