import { patchOf } from '../../platform/schemas.ts'
import { ApplicationFields, ExternalRef, example } from '../applications/schemas.ts'

export const ApplicationUpsert = patchOf(ApplicationFields)
  .omit({ externalRef: true })
  .meta({
    id: 'ApplicationUpsert',
    description: 'What the other system knows. What it leaves out stays as it is.',
    examples: [example],
  })
export const ExternalRefParams = ExternalRef
