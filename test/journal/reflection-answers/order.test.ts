import fc from 'fast-check'
import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, beginReflection } from '../applications/records.ts'

const [FIRST, SECOND, THIRD] = ['went_well', 'did_not_go_well', 'do_differently'] as const
const STEPS = [FIRST, SECOND, THIRD]
const LISTS = { [FIRST]: 'wentWell', [SECOND]: 'didNotGoWell', [THIRD]: 'doDifferently' }

type Step = (typeof STEPS)[number]
type Move = { does: 'answers' | 'skips'; step: Step }
/** What the method says stands on the page so far. */
type Page = { answered: Step[]; skipped: Step[] }

/** Nothing under the second before the first holds an entry, nor under the third before the second is answered or skipped. */
const refusalOf = ({ does, step }: Move, { answered, skipped }: Page): string | undefined => {
  if (does === 'skips' && step === FIRST) return 'step_not_skippable'
  const secondIsDone = answered.includes(SECOND) || skipped.includes(SECOND)
  const waits = (step !== FIRST && !answered.includes(FIRST)) || (step === THIRD && !secondIsDone)
  return waits ? 'reflection_out_of_order' : undefined
}

const follow = ({ does, step }: Move, { answered, skipped }: Page): Page => {
  if (does === 'answers')
    return { answered: [...answered, step], skipped: skipped.filter((it) => it !== step) }
  return { answered, skipped: answered.includes(step) ? skipped : [...new Set([...skipped, step])] }
}

const make = (client: Client, path: string, { does, step }: Move) =>
  client.post(`${path}/${does}`, does === 'answers' ? { step, text: 'Something.' } : { step })

const permutations = (steps: Step[]): Step[][] =>
  steps.length < 2
    ? [steps]
    : steps.flatMap((step) => permutations(steps.filter((it) => it !== step)).map((rest) => [step, ...rest]))

test('the order of the three questions', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const interview = await addInterview(noor, (await addApplication(noor)).id)
  const begin = async () =>
    `/v1/reflections/${(await beginReflection(noor, { interviewId: interview.id })).id}`

  /** Makes the moves one by one; each answer has to be the one that the method asks for. */
  const play = async (moves: Move[]) => {
    const path = await begin()
    let page: Page = { answered: [], skipped: [] }
    for (const move of moves) {
      const expected = refusalOf(move, page)
      const { status, body } = await make(noor, path, move)
      const made = move.does === 'answers' ? 201 : 200
      const told = `${move.does} ${move.step} after ${JSON.stringify(page)}`
      if (status !== (expected ? 422 : made) || (expected && body.code !== expected))
        throw new Error(`${told}: ${status} ${body.code}`)
      if (!expected) page = follow(move, page)
      const { body: now } = await noor.get(path)
      const open = STEPS.find((step) => !page.answered.includes(step) && !page.skipped.includes(step))
      const counts = STEPS.map((step) => page.answered.filter((it) => it === step).length)
      const seen = [
        STEPS.map((step) => now[LISTS[step]].length),
        now.skipped.toSorted(),
        now.nextPrompt?.step,
      ]
      if (JSON.stringify(seen) !== JSON.stringify([counts, page.skipped.toSorted(), open]))
        throw new Error(`${told}: the reflection holds ${JSON.stringify(seen)}`)
    }
    return page
  }

  await t.test('holds for every order in which somebody may try them, answering or skipping', async (t) => {
    let complete = 0
    for (const order of permutations(STEPS))
      for (const choice of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const does = (at: number) => ((choice >> at) & 1 ? ('skips' as const) : ('answers' as const))
        const { answered, skipped } = await play(order.map((step, at) => ({ does: does(at), step })))
        if (answered.length + skipped.length === 3) complete++
      }
    t.equal(complete, 4, 'the one right order, with the second and third question answered or skipped')
  })

  await t.test('holds for whatever else is tried', async () => {
    const move = fc.record({
      does: fc.constantFrom('answers' as const, 'skips' as const),
      step: fc.constantFrom(...STEPS),
    })
    const moves = fc.array(move, { minLength: 3, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        await play(all)
      }),
      { numRuns: 20 },
    )
  })

  await t.test('names the step that has to come first', async (t) => {
    const path = await begin()
    const second = await make(noor, path, { does: 'answers', step: SECOND })
    t.strictSame([second.status, second.body.code], [422, 'reflection_out_of_order'])
    t.match(second.body.detail, FIRST)
    t.equal(second.body.expectedStep, FIRST)
    await make(noor, path, { does: 'answers', step: FIRST })
    const third = await make(noor, path, { does: 'answers', step: THIRD })
    t.match(third.body.detail, SECOND)
    t.equal(third.body.expectedStep, SECOND)
    const skipped = await make(noor, path, { does: 'skips', step: THIRD })
    t.strictSame([skipped.body.code, skipped.body.expectedStep], ['reflection_out_of_order', SECOND])
    const ended = await noor.post(`${path}/completion`)
    t.strictSame([ended.body.code, ended.body.expectedStep], ['reflection_incomplete', SECOND])
    t.notOk('expectedStep' in (await make(noor, path, { does: 'skips', step: FIRST })).body)
  })

  await t.test('leaves nothing both answered and skipped, when two do so at once', async (t) => {
    for (let i = 0; i < 10; i++) {
      const path = await begin()
      await make(noor, path, { does: 'answers', step: FIRST })
      const both = (['skips', 'answers'] as const).map((does) => make(noor, path, { does, step: SECOND }))
      t.strictSame(
        (await Promise.all(both)).map(({ status }) => status),
        [200, 201],
      )
      const { body } = await noor.get(path)
      t.strictSame([body.didNotGoWell.length, body.skipped, body.nextPrompt.step], [1, [], THIRD])
    }
  })
})
