import { chanceOfNone } from '../../../statistics/chance.ts'
import { roundInterval } from '../../../statistics/proportion.ts'

/** A base rate in force: chances between 0 and 1, with source and year. */
export type BaseRate = { low: number; high: number; source: string; year: number }

/**
 * A statement before it is put into words. The types stay narrow, so that `sayAll` refuses to compile where a code has
 * no text, or a text lacks a figure.
 */
export const statement = <const Code extends string, const Basis extends object>(
  code: Code,
  basis: Basis,
) => ({
  code,
  basis,
})

/** A base rate as the figures of a statement: named with its source and year wherever it is used. */
export const quoted = ({ low, high, source, year }: BaseRate) => ({
  baseRateLow: low,
  baseRateHigh: high,
  source,
  year,
})

// Below one person in five, "by chance alone" no longer takes weight off: it would say that it was not chance.
const LEAST_SAID = 0.2

/**
 * How often this many processes end without an offer by chance alone, at the base rate in force. It is said to take
 * weight off, so it is left out where it would do the opposite, where there is no such process, and with an offer on
 * record: then "none by chance" is no longer the question.
 * @param processesWithoutOffer contested ones, whole number, 0 or more
 * @param offerOnRecord whether the account was ever made an offer
 * @throws RangeError on a count or a rate that cannot be
 */
export const chanceAlone = (processesWithoutOffer: number, offerOnRecord: boolean, baseRate: BaseRate) => {
  const { low, high } = roundInterval(chanceOfNone(baseRate, processesWithoutOffer))
  if (processesWithoutOffer === 0 || offerOnRecord || high < LEAST_SAID) return []
  return [
    statement('chance_alone', {
      processesWithoutOffer,
      probabilityLow: low,
      probabilityHigh: high,
      ...quoted(baseRate),
    }),
  ]
}
