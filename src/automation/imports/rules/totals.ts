import { fold } from './text.ts'

const TOTAL =
  /^(?:(?:grand|sub|over ?all|running|gesamt|zwischen)? ?(?:total|totals|totale|totaal|sum|summe|somme|suma|soma)|gesamt|insgesamt|gesamtzahl|gesamtergebnis|total general)$/

const NUMBER = /^[-+]?[$€£]? ?(?:\d{1,3}(?:[.,' ]\d{3})+|\d+)(?:[.,]\d+)? ?[%$€£]?$/

/** A row that a spreadsheet adds up: a word such as `Summe`, then nothing but numbers, at least one. */
export const isTotals = (cells: string[]): boolean => {
  const [first, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (first === undefined || first.length > 60) return false
  const alone = /^(.*?) ?[:=]? ?(\d+)$/.exec(first)
  if (others.length === 0) return alone !== null && TOTAL.test(fold(alone[1] ?? ''))
  return TOTAL.test(fold(first)) && others.every((cell) => cell.length <= 30 && NUMBER.test(cell))
}
