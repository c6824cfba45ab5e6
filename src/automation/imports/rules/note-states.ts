import { reasonsIn } from './reasons.ts'
import type { Ending, Reached } from './state-words.ts'
import { fold } from './text.ts'

export type NoteState = { reached: Reached | null; ending: Ending | null; turnedInterviewDown: boolean }

const LONGEST = 300

const OWN_NO =
  /^(?:i )?(?:have |had )?(?:declined|withdrew|withdrawn|turned (?:it |them |this )?down|refused)(?! (?:by|my|me)\b)|\bi (?:declined|withdrew|turned (?:it |them |this )?down)\b|^(?:i (?:was |am |m )?)?(?:not|no longer) interested(?! in (?:me|my)\b)/
const REFUSED =
  /^(?:i )?(?:was |got |have been |been |auto |automatically )*(?:rejected|not hired|not selected|not chosen|(?:declined|refused|turned down) by)\b(?! (?:the|their|an|this) offer)|^rejection\b/
const OFFERED =
  /^(?:i )?(?:was |got |been )?offered (?:me )?(?:the |a )?(?:position|job|role)\b|^(?:got|received|have) (?:an? |the )?(?:job )?offer\b(?! (?:to|for an))/
const INTERVIEWED =
  /^(?:i )?(?:had |did |was |have |am |currently )*(?:interviewing|interviewed)\b|^(?:had|did) (?:an? |the |my )?(?:\w+ )?interview\b/
const GHOSTED = /^(?:i )?(?:was |got |been )*ghosted\b|^(?:they|recruiter|company) ghosted\b|\bghosted me\b/
const INTERVIEW_DOWN =
  /\b(?:turned down|declined|refused|cancell?ed) (?:the |an |my |this |their )?(?:\w+ )?interview\b/

/**
 * How far and how ended, from a short note, where the row says it nowhere else. Only what opens a clause counts: a note
 * speaks of many things, a status column of one.
 */
export const readNoteState = (note: string): NoteState | null => {
  if (note.length > LONGEST) return null
  const clauses = note.split(/[.;,!?\n()]|->|→| [-–—] |\bbut\b/i).map(fold)
  const says = (pattern: RegExp) => clauses.some((clause) => pattern.test(clause))
  const offered = says(OFFERED)
  const ending = endingOf(note, says)
  const reached = offered ? 'offered' : says(INTERVIEWED) ? 'interviewing' : null
  if (ending === null && reached === null) return null
  return { reached, ending, turnedInterviewDown: says(INTERVIEW_DOWN) }
}

const endingOf = (note: string, says: (pattern: RegExp) => boolean): Ending | null => {
  if (says(OWN_NO)) return 'own_no'
  if (roleEnded(note)) return 'role_closed'
  if (says(REFUSED)) return 'rejected'
  return says(GHOSTED) ? 'no_response' : null
}

/** A role on hold may open again; a cancelled, frozen or filled one has ended. */
const roleEnded = (note: string): boolean =>
  reasonsIn(note).some(
    ({ code, basis }) =>
      ['position_cancelled', 'hiring_freeze', 'filled_before_you'].includes(code) &&
      !/hold|paus/i.test(basis),
  )
