import fc from 'fast-check'

const SURROGATES = { from: 0xd800, count: 0x800 }

/** @NOTE Not fast-check's own `binary`, which lists the million that there are at its first use, and takes a second for it. */
const anyCharacter = fc
  .nat(0x10ffff - SURROGATES.count)
  .map((code) => String.fromCodePoint(code < SURROGATES.from ? code : code + SURROGATES.count))

/** Text of whatever characters there are. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: anyCharacter, maxLength })
