/** Words of harm that are spelt out to get past a filter, or past oneself. */
const SPELT = 'kms kill killing die dead suicide suicidal unalive ctb'.split(' ')
const BETWEEN = '[^\\p{L}\\p{N}\\n]{1,3}'
const SPELT_OUT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SPELT.map((word) => [...word].join(BETWEEN)).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
)
const KILOMETRES = /(?<=\d ?)kms\b/gi
const GAPS = /[^\p{L}\p{N}]+/gu

/** What such words follow, where they are no initials and no unit: a verb that asks for one, or nothing. */
const ASKS =
  /(?:^|[.!?;:,]|\b(?:to|gonna|wanna|gotta|i'?ll|will|might|may|should|could|just|rather|of|by|am|i'?m|be))\s*$/i
const WISHES = /\b(?:(?:want|wanted|need|going|ready|about) to|gonna|wanna)\s*$/i
const AS_FAR_AS = 20

const isCapitals = (text: string) => text === text.toUpperCase()

/** Letters of other widths and weights, and what cannot be seen between letters. */
const STYLED = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d6a3}\u24b6-\u24e9]/gu
const UNSEEN = /(?<=\p{L})\p{Default_Ignorable_Code_Point}+(?=\p{L})/gu

const plainLetters = (text: string) =>
  /[^\u0000-\u00ac]/.test(text)
    ? text.replace(STYLED, (letter) => letter.normalize('NFKC')).replace(UNSEEN, '')
    : text

/** A text with its letters as they are meant, however they were set apart or dressed up. */
export const undisguised = (text: string): string => {
  const plain = plainLetters(text).replace(KILOMETRES, 'km')
  return plain.replace(SPELT_OUT, (spelt, at: number) => {
    const before = plain.slice(Math.max(0, at - AS_FAR_AS), at)
    const isMeant = (isCapitals(spelt) ? WISHES : ASKS).test(before)
    return isMeant ? spelt.replace(GAPS, '') : spelt
  })
}
