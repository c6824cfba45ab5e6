import { test } from 'tap'
import { listen, openSocket } from '../support/raw-http.ts'
import { openService } from '../support/service.ts'

/** How clients say that there is no body; several name the type that they would have sent. */
const NOTHING = {
  'of curl -X POST': '',
  "of curl -d ''": 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n',
  "of fetch with body: ''": 'Content-Type: text/plain;charset=UTF-8\r\nContent-Length: 0\r\n',
  'of a client that names a type and no length': 'Content-Type: text/plain\r\n',
  'that is JSON': 'Content-Type: application/json\r\nContent-Length: 0\r\n',
}

test('a body that is empty', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const port = await listen(service.app)
  const { id } = (await noor.post('/v1/assignments', { text: 'Sleep well.' })).body

  for (const [what, headers] of Object.entries(NOTHING))
    await t.test(`${what}, is none`, async (t) => {
      const { ask } = await openSocket(t, port)
      const send = (method: string, path: string) =>
        ask(
          `${method} ${path} HTTP/1.1\r\nHost: afterview.example\r\nAuthorization: Bearer ${noor.secret}\r\n${headers}\r\n`,
        )
      const { id: win } = (await noor.post('/v1/wins', { text: 'I asked.' })).body
      t.match(await send('POST', `/v1/assignments/${id}/completion`), {
        status: 200,
        body: { status: 'done' },
      })
      t.equal((await send('DELETE', `/v1/wins/${win}`)).status, 204)
      for (const path of ['/v1/plans', '/v1/imports'])
        t.match(await send('POST', path), { status: 400, body: { code: 'invalid_request' } }, path)
    })

  await t.test('and named as a table, is a file without a row', async (t) => {
    const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-length': '0' }
    const { body } = await noor.send('POST', '/v1/imports', { payload: '', headers })
    t.equal(body.code, 'malformed_csv')
  })
})
