import type { PictureTexts } from '../../../language/pictures.ts'
import type { Basis, Period } from '../../frame/rules.ts'
import { STYLE } from './palette.ts'
import { element, escaped, group, line } from './svg.ts'

export const WIDTH = 1200
export const MARGIN = 56
/** Where the body of a picture begins. */
const TOP = 132

/** The frame of an insight, and the day (YYYY-MM-DD) on which it is drawn. */
export type Drawn = { period: Period; basis: Basis; smallSample: boolean; today: string }
/** What was drawn, in pixels from its own top. */
type Body = { marks: string[]; height: number }
/** A document, and the style in it that it cannot do without. */
export type Picture = { svg: string; style: string }

type Page = {
  /** Which insight it is, for the ids within the document. */
  name: string
  title: string
  basis: string
  /** What the marks say, for those who do not see them. */
  description: string
  body: Body
}

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** Says that there is nothing to draw, on a line of which nothing is asked. */
export const emptyBody = ([first, second]: readonly [string, string]): Body => {
  const middle = WIDTH / 2
  return {
    marks: [
      element('path', {
        d: `M${MARGIN} 150C${middle - 200} 150 ${middle - 200} 70 ${middle} 70S${middle + 200} 150 ${WIDTH - MARGIN} 150`,
        class: 'av-way-soft-line',
        fill: 'none',
        'stroke-width': 3,
        'stroke-dasharray': '2 10',
        'stroke-linecap': 'round',
      }),
      line(middle, 196, first, { size: 22, anchor: 'middle', bold: true }),
      line(middle, 228, second, { size: 17, anchor: 'middle', tone: 'muted' }),
    ],
    height: 250,
  }
}

/** The whole picture: title, period and basis above, the marks, and beneath what is to be known of them. */
export const page = (
  { name, title, basis, description, body }: Page,
  { period, basis: { excluded, n }, smallSample, today }: Drawn,
  texts: PictureTexts,
): Picture => {
  const when = texts.period({ ...period, today })
  const notes = [texts.leftOut(excluded), smallSample && n > 0 ? texts.smallSample : null].filter(
    (note) => note !== null,
  )
  const foot = TOP + body.height + 44
  const height = foot + Math.max(notes.length - 1, 0) * 22 + 34
  const ids = { title: `afterview-${name}-title`, desc: `afterview-${name}-desc` }
  const spoken = [`${when}. ${basis}.`, description, ...notes].join(' ')
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      width: WIDTH,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${ids.title} ${ids.desc}`,
      'font-family': FONT,
    },
    '\n',
    element('title', { id: ids.title }, escaped(title)),
    '\n',
    element('desc', { id: ids.desc }, escaped(spoken)),
    '\n',
    element('style', {}, STYLE),
    '\n',
    element('rect', { width: WIDTH, height: Math.ceil(height), class: 'av-ground' }),
    '\n',
    line(MARGIN, 64, title, { size: 30, bold: true }),
    '\n',
    line(MARGIN, 94, [`${when} · `, basis], { size: 17, tone: 'muted' }),
    '\n',
    group({ transform: `translate(0 ${TOP})` }, ...body.marks),
    '\n',
    ...notes.map((note, at) => `${line(MARGIN, foot + at * 22, note, { size: 14, tone: 'muted' })}\n`),
    line(WIDTH - MARGIN, foot, texts.brand, { size: 14, tone: 'muted', anchor: 'end', bold: true }),
    '\n',
  )
  return { svg: `${svg}\n`, style: STYLE }
}
