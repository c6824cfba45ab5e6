import { setImmediate } from 'node:timers/promises'

/** Some at a time, in their order; other requests are answered in between. */
export async function* inParts<Item>(items: readonly Item[], size: number): AsyncGenerator<Item[]> {
  for (let from = 0; from < items.length; from += size) {
    await setImmediate()
    yield items.slice(from, from + size)
  }
}
