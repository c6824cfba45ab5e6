import { type Context, snapshot } from '../../context.ts'
import { getOwnAccount } from '../../identity/accounts/service.ts'
import { writeJson } from '../../platform/json-writing.ts'
import { everyPage } from '../../platform/lists.ts'
import { type Kind, recordOf } from './rules.ts'
import { JournalFile } from './schemas.ts'
import { listImportedRows, listRecords } from './store.ts'

const { format, formatVersion, exportedAt: _, account: __, ...lists } = JournalFile.shape

async function* pagesOf({ db, accountId }: Context, kind: Kind): AsyncGenerator<unknown[]> {
  if (kind === 'importedRows') {
    yield* everyPage((page) => listImportedRows(db, accountId, page), {
      sortedBy: ({ identity }) => identity,
    })
    return
  }
  for await (const rows of everyPage((page) => listRecords(db, accountId, kind, page)))
    yield rows.map((row) => recordOf(kind, row))
}

/** The whole journal as one JSON document, piece by piece: one picture of it, whatever is written meanwhile. */
export const writeJournal = (ctx: Context): AsyncGenerator<string> =>
  snapshot(ctx, async function* (at) {
    const { displayName, email, timeZone, locale } = await getOwnAccount(at)
    const account = { displayName, email, timeZone, locale }
    const head = { format: format.value, formatVersion: formatVersion.value, exportedAt: at.now, account }
    const written = Object.entries(lists).map(([name, { element: schema }]) => ({
      name,
      schema,
      pages: pagesOf(at, name as Kind),
    }))
    yield* writeJson(head, written)
  })
