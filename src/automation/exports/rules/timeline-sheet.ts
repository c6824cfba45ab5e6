import type { InterviewEntry, OutcomeEntry, TimelineKind } from '../../../journal/timeline/rules.ts'
import { type Columns, reasonWords, words } from './words.ts'

type Entry = {
  kind: TimelineKind
  applicationId: string
  on: string | null
  at: string | null
  interview: InterviewEntry | null
  outcome: OutcomeEntry | null
}

export type Line = {
  entry: Entry
  /** The time of day where the account is, `HH:MM`. */
  time: string | null
  names: { company: string | null; roleTitle: string | null } | undefined
}

/** One line for each thing that happened. The headings never change; what has no `(UTC)` is where the account is. */
export const TIMELINE_COLUMNS: Columns<Line> = [
  ['Day (UTC)', ({ entry }) => entry.at?.slice(0, 10) ?? entry.on],
  ['Time (UTC)', ({ entry }) => entry.at?.slice(11, 19) ?? null],
  ['Company', ({ names }) => names?.company ?? null],
  ['Role', ({ names }) => names?.roleTitle ?? null],
  ['Event', ({ entry }) => words(entry.kind)],
  ['Interview round', ({ entry }) => entry.interview?.round ?? null],
  ['Interview kind', ({ entry }) => words(entry.interview?.kind ?? null)],
  ['Interview label', ({ entry }) => entry.interview?.label ?? null],
  ['Interview status', ({ entry }) => words(entry.interview?.status ?? null)],
  ['Interview result', ({ entry }) => words(entry.interview?.result ?? null)],
  ['Outcome', ({ entry }) => words(entry.outcome?.kind ?? null)],
  ['Decided on', ({ entry }) => entry.outcome?.decidedOn ?? null],
  ['Learned on', ({ entry }) => entry.outcome?.learnedOn ?? null],
  ['Attribution', ({ entry }) => words(entry.outcome?.attribution ?? null)],
  ['Reasons', ({ entry }) => reasonWords(entry.outcome?.reasons)],
  ['Application id', ({ entry }) => entry.applicationId],
  ['Day', ({ entry }) => entry.on],
  ['Time', ({ time }) => time],
]
