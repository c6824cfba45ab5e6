import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** A file to keep, written piece by piece as fast as it is taken. */
export type FileToSend = { name: string; type: string; pieces: AsyncIterable<string> }

/** Says that the answer is a file to keep, and what to call it. */
export const attach = (reply: FastifyReply, name: string) =>
  reply.header('content-disposition', `attachment; filename="${name}"`)

/**
 * Sends a file. Its first piece is there before anything is said, so that what fails until then is an ordinary refusal;
 * what fails later breaks the connection, so that nobody takes a part for the whole.
 */
export const sendFile = async (reply: FastifyReply, { name, type, pieces }: FileToSend) => {
  const file = Readable.from(pieces, { highWaterMark: 1 })
  await once(file, 'readable')
  return attach(reply, name).type(`${type}; charset=utf-8`).send(file)
}
