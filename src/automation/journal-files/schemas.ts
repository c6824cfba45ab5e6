import { z } from 'zod'
import { head, listsOf } from '../journal-records/schemas.ts'

export const JournalFile = z.object({ ...head, ...listsOf((schema) => z.array(schema)) }).meta({
  id: 'JournalFile',
  description: 'A journal as a whole, to keep or to bring in elsewhere.',
})
