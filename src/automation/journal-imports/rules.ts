import type { Kind, Members } from '../journal-records/rules.ts'

export type { Kind, Members }

/** What keeps a record from being brought in, and where it stands: within the record, or within the file. */
export type Flaw = { pointer: string; code: string; detail: string }

/** What became of one record of a file. */
export type RecordAnswer = {
  pointer: string
  status: 'added' | 'noop' | 'invalid'
  recordId: string | null
  invalid: Flaw | null
}

const ABOUT = { 'subject/applicationId': 'applications', 'subject/interviewId': 'interviews' } as const

/** Which members name a record of which kind; `*` stands for each of a list. */
const REFERENCES: { [Name in Kind]?: Record<string, Kind> } = {
  pitches: { previousId: 'pitches' },
  interviews: { applicationId: 'applications', pitchId: 'pitches' },
  questions: { interviewId: 'interviews' },
  studyItems: { 'reviews/*/questionId': 'questions' },
  offers: { applicationId: 'applications' },
  outcomes: { applicationId: 'applications' },
  outcomeChanges: { applicationId: 'applications' },
  planReviews: { planId: 'plans', interviewId: 'interviews' },
  reflections: { ...ABOUT, 'entries/*/questionId': 'questions', 'entries/*/planId': 'plans' },
  notes: ABOUT,
  assignments: { ...ABOUT, 'subject/questionId': 'questions', sessionId: 'coachingSessions' },
  importedRows: { applicationId: 'applications' },
}

/** A member that names another record, and how to name one there. */
type Reference = { kind: Kind; pointer: string; id: string; rename: (id: string) => void }

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null

const referencesAt = (holder: unknown, path: string[], kind: Kind, at = ''): Reference[] => {
  const [name = '', ...rest] = path
  if (!isMembers(holder)) return []
  if (name === '*')
    return Object.keys(holder).flatMap((each) => referencesAt(holder[each], rest, kind, `${at}/${each}`))
  const value = holder[name]
  if (rest.length > 0) return referencesAt(value, rest, kind, `${at}/${name}`)
  const rename = (id: string) => {
    holder[name] = id
  }
  return typeof value === 'string' ? [{ kind, pointer: `${at}/${name}`, id: value, rename }] : []
}

/** Every member of a record that names another. */
export const referencesOf = (kind: Kind, record: Members): Reference[] =>
  Object.entries(REFERENCES[kind] ?? {}).flatMap(([path, named]) =>
    referencesAt(record, path.split('/'), named),
  )

type Unique = { keysOf: (record: Members) => string[]; flaw: Flaw | null }

/** Of what an account holds no more than one, and what to say of a second one. */
export const UNIQUE: { [Name in Kind]?: Unique } = {
  applications: {
    keysOf: ({ externalRef }) => {
      const { source, id } = (externalRef ?? {}) as { source?: string; id?: string }
      return source === undefined ? [] : [`${source} ${id}`]
    },
    flaw: {
      pointer: '/externalRef',
      code: 'external_ref_taken',
      detail: 'Another application has this externalRef.',
    },
  },
  studyItems: {
    keysOf: ({ wordings }) => wordings as string[],
    flaw: {
      pointer: '/wordings',
      code: 'study_item_exists',
      detail: 'There is a study item for this question.',
    },
  },
  offers: {
    keysOf: ({ applicationId }) => [String(applicationId)],
    flaw: { pointer: '/applicationId', code: 'offer_taken', detail: 'The application has another offer.' },
  },
  outcomes: {
    keysOf: ({ applicationId }) => [String(applicationId)],
    flaw: {
      pointer: '/applicationId',
      code: 'outcome_taken',
      detail: 'The application has another outcome.',
    },
  },
  // What is remembered already needs no second memory.
  importedRows: { keysOf: ({ identity, occurrence }) => [`${identity} ${occurrence}`], flaw: null },
}
