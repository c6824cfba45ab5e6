import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/platform/database/pool.ts'

/** The contract as the service would publish it in a plain setting, as the text of the committed file. */
export const generateContract = async (): Promise<string> => {
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const db = openDatabase({}, config, () => {})
  const app = await buildApp({ config, db, clock: () => new Date() })
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  return text
}
