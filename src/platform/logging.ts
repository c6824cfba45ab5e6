import type { FastifyReply, FastifyRequest } from 'fastify'

const FRAME = /^ {4}at .*(:\d+:\d+|<anonymous>|native)\)?$/

/**
 * What may be logged of an error: its kind, codes and stack frames.
 *
 * @NOTE Never its message: those of the database, of JSON and of validation quote what a person wrote.
 */
const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table } = error as Error & Record<string, unknown>
  const { message, stack = '' } = error
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => FRAME.test(line))
  return {
    type: error.constructor.name,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint, table } : {}),
    stack: frames.join('\n'),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  }
}

/** Settings of the structured log: one line an event, without bodies, texts, queries, addresses or keys. */
export const loggerOptions = (level: string) => ({
  level,
  base: null,
  messageKey: 'message',
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label: string) => ({ level: label }) },
  serializers: { err: describeError as never },
})

/** One line for each answered request; the route's pattern stands for the address, which may hold a search text. */
export const logAnswer = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
  request.log.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      accountId: request.ctx?.accountId || undefined,
    },
    'answered',
  )
  done()
}
