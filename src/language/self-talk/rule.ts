import type { SelfTalkType } from './types.ts'

/**
 * A pattern over what the writer asserts. One on classes sees the classes of the lexicon in capitals and other words as
 * `*`. Gaps are bounded, so that each takes time linear in the length of the sentence.
 */
export type Rule = { id: string; type: SelfTalkType; on: 'words' | 'classes'; pattern: RegExp }

export const rule = (id: string, type: SelfTalkType, on: Rule['on'], pattern: RegExp): Rule => ({
  id,
  type,
  on,
  pattern,
})
