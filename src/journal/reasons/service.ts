import type { Context } from '../../context.ts'
import { reasonText } from '../../language/say.ts'
import { groupOf, REASON_CODES } from './rules.ts'

/** The catalogue in the language of the answer. */
export const listReasons = ({ language }: Context) => ({
  data: REASON_CODES.map((code) => ({ code, group: groupOf(code), ...reasonText(language, code) })),
})
