import type { LookupAddress } from 'node:dns'
import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { TLSSocket } from 'node:tls'
import { isReachable, literalIn, type Resolve } from './addresses.ts'

type Silence = 'address_refused' | 'certificate_refused' | 'connection_failed' | 'timed_out'
type Silent<Why> = { status: null; silence: Why; retryAfter: null; body: null }

/**
 * What came of a request: the answer as far as it is kept, or why there is none.
 * `interrupted`: this process ends, which says nothing of the receiver.
 */
export type Answered = { milliseconds: number } & (
  | { status: number; silence: null; retryAfter: string | null; body: string }
  | Silent<Silence>
  | Silent<'interrupted'>
)

type Ground = {
  /** Whether this machine's own addresses may be reached, for development. */
  allowLoopback: boolean
  resolve: Resolve
  connectMs: number
  wholeMs: number
}
type Message = { url: string; headers: Record<string, string>; body: string }
/** Posts a message once, and follows no redirect. It never throws. */
export type Post = (message: Message, told: AbortSignal) => Promise<Answered>

/** How long a request that was told to end may take to come to its end. */
const GRACE_MS = 250
const KEPT_BYTES = 1_024
const READ_BYTES = 65_536

const refusal = (): NodeJS.ErrnoException =>
  Object.assign(new Error('The address is not public'), { code: 'ADDRESS_REFUSED' })

/** Whether it was the certificate of the other side that ended the connection. */
const isUntrusted = ({ socket }: ClientRequest) =>
  socket instanceof TLSSocket && Boolean(socket.authorizationError)

/**
 * @NOTE What is connected to is what was checked: a name that leads elsewhere a moment later gains nothing. A name that is
 * not known is refused like one that is not public: whoever asks shall not learn which names exist inside.
 */
const checkedLookup = ({ allowLoopback, resolve }: Ground): LookupFunction => {
  const find = async (name: string): Promise<LookupAddress[]> => {
    const addresses = await resolve(name).catch(() => [])
    const isPublic = addresses.length > 0 && addresses.every((it) => isReachable(it, allowLoopback))
    if (!isPublic) throw refusal()
    return addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  }
  return (name, { all }, done) => {
    find(name).then(
      (found) => (all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family)),
      (error) => done(error, []),
    )
  }
}

const answerTo = (request: ClientRequest, body: string) => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const unanswered = () => reject(new Error('No answer came'))
  // @NOTE With nobody to hear of it, a switch of protocols would end the connection without a word.
  request.once('upgrade', (_answer, socket) => {
    socket.destroy()
    unanswered()
  })
  request.once('response', resolve).once('close', unanswered).on('error', reject).end(body)
  return promise
}

/** The first part of an answer. What follows is read for good manners up to a limit, and thrown away. */
const beginningOf = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let read = 0
  try {
    for await (const chunk of answer) {
      if (read < KEPT_BYTES) chunks.push(chunk)
      read += chunk.length
      if (read > READ_BYTES) break
    }
  } catch {
    // The status has come, and that is what counts.
  }
  // PostgreSQL keeps no NUL.
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString().replaceAll('\0', '\uFFFD')
}

/** Fails a moment after the signal, whatever the request makes of it. */
const failAfter = (signal: AbortSignal) => {
  const { promise, reject } = Promise.withResolvers<never>()
  const end = () => void setTimeout(reject, GRACE_MS, new Error('The request did not end'))
  signal.addEventListener('abort', end, { once: true })
  return { failed: promise, [Symbol.dispose]: () => signal.removeEventListener('abort', end) }
}

const silenceOf = ({ code }: NodeJS.ErrnoException, told: AbortSignal, late: AbortSignal) => {
  if (code === 'ADDRESS_REFUSED') return 'address_refused'
  if (code === 'CERTIFICATE_REFUSED') return 'certificate_refused'
  if (told.aborted) return 'interrupted'
  return late.aborted ? 'timed_out' : 'connection_failed'
}

/** Makes a connection of its own for each message, and only to addresses that may be reached. */
export const openPost = (ground: Ground): Post => {
  const { allowLoopback, connectMs, wholeMs } = ground
  const lookup = checkedLookup(ground)
  const attempt = async (message: Message, signal: AbortSignal, isConnected: () => void) => {
    const url = new URL(message.url)
    const literal = literalIn(url)
    // @NOTE An address needs no lookup, so the check there never sees it.
    if (literal !== undefined && !isReachable(literal, allowLoopback)) throw refusal()
    if (url.protocol !== 'https:' && !allowLoopback) throw refusal()
    const headers = { ...message.headers, 'content-length': String(Buffer.byteLength(message.body)) }
    const open = url.protocol === 'https:' ? overHttps : overHttp
    const request = open(url, { method: 'POST', agent: false, headers, lookup, signal })
    const connected = url.protocol === 'https:' ? 'secureConnect' : 'connect'
    request.once('socket', (socket) => socket.once(connected, isConnected))
    try {
      const answer = await answerTo(request, message.body)
      const retryAfter = answer.headers['retry-after'] ?? null
      return { status: answer.statusCode ?? 0, silence: null, retryAfter, body: await beginningOf(answer) }
    } catch (cause) {
      if (!isUntrusted(request)) throw cause
      throw Object.assign(new Error('The certificate is not trusted', { cause }), {
        code: 'CERTIFICATE_REFUSED',
      })
    } finally {
      request.destroy()
    }
  }
  return async (message, told) => {
    const began = performance.now()
    const late = new AbortController()
    const giveUp = () => late.abort()
    const connecting = setTimeout(giveUp, connectMs)
    const whole = setTimeout(giveUp, wholeMs)
    const isConnected = () => clearTimeout(connecting)
    const milliseconds = () => Math.round(performance.now() - began)
    const signal = AbortSignal.any([told, late.signal])
    using end = failAfter(signal)
    try {
      const answer = await Promise.race([attempt(message, signal, isConnected), end.failed])
      return { ...answer, milliseconds: milliseconds() }
    } catch (error) {
      const silence = silenceOf(error as NodeJS.ErrnoException, told, late.signal)
      return { status: null, silence, retryAfter: null, body: null, milliseconds: milliseconds() }
    } finally {
      clearTimeout(connecting)
      clearTimeout(whole)
    }
  }
}
