import type { ImportField } from './types.ts'

export type Check = 'dates' | 'events' | 'urls' | 'states' | 'modes' | 'employment' | 'words'

/** A weak synonym counts only where no strong one has taken its field. `cells` says what the column must hold. */
export type Synonym = { field: ImportField; pattern: RegExp; cells?: Check; weak?: true }

export const exact = (names: string) => new RegExp(`^(?:${names})$`, 'u')

export const within = (names: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'u')

export const JOB = '(?:job|role|position|posting|vacancy|opening|listing|ad|advert)'
