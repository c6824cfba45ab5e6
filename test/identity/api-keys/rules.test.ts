import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { test } from 'tap'
import { isWellFormedSecret, spellSecret } from '../../../src/identity/api-keys/rules.ts'

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']
const secrets = fc.uint8Array({ minLength: 30, maxLength: 30, max: 247 }).map(spellSecret)
const place = fc.integer({ min: 4, max: 39 })

test('a secret is avk_, 30 random characters and 6 of checksum', async (t) => {
  t.match(spellSecret(randomBytes(64)), /^avk_[0-9A-Za-z]{36}$/)
  fc.assert(fc.property(secrets, isWellFormedSecret))
})

test('one other byte makes another secret', async () => {
  const byte = fc.integer({ min: 0, max: 61 })
  const bytes = fc.array(byte, { minLength: 30, maxLength: 30 })
  const spell = (from: number[]) => spellSecret(Uint8Array.from(from))
  fc.assert(
    fc.property(bytes, fc.nat(29), byte, (drawn, at, other) => {
      fc.pre(drawn[at] !== other)
      return spell(drawn) !== spell(drawn.with(at, other))
    }),
    { numRuns: 1000 },
  )
})

test('every character stands for as many bytes as any other', async (t) => {
  const drawn = Array.from({ length: 248 }, (_, byte) => spellSecret(new Uint8Array(30).fill(byte)).charAt(4))
  for (const character of ALPHABET) t.equal(drawn.filter((it) => it === character).length, 4, character)
  const passedOver = new Uint8Array([...new Uint8Array(20).fill(248), ...new Uint8Array(30).fill(1)])
  t.equal(spellSecret(passedOver), spellSecret(new Uint8Array(30).fill(1)))
})

test('too few random bytes make no secret at all', async (t) => {
  t.throws(() => spellSecret(new Uint8Array(29)), RangeError)
  t.throws(() => spellSecret(new Uint8Array(64).fill(255)), RangeError)
})

test('one wrong character is told', async () => {
  fc.assert(
    fc.property(secrets, place, fc.constantFrom(...ALPHABET), (secret, at, typed) => {
      fc.pre(secret.charAt(at) !== typed)
      return !isWellFormedSecret(secret.slice(0, at) + typed + secret.slice(at + 1))
    }),
  )
})

test('two neighbours that changed places are told', async () => {
  fc.assert(
    fc.property(secrets, fc.integer({ min: 4, max: 38 }), (secret, at) => {
      const [one = '', other = ''] = secret.slice(at, at + 2)
      fc.pre(one !== other)
      return !isWellFormedSecret(secret.slice(0, at) + other + one + secret.slice(at + 2))
    }),
  )
})

test('a character too few, one too many and other texts are no secrets', async (t) => {
  fc.assert(fc.property(secrets, place, (it, at) => !isWellFormedSecret(it.slice(0, at) + it.slice(at + 1))))
  fc.assert(fc.property(secrets, (it) => !isWellFormedSecret(`${it}0`) && !isWellFormedSecret(` ${it}`)))
  fc.assert(fc.property(secrets, (it) => !isWellFormedSecret(`${it}\n`)))
  for (const text of ['', 'avk_', 'null', `avk_${'0'.repeat(36)}`]) t.notOk(isWellFormedSecret(text), text)
})
