import { z } from 'zod'
import { Account } from '../accounts/schemas.ts'
import { CreatedApiKey } from '../api-keys/schemas.ts'

export const AccountWithKey = z
  .object({ account: Account, apiKey: CreatedApiKey })
  .meta({ id: 'AccountWithKey', description: 'A new account and its first key, which holds every scope.' })
