import { test } from 'tap'
import { openService } from '../support/service.ts'

const many = (count: number) => Array.from({ length: count }, (_, i) => `tag ${i}`)
const pay = { currency: 'EUR', period: 'year' }
const company = 'Brightwater'

type Sent = [method: 'post' | 'patch' | 'get', url: string, body?: unknown]
type Fault = { pointer: string; code: string; limit?: number }

const APPLICATIONS = '/v1/applications'

/** Each code once, as a form meets it. */
const REFUSED: [Sent, Fault][] = [
  [['post', '/v1/plans', { if: 'they ask why' }], { pointer: '/then', code: 'required' }],
  [['post', APPLICATIONS], { pointer: '', code: 'required' }],
  [['post', APPLICATIONS, { company, colour: 'red' }], { pointer: '/colour', code: 'unknown_member' }],
  [['post', APPLICATIONS, { company: 7 }], { pointer: '/company', code: 'invalid_type' }],
  [
    ['post', APPLICATIONS, { company, appliedOn: '2026-02-30' }],
    { pointer: '/appliedOn', code: 'invalid_format' },
  ],
  [['post', APPLICATIONS, { company, url: 'nowhere' }], { pointer: '/url', code: 'invalid_format' }],
  [
    ['post', APPLICATIONS, { company, appliedOn: '1066-10-14' }],
    { pointer: '/appliedOn', code: 'out_of_range' },
  ],
  [['post', APPLICATIONS, { company, workMode: 'at sea' }], { pointer: '/workMode', code: 'not_an_option' }],
  [
    ['post', APPLICATIONS, { company: 'x'.repeat(201) }],
    { pointer: '/company', code: 'too_long', limit: 200 },
  ],
  [
    ['post', APPLICATIONS, { company, url: `https://x.example/${'a'.repeat(2_000)}` }],
    { pointer: '/url', code: 'too_long', limit: 2_000 },
  ],
  [['post', APPLICATIONS, { company: '' }], { pointer: '/company', code: 'too_short', limit: 1 }],
  [['post', APPLICATIONS, { company: '  ' }], { pointer: '/company', code: 'blank' }],
  [['post', APPLICATIONS, { company: 'a\nb' }], { pointer: '/company', code: 'control_character' }],
  [['post', APPLICATIONS, { company, notes: 'a\u0000b' }], { pointer: '/notes', code: 'control_character' }],
  [['post', APPLICATIONS, { company, tags: many(51) }], { pointer: '/tags', code: 'too_many', limit: 50 }],
  [['post', '/v1/share-links', { figures: [] }], { pointer: '/figures', code: 'too_few', limit: 1 }],
  [
    ['post', '/v1/share-links', { figures: ['funnel', 'funnel'] }],
    { pointer: '/figures', code: 'duplicate' },
  ],
  [
    ['post', APPLICATIONS, { company, salaryRange: { ...pay, minimum: 2 ** 53 } }],
    { pointer: '/salaryRange/minimum', code: 'too_big', limit: 1_000_000_000_000 },
  ],
  [
    ['post', APPLICATIONS, { company, salaryRange: { ...pay, minimum: -1 } }],
    { pointer: '/salaryRange/minimum', code: 'too_small', limit: 0 },
  ],
  [
    ['post', APPLICATIONS, { company, salaryRange: { ...pay, minimum: 2, maximum: 1 } }],
    { pointer: '/salaryRange/minimum', code: 'invalid_value' },
  ],
  [['get', `${APPLICATIONS}?q=a&q=b`], { pointer: '/querystring/q', code: 'repeated' }],
  [['get', `${APPLICATIONS}?limit=201`], { pointer: '/querystring/limit', code: 'too_big', limit: 200 }],
  [['get', `${APPLICATIONS}?archived=maybe`], { pointer: '/querystring/archived', code: 'not_an_option' }],
]

test('each fault of an input has a code that a form can translate', async (t) => {
  const noor = await (await openService(t)).newAccount()
  for (const [[method, url, body], fault] of REFUSED) {
    const { status, body: problem } = await noor[method](url, body as never)
    t.equal(status, 400, url)
    const told = problem.errors?.map(({ detail: _, ...rest }: { detail: string }) => rest)
    t.strictSame(told, [fault], `${fault.code} at ${fault.pointer}`)
  }
})
