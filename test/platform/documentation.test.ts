import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { test } from 'tap'
import { problems } from '../../src/problems.ts'
import { openService } from '../support/service.ts'

/** Where the service is, as the committed contract has it. */
const WRITTEN = 'http://127.0.0.1:3000'
const page = { accept: 'text/html' }
const { paths, components } = JSON.parse(await readFile('openapi/openapi.json', 'utf8'))

/** Where a page leads, and what it loads. */
const addressesIn = (html: string) =>
  [...html.matchAll(/\s(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)

/** Where a text in Markdown leads. */
const linksIn = (markdown: string) =>
  [...markdown.matchAll(/\]\(([^)]+)\)/g)].map(([, address = '']) => address)

const withoutHash = (address: string) => address.replace(/#.*/, '')

test('the documentation', async (t) => {
  const service = await openService(t, { PUBLIC_URL: 'https://afterview.example' })
  const reader = service.client()
  const seen = new Map<string, string>()
  const waiting = ['/docs', '/llms.txt']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { status, headers, body } = await reader.get(path, page)
    t.equal(status, 200, path)
    const type = headers['content-type'] ?? ''
    seen.set(path, type)
    const found = type.startsWith('text/html')
      ? addressesIn(body)
      : /plain|markdown/.test(type)
        ? linksIn(body)
        : []
    const own = found.map((address) => withoutHash(address.replace('https://afterview.example/', '/')))
    waiting.push(
      ...own.filter((address) => address.startsWith('/') && !seen.has(address) && !waiting.includes(address)),
    )
  }
  const pages = [...seen].filter(([, type]) => type.startsWith('text/html')).map(([path]) => path)

  await t.test('leads to everything that there is to read', async (t) => {
    t.ok(pages.length > Object.keys(problems).length + 8)
    for (const path of ['/docs/guides', '/docs/problems', '/docs/insights', '/openapi.json', '/v1/support'])
      t.ok(seen.has(path), path)
    for (const type of seen.values()) t.match(type, /charset=utf-8$|^application\/json/)
  })

  await t.test('leads from each page to all kinds of pages', async (t) => {
    for (const path of pages) {
      const { body } = await reader.get(path, page)
      const [, above = ''] = /<nav aria-label="Documentation">(.*?)<\/nav>/s.exec(body) ?? []
      for (const each of ['/docs', '/docs/guides', '/docs/insights', '/docs/problems'])
        t.ok(above.includes(`href="${each}"`), `${path} leads to ${each}`)
    }
  })

  await t.test('loads only files of its own, and its policy allows no others', async (t) => {
    for (const path of pages) {
      const { headers } = await reader.get(path, page)
      const policy = Object.fromEntries(
        (headers['content-security-policy'] ?? '').split('; ').map((each) => each.split(/ (.*)/)),
      )
      const mayRun = path === '/docs'
      t.strictSame(
        policy,
        {
          'default-src': "'none'",
          ...(mayRun && { 'script-src': "'self'", 'connect-src': "'self'" }),
          'style-src': mayRun ? "'self' 'unsafe-inline'" : "'self'",
          'img-src': mayRun ? "'self' data:" : "'self'",
          'base-uri': "'none'",
          'form-action': "'none'",
          'frame-ancestors': "'none'",
        },
        path,
      )
    }
  })

  await t.test('explains every problem where its type leads, to programs and to people', async (t) => {
    for (const [code, [status, title, whatToDo]] of Object.entries(problems)) {
      const { body } = await reader.get(`/docs/problems/${code}`)
      t.match(body, { code, status, title, whatToDo })
      t.match(body.meaning, /^[A-Z].{20,}\.$/)
      t.notMatch(body.meaning, /!|\bjust\b/i)
      const help = await reader.get(`/docs/problems/${code}`, page)
      t.equal(help.headers['content-type'], 'text/html; charset=utf-8')
      for (const part of [`<h1 id="`, `<code>${code}</code>`, `<td>${status} `])
        t.ok(help.body.includes(part), code)
    }
    for (const code of ['no_such_code', 'constructor', '__proto__']) {
      const { status, body } = await reader.get(`/docs/problems/${code}`, page)
      t.equal(status, 404)
      const { pathname } = new URL(body.type)
      t.match((await reader.get(pathname)).body, { code: 'not_found', status: 404 })
    }
  })

  await t.test('explains every insight where its definition leads, to programs and to people', async (t) => {
    const names = Object.keys(paths).flatMap((path) => /^\/v1\/insights\/([a-z-]+)$/.exec(path)?.[1] ?? [])
    t.ok(names.length > 10)
    for (const name of names) {
      const { body } = await reader.get(`/docs/insights/${name}`)
      const help = await reader.get(`/docs/insights/${name}`, page)
      t.match(help.headers, { 'content-type': 'text/html; charset=utf-8', vary: /accept\b/ })
      t.match(help.body, `>${body.title}</h1>`)
      t.ok(body.figures.length > 0)
      for (const figure of body.figures) t.ok(help.body.includes(`<code>${figure.name}</code>`), figure.name)
      t.ok(seen.has(`/docs/insights/${name}`), 'is led to')
    }
    t.match(await reader.get('/docs/insights/nothing', page), { status: 404, body: { code: 'not_found' } })
  })

  await t.test('is there as plain text, with the address of the service', async (t) => {
    const { headers, body } = await reader.get('/docs/guides/first-debrief.md')
    t.equal(headers['content-type'], 'text/markdown; charset=utf-8')
    t.match(body, /curl -sS "https:\/\/afterview\.example\/v1/)
    const links = linksIn((await reader.get('/docs/guides/errors.md')).body)
    t.strictSame(links, [
      'https://afterview.example/docs/guides/limits.md',
      'https://afterview.example/docs/guides/retries.md',
      'https://afterview.example/docs/problems.md',
    ])
    const index: string = (await reader.get('/llms.txt')).body
    t.match(index, /^# Afterview\n\n> .+/)
    t.strictSame(
      linksIn(index).filter((address) => !address.startsWith('https://afterview.example/')),
      [],
    )
    t.equal(linksIn(index).filter((address) => address.endsWith('.md')).length, 12)
  })

  await t.test('is there as plain text where programs get JSON, too', async (t) => {
    const both = [...seen.keys()].filter((path) => /^\/docs\/(problems|insights)\/[a-z_-]+$/.test(path))
    t.equal(both.length, Object.keys(problems).length + 13)
    for (const path of both) {
      const { status, headers, body } = await reader.get(`${path}.md`)
      t.match([status, headers['content-type']], [200, 'text/markdown; charset=utf-8'], path)
      const [, title] = /^# (.+)\n\n[A-Z]/.exec(body) ?? []
      t.equal(title, (await reader.get(path)).body.title, path)
      t.strictSame(
        linksIn(body).filter((address) => !address.startsWith('https://afterview.example/')),
        [],
      )
      t.ok(seen.has(`${path}.md`), 'is led to')
      for (const address of [`${path}/`, `${path}/?x=/`])
        t.match(await reader.get(address), { status: 308, headers: { location: path } }, address)
    }
    for (const path of ['/docs/problems/nothing.md', '/docs/insights/nothing.md'])
      t.match(await reader.get(path), { status: 404, body: { code: 'not_found' } })
    for (const path of ['/docs/problems/not_found.md', '/docs/insights/summary.md'])
      t.match(await reader.post(path, {}), { status: 405, headers: { allow: 'GET, HEAD' } })
    t.equal((await reader.post('/docs/problems/not_found/', {})).status, 404, 'only who reads is led on')
  })

  await t.test('is told of where tools look for it', async (t) => {
    const { headers, body } = await reader.get('/.well-known/api-catalog')
    t.match(
      headers['content-type'],
      /^application\/linkset\+json; profile="https:\/\/www\.rfc-editor\.org\/info\/rfc9727"/,
    )
    const anchors: string[] = body.linkset.map(({ anchor }: { anchor: string }) => anchor)
    t.strictSame(anchors, ['https://afterview.example/v1', 'https://afterview.example/mcp'])
    for (const { anchor: _, ...relations } of body.linkset) {
      for (const { href, type } of Object.values<{ href: string; type: string }[]>(relations).flat()) {
        const answer = await reader.get(new URL(href).pathname)
        t.equal(answer.status, 200, href)
        t.equal(answer.headers['content-type']?.split(';')[0], type)
      }
    }
  })

  await t.test('shows the contract, which is served by itself too', async (t) => {
    const contract = await reader.get('/openapi.json')
    const text = JSON.stringify(contract.body)
    t.notMatch(text, '127.0.0.1')
    t.match(text, '"instance":"/v1/')
    t.strictSame(JSON.parse(text.replaceAll('https://afterview.example', WRITTEN)).paths, paths)
    t.strictSame(Object.keys(contract.body.components.schemas), Object.keys(components.schemas))
  })

  await t.test('is sent packed, and once only', async (t) => {
    for (const path of [
      '/docs',
      '/docs/scalar.js',
      '/docs/style.css',
      '/docs/guides/errors',
      '/openapi.json',
    ]) {
      const packed = await service.app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } })
      t.match(packed.headers, { 'content-encoding': 'gzip', 'cache-control': 'public, no-cache' }, path)
      t.match(packed.headers.vary, /accept-encoding/)
      t.equal(gunzipSync(packed.rawPayload).toString(), (await service.app.inject(path)).body)
      const again = await reader.get(path, { 'if-none-match': packed.headers.etag ?? '' })
      t.strictSame([again.status, again.body], [304, ''])
      t.match(again.headers, { etag: packed.headers.etag, 'cache-control': 'public, no-cache' })
      t.notOk('content-type' in again.headers)
      t.equal((await reader.send('HEAD', path)).status, 200)
    }
  })

  await t.test('is found where somebody may look for it', async (t) => {
    const elsewhere = {
      '/': '/docs',
      '/docs/': '/docs',
      '/docs/guides/': '/docs/guides',
      '/docs/guides/errors/': '/docs/guides/errors',
      '/docs/problems/': '/docs/problems',
      '/docs/insights/': '/docs/insights',
    }
    for (const [path, location] of Object.entries(elsewhere)) {
      t.match(await reader.get(path), { status: 308, headers: { location } }, path)
      t.equal((await reader.get(location, page)).status, 200, location)
    }
  })

  await t.test('can be found by browsers that run no scripts', async (t) => {
    const [, said = ''] = /<noscript>(.*)<\/noscript>/s.exec((await reader.get('/docs', page)).body) ?? []
    t.strictSame(addressesIn(said), ['/docs/guides', '/docs/problems', '/openapi.json', '/llms.txt'])
  })

  await t.test('refuses what it does not have', async (t) => {
    for (const path of ['/docs/nothing', '/docs/guides/nothing', '/docs/guides/errors.html', '/docs/a/b/']) {
      t.match(await reader.get(path), { status: 404, body: { code: 'route_not_found' } }, path)
      const { status, headers, body } = await reader.get(path, page)
      t.equal(status, 404, path)
      t.match(headers, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      t.match(body, /There is no such page.*href="\/docs\/guides"/s)
    }
    for (const path of ['/docs/guides/../../main.ts', '/nothing', '/v1/nothing'])
      t.match(await reader.get(path, page), { status: 404, body: { code: 'route_not_found' } }, path)
    t.match(await reader.post('/docs/guides/errors', {}), { status: 405, headers: { allow: 'GET, HEAD' } })
  })
})
