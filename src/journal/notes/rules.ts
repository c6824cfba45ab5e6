/** Who may read a note. */
export const VISIBILITIES = ['author', 'shared'] as const
export type Visibility = (typeof VISIBILITIES)[number]
