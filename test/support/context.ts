import { readConfig, settingsOf } from '../../src/config.ts'
import type { Context } from '../../src/context.ts'
import { contextOf } from '../../src/platform/authentication.ts'
import type { Service } from './service.ts'

/** The context of a new account, as a service function gets it. */
export const contextIn = async ({ app, db, clock, newAccount }: Service): Promise<Context> => {
  const { accountId } = await newAccount()
  const ground = { db, clock: () => clock.now, settings: settingsOf(readConfig({})) }
  const actor = { kind: 'account' as const, accountId, keyId: '', scopes: [], expiresAt: null }
  return contextOf(ground, { log: app.log, language: 'en' }, actor)
}
