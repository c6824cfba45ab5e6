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

/** Where two records that were made apart would be the same application: the role, the company and the day. */
export const likenessOf = ({ company, roleTitle, appliedOn }: Recognisable): string =>
  JSON.stringify([plain(company), plain(roleTitle), appliedOn])
