/** The languages that the service has texts in, as BCP 47 tags. */
export const LANGUAGES = ['en'] as const
export type Language = (typeof LANGUAGES)[number]

const RANGE = /^(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i

const readRange = (text: string) => {
  const [, range, quality = '1'] = RANGE.exec(text.trim()) ?? []
  return range === undefined ? [] : [{ range: range.toLowerCase(), quality: Number(quality) }]
}

/** How specifically a range names a language: 0 is not at all, 1 is by `*`. `en-GB` asks for English, too. */
const specificity = (range: string, language: string): number => {
  if (range === '*') return 1
  return range === language || range.startsWith(`${language}-`) ? 2 : 0
}

/**
 * Chooses among languages by `Accept-Language` (RFC 9110, 12.5.4): the highest quality wins, and the order of the
 * header where qualities are equal. What cannot be read is passed over.
 * @returns the first of `offered` where the header is absent or names none of them
 */
export const chooseAmong = <Tag extends string>(
  offered: readonly [Tag, ...Tag[]],
  header: string | undefined,
): Tag => {
  const ranges = (header ?? '').split(',').flatMap(readRange)
  const wanted = offered.flatMap((language) => {
    const named = ranges
      .map(({ range, quality }, place) => ({ language, quality, place, rank: specificity(range, language) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || b.quality - a.quality)
    return named.slice(0, 1).filter(({ quality }) => quality > 0)
  })
  return wanted.sort((a, b) => b.quality - a.quality || a.place - b.place).at(0)?.language ?? offered[0]
}

/** The language to answer in; English where none of ours is asked for. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  chooseAmong(LANGUAGES, acceptLanguage)
