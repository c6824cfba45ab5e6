import { rateOf } from '../../insights/frame/rules.ts'

/** How many of each a prep holds at most: what can be read on the way. */
export const MOST_PLANS = 5
export const MOST_STUDY_ITEMS = 7
export const MOST_CAME_UP = 7
export const MOST_WENT_WELL = 3

/** Why a study item fits a round, the closest first. */
export const FITS = ['company', 'topic', 'kind'] as const
export type Fit = (typeof FITS)[number]

type Uses = { usedCount: number; ledOnCount: number; notLedOnCount: number }

/** A pitch with how often it led on: a rate with its Wilson 95 % interval, null below 3 decided interviews. */
export const withRate = <Pitch extends Uses>(pitch: Pitch, chosen: boolean) => ({
  ...pitch,
  chosen,
  ledOnRate: rateOf(pitch.ledOnCount, pitch.ledOnCount + pitch.notLedOnCount),
})

type Remembered = { id: string; text: string; reflectionId: string }
type Noted = { code: string; text: string }

/**
 * Three things that went well before: own words in the order given, each once, and after them what the record says
 * was achieved.
 */
export const wentWellOf = (words: readonly Remembered[], achieved: readonly Noted[]) => {
  const own = [...new Map(words.map((word) => [word.id, word])).values()]
  return [
    ...own.map(({ text, reflectionId }) => ({ code: 'own_words', text, reflectionId })),
    ...achieved.map(({ code, text }) => ({ code, text, reflectionId: null })),
  ].slice(0, MOST_WENT_WELL)
}

/** The rows in the order of the ids; those without a row are left out. */
export const inOrderOf = <Row extends { id: string }, Key extends { id: string }>(
  keys: readonly Key[],
  rows: readonly Row[],
): (Row & Key)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return keys.flatMap((key) => {
    const row = byId.get(key.id)
    return row ? [{ ...row, ...key }] : []
  })
}
