/** A date as it stands in a cell, before day and month are told apart. */
export type DateToken =
  | { kind: 'plain'; year: number; month: number; day: number; named: boolean }
  | { kind: 'numeric'; first: number; second: number; year: number; dotted: boolean }

export type Found = { token: DateToken; text: string }

const MONTHS: Record<string, number> = Object.fromEntries(
  [
    'jan january janvier januar enero ene janeiro gennaio januari janv jaenner janner',
    'feb february fevrier februar febrero fevereiro febbraio februari fev fevr',
    'mar march mars marz marzo marco maart mrz maerz',
    'apr april avril abril aprile avr abr',
    'may mai mayo maio maggio mei',
    'jun june juin juni junio junho giugno',
    'jul july juillet juli julio julho luglio juil',
    'aug august aout agosto augustus aou',
    'sep sept september septembre septiembre setembro settembre',
    'oct october octobre oktober octubre outubro ottobre okt',
    'nov november novembre noviembre novembro',
    'dec december decembre dezember diciembre dezembro dicembre dez dic',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
)

const MONTH = `(${Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const YEAR = `(\\d{4}|['’]?\\d{2})(?![\\d:])`

// Every repetition is bounded: a hostile cell costs its length, not more.
const ISO = /(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g
const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g
const DAY_FIRST = new RegExp(
  `(?<![\\d\\p{L}])(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[ -]{0,2}(?:of |de )?${MONTH}\\.?[ ,-]{1,2}(?:de |del )?${YEAR}`,
  'gu',
)
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})${MONTH}\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?,?[ -]{1,2}${YEAR}`,
  'gu',
)

const MONTH_WORD = new RegExp(`(?<!\\p{L})${MONTH}(?!\\p{L})`, 'u')

/** Lower case without accents, as the month names above are written. */
export const foldDate = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\u00A0\u202F\s]+/gu, ' ')
    .trim()

/** @param folded by `foldDate`, at most 200 characters. */
export const findDates = (folded: string): Found[] =>
  // The names of months cost most of the time, and most cells hold none.
  /\p{L}{3}/u.test(folded) ? [...findNumbers(folded), ...findNames(folded)] : findNumbers(folded)

const findNumbers = (folded: string): Found[] => [
  ...Array.from(folded.matchAll(ISO), ([text, year, , month, day]) => ({
    text,
    token: plain(Number(year), Number(month), Number(day), false),
  })),
  ...Array.from(folded.matchAll(NUMERIC), ([text, first, separator, second, year]) => ({
    text,
    token: {
      kind: 'numeric' as const,
      first: Number(first),
      second: Number(second),
      year: fullYear(year ?? ''),
      dotted: separator === '.',
    },
  })),
]

const findNames = (folded: string): Found[] => [
  ...Array.from(folded.matchAll(DAY_FIRST), ([text, day, month, year]) => ({
    text,
    token: plain(fullYear(year ?? ''), MONTHS[month ?? ''] ?? 0, Number(day), true),
  })),
  ...Array.from(folded.matchAll(MONTH_FIRST), ([text, month, day, year]) => ({
    text,
    token: plain(fullYear(year ?? ''), MONTHS[month ?? ''] ?? 0, Number(day), true),
  })),
]

const plain = (year: number, month: number, day: number, named: boolean): DateToken => ({
  kind: 'plain',
  year,
  month,
  day,
  named,
})

const fullYear = (text: string): number => {
  const digits = text.replace(/\D/g, '')
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** `8-Jul`, `8/5`: a day without its year. */
export const lacksYear = (folded: string): boolean =>
  /^\d{1,2}[/.-]\d{1,2}\.?$/.test(folded) ||
  (/(?<!\d)\d{1,2}(?!\d)/.test(folded) && !/\d{4}/.test(folded) && MONTH_WORD.test(folded))

/** Meant as a date, whatever it says: digits about a separator, or the name of a month. */
export const looksLikeDate = (folded: string): boolean =>
  folded.length <= 60 &&
  /\d/.test(folded) &&
  (/\d ?[/.-] ?\d/.test(folded) || MONTH_WORD.test(folded)) &&
  !/[$€£%]|:\/\//.test(folded)

/** `8/5`, `5 March` or `12.04` anywhere: more dates than the one that could be read. */
export const hasPartialDate = (folded: string): boolean =>
  /(?<!\d)\d{1,2}[/.]\d{1,2}(?!\d)/.test(folded) || MONTH_WORD.test(folded)
