import { z } from 'zod'
import { answered, line, patchOf, recordMembers, TimeZone } from '../../platform/schemas.ts'

const fields = {
  displayName: line().describe('How the service may call this person.'),
  email: z
    .email()
    .max(254)
    .nullish()
    .describe('Where this person can be reached. The service sends no mail.'),
  timeZone: TimeZone.nullish().describe('IANA time zone in which days are counted. UTC unless stated.'),
  locale: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Must be a BCP 47 language tag')
    .nullish()
    .describe(
      'BCP 47 language tag, kept for clients: what the service says is in the language of `Content-Language`. en unless stated.',
    ),
}
const examples = [{ displayName: 'Noor', timeZone: 'Europe/Amsterdam', locale: 'en' }]

export const NewAccount = z
  .strictObject(fields)
  .meta({ id: 'NewAccount', description: 'A new account.', examples })
export const AccountPatch = patchOf(NewAccount).meta({
  id: 'AccountPatch',
  description: 'Changes to your account. Null clears an address, and brings a default back.',
  examples: [{ timeZone: 'Asia/Tokyo' }],
})

export const Account = z
  .object({
    ...recordMembers,
    ...answered(NewAccount, 'timeZone', 'locale'),
  })
  .meta({ id: 'Account', description: 'A person, or the integration of an organisation.' })
