import { type DateToken, findDates, foldDate } from './date-tokens.ts'
import { readDate } from './dates.ts'
import type { DateOrder } from './types.ts'

/** `past` columns hold what has happened: a reading in the future speaks against itself. */
export type DateColumn = { heading: string; cells: string[]; past: boolean }

type Settled = 'day_first' | 'month_first'

/**
 * Tells day and month apart for each column as a whole: by days past the 12th, by dots, by the file's other columns, and
 * last by what would lie in the future. Where nothing decides, the column is `ambiguous` and the person is asked.
 */
export const decideDateOrders = (
  columns: DateColumn[],
  today: string,
  stated?: Settled,
): Record<string, DateOrder> => {
  const own = columns.map((column) => ({ ...column, order: orderOf(column.cells) }))
  const settled = new Set(own.map(({ order }) => order).filter(isSettled))
  const [shared] = settled
  const decided = own.map(({ heading, cells, past, order }): [string, DateOrder] => {
    if (order !== 'ambiguous' && order !== 'mixed') return [heading, order]
    if (stated !== undefined) return [heading, stated]
    if (order === 'mixed') return [heading, order]
    if (settled.size === 1 && shared !== undefined) return [heading, shared]
    return [heading, (past && settled.size === 0 ? withoutFuture(cells, today) : null) ?? order]
  })
  return Object.fromEntries(decided)
}

const isSettled = (order: DateOrder): order is Settled => order === 'day_first' || order === 'month_first'

const orderOf = (cells: string[]): DateOrder => {
  const tokens = cells.filter((cell) => cell.length <= 200).flatMap(rememberTokens())
  const day = tokens.filter((token) => speaksFor(token, 'day_first')).length
  const month = tokens.filter((token) => speaksFor(token, 'month_first')).length
  // One slip of the pen among many does not turn a column.
  if (day > month * 10) return 'day_first'
  if (month > day * 10) return 'month_first'
  if (day > 0) return 'mixed'
  if (tokens.some((token) => token.kind === 'numeric')) return 'ambiguous'
  if (tokens.some((token) => token.kind === 'plain' && !token.named)) return 'iso'
  return tokens.length > 0 ? 'named' : 'none'
}

/** A column holds the same days again and again. */
const rememberTokens = () => {
  const known = new Map<string, DateToken[]>()
  return (cell: string): DateToken[] => {
    const tokens = known.get(cell) ?? findDates(foldDate(cell)).map(({ token }) => token)
    known.set(cell, tokens)
    return tokens
  }
}

const speaksFor = (token: DateToken, order: Settled): boolean => {
  if (token.kind !== 'numeric') return false
  const { first, second, dotted } = token
  if (order === 'month_first') return first <= 12 && second > 12 && second <= 31
  return second <= 12 && ((first > 12 && first <= 31) || (dotted && first <= 12))
}

const withoutFuture = (cells: string[], today: string): Settled | null => {
  const reaches = (order: Settled) =>
    [...new Set(cells)].some((cell) => {
      const date = readDate(cell, order, today)
      return date.read && date.on > today
    })
  const day = reaches('day_first')
  const month = reaches('month_first')
  if (day === month) return null
  return day ? 'month_first' : 'day_first'
}
