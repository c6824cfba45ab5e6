import { readFile } from 'node:fs/promises'
import { test } from 'tap'
import { problems } from '../../src/problems.ts'
import { openService } from '../support/service.ts'

/** What a page or a style sheet loads by itself, as addresses. */
const loadsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\s(?:src|href)=|url\(|@import )["']?([^"')\s>]+)/g)].map(
    ([, address = '']) => address,
  )

const isOutside = (address: string) => /^(?!data:)([a-z]+:|\/\/)/i.test(address)

test('the documentation', async (t) => {
  const service = await openService(t)
  const reader = service.client()
  const page = await reader.get('/docs')
  const pathOf = (address: string) => new URL(address, 'http://afterview.example/docs').pathname
  const files = loadsOf(page.body).map(pathOf)

  await t.test('is a page with its scripts and styles', async (t) => {
    t.equal(page.status, 200)
    t.match(page.headers['content-type'], /^text\/html/)
    for (const kind of [/\.js$/, /\.css$/, /\.png$/]) t.ok(files.some((file) => kind.test(file)))
    for (const file of files) t.equal((await reader.get(file)).status, 200, file)
  })

  await t.test('loads nothing from elsewhere', async (t) => {
    t.strictSame(loadsOf(page.body).filter(isOutside), [])
    for (const file of files.filter((file) => file.endsWith('.css'))) {
      t.strictSame(loadsOf((await reader.get(file)).body).filter(isOutside), [])
    }
    const start = files.find((file) => file.endsWith('initializer.js')) ?? ''
    const script: string = (await reader.get(start)).body
    t.match(script, /validatorUrl: (null|undefined)/)
    t.strictSame(script.match(/["'`](https?:)?\/\/[a-z]/gi), null)
  })

  await t.test('could not, for its policy allows only its own files', async (t) => {
    for (const address of ['/docs', ...files]) {
      const policy = (await reader.get(address)).headers['content-security-policy'] ?? ''
      const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/))
      t.ok(directives.some(([name, ...sources]) => name === 'default-src' && sources.length === 1))
      const allowed = ["'self'", "'none'", 'data:']
      const others = directives
        .flatMap(([, ...sources]) => sources)
        .filter((source) => !allowed.includes(source))
      t.strictSame(others, [], address)
      t.strictSame(
        directives.filter(([name, ...sources]) => name === 'script-src' && sources.includes('data:')),
        [],
      )
      // The service speaks plain HTTP where no proxy stands before it.
      t.notMatch(policy, /upgrade-insecure-requests/)
    }
  })

  await t.test('shows the contract, which is served by itself too', async (t) => {
    const contract = await reader.get('/openapi.json')
    t.equal(contract.status, 200)
    t.match(contract.headers['content-type'], /^application\/json/)
    const committed = JSON.parse(await readFile('openapi/openapi.json', 'utf8'))
    t.strictSame(contract.body.paths, committed.paths)
    t.strictSame(contract.body.components, committed.components)
    t.strictSame((await reader.get('/docs/json')).body, contract.body)
  })

  await t.test('explains every problem where its type leads', async (t) => {
    for (const [code, [status, title, whatToDo]] of Object.entries(problems)) {
      const help = await reader.get(`/docs/problems/${code}`)
      t.equal(help.status, 200)
      t.strictSame(help.body, { code, status, title, whatToDo })
    }
    for (const code of ['no_such_code', 'constructor', '__proto__']) {
      const { status, body } = await reader.get(`/docs/problems/${code}`)
      t.equal(status, 404)
      const { pathname } = new URL(body.type)
      t.match((await reader.get(pathname)).body, { code: 'not_found', status: 404 })
    }
  })
})
