import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line as path } from 'd3-shape'
import type { PictureTexts } from '../../../language/pictures.ts'
import { element, line } from '../../pictures/rules/svg.ts'
import type { Comeback } from '../rules.ts'

const PLOT = { left: 112, right: 700, top: 34, bottom: 324 }
/** A curve is shown for so many days at least, and a quarter beyond its last step. */
const FEWEST_DAYS = 14
const BEYOND = 1.25

type Timed = Pick<Comeback, 'curve' | 'censorings' | 'comebackTime'>
type Step = Timed['curve'][number]

const small = { size: 13, tone: 'muted' } as const

/** What share has come back after so many days. */
const backBy = (curve: readonly Step[], day: number) =>
  1 - (curve.findLast((step) => step.day <= day)?.waiting ?? 1)

/** How many are neither back nor out of sight just before a day. */
const watchedAt = ({ curve, censorings, comebackTime: { events, censored } }: Timed, day: number) => {
  const gone = [...curve.map((it) => ({ day: it.day, count: it.events })), ...censorings]
  return gone.reduce((rest, it) => (it.day < day ? rest - it.count : rest), events + censored)
}

const scalesOf = ({ curve, censorings }: Timed) => {
  const last = curve.at(-1)?.day ?? censorings.at(-1)?.day ?? 0
  const x = scaleLinear([0, Math.max(FEWEST_DAYS, last * BEYOND)], [PLOT.left, PLOT.right]).nice()
  return { x, y: scaleLinear([0, 1], [PLOT.bottom, PLOT.top]) }
}
type Scales = ReturnType<typeof scalesOf>

const drawAxes = ({ x, y }: Scales, timed: Timed, texts: PictureTexts) => {
  const days = x.ticks(6).filter(Number.isInteger)
  const { axes } = texts.comeback
  return [
    line(PLOT.left - 56, 10, axes.share, small),
    ...[0, 0.5, 1].flatMap((share) => [
      element('line', { x1: PLOT.left, x2: PLOT.right, y1: y(share), y2: y(share), class: 'av-rule' }),
      line(PLOT.left - 12, y(share) + 5, texts.percent(share), { ...small, anchor: 'end' }),
    ]),
    ...days.map((day) => line(x(day), PLOT.bottom + 22, texts.count(day), { ...small, anchor: 'middle' })),
    line((PLOT.left + PLOT.right) / 2, PLOT.bottom + 44, axes.days, { ...small, anchor: 'middle' }),
    line(PLOT.left - 56, PLOT.bottom + 76, axes.watched, small),
    ...days.map((day) =>
      line(x(day), PLOT.bottom + 97, texts.count(watchedAt(timed, day)), { ...small, anchor: 'middle' }),
    ),
  ]
}

/** From one step to the next, as far as the watch goes. */
const drawSteps = ({ x, y }: Scales, { curve, censorings }: Timed, end: number) => {
  const known = curve.filter(({ low, high }) => low !== null && high !== null)
  const limits = known.map(({ day, low, high }): [number, number, number] => [
    day,
    1 - (high ?? 0),
    1 - (low ?? 0),
  ])
  const [, low = 0, high = 0] = limits.at(-1) ?? []
  const close = known.length < curve.length ? (curve.at(-1)?.day ?? end) : end
  const band = area<[number, number, number]>()
    .x(([day]) => x(day))
    .y0(([, low]) => y(low))
    .y1(([, , high]) => y(high))
    .curve(curveStepAfter)
    .digits(2)([...limits, [close, low, high]])
  const steps = curve.map(({ day, waiting }): [number, number] => [day, 1 - waiting])
  const drawn = path()
    .x(([day]) => x(day))
    .y(([, share]) => y(share))
    .curve(curveStepAfter)
    .digits(2)([[0, 0], ...steps, [end, backBy(curve, end)]])
  return [
    ...(limits.length > 0 ? [element('path', { d: band ?? undefined, class: 'av-band' })] : []),
    element('path', { d: drawn ?? undefined, class: 'av-way-line', fill: 'none', 'stroke-width': 3 }),
    ...censorings
      .filter(({ day }) => day <= end)
      .map(({ day, count }) => {
        const at = y(backBy(curve, day))
        return element('line', {
          ...{ x1: x(day), x2: x(day), y1: at - 7, y2: at + 7 },
          ...{ class: 'av-open-line', 'stroke-width': 2.5, 'data-censored': count, 'data-day': day },
        })
      }),
  ]
}

/** The Kaplan-Meier curve of the way back, as the share that took a next step, with its band and a tick for each that had not. */
export const drawCurve = (timed: Timed, texts: PictureTexts): { marks: string[]; height: number } => {
  const { axes, noCurve } = texts.comeback
  const { curve, censorings } = timed
  const scales = scalesOf(timed)
  const [, limit = 0] = scales.x.domain()
  const watch = Math.max(curve.at(-1)?.day ?? 0, censorings.at(-1)?.day ?? 0)
  if (curve.length + censorings.length === 0) {
    const middle = (PLOT.left + PLOT.right) / 2
    const rule = { x1: PLOT.left, x2: PLOT.right, y1: 200, y2: 200, 'stroke-width': 3 }
    return {
      marks: [
        element('line', {
          ...rule,
          class: 'av-way-soft-line',
          'stroke-dasharray': '2 10',
          'stroke-linecap': 'round',
        }),
        line(middle, 176, noCurve, { size: 15, anchor: 'middle', tone: 'muted' }),
      ],
      height: 330,
    }
  }
  const later = censorings.reduce((sum, { day, count }) => (day > limit ? sum + count : sum), 0)
  const ticks = [
    ...(censorings.some(({ day }) => day <= limit)
      ? [{ text: '| ', className: 'av-open', bold: true }, axes.tick]
      : []),
    ...(later > 0 ? [`${censorings.some(({ day }) => day <= limit) ? ' · ' : ''}${axes.beyond(later)}`] : []),
  ]
  return {
    marks: [
      ...drawAxes(scales, timed, texts),
      ...drawSteps(scales, timed, Math.min(watch, limit)),
      ...(ticks.length > 0 ? [line(PLOT.left - 56, PLOT.bottom + 126, ticks, small)] : []),
    ],
    height: PLOT.bottom + (ticks.length > 0 ? 126 : 97),
  }
}
