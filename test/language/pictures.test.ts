import { test } from 'tap'
import { LANGUAGES } from '../../src/language/languages.ts'
import { pictureTexts } from '../../src/language/say.ts'
import { faultsOf, wrongPlurals } from './voice.ts'

const COUNTS = [0, 1, 2, 1_200]
const SHARES = [
  { value: null, low: null, high: null },
  { value: 0, low: null, high: null },
  { value: 0.004, low: 0.001, high: 0.52 },
]
const TIMES = [
  { medianDays: null, low: null, high: null },
  { medianDays: null, low: 4, high: null },
  { medianDays: 1, low: 1, high: 1 },
  { medianDays: 9, low: 3, high: 12 },
].flatMap((time) => COUNTS.map((events) => ({ ...time, events, censored: 1 })))
const LEFT_OUT = [
  ['filtered_out', 'outside_period', 'not_sent'],
  ['filtered_out', 'outside_period', 'no_interview_held'],
  ['another'],
]

for (const language of LANGUAGES) {
  const texts = pictureTexts(language)
  const { time, within, reflected, plans, questions } = texts.comeback.readings
  const rates = COUNTS.flatMap((trials) => SHARES.map((share) => ({ ...share, successes: 0, trials })))
  const readings = [
    ...TIMES.flatMap((it) => [
      time(it, 0),
      time(it, 2),
      questions(it.events, it.events + 1, it),
      questions(0, 0, it),
    ]),
    ...SHARES.flatMap((share) =>
      COUNTS.map((unwatched) => within({ days: 7, events: 1, atRisk: 2, ...share }, unwatched)),
    ),
    ...rates.flatMap((rate) => [reflected(rate), plans(rate, { yes: 1, no: 2, unsure: 0, notSaid: 3 })]),
  ]
  const sentences = [
    ...readings.flatMap(({ text, notes }) => [text, ...notes]),
    ...[texts.empty(true), texts.empty(false), texts.comeback.empty].map((lines) => lines.join(' ')),
    texts.smallSample,
    texts.comeback.noCurve,
    ...COUNTS.slice(1).flatMap((count) =>
      LEFT_OUT.map((codes) => texts.leftOut(codes.map((code) => ({ code, count }))) ?? ''),
    ),
  ]

  test(`sentences of pictures keep to the voice of the service: ${language}`, async (t) => {
    t.ok(sentences.length > 100)
    for (const sentence of new Set(sentences)) {
      t.strictSame(faultsOf(sentence), [], sentence)
      t.strictSame(wrongPlurals(sentence), [], sentence)
    }
  })

  test(`a share that is not quite none or all is not told as that: ${language}`, async (t) => {
    t.strictSame([0, 0.001, 0.5, 0.999, 1].map(texts.percent), ['0 %', '<1 %', '50 %', '>99 %', '100 %'])
  })

  test(`what took no day is told of the same day: ${language}`, async (t) => {
    const none = { medianDays: 0, low: 0, high: 2, events: 5, censored: 0 }
    t.equal(time(none, 0).text, 'Half were back on the same day.')
    t.equal(questions(5, 5, none).notes[0], 'Half were ready on the same day.')
  })

  test(`a period names its days, and what is left out its reasons: ${language}`, async (t) => {
    const today = '2026-06-01'
    t.equal(texts.period({ from: null, to: null, today }), 'All records up to 1 June 2026')
    t.equal(texts.period({ from: '2026-01-05', to: null, today }), '5 January 2026 to 1 June 2026')
    t.equal(texts.leftOut([]), null)
    t.equal(
      texts.leftOut([
        { code: 'filtered_out', count: 1_000 },
        { code: 'not_sent', count: 1 },
      ]),
      'Left out: 1,000 by the filter and 1 not sent yet.',
    )
  })
}
