import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { assignments } from '../../coaching/assignments/table.ts'
import { coachingSessions } from '../../coaching/coaching-sessions/table.ts'
import { wins } from '../../guidance/wins/table.ts'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { notes } from '../../journal/notes/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomeChanges, outcomes } from '../../journal/outcomes/table.ts'
import { pauses } from '../../journal/pauses/table.ts'
import { pitches } from '../../journal/pitches/table.ts'
import { planReviews, plans } from '../../journal/plans/table.ts'
import { questions } from '../../journal/questions/table.ts'
import { ownReasons } from '../../journal/reasons/table.ts'
import { reflections } from '../../journal/reflections/table.ts'
import { studyItems } from '../../journal/study-items/table.ts'
import type { Kind } from './rules.ts'

export type IdentifiedKind = Exclude<Kind, 'importedRows'>

/** Where the records of each kind are that have an id. */
export const TABLES: Record<IdentifiedKind, PgTable & Record<'accountId' | 'id', PgColumn>> = {
  reasons: ownReasons,
  applications,
  pitches,
  interviews,
  questions,
  studyItems,
  offers,
  outcomes,
  outcomeChanges,
  plans,
  planReviews,
  reflections,
  notes,
  coachingSessions,
  assignments,
  pauses,
  wins,
}
