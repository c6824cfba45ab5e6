export type Delimiter = ',' | ';' | '\t'

const DELIMITERS: Delimiter[] = [',', ';', '\t']
const SAMPLE = 20_000

/** Excel writes `sep=;` as a first row of its own. */
export const withoutDirective = (text: string) => {
  const found = /^"?sep=([,;\t])"?(\r\n|\n|\r)/.exec(text)
  if (found === null) return { text, named: null, skipped: 0 }
  return { text: text.slice(found[0].length), named: found[1] as Delimiter, skipped: 1 }
}

/** The headings decide: in a sheet cut by semicolons, commas stand unquoted in the notes. */
export const detectDelimiter = (text: string): Delimiter => {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
  const first = lines.find((line) => /[,;\t]/.test(line)) ?? ''
  const pieces = (delimiter: Delimiter) => first.split(delimiter).length
  return DELIMITERS.reduce((best, next) => (pieces(next) > pieces(best) ? next : best))
}

/** A stray control character is somebody's paste; many of them are a spreadsheet, an archive or UTF-16. */
export const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  if (/^(PK\u0003\u0004|%PDF-|\uFFFD\uFFFD\u0011)/.test(sample)) return true
  const strange = sample.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return strange > 10 && strange > sample.length / 20
}
