import fc from 'fast-check'
import { test } from 'tap'
import { anyText } from '../../support/any-text.ts'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { read, tell } from '../journal.ts'
import { clashesOf, elementsOf, named, type Seen } from './seen.ts'

const INSIGHTS = ['flow', 'funnel', 'comeback']
const SVG = { accept: 'image/svg+xml' }

const draw = async (client: Client, path: string): Promise<string> =>
  (await client.get(`/v1/insights/${path}`, SVG)).body

const no = (learnedOn: string) => ({ kind: 'rejected', learnedOn })

/** A search with a bit of everything. */
const search = async (client: Client, words = 'Halden') => {
  const told = { company: words, roleTitle: words, notes: words, tags: ['lab'], source: { name: words } }
  const held = (heldOn: string, round = 1) => ({ heldOn, round, notes: words })
  const first = [held('2026-03-10'), held('2026-03-15', 2)]
  await tell(client, told, { interviews: first, outcome: no('2026-03-20') })
  await tell(
    client,
    { ...told, appliedOn: '2026-03-24' },
    { interviews: [held('2026-04-01')], outcome: no('2026-04-11') },
  )
  await tell(
    client,
    { ...told, appliedOn: '2026-04-20' },
    { interviews: [held('2026-05-02')], outcome: no('2026-05-31') },
  )
  await tell(client, told, {
    interviews: [held('2026-03-11')],
    offer: { receivedOn: '2026-04-02' },
    outcome: { kind: 'offer_rescinded' },
  })
  await tell(client, told, { outcome: { kind: 'no_response' } })
  await tell(client, told)
  await tell(client, { ...told, appliedOn: null })
}

const numbered = (all: readonly Seen[], key: string) =>
  all.flatMap(({ attributes }) =>
    attributes[key] === undefined ? [] : [`${attributes[key]} ${attributes['data-count']}`],
  )
const textsOf = (svg: string) => named(elementsOf(svg), 'text').map(({ text }) => text)
const percent = (share: number) => Math.round(share * 100)

test('insights as pictures', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  await search(noor)

  await t.test('come by their address or by what the client accepts', async (t) => {
    for (const insight of INSIGHTS) {
      const own = await noor.get(`/v1/insights/${insight}.svg`)
      t.equal(own.headers['content-type'], 'image/svg+xml; charset=utf-8')
      for (const accept of [
        'image/svg+xml',
        'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
        'application/json;q=0.2, image/*;q=0.3',
      ]) {
        const accepted = await noor.get(`/v1/insights/${insight}`, { accept })
        t.equal(accepted.body, own.body, accept)
        t.equal(accepted.headers.vary, 'accept, accept-language, afterview-account')
      }
      for (const accept of [
        '*/*',
        'application/json',
        'text/html,*/*;q=0.8',
        'image/png',
        'image/svg+xml;q=0',
      ]) {
        const { headers, body } = await noor.get(`/v1/insights/${insight}`, { accept })
        t.match(headers['content-type'], /^application\/json/, accept)
        t.equal(body.definition, `/docs/insights/${insight}`)
      }
    }
  })

  await t.test('may stand anywhere and do nothing there', async (t) => {
    for (const insight of INSIGHTS) {
      const { headers, body } = await noor.get(`/v1/insights/${insight}.svg`)
      t.match(headers, { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
      t.match(
        headers['content-security-policy'],
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox$/,
      )
      const all = elementsOf(body)
      const known = ['svg', 'title', 'desc', 'style', 'rect', 'g', 'text', 'tspan', 'path', 'line', 'circle']
      t.strictSame(
        [...new Set(all.map(({ name }) => name))].filter((name) => !known.includes(name)),
        [],
      )
      const attributes = all.flatMap((it) => Object.entries(it.attributes))
      t.strictSame(
        attributes.filter(([name]) => /^on|href|src|^style$/.test(name)),
        [],
      )
      t.strictSame(
        attributes.filter(([name, value]) => name !== 'xmlns' && /:\/\/|url\(/.test(value)),
        [],
      )
    }
  })

  await t.test('tell those who do not see them what they show', async (t) => {
    for (const insight of INSIGHTS) {
      const [root, title, desc] = elementsOf(await draw(noor, insight))
      t.match(root?.attributes, { role: 'img', xmlns: 'http://www.w3.org/2000/svg' })
      t.equal(root?.attributes['aria-labelledby'], `${title?.attributes.id} ${desc?.attributes.id}`)
      t.strictSame([title?.name, desc?.name], ['title', 'desc'])
      const { basis } = await read(noor, insight)
      t.match(desc?.text, `n = ${basis.n} `)
    }
  })

  await t.test('carry the period, the basis and what is left out', async (t) => {
    const [svg, { basis }] = [
      await draw(noor, 'flow?from=2026-03-03&to=2026-04-30&tag=lab'),
      await read(noor, 'flow?from=2026-03-03&to=2026-04-30&tag=lab'),
    ]
    t.match(textsOf(svg)[1], `3 March 2026 to 30 April 2026 · n = ${basis.n} `)
    const left = basis.excluded.find(({ code }: Body) => code === 'outside_period').count
    t.match(svg, `Left out: ${left} outside the period.`)
    t.match(textsOf(await draw(noor, 'funnel'))[1], 'All records up to 1 June 2026')
    t.equal((await noor.get('/v1/insights/flow.svg?company=Halden')).status, 400)
    t.match(await draw(noor, 'flow?tag=night'), 'Nothing here fits what was asked for.')
  })

  await t.test('show the figures of the flow', async (t) => {
    const { nodes, links } = await read(noor, 'flow')
    const svg = await draw(noor, 'flow')
    const all = elementsOf(svg)
    t.strictSame(
      numbered(all, 'data-node'),
      nodes.map((it: Body) => `${it.id} ${it.count}`),
    )
    t.strictSame(
      numbered(all, 'data-link').sort(),
      links.map((it: Body) => `${it.source} ${it.target} ${it.count}`).sort(),
    )
    const said = textsOf(svg).join('\n')
    for (const label of ['7\nApplied', '1\nSaved only'].map((it) => it.replace('7', String(nodes[1].count))))
      t.match(said, label)
    t.match(said, /3 They said no/)
    // Heights are in proportion to counts.
    const heights = named(all, 'rect').flatMap(({ attributes: { height, ...rest } }) =>
      rest['data-node'] ? [Number(height) / Number(rest['data-count'])] : [],
    )
    t.ok(heights.every((height) => Math.abs(height - (heights[0] ?? 0)) < 0.1))
  })

  await t.test('show the figures of the funnel, open ones apart and no rate below 3', async (t) => {
    const { stages, steps } = await read(noor, 'funnel')
    const svg = await draw(noor, 'funnel')
    const said = textsOf(svg)
    for (const { count } of stages) t.ok(said.some((text) => text.startsWith(`${count} `)))
    for (const step of steps) {
      const parts = elementsOf(svg).filter(({ attributes }) => attributes['data-stage'] === step.stage)
      t.strictSame(
        numbered(parts, 'data-part'),
        ['advanced', 'ended', 'ownChoice', 'open']
          .filter((it) => step[it] > 0)
          .map((it) => `${it} ${step[it]}`),
      )
      const { value, low, high, successes, trials } = step.conversion
      const counts = `${successes} of ${trials} went on`
      if (trials === 0) t.ok(said.includes('None is decided yet'))
      else if (value === null) t.ok(said.includes(`${counts}: too few for a rate`), counts)
      else {
        t.ok(said.includes(`${percent(value)} %`))
        t.ok(said.includes(`${counts}; 95 % interval ${percent(low)} to ${percent(high)} %`), counts)
      }
    }
    t.ok(steps.some(({ conversion }: Body) => conversion.value === null && conversion.trials > 0))
    t.ok(steps.some(({ conversion }: Body) => conversion.value !== null))
  })

  await t.test('show the curve of the comeback with its ticks, and its readings', async (t) => {
    const it = await read(noor, 'comeback')
    t.ok(it.curve.length > 0 && it.censorings.length > 0)
    t.equal(
      it.censorings.reduce((sum: number, { count }: Body) => sum + count, 0),
      it.comebackTime.censored,
    )
    const svg = await draw(noor, 'comeback')
    const ticks = elementsOf(svg).flatMap(({ attributes: { 'data-day': day, 'data-censored': count } }) =>
      day === undefined ? [] : [{ day: Number(day), count: Number(count) }],
    )
    t.strictSame(ticks, it.censorings)
    const [line] = named(elementsOf(svg), 'path').filter(
      ({ attributes }) => attributes.class === 'av-way-line',
    )
    t.equal(line?.attributes.d?.match(/[LHV]/g)?.length, 2 * it.curve.length + 2, 'two lines for each step')
    const said = textsOf(svg).join('\n')
    t.match(said, `Half were back within ${it.comebackTime.medianDays} days.`)
    t.match(said, `${it.comebackTime.events} back, ${it.comebackTime.censored} not yet`)
    t.match(said, `${percent(it.backWithin7Days.value)} %.`)
    t.match(said, `${it.reflected.successes} of ${it.reflected.trials}.`)
    t.notMatch(said, /score|total|rank/i)
  })

  await t.test('name nobody, whatever a journal holds', async () => {
    const marks = [
      '<script>alert(1)</script>',
      '"/><image href="//x.test/a"/>',
      ']]>&nbsp;',
      '&lt;!ENTITY',
      '\u202Ezzz',
      "'onload='x",
    ]
    const hostile = fc
      .array(fc.oneof(fc.constantFrom(...marks), anyText(20)), {
        minLength: 3,
        maxLength: 5,
      })
      .map((parts) => `Halden${parts.join('')}`.replace(/\p{C}/gu, ' ').slice(0, 90).trim())
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const client = await service.newAccount(words)
        await search(client, words)
        for (const insight of INSIGHTS) {
          const svg = await draw(client, insight)
          if (svg !== (await draw(noor, insight))) throw new Error(`${insight} is another for ${words}`)
          if (/Halden|alert|x\.test/.test(svg)) throw new Error(`${insight} names an employer`)
          if (clashesOf(svg).length > 0) throw new Error(`labels of ${insight} clash`)
        }
        const filtered = await draw(client, `flow?source=${encodeURIComponent(words)}`)
        if (/Halden/.test(filtered)) throw new Error('a filter is told')
      }),
      { numRuns: 4 },
    )
  })
})
