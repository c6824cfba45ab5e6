/** One UTF-16 unit of a mail as a person reads it, and where it stands in the text as sent. */
export type Unit = { text: string; start: number; end: number }

const TAG = /<\/?([a-z][a-z0-9]{0,9})(?:[\s/][^<>]{0,2000})?>/iy
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy
const HIDDEN = ['style', 'script', 'head']
const BLOCK = /^(?:p|div|li|ul|ol|tr|td|table|h\d|blockquote|hr|body|section)$/i
const INVISIBLE = /[\r\u00ad\u200b-\u200f\u2060\ufeff]/
const SPACE = /[^\S\n]/

const NAMED: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
}

const at = (pattern: RegExp, text: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place
  return pattern.exec(text)
}

const decoded = ([whole, decimal, hex, name = '']: RegExpExecArray): string => {
  if (!decimal && !hex) return NAMED[name.toLowerCase()] ?? whole
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return code > 0x1f && code <= 0xffff ? String.fromCharCode(code) : ' '
}

/** What stands for a tag in the flow of the text. */
const breakFor = (name: string): string => {
  if (name === 'br') return '\n'
  return BLOCK.test(name) ? '\n\n' : ''
}

/** Finds where the content of an element ends that nobody sees. */
const hiddenEnds = (sent: string) => {
  const last = new Map(HIDDEN.map((name) => [name, sent.lastIndexOf(`</${name}`)]))
  return (name: string, from: number): number =>
    (last.get(name) ?? -1) < from ? from : sent.indexOf(`</${name}`, from)
}

/**
 * A mail without its markup: tags gone, entities as the characters they stand for, every kind of space as a plain one,
 * line breaks kept. Takes one step forward for each character, whatever the mail holds.
 */
export const unitsOf = (sent: string): Unit[] => {
  const units: Unit[] = []
  const endOfHidden = hiddenEnds(sent)
  const put = (written: string, start: number, end: number) => {
    for (const unit of written.split('')) units.push({ text: unit, start, end })
  }
  for (let i = 0; i < sent.length; ) {
    const char = sent.charAt(i)
    const tag = char === '<' ? at(TAG, sent, i) : null
    if (tag) {
      const end = i + tag[0].length
      const name = (tag[1] ?? '').toLowerCase()
      put(breakFor(name), i, end)
      i = sent[i + 1] === '/' ? end : endOfHidden(name, end)
      continue
    }
    const entity = char === '&' ? at(ENTITY, sent, i) : null
    const end = i + (entity?.[0].length ?? 1)
    const written = entity ? decoded(entity) : char
    if (!INVISIBLE.test(written)) put(SPACE.test(written) ? ' ' : written, i, end)
    i = end
  }
  return units
}
