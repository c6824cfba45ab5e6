/** A sentence with its place in the text, in UTF-16 code units; `end` is the first unit behind it. */
export type Sentence = { text: string; start: number; end: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const LINES = /[^\r\n]+/g
const BULLET = /^(?:[-*•–—>]+|\d{1,3}[.)])?\s*/

/** What is longer than this is read in parts, so that the time for a text grows with its length and no faster. */
const LONGEST = 1_000
const PARTS = new RegExp(`.{1,${LONGEST}}(?=\\s|$)|.{1,${LONGEST}}`, 'gsu')

/** Marks that may end a sentence, the line breaks among them that `LINES` passes over. */
const ENDS = /[\p{Sentence_Terminal}\u2024\ufe52\uff0e\u0085\u2028\u2029]/u
const NOTHING_BEHIND = /^[.!?]+ *$/

type Part = { text: string; index: number }

/** Whether no sentence ends inside a line: most lines are one, and need not be searched for more. */
const isSingle = (line: string): boolean => {
  const end = line.search(ENDS)
  return end === -1 || NOTHING_BEHIND.test(line.slice(end))
}

const segmentsOf = (line: string): Part[] =>
  isSingle(line)
    ? [{ text: line, index: 0 }]
    : Array.from(segmenter.segment(line), ({ segment, index }) => ({ text: segment, index }))

const partsOf = (part: Part): Part[] =>
  part.text.length <= LONGEST
    ? [part]
    : Array.from(part.text.matchAll(PARTS), ({ 0: text, index }) => ({ text, index: part.index + index }))

const trimmed = (text: string, start: number): Sentence[] => {
  const lead = BULLET.exec(text)?.[0].length ?? 0
  const inner = text.slice(lead).trimEnd()
  return /[\p{L}\p{N}]/u.test(inner)
    ? [{ text: inner, start: start + lead, end: start + lead + inner.length }]
    : []
}

/** The sentences of a text, in their order. A line break ends a sentence, too, as in lists and verses. */
export const sentencesOf = (text: string): Sentence[] =>
  [...text.matchAll(LINES)].flatMap(({ 0: line, index }) => {
    const lead = line.length - line.trimStart().length
    return segmentsOf(line.slice(lead))
      .flatMap(partsOf)
      .flatMap((part) => trimmed(part.text, index + lead + part.index))
  })
