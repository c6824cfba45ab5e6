import fc from 'fast-check'
import { anyText } from '../support/any-text.ts'
import { membersOf } from './schemas.ts'

const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`
const said = (...texts: string[]) => texts.map((text) => JSON.stringify(text))

/** What no member should be able to hold, or barely: each as it stands in a JSON document. */
const HOSTILE = [
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e3',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '123456789012345678901234567890',
  '2147483648',
  '{}',
  '[]',
  '[null]',
  '[[]]',
  '{"":1}',
  '{"constructor":{"prototype":1}}',
  '{"__proto__":{"admin":true}}',
  '{"toString":1}',
  deep(100),
  deep(20_000),
  JSON.stringify(Array.from({ length: 1_000 }, (_, i) => i)),
  JSON.stringify(Array.from({ length: 40 }, () => ({ name: 'Sam' }))),
  ...said(
    '',
    ' ',
    '\t',
    '\n',
    '\u0000',
    'a\u0000b',
    '\u001b[31m',
    '\u0085',
    '\ud800',
    'a\udfffb',
    '\u202Eevil',
    '\u2028',
    '\ufeff',
    '\uffff',
    '\u{10ffff}',
  ),
  ...said('x'.repeat(50_001), '🌱'.repeat(10_001), 'é'.normalize('NFD'), '‮', '﷽'.repeat(100), 'Z͑ͫ̓ͪ̂ͫ̽͏'),
  ...said(
    'null',
    'true',
    '1',
    '{}',
    '%00',
    '\\u0000',
    "'; DROP TABLE applications; --",
    '$1',
    '<script>',
    '{{7*7}}',
    '../../etc/passwd',
  ),
  ...said(
    '0000-00-00',
    '0001-01-01',
    '2026-02-30',
    '2026-13-01',
    '9999-12-31',
    '+010000-01-01',
    '-000001-01-01',
    '2026-1-1',
    '2026-06-01 ',
  ),
  ...said(
    '2026-06-01T24:00:00Z',
    '2026-06-01T23:59:60Z',
    '2026-06-01T00:00:00+23:59',
    '2026-06-01T00:00:00',
    '1900-01-01T00:00:00+14:00',
  ),
  ...said(
    '2199-12-31T23:59:59-12:00',
    `2026-06-01T00:00:00.${'1'.repeat(5_000)}Z`,
    '2026-06-01t00:00:00z',
    '2026-06-01T00:00Z',
  ),
  ...said(
    'https://',
    'javascript:alert(1)',
    'http://[::1',
    'http://a b',
    'https://x\ty',
    `https://${'x'.repeat(3_000)}`,
    'HTTP://EXAMPLE.ORG',
  ),
  ...said(
    'EUR',
    'eur',
    'ÉUR',
    'UTC',
    'Etc/GMT+12',
    'Mars/Olympus',
    'en',
    'x-klingon',
    'a@b',
    '00000000-0000-0000-0000-000000000000',
  ),
  ...said(
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    'open',
    'OPEN',
    '__proto__',
    'constructor',
    'hasOwnProperty',
  ),
]

const MARK = 'put the hostile value here'

/** Every path to a member of the value, the value itself first. */
const pathsIn = (value: unknown): string[][] => [
  [],
  ...Object.entries(Array.isArray(value) ? { ...value } : membersOf(value)).flatMap(([name, inner]) =>
    pathsIn(inner).map((path) => [name, ...path]),
  ),
]

const put = (value: unknown, [name, ...path]: string[], what: unknown): unknown => {
  if (name === undefined) return what
  if (Array.isArray(value))
    return value.map((inner, at) => (String(at) === name ? put(inner, path, what) : inner))
  return { ...membersOf(value), [name]: put(membersOf(value)[name], path, what) }
}

/** JSON documents that begin as one that would be accepted, and end with a member that no one should send. */
export const spoiled = (bodies: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  bodies.chain((body) =>
    fc
      .tuple(fc.constantFrom(...pathsIn(body)), fc.oneof(fc.constantFrom(...HOSTILE), fc.json()))
      .map(([path, text]) => JSON.stringify(put(body, path, MARK)).replace(JSON.stringify(MARK), () => text)),
  )

const latin = fc.string({
  unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 300,
})

/** Headers that a client has no business to send like that. */
export const oddHeaders = fc.record(
  {
    'if-match': fc.oneof(
      latin,
      fc.constantFrom('*', '"1-x"', 'W/"1-x"', ',,,', '"1-x', `"${'9'.repeat(400)}-x"`),
    ),
    'if-none-match': fc.oneof(latin, fc.constantFrom('*', '"', ',')),
    'x-request-id': fc.oneof(latin, fc.constantFrom('mine-1', 'x'.repeat(129), '../..', '')),
    'accept-language': fc.oneof(
      latin,
      fc.constantFrom('*', 'xx', 'de;q=2', 'en;q=', ';;;', `${'a-'.repeat(2_000)}a`),
    ),
    accept: fc.oneof(latin, fc.constantFrom('image/png', 'application/json;q=0', '*/*')),
    traceparent: fc.oneof(latin, fc.constantFrom(`00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`)),
    'idempotency-key': latin,
    'afterview-account': fc.oneof(latin, fc.uuid()),
  },
  { requiredKeys: [] },
)

/** Queries of known and unknown names with values of every kind. */
export const oddQueries = (names: string[], values: fc.Arbitrary<unknown>) => {
  const name = fc.constantFrom(...names, 'limit', 'cursor', 'q', '__proto__', 'limit[]', '%')
  const value = fc.oneof(
    values.map(String),
    anyText(50),
    fc.constantFrom('', '0', '-1', '1e9', 'null', '%00', '%ff'),
  )
  const pair = fc.tuple(name, value, fc.boolean()).map(([key, text, raw]) => {
    const written = raw ? text.replace(/[^\x21-\x7e]|[#?&]/g, '') : encodeURIComponent(text.toWellFormed())
    return `${encodeURIComponent(key)}=${written}`
  })
  return fc.array(pair, { maxLength: 4 }).map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''))
}

/** Files that may or may not be a table. */
export const oddTables = (table: string) => {
  const cell = fc.oneof(
    anyText(20),
    fc.constantFrom(
      '',
      '"',
      '""',
      '=1+1',
      '\u0000',
      '\ufeff',
      '\r',
      '2026-02-30',
      'x'.repeat(60_000),
      '€1e400',
      '\ud800',
    ),
  )
  const rows = fc.array(
    fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(',')),
    { maxLength: 5 },
  )
  const quoted = fc.array(
    fc
      .array(
        cell.map((text) => `"${text.replaceAll('"', '""')}"`),
        { minLength: 1, maxLength: 4 },
      )
      .map((cells) => cells.join(',')),
    { maxLength: 5 },
  )
  return fc.oneof(
    anyText(200),
    fc.oneof(rows, quoted).map((lines) => lines.join('\n')),
    fc.oneof(rows, quoted).map((lines) => `${table}${lines.join('\n')}`),
  )
}
