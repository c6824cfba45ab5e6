import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { test } from 'tap'
import { applications } from '../records.ts'
import { CASES, picturesOf } from './cases.ts'
import { clashesOf, elementsOf, named } from './seen.ts'

for (const [name, records] of Object.entries(CASES)) {
  test(`pictures of a search: ${name}`, async (t) => {
    for (const [insight, svg] of Object.entries(picturesOf(records))) {
      const kept = await readFile(join(import.meta.dirname, `${insight}-${name}.svg`), 'utf8')
      t.ok(svg === kept, `${insight} is drawn as it is kept: npm run pictures`)
      t.strictSame(clashesOf(svg), [], `no label of ${insight} lies upon another`)
    }
  })
}

test('whatever the search, pictures are well-formed and no label lies upon another', async () => {
  fc.assert(
    fc.property(applications, (all) =>
      Object.values(picturesOf(all)).every(
        (svg) => clashesOf(svg).length === 0 && elementsOf(svg).length > 5,
      ),
    ),
  )
})

test('what is there is never too thin to be seen', async (t) => {
  const { flow, funnel } = picturesOf(CASES.most ?? [])
  const bars = [...named(elementsOf(flow), 'rect'), ...named(elementsOf(funnel), 'rect')]
  t.ok(bars.length > 20)
  t.ok(bars.every(({ attributes: { width, height } }) => Number(width) >= 3 && Number(height) >= 3))
})

test('an empty journal is told so, kindly and without a figure that is none', async (t) => {
  for (const svg of Object.values(picturesOf([]))) {
    t.match(svg, /There is (?:nothing|no way back) to show here yet\./)
    t.notMatch(svg, /NaN|undefined|Infinity|null/)
  }
})
