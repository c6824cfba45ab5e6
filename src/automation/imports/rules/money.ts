import { minorDigitsOf } from '../../../journal/applications/rules/minor-units.ts'
import type { PayPeriod } from '../../../journal/applications/rules.ts'
import type { SalaryRange } from './readings.ts'

export type Amounts = { minimum: number | null; maximum: number | null }

export type MoneyReading = {
  /** Major units as written, with `k` multiplied out. */
  amounts: Amounts
  currency: string | null
  assumedCurrency: boolean
  period: PayPeriod | null
  /** Words that no member holds: "plus bonus". */
  rest: string
}

const LONGEST = 120

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

const SIGNS: [RegExp, string][] = [
  [/(?<!\p{L})us ?\$|\$ ?usd?(?!\p{L})/u, 'USD'],
  [/(?<!\p{L})(?:ca|c|can|cad)\$|\$ ?cad?(?!\p{L})/u, 'CAD'],
  [/(?<!\p{L})(?:au|a|aud)\$/u, 'AUD'],
  [/(?<!\p{L})nz\$/u, 'NZD'],
  [/(?<!\p{L})hk\$/u, 'HKD'],
  [/(?<!\p{L})(?:s|sg)\$/u, 'SGD'],
  [/(?<!\p{L})r\$/u, 'BRL'],
  [/€|(?<![\p{L}])euros?(?![\p{L}])/u, 'EUR'],
  [/£/, 'GBP'],
  [/₹|(?<![\p{L}])rs\.?(?![\p{L}])/u, 'INR'],
  [/zł/, 'PLN'],
  [/₪/, 'ILS'],
  [/₩/, 'KRW'],
]

const CODES =
  'usd eur gbp cad aud nzd chf sek nok dkk pln czk huf ron bgn inr jpy cny hkd sgd krw brl mxn zar ils try aed sar qar kwd bhd omr jod egp ngn kes pkr bdt lkr php idr myr thb vnd twd uah ars clp cop pen'
const CODE = new RegExp(`(?<![\\p{L}])(${CODES.split(' ').join('|')})(?![\\p{L}])`, 'u')

const PERIODS: [RegExp, PayPeriod][] = [
  [
    /(?:\/ ?|per |an? |\bp\.?)(?:hour|hr|h)\b|\bhourly\b|\b(?:de l'heure|pro stunde|par heure|por hora)\b/,
    'hour',
  ],
  [/(?:\/ ?|per |a )(?:day|d)\b|\bdaily\b|\b(?:tjm|par jour|pro tag|por dia)\b/, 'day'],
  [
    /(?:\/ ?|per |a )(?:month|mo|m)\b|\bmonthly\b|\bpcm\b|\b(?:par mois|pro monat|al mes|por mes|mensuel)\b/,
    'month',
  ],
  [
    /(?:\/ ?|per |a )(?:year|yr|y|annum)\b|\b(?:yearly|annual|annually|annum)\b|\bp\.?a\.?(?![a-z])|\b(?:par an|pro jahr|al ano|por ano|annuel)\b/,
    'year',
  ],
]

const NUMBER =
  "(\\d{1,3}(?:[.,' \\u00A0\\u202F]\\d{3}){1,3}(?:[.,]\\d{1,2})?|\\d{1,10}(?:[.,]\\d{1,2}|[.,]\\d{4})?)(?!\\d) ?(k|tsd)?(?![\\p{L}\\d])"
const SPAN = new RegExp(`(?<![\\d.,])${NUMBER}(?: ?(?:-|–|—|to|à|a|bis|and) ?${NUMBER})?`, 'u')

// Any other word may turn the amount into something else ("401k match", "asked for", "LPA").
const BESIDE =
  /^(?:[^\p{L}]|(?<!\p{L})(?:up to|at least|from|max|min|minimum|maximum|base|salary|bonus|equity|stock|rsus?|plus|and|gross|brut|brutto|doe|ote|total|comp|range|est|tc)(?!\p{L}))*$/u

/** Null where the cell holds no amount, or more than a range. */
export const readMoney = (text: string): MoneyReading | null => {
  if (text.length > LONGEST) return null
  const lower = text.toLowerCase().replace(/\s+/g, ' ')
  const sign = [...SIGNS, [/\$/, 'USD'] as const].find(([pattern]) => pattern.test(lower))
  const code = CODE.exec(lower)?.[1]?.toUpperCase()
  const period = PERIODS.find(([pattern]) => pattern.test(lower))
  const bare = [sign?.[0], code === undefined ? undefined : CODE, period?.[0]]
    .filter((pattern) => pattern !== undefined)
    .reduce((rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), ' '), lower)
    .replace(/ +/g, ' ')
  const found = SPAN.exec(bare)
  if (found === null) return null
  const rest = bare.replace(found[0], ' ')
  if (/\d/.test(rest) || !BESIDE.test(rest)) return null
  const amounts = amountsOf(found, rest)
  if (amounts === null) return null
  return {
    amounts,
    currency: code ?? sign?.[1] ?? null,
    assumedCurrency: code === undefined && sign?.[0].source === '\\$',
    period: period?.[1] ?? null,
    rest: rest.replace(/\b(?:up to|at least|from|max|min|minimum|maximum)\b|[^\p{L}]+/gu, ' ').trim(),
  }
}

const amountsOf = (found: RegExpExecArray, rest: string): Amounts | null => {
  const thousands = found[2] !== undefined || found[4] !== undefined
  const low = toNumber(found[1] ?? '') * (thousands ? 1000 : 1)
  if (found[3] === undefined) {
    if (/\bup to\b|\bmax/.test(rest)) return { minimum: null, maximum: low }
    if (/^[^\p{L}]*\+[^\p{L}]*$|\bfrom\b|\bat least\b|\bmin/u.test(rest))
      return { minimum: low, maximum: null }
    return { minimum: low, maximum: low }
  }
  const high = toNumber(found[3]) * (thousands ? 1000 : 1)
  return low <= high ? { minimum: low, maximum: high } : null
}

/** `90,000` and `90.000` are thousands; `45.50`, `45,50` and `45.5000` are not. */
const toNumber = (text: string): number => {
  const cents = /[.,](\d{1,2}|\d{4})$/.exec(text)
  const whole = cents === null ? text : text.slice(0, cents.index)
  return Number(whole.replace(/\D/g, '')) + (cents === null ? 0 : Number(`0.${cents[1]}`))
}

const LIKELY = new Set(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD'])

/** A year's pay and an hour's do not overlap in these currencies; elsewhere the period has to be stated. */
export const likelyPeriod = (amounts: Amounts, currency: string): PayPeriod | null => {
  const amount = amounts.minimum ?? amounts.maximum ?? 0
  if (!LIKELY.has(currency)) return null
  if (amount >= 15_000) return 'year'
  return amount >= 5 && amount <= 200 ? 'hour' : null
}

export const toSalaryRange = (amounts: Amounts, currency: string, period: PayPeriod): SalaryRange | null => {
  const factor = 10 ** minorDigitsOf(currency)
  const minor = (amount: number | null) => (amount === null ? null : Math.round(amount * factor))
  const range = { minimum: minor(amounts.minimum), maximum: minor(amounts.maximum), currency, period }
  return [range.minimum, range.maximum].every((bound) => bound === null || bound <= 1e12) ? range : null
}

/** A cell that names a period or a currency, and nothing else. */
export const readPeriod = (text: string): PayPeriod | null => {
  const word = /^(?:per |an? |\/ ?)?(hour|hr|day|month|mo|year|yr|annum)s?$/.exec(text.toLowerCase())?.[1]
  if (word !== undefined) return PERIOD_WORDS[word] ?? null
  const lower = text.toLowerCase().slice(0, LONGEST)
  const found = PERIODS.find(([pattern]) => pattern.exec(lower)?.[0] === lower)
  return found?.[1] ?? null
}

const PERIOD_WORDS: Record<string, PayPeriod> = {
  hour: 'hour',
  hr: 'hour',
  day: 'day',
  month: 'month',
  mo: 'month',
  year: 'year',
  yr: 'year',
  annum: 'year',
}

/** A cell that names a currency, and nothing else: every code of ISO 4217, and what else is usual for some. */
export const readCurrency = (text: string): string | null => {
  if (CURRENCIES.has(text)) return text
  const lower = text.toLowerCase().slice(0, LONGEST)
  const code = CODE.exec(lower)
  const sign = SIGNS.find(([pattern]) => pattern.test(lower))
  const rest = [code?.[0], sign === undefined ? undefined : sign[0].exec(lower)?.[0], '$']
    .filter((part) => part !== undefined)
    .reduce((left, part) => left.replace(part, ''), lower)
  if (/[^\s()/,-]/.test(rest)) return null
  return code?.[1]?.toUpperCase() ?? sign?.[1] ?? null
}
