import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../../problems.ts'

/** How long an answer is kept under its key. */
export const KEPT_FOR_MS = 24 * 3_600_000

const PRINTABLE = /^[\x20-\x7e]+$/

export const digest = (...parts: unknown[]) => hash('sha256', JSON.stringify(parts), 'base64url')

/** What the table knows of a key: those of two accounts, and those of the operator, have nothing to do with each other. */
export const keyDigestOf = (accountId: string, key: string): string => digest(accountId, key)

/** @throws Problem `invalid_request` */
export const keyOf = (request: FastifyRequest): string | undefined => {
  const given = request.headers['idempotency-key']
  if (given === undefined) return undefined
  const [, quoted, bare] = /^(?:"([^"]{1,255})"|([^"]{1,255}))$/.exec(String(given)) ?? []
  const key = quoted ?? bare
  if (key && PRINTABLE.test(key)) return key
  throw new Problem('invalid_request', 'The Idempotency-Key does not fit the contract.', {
    errors: [
      {
        pointer: '/headers/idempotency-key',
        detail: 'Must be 1 to 255 printable characters, with no quotes among them',
        code: 'invalid_format',
      },
    ],
  })
}
