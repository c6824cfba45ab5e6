import { scaleLinear } from 'd3-scale'
import type { PictureTexts } from '../../../language/pictures.ts'
import type { Rate } from '../../figures/rules.ts'
import { type Drawn, emptyBody, MARGIN, page, WIDTH } from '../../pictures/rules/page.ts'
import type { Mark } from '../../pictures/rules/palette.ts'
import { element, group, line } from '../../pictures/rules/svg.ts'
import type { FunnelStep } from '../rules.ts'

type Stage = { stage: string; count: number }
type Funnel = { stages: readonly Stage[]; steps: readonly FunnelStep[] }

const ROW = 108
const HEAD = 46
const BAR = { x: 236, width: 430, height: 30 }
const RATE = { x: 716, track: 796, y: 15 }
/** Nothing that is there may be too thin to be seen. */
const THINNEST = 3

const PARTS = ['advanced', 'ended', 'ownChoice', 'open'] as const
const MARKS: Record<(typeof PARTS)[number], Mark> = {
  advanced: 'way',
  ended: 'no',
  ownChoice: 'own',
  open: 'open',
}
/** What went on stands out from what stayed. */
const classOf = (part: (typeof PARTS)[number]) => `av-${MARKS[part]}${part === 'advanced' ? '' : '-soft'}`

const onTrack = scaleLinear([0, 1], [RATE.track, WIDTH - MARGIN])

/** The share that went on with its interval, on a track from none to all; below 3 the track stays empty. */
const drawRate = ({ value, low, high }: Rate, texts: PictureTexts) => {
  const isEmpty = value === null || low === null || high === null
  const track = element('line', {
    x1: onTrack(0),
    x2: onTrack(1),
    y1: RATE.y,
    y2: RATE.y,
    class: 'av-rule',
    'stroke-dasharray': isEmpty ? '2 6' : undefined,
  })
  if (isEmpty) return [track]
  return [
    track,
    element('rect', {
      x: onTrack(low),
      y: RATE.y - 6,
      width: Math.max(onTrack(high) - onTrack(low), THINNEST),
      height: 12,
      rx: 6,
      class: 'av-way-soft',
    }),
    element('circle', { cx: onTrack(value), cy: RATE.y, r: 8, class: 'av-way av-apart', 'stroke-width': 2 }),
    line(RATE.x, RATE.y + 7, texts.percent(value), { size: 20, bold: true }),
  ]
}

/** What else is to be known of a rate. */
const notesOf = ({ unanswered, undated, withUnanswered }: FunnelStep, texts: PictureTexts): string[] => [
  ...(unanswered > 0 ? [texts.funnel.unanswered(unanswered, withUnanswered)] : []),
  ...(undated > 0 ? [texts.funnel.undated(undated)] : []),
]

const drawStep = (step: FunnelStep, texts: PictureTexts) => {
  const { conversion } = step
  const runs = PARTS.filter((part) => step[part] > 0).flatMap((part, at) => [
    { text: `${at > 0 ? '\u2003' : ''}■ `, className: classOf(part) },
    texts.funnel.step[part](step[part]),
  ])
  return [
    ...(runs.length > 0 ? [line(MARGIN, 53, runs, { size: 14, tone: 'muted' })] : []),
    ...drawRate(conversion, texts),
    line(RATE.x, 53, texts.funnel.rate(conversion, step.undated), { size: 14, tone: 'muted' }),
    ...notesOf(step, texts).map((note, row) =>
      line(RATE.x, 74 + row * 20, note, { size: 13, tone: 'muted' }),
    ),
  ]
}

/** The parts of a stage in the order of its counts, each in proportion to the first stage. */
const drawBar = ({ stage, count }: Stage, step: FunnelStep | undefined, all: number) => {
  const length = scaleLinear([0, all], [0, BAR.width])
  const parts = step
    ? PARTS.map((part) => ({ part, count: step[part], className: classOf(part) }))
    : [{ part: 'reached', count, className: 'av-won' }]
  let x = BAR.x
  return parts.flatMap(({ part, count, className }) => {
    if (count === 0) return []
    const width = Math.max(length(count), THINNEST)
    const place = { x, width, height: BAR.height, rx: 2 }
    x += width + 1
    return [
      element('rect', {
        ...place,
        class: className,
        'data-stage': stage,
        'data-part': part,
        'data-count': count,
      }),
    ]
  })
}

const drawHeadings = (texts: PictureTexts) => {
  const small = { size: 14, tone: 'muted' } as const
  const tick = { size: 12, tone: 'muted' } as const
  return [
    line(MARGIN, 4, texts.funnel.headings[0], small),
    line(RATE.x, 4, texts.funnel.headings[1], small),
    line(onTrack(0), HEAD - 12, texts.percent(0), tick),
    line(onTrack(0.5), HEAD - 12, texts.percent(0.5), { ...tick, anchor: 'middle' }),
    line(onTrack(1), HEAD - 12, texts.percent(1), { ...tick, anchor: 'end' }),
  ]
}

/** How far applications came: counts in parts, open ones apart, and beside them what share of those decided went on. */
export const drawFunnel = ({ stages, steps, ...drawn }: Funnel & Drawn, texts: PictureTexts) => {
  const { n, open, excluded } = drawn.basis
  const frame = { name: 'funnel', title: texts.funnel.title, basis: texts.funnel.basis({ n, open }) }
  if (n === 0) {
    const empty = texts.empty(excluded.length > 0)
    return page({ ...frame, description: empty.join(' '), body: emptyBody(empty) }, drawn, texts)
  }
  const rows = stages.map((stage, at) => {
    const step = steps[at]
    const name = [{ text: `${texts.count(stage.count)} `, bold: true }, texts.funnel.stage(stage.stage)]
    return group(
      { transform: `translate(0 ${HEAD + at * ROW})` },
      line(MARGIN, 22, name, { size: 17 }),
      ...drawBar(stage, step, n),
      ...(step ? drawStep(step, texts) : []),
    )
  })
  const description = texts.funnel.description(
    stages.map(({ stage, count }) => [texts.funnel.stage(stage), count]),
    steps.map((step) => [
      texts.funnel.stage(step.stage),
      [texts.funnel.rate(step.conversion, step.undated), ...notesOf(step, texts)].join('. '),
    ]),
  )
  const body = { marks: [...drawHeadings(texts), ...rows], height: HEAD + stages.length * ROW - 50 }
  return page({ ...frame, description, body }, drawn, texts)
}
