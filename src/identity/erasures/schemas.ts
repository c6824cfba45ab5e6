import { z } from 'zod'
import { Id } from '../../platform/schemas.ts'

export const Erasure = z.strictObject({ confirm: Id.describe('The id of the account that is to go.') }).meta({
  id: 'Erasure',
  description: 'The word that everything may go.',
  examples: [{ confirm: '01998a5c-0000-7000-8000-000000000000' }],
})
