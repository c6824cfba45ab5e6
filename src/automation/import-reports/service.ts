import type { z } from 'zod'
import type { Context, Transaction } from '../../context.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import type { ImportRowQuery } from '../imports/schemas.ts'
import { type Answer, findAnswers, insertReport, listAnswers } from './store.ts'

/** Notes what became of some rows; the answers stand in parts, in the order of `position`. */
export const keepReport = (
  { db, accountId }: Transaction,
  importId: string,
  position: number,
  rows: Answer[],
) => insertReport(db, { accountId, importId, position, rows })

/** What became of each row of an import so far. */
export const getAnswers = ({ db, accountId }: Context, importId: string) =>
  findAnswers(db, accountId, importId)

const NUMBER = /^\d{1,9}$/

/** The same, page by page. */
export const getAnswerPage = async (
  { db, accountId }: Context,
  importId: string,
  query: z.output<typeof ImportRowQuery>,
) => {
  const path = `imports/${importId}/rows`
  const { limit, after } = pageOf(path, query, { isId: NUMBER })
  const part = { after: Number(after?.id ?? 0), status: query.status, limit: limit + 1 }
  const rows = await listAnswers(db, accountId, importId, part)
  const { data, ...next } = toPage(path, query, rows)
  return { data: data.map(({ answer }) => answer), ...next }
}
