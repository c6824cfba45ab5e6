/** A count with its noun, in the form that English asks for: no interviews, 1 interview, 2 interviews. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`

/** A share between 0 and 1 in whole hundredths; what is not quite none or all is not told as that. */
const hundredths = (share: number, few = '<1', most = '>99'): string => {
  if (share > 0 && share < 0.005) return few
  if (share < 1 && share >= 0.995) return most
  return String(Math.round(share * 100))
}

const FEW = 'fewer than 1'
const MOST = 'more than 99'

/**
 * A range of shares in words: "24 to 33 in 100".
 * @param low share between 0 and 1
 * @param high share between `low` and 1
 */
export const inHundred = (low: number, high: number): string => {
  const from = hundredths(low, FEW, MOST)
  const to = hundredths(high, FEW, MOST)
  if (from === to) return `${from === FEW || from === MOST ? from : `about ${from}`} in 100`
  // "fewer than 1 to 4" would read badly.
  return `${from === FEW ? '0' : from} to ${to === MOST ? '100' : to} in 100`
}

/** The first letter of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A count with its verb: 1 is, 2 are. */
export const withVerb = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'none' : count} ${count === 1 ? one : many}`

/** Things in a row: "a", "a and b", "a, b and c". */
export const listed = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`

/** A whole number, with its thousands apart. */
export const count = (number: number): string => number.toLocaleString('en')

/** A share between 0 and 1 in percent. */
export const percent = (share: number): string => `${hundredths(share)} %`

/** Both ends of an interval of shares: "12 to 45 %". */
export const interval = (low: number, high: number): string => `${hundredths(low)} to ${percent(high)}`

export const days = (number: number): string => `${count(number)} ${number === 1 ? 'day' : 'days'}`
