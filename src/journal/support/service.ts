import type { Context } from '../../context.ts'
import { say } from '../../language/say.ts'
import type { SupportLevel } from '../../language/self-talk/crisis.ts'
import { SUPPORT_LINES, type SupportLine } from '../../language/support/lines.ts'

export type { SupportLine }

/** Where help is, for anyone who asks. */
export const getSupport = (language: Context['language'], lines: readonly SupportLine[] = SUPPORT_LINES) => ({
  text: say(language, 'support_page', {}),
  lines: [...lines],
})

/** Where help is, beside words that call for it. */
export const supportFor = ({ language, settings }: Context, level: SupportLevel) => ({
  level,
  text: say(language, `support_${level}`, {}),
  lines: [...(settings.supportLines ?? SUPPORT_LINES)],
})
