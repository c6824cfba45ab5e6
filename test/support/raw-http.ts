import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import type { Test } from 'tap'
import type { App } from '../../src/platform/http/types.ts'
import type { Body } from './client.ts'

type RawAnswer = { status: number; headers: Record<string, string>; body: Body }

const HEAD = /^HTTP\/1\.1 (\d{3}) [^\r]+\r\n((?:[^\r]+\r\n)*)\r\n/
const NOTHING: RawAnswer = { status: 0, headers: {}, body: '' }

/** The first answer in what a socket got so far, if all of it is there. Interim answers (1xx) are passed over. */
const answerIn = (text: string): RawAnswer | undefined => {
  const [head, status, lines = ''] = HEAD.exec(text) ?? []
  if (!head) return undefined
  if (status?.startsWith('1')) return answerIn(text.slice(head.length))
  const pairs = lines.split('\r\n').map((line) => line.split(/: ?(.*)/))
  const headers = Object.fromEntries(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]))
  const rest = Buffer.from(text.slice(head.length))
  const length = Number(headers['content-length'] ?? 0)
  if (rest.length < length) return undefined
  const body = rest.toString('utf8', 0, length)
  return {
    status: Number(status),
    headers,
    body: /json/.test(headers['content-type'] ?? '') ? JSON.parse(body) : body,
  }
}

/** The port on which the service listens for real sockets from now on, if it did not before. */
export const listen = async (app: App): Promise<number> => {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

/** A connection on which anything can be said. */
export const openSocket = async (t: Test, port: number) => {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  socket.on('error', () => undefined)
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  /** Says something and hears the next answer; of one that never came, the status is 0. */
  const ask = (text: string): Promise<RawAnswer> =>
    new Promise((resolve) => {
      let got = ''
      const hear = (more: string) => {
        got += more
        const answer = answerIn(got)
        if (answer) resolve(answer)
      }
      socket.on('data', hear)
      void closed.then(() => resolve(NOTHING))
      socket.write(text)
    })
  return { socket, closed, ask }
}

/** Says something on a new connection and hears what comes back. */
export const say = async (t: Test, port: number, text: string) => {
  const { closed, ask } = await openSocket(t, port)
  return { closed, ...(await ask(text)) }
}
