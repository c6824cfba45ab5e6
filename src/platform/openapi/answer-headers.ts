import type { Document, Operation } from './components.ts'
import { keepsAnswer } from './refusals.ts'

const header = (description: string, pattern?: string) => ({
  description,
  schema: { type: 'string', ...(pattern && { pattern }) },
})

/** A list of structured fields, RFC 9651: an item for each limit. */
const limitsWith = (parameters: string) => {
  const item = `"(?:account|key|address)";${parameters}`
  return `^${item}(?:, ${item})*$`
}

const headers = {
  'X-Request-Id': header('The id of this request: yours if you sent a well-formed one.'),
  ETag: header('Names this state of the record, for `If-Match` and `If-None-Match`.', '^"\\d+-[\\w-]+"$'),
  Location: header('Where the new record is.'),
  Link: header('The next page, `rel="next"`; absent on the last page.'),
  Deprecation: header('Since when it is not to be used any more; `Link` leads to what to do.', '^@\\d+$'),
  Sunset: header('When it stops to answer.', '^\\w{3}, \\d{2} \\w{3} \\d{4} [\\d:]{8} GMT$'),
  'WWW-Authenticate': header('How to authenticate, or which scope is missing.', '^Bearer '),
  'RateLimit-Policy': header(
    'How many requests (`q`) may come in how many seconds (`w`) from one account, and with one key. Where credentials were refused too often, how often that may happen from one address.',
    limitsWith('q=\\d+;w=\\d+'),
  ),
  RateLimit: header(
    'How many are left (`r`), as far as it is known, and after how many seconds (`t`) it begins anew.',
    limitsWith('r=\\d+;t=\\d+'),
  ),
  'Retry-After': header('Seconds to wait before the next try.', '^\\d+$'),
  'Content-Disposition': header('What to call the file.', '^attachment; filename="[\\w.-]+"$'),
  'Cache-Control': header('Personal data is never kept by shared caches.'),
  'Content-Language': header(
    'The language of the texts, chosen by `Accept-Language`; that of refusals is English.',
    '^[a-z]{2}$',
  ),
  'Idempotent-Replayed': header('There when this is the answer to an earlier request.', '^true$'),
}
type Header = keyof typeof headers

const reference = (name: Header) => [name, { $ref: `#/components/headers/${name}` }]

const schemaOf = (document: Document, answer: Record<string, unknown>) => {
  const text = JSON.stringify(answer.content ?? {})
  const [, name = ''] = /"#\/components\/schemas\/([^"]+)"/.exec(text) ?? []
  return (document.components.schemas[name]?.properties ?? {}) as Record<string, unknown>
}

/** Whether an answer tells of limits: not before it is known who asks, unless there were too many who are nobody. */
const tellsLimits = (operation: Operation, status: string) => {
  const asksForKey = (operation.security as object[]).some((each) => 'apiKey' in each)
  return status === '429' || (asksForKey && !['401', '414'].includes(status))
}

const headersOf = (keeps: boolean, status: string, members: Record<string, unknown>): Header[] => {
  const names: Header[] = ['X-Request-Id', 'Cache-Control', 'Content-Language']
  if (status === '401' || status === '403') names.push('WWW-Authenticate')
  if (status === '429' || status === '503') names.push('Retry-After')
  if (status === '201' || status === '202') names.push('Location')
  if (status.startsWith('2') && 'version' in members) names.push('ETag')
  if (status === '200' && 'data' in members) names.push('Link')
  if (keeps && /^(2|404|409|422)/.test(status)) names.push('Idempotent-Replayed')
  return names
}

/** Headers of an answer that its members do not tell of. */
const declaredHeaders = (operation: Operation, status: string): Header[] => [
  ...(operation['x-file'] && status === '200' ? (['Content-Disposition'] as const) : []),
  ...(operation['x-conditional'] && status === '200' ? (['ETag'] as const) : []),
  ...(operation.deprecated && status !== '414' ? (['Deprecation', 'Link'] as const) : []),
  ...(operation['x-sunset'] && status !== '414' ? (['Sunset'] as const) : []),
  ...(tellsLimits(operation, status) ? (['RateLimit-Policy', 'RateLimit'] as const) : []),
]

/** Documents the headers that the platform adds to every answer. */
export const addAnswerHeaders = (document: Document): Document => {
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      for (const [status, answer] of Object.entries(operation.responses)) {
        const names = headersOf(keepsAnswer(method, operation), status, schemaOf(document, answer))
        names.push(...declaredHeaders(operation, status))
        answer.headers = Object.fromEntries(names.map(reference))
      }
    }
  }
  const text = JSON.stringify(document.paths)
  document.components.headers = Object.fromEntries(
    Object.entries(headers).filter(([name]) => text.includes(`headers/${name}"`)),
  )
  return document
}
