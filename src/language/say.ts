import type { CalendarTexts } from './calendar.ts'
import type { Figures, NextActionCode, Statement, TextCode, Texts } from './figures.ts'
import type { Language } from './languages.ts'
import type { PictureTexts } from './pictures.ts'
import { calendarEnglish } from './texts/calendar-en.ts'
import { english } from './texts/en.ts'
import { nextActionTitlesEnglish } from './texts/next-action-en.ts'
import { picturesEnglish } from './texts/pictures-en.ts'
import type { ReasonGroupTextCode, ReasonTextCode, ReasonTexts, TitledText } from './texts/reasons-en.ts'
import { reasonsEnglish } from './texts/reasons-en.ts'

const TEXTS: Record<Language, Texts> = { en: english }
const TITLES: Record<Language, Record<NextActionCode, string>> = { en: nextActionTitlesEnglish }
const REASONS: Record<Language, ReasonTexts> = { en: reasonsEnglish }
const CALENDARS: Record<Language, CalendarTexts> = { en: calendarEnglish }
const PICTURES: Record<Language, PictureTexts> = { en: picturesEnglish }

/** A statement in words, beside its code and the figures it rests on. */
export type SpokenStatement<Code extends TextCode = TextCode> = Statement<Code> & { text: string }

/** The text of a code, with its figures put in. */
export const say = <Code extends TextCode>(language: Language, code: Code, figures: Figures[Code]): string =>
  TEXTS[language][code](figures)

/** Puts statements into words, in their order. */
export const sayAll = (language: Language, statements: readonly Statement[]): SpokenStatement[] =>
  statements.map((statement) => spoken(language, statement))

const spoken = <Code extends TextCode>(language: Language, statement: Statement<Code>) => ({
  ...statement,
  text: say(language, statement.code, statement.basis),
})

/** What a next action is called. */
export const actionTitle = (language: Language, code: NextActionCode): string => TITLES[language][code]

/** Title and description of a reason of the catalogue. */
export const reasonText = (language: Language, code: ReasonTextCode): TitledText =>
  REASONS[language].reasons[code]

/** Title and description of a group of reasons. */
export const reasonGroupText = (language: Language, group: ReasonGroupTextCode): TitledText =>
  REASONS[language].groups[group]

/** The words of calendars. */
export const calendarTexts = (language: Language): CalendarTexts => CALENDARS[language]

/** The words of pictures. */
export const pictureTexts = (language: Language): PictureTexts => PICTURES[language]
