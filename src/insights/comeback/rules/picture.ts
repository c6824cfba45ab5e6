import type { PictureTexts, Reading } from '../../../language/pictures.ts'
import { type Drawn, emptyBody, page } from '../../pictures/rules/page.ts'
import { group, line } from '../../pictures/rules/svg.ts'
import type { Comeback } from '../rules.ts'
import { drawCurve } from './curve.ts'

const READINGS = { x: 764, height: 98 }

const drawReading = ({ heading, text, notes }: Reading, at: number) =>
  group(
    { transform: `translate(${READINGS.x} ${at * READINGS.height})` },
    line(0, 10, heading, { size: 14, tone: 'muted' }),
    line(0, 34, text, { size: 18, bold: true }),
    ...notes.map((note, row) => line(0, 54 + row * 18, note, { size: 13, tone: 'muted' })),
  )

/** How many were out of sight before the days of the rate were over. */
const unwatchedIn = ({ censorings, backWithin7Days: { days } }: Comeback): number =>
  censorings.reduce((sum, { day, count }) => (day < days ? sum + count : sum), 0)

/** The five readings in words; there is no sixth that would add them up. */
const readingsOf = (it: Comeback, { comeback: { readings } }: PictureTexts): Reading[] => [
  readings.time(it.comebackTime, it.undated),
  readings.within(it.backWithin7Days, unwatchedIn(it)),
  readings.reflected(it.reflected),
  readings.plans(it.plans.tried, it.plans.helped),
  readings.questions(it.questions.recovered, it.questions.missed, it.questions.timeToReady),
]

/** What was done after a no: the curve of the way back, and each of the five readings beside it. */
export const drawComeback = (comeback: Comeback & Drawn, texts: PictureTexts) => {
  const { basis, plans, questions } = comeback
  const frame = { name: 'comeback', title: texts.comeback.title, basis: texts.comeback.basis(basis.n) }
  if (basis.n + plans.tried.trials + questions.missed === 0) {
    const empty = basis.excluded.length > 0 ? texts.empty(true) : texts.comeback.empty
    return page({ ...frame, description: empty.join(' '), body: emptyBody(empty) }, comeback, texts)
  }
  const readings = readingsOf(comeback, texts)
  const curve = drawCurve(comeback, texts)
  const description = readings
    .map(({ heading, text, notes }) => [`${heading}: ${text}`, ...notes].join(' '))
    .join(' ')
  const body = {
    marks: [...curve.marks, ...readings.map(drawReading)],
    height: Math.max(curve.height, readings.length * READINGS.height - 28),
  }
  return page({ ...frame, description, body }, comeback, texts)
}
