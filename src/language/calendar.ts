type Place = { company: string | null; roleTitle: string | null }

/** What the entries of a calendar are called. */
export type CalendarTexts = {
  name: string
  /** `kind` is a code, `label` what the company calls it. */
  interview: (interview: Place & { kind: string; label: string | null; round: number }) => string
  coachingSession: string
  followUp: (step: Place & { text: string }) => string
}
