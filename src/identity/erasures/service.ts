import type { z } from 'zod'
import { type Context, type Transaction, takeTurn, transaction } from '../../context.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { forgetAnswersNaming } from '../../platform/idempotency/answers.ts'
import { Problem } from '../../problems.ts'
import { lockOwnAccount, removeOwnAccount } from '../accounts/service.ts'
import { noteErasure } from '../oidc-identities/service.ts'
import type { Erasure } from './schemas.ts'

/** What others have to do with an account: they are told while it is there, and left once it is gone. */
export type Farewell = Record<'tell' | 'leave', (tx: Transaction) => Promise<void>>

/**
 * Erases the account with everything that belongs to it.
 *
 * @NOTE It leaves the others once it is gone: until then somebody might still be making something together with it. One
 * account goes after the other: two that have left something with each other would wait for each other's rows for ever.
 * @throws Problem `erasure_not_confirmed`
 */
export const eraseOwnAccount = (
  ctx: Context,
  { confirm }: z.output<typeof Erasure>,
  precondition: Precondition,
  { tell, leave }: Farewell,
) =>
  transaction(ctx, async (tx) => {
    demand(precondition, await lockOwnAccount(tx))
    if (confirm !== tx.accountId)
      throw new Problem('erasure_not_confirmed', 'The id given as confirm is not the id of this account.')
    await takeTurn(tx, 'erasure')
    await tell(tx)
    await noteErasure(tx)
    await removeOwnAccount(tx)
    await leave(tx)
    await forgetAnswersNaming(tx)
  })
