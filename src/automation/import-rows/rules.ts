import type { Placed } from '../imports/rules/answers.ts'
import { plain } from '../imports/rules/text.ts'

/** Where a row is now. */
export type Place = Placed

type Recognisable = {
  company: string | null
  roleTitle: string | null
  appliedOn: string | null
  url: string | null
}

/** Whatever stands for ß and ς where they are not at hand. */
export const named = (text: string | null) =>
  plain(text ?? '')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')

const dayKey = ({ company, roleTitle, appliedOn }: Recognisable) =>
  JSON.stringify(['day', named(company), named(roleTitle), appliedOn])
const urlKey = ({ company, url }: Recognisable) => JSON.stringify(['url', named(company), url])
/** The role at its company, alike however it is written; in which order its parts stand is up to the columns. */
export const roleOf = ({ company, roleTitle }: Pick<Recognisable, 'company' | 'roleTitle'>) =>
  JSON.stringify(['role', named(company), ...named(roleTitle).split(' – ').toSorted()])

/** What an application that was recorded by hand is recognised by: one without a day may have been sent since. */
export const likenessesOf = (record: Recognisable): string[] =>
  record.appliedOn ? [dayKey(record)] : [...(record.url ? [urlKey(record)] : []), roleOf(record)]

/** What a row may be recognised by, the surest first. */
export const likenessesIn = (row: Recognisable): string[] => [
  ...(row.appliedOn ? [dayKey(row)] : []),
  ...(row.url ? [urlKey(row)] : []),
  ...(row.appliedOn === null || (row.company && row.roleTitle) ? [roleOf(row)] : []),
]

/** An application that a row may be about: one for the same role, or one that the row may put right. */
export type Lookalike = { id: string; corrected: boolean }

const SAME_ROLE = 'An application for this role was there already. If both are the same, remove one of them.'
const CORRECTED =
  'An earlier row said the same under another company or role, and the file has it no more. If both are the same, remove one of them.'

/** What to look at where a row was added beside an application that it may be about. */
export const possibleDuplicates = (lookalike: Lookalike | undefined): Place['remarks'] =>
  lookalike === undefined
    ? []
    : [
        {
          heading: null,
          code: 'possible_duplicate',
          value: lookalike.id,
          detail: lookalike.corrected ? CORRECTED : SAME_ROLE,
        },
      ]
