import type { Time, Within } from '../../figures/rules/times.ts'
import { FEWEST_TO_COMPARE, type Rate } from '../../figures/rules.ts'

const FEWEST_EVENTS = 5

type Named<Figure> = { figure: string; value: Figure }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isRate = (value: object): value is Rate => 'value' in value && 'successes' in value && 'trials' in value
const isWithin = (value: object): value is Within => 'days' in value && 'atRisk' in value && 'events' in value
const isTime = (value: object): value is Time => 'medianDays' in value && 'events' in value

/** What tells the members of a list apart: the first of these that they have. Where it is null, the place is `[]`. */
const NAMES = ['round', 'stage', 'group', 'code', 'kind', 'topic', 'pitchId', 'name']

const nameOf = (item: Record<string, unknown>, at: number): unknown => {
  const name = NAMES.find((it) => it in item)
  return name === undefined ? at : (item[name] ?? '')
}

/** Every figure of a kind that an answer holds, with its place, such as `perRound[2].advanceRate`. */
const figuresIn = <Figure>(
  answer: unknown,
  isWanted: (value: object) => value is object & Figure,
  place = '',
): Named<Figure>[] => {
  if (!isObject(answer)) return []
  if (isWanted(answer)) return [{ figure: place, value: answer }]
  if (Array.isArray(answer)) {
    return answer.flatMap((item: unknown, at) =>
      figuresIn(item, isWanted, `${place}[${isObject(item) ? nameOf(item, at) : at}]`),
    )
  }
  return Object.entries(answer).flatMap(([member, value]) =>
    figuresIn(value, isWanted, place === '' ? member : `${place}.${member}`),
  )
}

type Ends = { low: number | null; high: number | null }

/** An end that the records do not reach lies beyond all others. */
const liesBelow = (one: Ends, other: Ends): boolean =>
  (one.high ?? Number.POSITIVE_INFINITY) < (other.low ?? Number.POSITIVE_INFINITY)

/** Groups and topics are the same in upper and lower case. */
const keyOf = ({ figure }: Named<unknown>): string => figure.toLowerCase()

/** All figures over either window, and those of them that are answered. */
type Sides = { now: object; then: object; answered: readonly object[] }

const sideBySide = <Figure extends Ends>(
  { now, then, answered }: Sides,
  isWanted: (value: object) => value is object & Figure,
  none: Figure,
  isEnough: (figure: Figure) => boolean,
  countsOf: (figure: Figure) => Figure,
) => {
  const [newer, older] = [now, then].map(
    (all) => new Map(figuresIn(all, isWanted).map((it) => [keyOf(it), it.value])),
  )
  const listed = answered.flatMap((answer) => figuresIn(answer, isWanted))
  return [...Map.groupBy(listed, keyOf)].map(([key, [named]]) => {
    const figure = named?.figure ?? key
    const pair = { now: newer?.get(key) ?? none, then: older?.get(key) ?? none }
    const comparable = isEnough(pair.now) && isEnough(pair.then)
    return comparable
      ? {
          figure,
          comparable,
          apart: liesBelow(pair.now, pair.then) || liesBelow(pair.then, pair.now),
          ...pair,
        }
      : { figure, comparable, apart: null, now: countsOf(pair.now), then: countsOf(pair.then) }
  })
}

const NO_RATE: Rate = { value: null, low: null, high: null, successes: 0, trials: 0 }
const NO_TIME: Time = { medianDays: null, low: null, high: null, events: 0, censored: 0 }

const NOT_WITHIN: Within = { days: 0, value: null, low: null, high: null, events: 0, atRisk: 0 }

/**
 * Every rate and time of two answers to the same question, side by side. They compare only where each has 20 trials or
 * 5 events; otherwise the counts stand alone. `apart` says that the two 95 % intervals do not meet.
 * @param answered where the answers list less than all: what either lists is looked for in all of both
 * @see INSIGHTS.md, what is computed
 */
export const compare = (now: object, then: object, answered: readonly object[] = [now, then]) => {
  const sides = { now, then, answered }
  return {
    rates: sideBySide(
      sides,
      isRate,
      NO_RATE,
      ({ trials }) => trials >= FEWEST_TO_COMPARE,
      (rate) => ({ ...rate, value: null, low: null, high: null }),
    ),
    times: sideBySide(
      sides,
      isTime,
      NO_TIME,
      ({ events }) => events >= FEWEST_EVENTS,
      (time) => ({ ...time, medianDays: null, low: null, high: null }),
    ),
    within: sideBySide(
      sides,
      isWithin,
      NOT_WITHIN,
      ({ events }) => events >= FEWEST_EVENTS,
      (share) => ({ ...share, value: null, low: null, high: null }),
    ),
  }
}
