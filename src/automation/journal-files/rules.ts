import type { Kind, Members } from '../journal-records/rules.ts'

export type { Kind }

const SUBJECT = ['applicationId', 'interviewId', 'questionId', 'from', 'to'] as const

/** What a record is about, from the columns of its row; null for the journal as a whole. */
const withSubject = (row: Members) => {
  const given = SUBJECT.filter((name) => row[name] !== null && row[name] !== undefined)
  const subject = Object.fromEntries(given.map((name) => [name, row[name]]))
  return { ...row, subject: given.length > 0 ? subject : null }
}

const WITH_SUBJECT: readonly Kind[] = ['reflections', 'notes', 'assignments']

/** A record as it stands in a file, but for members that stay behind. */
export const recordOf = (kind: Kind, row: Members): Members =>
  WITH_SUBJECT.includes(kind) ? withSubject(row) : row
