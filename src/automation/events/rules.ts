/** For how long events are kept, in milliseconds. */
export const KEPT_FOR_MS = 90 * 86_400_000

/** The cursor that stands after the event with this number in the sequence of its account. */
export const cursorAfter = (sequence: number): string =>
  Buffer.from(`event ${sequence}`).toString('base64url')

/** The number that a cursor stands after; undefined when it is none of ours. */
export const sequenceOf = (cursor: string): number | undefined => {
  const [, digits] = /^event (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return digits !== undefined && cursorAfter(Number(digits)) === cursor ? Number(digits) : undefined
}
