import { Problem } from '../../problems.ts'
import { pointerTo, UNKNOWN_MEMBER } from '../faults.ts'

const MOST_DEPTH = 100
const TOO_DEEP = { detail: `Must not lie deeper than ${MOST_DEPTH} levels`, code: 'too_deep' }

type Oddity = { path: string[]; fault: { detail: string; code: string } }

/** The first thing in a document that no contract asks for, and that code which walks through it may stumble over. */
const oddityIn = (value: unknown, depth = 0): Oddity | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === MOST_DEPTH) return { path: [], fault: TOO_DEEP }
  for (const [key, member] of Object.entries(value)) {
    const found = key === '__proto__' ? { path: [], fault: UNKNOWN_MEMBER } : oddityIn(member, depth + 1)
    if (found) return { ...found, path: [key, ...found.path] }
  }
  return undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const parse = (bytes: Buffer): { document: unknown } | undefined => {
  try {
    return { document: JSON.parse(utf8.decode(bytes)) }
  } catch {
    return undefined
  }
}

/** The document that a body is. @throws Problem `malformed_json`, `invalid_request` */
export const readJson = (bytes: Buffer): unknown => {
  const parsed = parse(bytes)
  if (!parsed) throw new Problem('malformed_json', 'The body is not one well-formed JSON document in UTF-8.')
  const { document } = parsed
  const odd = oddityIn(document)
  if (!odd) return document
  const errors = [{ pointer: pointerTo(odd.path), ...odd.fault }]
  throw new Problem('invalid_request', 'The body does not fit the contract.', { errors })
}
