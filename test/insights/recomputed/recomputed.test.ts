import { test } from 'tap'
import { type Random, randomFrom, whole } from '../../evaluation/random.ts'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { read, tell } from '../journal.ts'
import { type Journal, recomputed } from './naive.ts'

const TODAY = '2026-06-01'
const SEARCHES = 5
const APPLICATIONS = 16

const pick = <Item>(random: Random, ...items: readonly Item[]): Item =>
  items[whole(random, 0, items.length - 1)] as Item
const maybe = <Value extends object>(random: Random, chance: number, value: () => Value): Partial<Value> =>
  random() < chance ? value() : {}
const day = (random: Random, from: string, most: number) =>
  new Date(Date.parse(from) + whole(random, 0, most) * 86_400_000).toISOString().slice(0, 10)

const CODES = [
  ...['budget_cut', 'internal_candidate', 'location_mismatch', 'another_candidate_preferred'],
  ...['knowledge_gap', 'examples_missing', 'no_reason_given', 'role_not_wanted'],
]
const EVIDENCE = ['stated_by_employer', 'public_information', 'inferred', 'unknown']
const KINDS = ['rejected', 'rejected', 'rejected', 'no_response', 'withdrawn', 'role_closed']

const interviewOf = (random: Random, round: number) => ({
  round,
  ...pick<object>(
    random,
    { heldOn: day(random, '2026-02-10', 90) },
    { heldOn: day(random, '2026-02-10', 90) },
    { heldOn: day(random, '2026-02-10', 90), ...maybe(random, 0.5, () => ({ result: 'not_advanced' })) },
    { startsAt: `${day(random, '2026-02-10', 100)}T23:30:00+02:00`, status: 'completed' },
    { status: 'completed' },
    { startsAt: `${day(random, '2026-06-02', 9)}T10:00:00Z` },
    { status: 'cancelled' },
  ),
  ...maybe(random, 0.2, () => ({ kind: 'final' })),
  ...maybe(random, 0.2, () => ({ heardBackOn: day(random, '2026-04-01', 55) })),
})

const outcomeOf = (random: Random) => ({
  kind: pick(random, ...KINDS, 'offer_accepted', 'offer_declined', 'offer_rescinded'),
  ...maybe(random, 0.7, () => ({ learnedOn: day(random, '2026-03-10', 80) })),
  ...maybe(random, 0.3, () => ({ decidedOn: day(random, '2026-03-01', 9) })),
  ...maybe(random, 0.3, () => ({ anythingToLearn: pick(random, true, false) })),
  reasons: CODES.filter(() => random() < 0.2).map((code) => ({ code, evidence: pick(random, ...EVIDENCE) })),
})

/** Records a search of all kinds of applications. */
const record = async (random: Random, client: Client) => {
  for (let n = 0; n < APPLICATIONS; n++) {
    const appliedOn = pick(random, null, ...Array.from({ length: 6 }, () => day(random, '2026-01-20', 125)))
    const rounds = pick(random, 0, 0, 1, 1, 2, 3)
    await tell(
      client,
      { appliedOn, ...maybe(random, 0.2, () => ({ respondedOn: day(random, '2026-03-01', 60) })) },
      {
        interviews: Array.from({ length: rounds }, (_, at) => interviewOf(random, at + 1)),
        ...maybe(random, 0.15, () => ({ offer: { receivedOn: day(random, '2026-05-01', 20) } })),
        ...maybe(random, 0.7, () => ({ outcome: outcomeOf(random) })),
      },
    )
  }
}

/** What the answer holds of the members that were worked out. */
const only = (answer: unknown, wanted: unknown): unknown => {
  if (Array.isArray(answer) && Array.isArray(wanted))
    return answer.map((item: unknown, at) => only(item, wanted[at]))
  if (typeof answer !== 'object' || answer === null || typeof wanted !== 'object' || wanted === null)
    return answer
  return Object.fromEntries(
    Object.keys(wanted).map((name) => [
      name,
      only((answer as Record<string, unknown>)[name], (wanted as Record<string, unknown>)[name]),
    ]),
  )
}

test('five insights are what their definitions say, worked out from the export', async (t) => {
  const service = await openService(t)
  service.clock.now = new Date(`${TODAY}T21:00:00Z`)
  for (let seed = 1; seed <= SEARCHES; seed++) {
    const random = randomFrom(seed)
    const noor = await service.newAccount('Noor')
    await record(random, noor)
    const journal: Journal = (await noor.get('/v1/exports/journal.json')).body
    const { data: catalogue } = (await noor.get('/v1/reasons')).body
    const groups = new Map(catalogue.map((it: { code: string; group: string }) => [it.code, it.group]))
    const groupOf = (code: string) => String(groups.get(code))
    for (const [from, to] of [
      ['2000-01-01', '2099-12-31'],
      ['2026-02-15', '2026-04-30'],
    ] as const) {
      const wanted = recomputed(journal, groupOf, TODAY, [from, to])
      for (const [name, figures] of Object.entries(wanted)) {
        const answer = await read(noor, `${name}?from=${from}&to=${to}`)
        t.strictSame(only(answer, figures), figures, `${name} of search ${seed}, from ${from} to ${to}`)
      }
    }
  }
})
