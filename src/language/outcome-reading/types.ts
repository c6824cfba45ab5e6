import type { ReasonTextCode } from '../texts/reasons-en.ts'

/** The endings of an application that a mail of an employer can tell of. */
export const ENDING_KINDS = [
  'rejected',
  'role_closed',
  'offer_rescinded',
  'offer_declined',
  'withdrawn',
] as const
export type EndingKind = (typeof ENDING_KINDS)[number]

/** A place in the text as sent, in UTF-16 units; `end` is the first one behind it. */
export type Span = { start: number; end: number; text: string }

export type OutcomeReading = {
  language: 'en' | 'other'
  kind: EndingKind | null
  /** What tells of the ending. */
  spans: Span[]
  reasons: { code: ReasonTextCode; spans: Span[] }[]
  /** Whether they ask to stay in touch; no mail says that they do not. */
  doorOpen: true | null
}
