import type { Test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { read } from '../journal.ts'

/** Reads every insight that a golden journal names, and compares what was worked out by hand, to the four digits that it has. */
export const holdAgainst = async (t: Test, client: Client, wanted: Record<string, object>) => {
  for (const [path, figures] of Object.entries(wanted)) {
    await t.test(path, async (t) => compare(t, await read(client, path), figures, path))
  }
}

const compare = (t: Test, found: Body, wanted: unknown, place: string): void => {
  if (typeof wanted === 'number' && typeof found === 'number') {
    t.ok(Math.abs(found - wanted) < 0.00005 + 1e-9, `${place}: ${found} is ${wanted}`)
  } else if (Array.isArray(wanted)) {
    t.equal(found?.length, wanted.length, `${place} has ${wanted.length}`)
    for (const [at, item] of wanted.entries()) compare(t, found?.[at], item, `${place}[${at}]`)
  } else if (typeof wanted === 'object' && wanted !== null) {
    for (const [name, member] of Object.entries(wanted)) compare(t, found?.[name], member, `${place}.${name}`)
  } else t.equal(found, wanted, place)
}

/** A rate of counts alone. */
export const few = (successes: number, trials: number) => ({
  ...{ value: null, low: null, high: null },
  successes,
  trials,
})

/** A rate with its interval, as worked out. */
export const rate = (successes: number, trials: number, [low, high]: [number, number]) => ({
  value: successes / trials,
  low,
  high,
  successes,
  trials,
})

/** Nodes or links of a flow in short: `applied 9`, `applied > open 1`. */
export const nodes = (...texts: string[]) =>
  texts.map((text) => {
    const [id, count] = text.split(' ')
    return { id, count: Number(count) }
  })
export const links = (...texts: string[]) =>
  texts.map((text) => {
    const [source, target, count] = text.split(/ > | /)
    return { source, target, count: Number(count) }
  })
