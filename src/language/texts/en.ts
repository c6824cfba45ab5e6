import type { Texts } from '../figures.ts'
import { nextActionEnglish } from './next-action-en.ts'
import { outcomeEnglish } from './outcome-en.ts'
import { reflectionEnglish } from './reflection-en.ts'
import { summaryEnglish } from './summary-en.ts'
import { winEnglish } from './win-en.ts'

/** Every text in English, for readers of grade 8 or younger: two short sentences at most. */
export const english: Texts = {
  ...outcomeEnglish,
  ...reflectionEnglish,
  ...summaryEnglish,
  ...winEnglish,
  ...nextActionEnglish,
}
