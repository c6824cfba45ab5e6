/** What each colour stands for; none of them carries a meaning that no text says. */
export const MARKS = ['way', 'won', 'open', 'no', 'quiet', 'own'] as const
export type Mark = (typeof MARKS)[number]

type Theme = Record<'ground' | 'ink' | 'muted' | 'rule' | 'band', string> &
  Record<Mark, { strong: string; soft: string }>

/** Texts stand out from the ground by 4.5 to 1 or more, marks by 3 to 1 or more: WCAG 2.2, 1.4.3 and 1.4.11. */
export const THEMES: Record<'light' | 'dark', Theme> = {
  light: {
    ground: '#fcfbf9',
    ink: '#1c2733',
    muted: '#55616e',
    rule: '#8a929b',
    band: '#c9d9e6',
    way: { strong: '#2f5f8a', soft: '#6b95b8' },
    won: { strong: '#2c7a5b', soft: '#4f9c7d' },
    open: { strong: '#9a6a14', soft: '#b98a35' },
    no: { strong: '#5d5a86', soft: '#8d8ab0' },
    quiet: { strong: '#626b75', soft: '#8b939b' },
    own: { strong: '#8a4f74', soft: '#b07f9e' },
  },
  dark: {
    ground: '#131a22',
    ink: '#eef2f6',
    muted: '#a9b4c0',
    rule: '#6c7783',
    band: '#2a4560',
    way: { strong: '#8fbce0', soft: '#4c7da6' },
    won: { strong: '#7fd0ae', soft: '#3f8a6b' },
    open: { strong: '#e3b968', soft: '#98722f' },
    no: { strong: '#b9b5e2', soft: '#7975a8' },
    quiet: { strong: '#b3bcc6', soft: '#6c7783' },
    own: { strong: '#dda6c8', soft: '#99648a' },
  },
}

const rules = (theme: Theme): string =>
  [
    `.av-ground{fill:${theme.ground}}.av-apart{stroke:${theme.ground}}`,
    `.av-ink{fill:${theme.ink}}.av-muted{fill:${theme.muted}}.av-rule{stroke:${theme.rule}}`,
    `.av-band{fill:${theme.band};stroke:${theme.way.soft}}`,
    ...MARKS.map((mark) => {
      const { strong, soft } = theme[mark]
      return (
        `.av-${mark}{fill:${strong}}.av-${mark}-soft{fill:${soft}}` +
        `.av-${mark}-line{stroke:${strong}}.av-${mark}-soft-line{stroke:${soft}}`
      )
    }),
  ].join('\n')

/** The style of every picture, for light and for dark surroundings. All its classes begin with av-. */
export const STYLE = `
${rules(THEMES.light)}
@media (prefers-color-scheme: dark) {
${rules(THEMES.dark)}
}
`
