import type { Placed } from '../imports/rules/answers.ts'

/** Where a row is now. */
export type Place = Placed

type Recognisable = {
  company: string | null
  roleTitle: string | null
  appliedOn: string | null
  url: string | null
}

const plain = (text: string | null) => text?.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase() ?? ''

const dayKey = ({ company, roleTitle, appliedOn }: Recognisable) =>
  JSON.stringify(['day', plain(company), plain(roleTitle), appliedOn])
const urlKey = ({ company, url }: Recognisable) => JSON.stringify(['url', plain(company), url])
const roleKey = ({ company, roleTitle }: Recognisable) =>
  JSON.stringify(['role', plain(company), plain(roleTitle)])

/** What an application that was recorded by hand is recognised by: one without a day may have been sent since. */
export const likenessesOf = (record: Recognisable): string[] =>
  record.appliedOn ? [dayKey(record)] : [...(record.url ? [urlKey(record)] : []), roleKey(record)]

/** What a row may be recognised by, the surest first. */
export const likenessesIn = (row: Recognisable): string[] => [
  ...(row.appliedOn ? [dayKey(row)] : []),
  ...(row.url ? [urlKey(row)] : []),
  ...(row.appliedOn === null || (row.company && row.roleTitle) ? [roleKey(row)] : []),
]
