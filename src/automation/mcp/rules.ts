type Asking = { nextPrompt: unknown }

/** A reflection as an assistant is told of it: help first and, where no question follows it, alone. */
export const debriefOf = <Shown extends Asking, Support extends { level: string }>({
  support,
  ...reflection
}: Shown & { support?: Support }) => ({
  ...(support && { support }),
  reflection: support?.level === 'explicit' && reflection.nextPrompt === null ? null : reflection,
})
