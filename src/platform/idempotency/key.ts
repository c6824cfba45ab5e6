import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../../problems.ts'

/** The operator acts for no account; its keys are kept apart under this one. */
export const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000'

const PRINTABLE = /^[\x20-\x7e]+$/

export const digest = (...parts: unknown[]) => hash('sha256', JSON.stringify(parts), 'base64url')

/** What the table knows of a key. */
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
        detail: 'Must be 1 to 255 printable characters',
        code: 'invalid',
      },
    ],
  })
}
