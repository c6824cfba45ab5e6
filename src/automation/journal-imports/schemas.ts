import { z } from 'zod'
import { FORMAT, FORMAT_VERSION, type Kind } from '../journal-records/rules.ts'
import { head, listsOf, RECORDS } from '../journal-records/schemas.ts'

const MOST_RECORDS = 250_000

/** What each record is held against, one by one. */
export const SCHEMAS: Record<Kind, z.ZodType> = RECORDS

/** @NOTE Each record is held against its schema when its turn comes: one that does not fit stops no other. */
const unread = (schema: z.ZodType) =>
  z
    .array(z.unknown().meta({ $ref: `#/components/schemas/${schema.meta()?.id}Input` }))
    .max(MOST_RECORDS)
    .optional()

export const JournalUpload = z
  .strictObject({
    ...head,
    exportedAt: head.exportedAt.optional(),
    account: head.account.optional(),
    ...listsOf(unread),
  })
  .meta({
    id: 'JournalUpload',
    description: 'What an export holds. Lists may be left out; a record names only what stands before it.',
    examples: [
      {
        format: FORMAT,
        formatVersion: FORMAT_VERSION,
        applications: [
          {
            id: '01998a5c-0000-7000-8000-000000000000',
            createdAt: '2026-03-02T09:00:00.000Z',
            company: 'Lindgren Optics',
            tags: [],
            contacts: [],
            appliedOn: '2026-03-02',
          },
        ],
      },
    ],
  })
