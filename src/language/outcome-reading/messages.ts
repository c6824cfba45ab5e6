import { type Unit, unitsOf } from './mail.ts'

/** A message of a mail in flowing text; a line break in `text` ends a sentence. */
export type Message = { text: string; units: Unit[] }
type Line = { text: string; units: Unit[]; quoted: boolean }

const BEGINS =
  /^(?:-{2,} ?(?:forwarded|original) message|begin forwarded message|on [^\n]{5,200} wrote:$|_{10,}$)/i
const HEADER = /^(?:from|to|cc|bcc|date|sent|subject|reply-to):\s/i
const SIGNATURE = /^--$/
/** A remark in brackets that holds a number or a slash, as "(Ref. 2231)" or "(m/f)". */
const REFERENCE = /\((?=[^()\n]{0,80}[\d#/])[^()\n]{0,80}\)/g

/** A line that reaches this far was broken by its length, not by its writer. */
const WRAPPED = 45

const linesOf = (units: readonly Unit[]): Line[] => {
  const lines: Line[] = []
  let from = 0
  for (let i = 0; i <= units.length; i++) {
    if (i < units.length && units[i]?.text !== '\n') continue
    const all = units.slice(from, i)
    const text = all.map((unit) => unit.text).join('')
    const [mark = ''] = /^[ >]*/.exec(text) ?? []
    const kept = all.slice(mark.length)
    lines.push({ text: text.slice(mark.length).trimEnd(), units: kept, quoted: mark.includes('>') })
    from = i + 1
  }
  return lines
}

/** The messages of a thread, in the order in which they stand: each begins at its mark, or where the quoting changes. */
const threads = (lines: readonly Line[]): Line[][] => {
  const messages: Line[][] = [[]]
  let signed = false
  let quoted = false
  for (const line of lines) {
    const begins = BEGINS.test(line.text) || (/^from:\s/i.test(line.text) && messages.at(-1)?.some(hasText))
    if (begins || (line.text !== '' && line.quoted !== quoted)) {
      messages.push([])
      signed = false
      quoted = line.quoted
    }
    signed ||= SIGNATURE.test(line.text)
    if (!signed && !BEGINS.test(line.text) && !HEADER.test(line.text)) messages.at(-1)?.push(line)
  }
  return messages.filter((message) => message.some(hasText))
}

const hasText = ({ text }: Line) => text !== ''

/** Whether a line goes on in the next one. */
const flows = ({ text }: Line, next: Line): boolean => {
  if (text === '' || next.text === '') return false
  return /^\p{Ll}/u.test(next.text) || (text.length >= WRAPPED && !/[.!?:;]$/.test(text))
}

const withoutReferences = (units: Unit[]): Unit[] => {
  const text = units.map((unit) => unit.text).join('')
  const found = [...text.matchAll(REFERENCE)]
  if (found.length === 0) return units
  const gone = new Set(found.flatMap(({ 0: it, index }) => Array.from(it, (_, i) => index + i)))
  return units.filter((_, i) => !gone.has(i))
}

const joined = (lines: readonly Line[]): Message => {
  const units = lines.flatMap((line, i) => {
    const end = line.units.at(-1)?.end ?? 0
    const next = lines[i + 1]
    return [...line.units, { text: next && flows(line, next) ? ' ' : '\n', start: end, end }]
  })
  const kept = withoutReferences(units)
  return { text: kept.map((unit) => unit.text).join(''), units: kept }
}

/** The messages that a mail holds, the newest first; headers, signatures and quote marks left out. */
export const messagesOf = (sent: string): Message[] => threads(linesOf(unitsOf(sent))).map(joined)
