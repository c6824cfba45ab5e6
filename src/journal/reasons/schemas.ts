import { z } from 'zod'
import { answered, Id, line, patchOf, prose, recordMembers } from '../../platform/schemas.ts'
import { OWN_CODE, REASON_CODES, REASON_GROUPS } from './rules.ts'

const ownCode = z.string().max(64).regex(OWN_CODE, 'Must be a code of GET /v1/reasons')

/** A code of the catalogue, or of a reason of the account's own. */
export const reasonCode = z
  .union([z.enum(REASON_CODES), ownCode], {
    error: 'Must be a code of the catalogue, or of a reason of your own',
  })
  .describe('Stable. From the catalogue, which may grow, or `own_...` for a reason of your own.')

const group = z
  .enum(REASON_GROUPS)
  .describe('Decides the attribution of the outcomes that name the reason, and so it never changes.')

/** What may be changed of a reason of one's own. */
export const ReasonFields = z.strictObject({
  title: line(100).describe('What you call it.'),
  description: prose(1_000).nullish().describe('What is meant by it.'),
})
export const NewReason = z.strictObject({ group, ...ReasonFields.shape }).meta({
  id: 'NewReason',
  description: 'A reason of your own. The service makes its code from the title.',
  examples: [
    { group: 'not_about_you', title: 'The site was sold', description: 'The new owner hires anew.' },
  ],
})
export const ReasonPatch = patchOf(ReasonFields).meta({
  id: 'ReasonPatch',
  description: 'Other words for a reason of your own.',
  examples: [{ title: 'The site was closed' }],
})

export const OwnReason = z
  .object({
    ...recordMembers,
    code: ownCode.describe('Stable: it stays when the title changes.'),
    group,
    ...answered(ReasonFields),
    own: z.literal(true).describe('It is of your own.'),
  })
  .meta({ id: 'OwnReason', description: 'A reason that the account added to the catalogue.' })

const Reason = z
  .object({
    code: reasonCode,
    group,
    title: z.string().describe('Of the catalogue, in the language of `Content-Language`.'),
    description: z.string().nullable().describe('Never null in the catalogue.'),
    own: z.boolean().describe('Whether it is of your own. Only then it has an id and can be changed.'),
    id: Id.optional(),
    version: recordMembers.version.optional(),
    createdAt: recordMembers.createdAt.optional(),
    updatedAt: recordMembers.updatedAt.optional(),
  })
  .meta({ id: 'Reason', description: 'Why an application may end.' })

export const ReasonList = z
  .object({ data: z.array(Reason).describe('All of them, on one page.') })
  .meta({ id: 'ReasonList', description: 'The whole catalogue and then your own, both group by group.' })
