import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const cipherKey = (secret: string, salt: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, salt, `afterview ${purpose}`, 32))

/**
 * Seals a text with a secret of which nothing is kept beside it, so that whoever reads the table learns nothing.
 * @param purpose what the text is; it opens for the same one alone
 */
export const seal = (text: string, secret: string, purpose: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, cipherKey(secret, nonce, purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws Error when it was sealed with another secret, or for another purpose */
export const unseal = (bytes: Buffer, secret: string, purpose: string): string => {
  const end = NONCE_BYTES + TAG_BYTES
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, cipherKey(secret, nonce, purpose), nonce)
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, end))
  return decipher.update(bytes.subarray(end), undefined, 'utf8') + decipher.final('utf8')
}
