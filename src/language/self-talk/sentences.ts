/** A sentence with its place in the text, in UTF-16 code units; `end` is the first unit behind it. */
export type Sentence = { text: string; start: number; end: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const LINES = /[^\r\n]+/g
const BULLET = /^(?:[-*•–—>]+|\d{1,3}[.)])?\s*/

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
    const [lead = ''] = /^\s*/.exec(line) ?? []
    return [...segmenter.segment(line.slice(lead.length))].flatMap(({ segment, index: at }) =>
      trimmed(segment, index + lead.length + at),
    )
  })
