import type { PayPeriod } from '../../../journal/applications/rules.ts'
import type { Columns } from './facts.ts'
import {
  likelyPeriod,
  type MoneyReading,
  readCurrency,
  readMoney,
  readPeriod,
  toSalaryRange,
} from './money.ts'
import { type Cell, keep, type Notebook, remark } from './notebook.ts'
import type { SalaryRange } from './readings.ts'

type Pay = { money: MoneyReading; cells: Cell[] }

/**
 * An amount becomes a salary where currency and period are stated or safe to assume; everything else is a note.
 * @param fallback the currency of the whole file, where the client named one.
 */
export const readPay = (columns: Columns, notebook: Notebook, fallback?: string): SalaryRange | null => {
  const pay = singleCell(columns('salary'), notebook) ?? twoBounds(columns)
  const read = pay === null ? null : toSalary(pay, columns, notebook, fallback)
  const fields = ['salary', 'salaryMinimum', 'salaryMaximum', 'salaryCurrency', 'salaryPeriod'] as const
  for (const cell of fields.flatMap(columns)) {
    if (!read?.used.includes(cell)) keep(notebook, cell)
  }
  return read?.salary ?? null
}

const singleCell = (cells: Cell[], notebook: Notebook): Pay | null => {
  const read = cells.map((cell) => ({ cell, money: readMoney(cell.text) }))
  for (const { cell, money } of read) {
    if (money === null) remark(notebook, cell, 'value_not_understood', 'Not one amount or one range.')
  }
  return read.flatMap(({ cell, money }) => (money === null ? [] : [{ money, cells: [cell] }])).at(0) ?? null
}

/** Two columns, one amount in each. */
const twoBounds = (columns: Columns): Pay | null => {
  const [low, ...lows] = columns('salaryMinimum')
  const [high, ...highs] = columns('salaryMaximum')
  const cells = [low, high].filter((cell) => cell !== undefined)
  const read = cells.flatMap(({ text }) => readMoney(text) ?? [])
  const [first] = read
  if (first === undefined || read.length < cells.length || lows.length + highs.length > 0) return null
  if (disagree(read.map((money) => money.currency)) || disagree(read.map((money) => money.period)))
    return null
  const minimum = low === undefined ? null : (readMoney(low.text)?.amounts.minimum ?? null)
  const maximum = high === undefined ? null : (readMoney(high.text)?.amounts.maximum ?? null)
  if (minimum !== null && maximum !== null && minimum > maximum) return null
  const currency = read.find((money) => money.currency !== null) ?? first
  const period = read.find((money) => money.period !== null)?.period ?? null
  const rest = read.map((money) => money.rest).join('')
  return { money: { ...currency, amounts: { minimum, maximum }, period, rest }, cells }
}

const disagree = (said: (string | null)[]): boolean => new Set(said.filter((one) => one !== null)).size > 1

const toSalary = ({ money, cells }: Pay, columns: Columns, notebook: Notebook, fallback?: string) => {
  const cell = cells[0] ?? { heading: '', text: '' }
  const currency = currencyOf(money, columns('salaryCurrency'), currencyInHeading(cell.heading) ?? fallback)
  if (currency.code === null) {
    remark(
      notebook,
      cell,
      'currency_not_stated',
      'The amount states no currency and stays in the notes. Name it with `currency` and import again.',
    )
    return null
  }
  const period = periodOf(money, columns('salaryPeriod'), cell.heading)
  const assumed = period.period === null ? likelyPeriod(money.amounts, currency.code) : null
  const unit = period.period ?? assumed
  const salary = unit === null ? null : toSalaryRange(money.amounts, currency.code, unit)
  if (salary === null) {
    remark(notebook, cell, 'value_not_understood', 'The amount states no period and stays in the notes.')
    return null
  }
  if (currency.assumed)
    remark(notebook, cell, 'currency_assumed', 'A plain $ was read as USD. Name another with `currency`.')
  if (assumed !== null) remark(notebook, cell, 'period_assumed', `The amount was read as pay per ${assumed}.`)
  // What was assumed, and words beside the amount, stay readable as written.
  if (currency.assumed || assumed !== null || money.rest !== '') for (const one of cells) keep(notebook, one)
  return { salary, used: [...cells, ...currency.cells, ...period.cells] }
}

const currencyOf = (money: MoneyReading, cells: Cell[], fallback: string | undefined) => {
  const [cell] = cells
  const named = cell === undefined ? null : readCurrency(cell.text)
  if (cell !== undefined && named !== null) return { code: named, assumed: false, cells: [cell] }
  if (money.currency !== null && !money.assumedCurrency) {
    return { code: money.currency, assumed: false, cells: [] }
  }
  return {
    code: fallback ?? money.currency,
    assumed: money.assumedCurrency && fallback === undefined,
    cells: [],
  }
}

/** `Salary (EUR)`, `Pay in CHF`, `Comp $`. */
const currencyInHeading = (heading: string): string | undefined =>
  readCurrency(/[\s(]([A-Z]{3}|[$€£])\)?$/.exec(heading.slice(-20))?.[1] ?? '') ?? undefined

const periodOf = (money: MoneyReading, cells: Cell[], heading: string) => {
  const [cell] = cells
  const named = cell === undefined ? null : readPeriod(cell.text)
  if (cell !== undefined && named !== null) return { period: named, cells: [cell] }
  return { period: money.period ?? periodInHeading(heading), cells: [] }
}

const periodInHeading = (heading: string): PayPeriod | null => {
  if (/hour/i.test(heading)) return 'hour'
  if (/\bda(?:y|ily)\b|tjm/i.test(heading)) return 'day'
  if (/month/i.test(heading)) return 'month'
  return /annual|year/i.test(heading) ? 'year' : null
}
