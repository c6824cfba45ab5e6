import { comebackOf } from '../../src/insights/comeback/rules.ts'
import type { Time } from '../../src/insights/figures/rules/times.ts'
import type { Rate } from '../../src/insights/figures/rules.ts'
import { forecastOf } from '../../src/insights/forecast/rules.ts'
import { funnelOf } from '../../src/insights/funnel/rules.ts'
import { pitchesOf } from '../../src/insights/pitches/rules.ts'
import { plansOf } from '../../src/insights/plans/rules.ts'
import { questionsOf } from '../../src/insights/questions/rules.ts'
import { responseTimesOf } from '../../src/insights/response-times/rules.ts'
import { roundsIn } from '../../src/insights/rounds/rules.ts'
import { betaQuantile } from '../../src/statistics/beta.ts'
import { application, ended, held, WINDOW } from '../insights/records.ts'
import { between, type Random, randomFrom, whole } from './random.ts'
import { advancing, comingBack, planning, studying, waiting } from './searches.ts'

// Simulates job searches whose chances are known, reads them as insights do, and counts how often each interval holds
// what is true. The same seed, the same figures. Fails where an interval at 95 % holds it in less than 93 % or more than 97 %.

const SEARCHES = 1_000
const SEED = 20_260_301
const FEWEST = 20

type Tally = { cases: number; held: number }
const tallies = new Map<string, Tally>()

const count = (name: string, isHeld: boolean) => {
  const tally = tallies.get(name) ?? { cases: 0, held: 0 }
  tallies.set(name, { cases: tally.cases + 1, held: tally.held + (isHeld ? 1 : 0) })
}

type Ends = { low: number | null; high: number | null }
const holds = ({ low, high }: Ends, truth: number) =>
  (low ?? Number.POSITIVE_INFINITY) <= truth && truth <= (high ?? Number.POSITIVE_INFINITY)

const countRate = (name: string, rate: Rate | undefined, truth: number) => {
  if (rate && rate.trials >= FEWEST) count(name, holds(rate, truth))
}
const countMedian = (name: string, time: Time, chance: number) => {
  const truth = Math.ceil(Math.log(0.5) / Math.log(1 - chance))
  if (time.events + time.censored >= FEWEST) count(name, holds(time, truth))
}

const countRates = (random: Random) => {
  const [answered, ledOn] = [between(random, 0.3, 0.9), between(random, 0.2, 0.8)]
  const search = advancing(random, whole(random, 60, 160), answered, ledOn)
  const [applied] = funnelOf(search, WINDOW, null).steps
  countRate('funnel, applied to responded', applied?.conversion, answered)
  countRate('rounds, first', roundsIn(search, WINDOW).first.advanceRate, ledOn)
  countRate('pitches, led on', pitchesOf(search, WINDOW).pitches[0]?.ledOnRate, ledOn)
  const [tried, helped] = [between(random, 0.4, 0.9), between(random, 0.2, 0.8)]
  const plans = plansOf(planning(random, whole(random, 40, 120), tried, helped), WINDOW)
  countRate('plans, tried', plans.tried, tried)
  countRate('plans, helped', plans.helped, helped)
}

const countTimes = (random: Random) => {
  const today = WINDOW.now.slice(0, 10)
  const daily = () => between(random, 0.015, 0.06)
  const answering = daily()
  const applications = waiting(random, whole(random, 20, 80), answering, today)
  const times = responseTimesOf({ applications, lookBacks: [] }, WINDOW)
  countMedian('response times, median', times.answer, answering)
  const point = times.curve.findLast(({ day }) => day <= 21)
  if (point) count('response times, curve at 21 days', holds(point, (1 - answering) ** 21))

  const [returning, reflecting] = [daily(), between(random, 0.2, 0.8)]
  const comeback = comebackOf(comingBack(random, whole(random, 20, 60), returning, reflecting), WINDOW)
  countMedian('comeback time, median', comeback.comebackTime, returning)
  if (comeback.backWithin7Days.low !== null)
    count('back within 7 days', holds(comeback.backWithin7Days, 1 - (1 - returning) ** 7))
  countRate('reflected', comeback.reflected, reflecting)

  const [well, learning] = [between(random, 0.2, 0.6), daily()]
  const study = studying(random, whole(random, 60, 120), well, learning, today)
  countRate('questions, answered well', questionsOf(study, WINDOW).answeredWell, well)
  countMedian('time to ready, median', comebackOf(study, WINDOW).questions.timeToReady, learning)
}

/** Here the rate is drawn from the prior, as the forecast assumes it to be. */
const countForecast = (random: Random) => {
  const prior = { alpha: 1, beta: 4 }
  const truth = betaQuantile(random(), prior.alpha, prior.beta)
  const applications = Array.from({ length: whole(random, 5, 40) }, (_, n) =>
    application(n, {
      interviews: [held(n, '2026-01-10')],
      ...(random() < truth
        ? { stage: 'offered' as const, outcome: ended('offer_declined') }
        : { outcome: ended('rejected') }),
    }),
  )
  const { rate } = forecastOf({ applications, lookBacks: [] }, WINDOW, { prior, horizon: false })
  if (rate) count('forecast, range at 80 %', holds({ low: rate.low80, high: rate.high80 }, truth))
}

const random = randomFrom(SEED)
for (let search = 0; search < SEARCHES; search++) {
  countRates(random)
  countTimes(random)
  countForecast(random)
}

const lines = [...tallies].map(([name, { cases, held: kept }]) => {
  const wanted = name.includes('80 %') ? 0.8 : 0.95
  const coverage = kept / cases
  return { name, cases, coverage, fits: Math.abs(coverage - wanted) <= (wanted === 0.8 ? 0.03 : 0.02) }
})
for (const { name, cases, coverage, fits } of lines)
  process.stdout.write(`${fits ? 'ok ' : 'NOT'} ${coverage.toFixed(4)} in ${cases} searches: ${name}\n`)
process.exitCode = lines.every(({ fits }) => fits) ? 0 : 1
