const CONTROL = /[^\P{Cc}\t\n]/gu

/** Line ends as `\n`, no control characters but tab and newline, no half characters, no blank ends. */
export const clean = (raw: string): { text: string; replaced: boolean } => {
  const lines = raw.replace(/\r\n?/g, '\n')
  const text = lines.replace(CONTROL, ' ').toWellFormed()
  return { text: text.trim(), replaced: text !== lines }
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** On one line, at most `most` characters: a longer text ends in an ellipsis. */
export const excerpt = (text: string, most = 100): string => {
  const line = oneLine(text.slice(0, most * 4))
  if (line.length <= most) return line
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Alike however it is typed, but for punctuation: C# is not C++. */
export const plain = (text: string): string => oneLine(text.normalize('NFKC')).toLowerCase()

/** Lower case, no accents, one blank between words: what vocabularies are written in. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** As `fold`, with `RejectedByCandidate` and `appliedDate` taken apart. */
export const foldWords = (text: string): string => fold(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))

export type Answer = 'yes' | 'no' | 'placeholder'

const YES = new Set('yes y true x done oui ja si sí sim ok yep yeah 是'.split(' '))
const NO = new Set('no n false non nein nao não nope 否'.split(' '))
const PLACEHOLDERS = new Set(
  'na|n a|none|nil|null|nan|undefined|tbd|tba|tbc|unknown|not applicable|not available|inconnu|unbekannt|blank'.split(
    '|',
  ),
)

/** A cell that answers a heading's question instead of naming a value. */
export const readAnswer = (text: string): Answer | null => {
  if (text.length > 40) return null
  if (/^[✓✔✅☑]\uFE0F?$/u.test(text)) return 'yes'
  if (/^[✗✘❌☐]\uFE0F?$/u.test(text)) return 'no'
  const words = fold(text)
  if (words === '' || PLACEHOLDERS.has(words)) return 'placeholder'
  // Not folded: an accent makes another word of a letter.
  const word = text.toLowerCase().replace(/[.!]$/, '')
  if (YES.has(word)) return 'yes'
  return NO.has(word) ? 'no' : null
}

/** `#REF!` and its kin: a formula of the sheet that failed. */
export const isFormulaError = (text: string): boolean =>
  /^#(ref|n\/a|value|name|div\/0|num|null|error|spill|calc)[!?]?$/i.test(text)
