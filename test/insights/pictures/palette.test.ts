import { test } from 'tap'
import { MARKS, STYLE, THEMES } from '../../../src/insights/pictures/rules/palette.ts'

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string) => {
  const [r = 0, g = 0, b = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((it) =>
    linear(Number.parseInt(it, 16) / 255),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

for (const [name, theme] of Object.entries(THEMES)) {
  test(`in ${name} surroundings texts and marks stand out`, async (t) => {
    for (const tone of ['ink', 'muted'] as const)
      t.ok(contrast(theme[tone], theme.ground) >= 4.5, `${tone}: ${contrast(theme[tone], theme.ground)}`)
    t.ok(contrast(theme.rule, theme.ground) >= 3, 'rule')
    t.ok(contrast(theme.way.strong, theme.band) >= 3, 'the curve on its band')
    t.ok(contrast(theme.open.strong, theme.band) >= 3, 'the ticks on the band')
    for (const mark of MARKS) {
      for (const shade of ['strong', 'soft'] as const)
        t.ok(
          contrast(theme[mark][shade], theme.ground) >= 3,
          `${mark} ${shade}: ${contrast(theme[mark][shade], theme.ground)}`,
        )
    }
  })
}

test('the contrast of black on white is 21 to 1', async (t) => {
  t.equal(contrast('#000000', '#ffffff'), 21)
})

test('the style names no class of others, and fetches nothing', async (t) => {
  const classes = STYLE.match(/\.[a-z][\w-]*/g) ?? []
  t.ok(classes.length > 20)
  t.ok(classes.every((name) => name.startsWith('.av-')))
  t.notMatch(STYLE, /url|@import|@font-face|[<&]/)
})
