import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

type Said = { code: string; text: string; basis: object }

const because = (...reasons: [code: string, evidence: string][]) => ({
  kind: 'rejected',
  reasons: reasons.map(([code, evidence]) => ({ code, evidence })),
})
const STATED = 'stated_by_employer'
const SOMEONE_ELSE = 'another_candidate_preferred'

const summaryOf = async (noor: Client, ...outcomes: object[]) => {
  for (const outcome of outcomes) await tell(noor, {}, { interviews: [{ heldOn: '2026-03-10' }], outcome })
  const { statements, ...summary } = await read(noor, 'summary')
  const said = (code: string): Said => statements.find((it: Said) => it.code === code)
  return { ...summary, said }
}

test('what the account owner guessed', async (t) => {
  const service = await openService(t)

  await t.test('counts as soon as one of two sides is a guess, and is told beside it', async (t) => {
    const noor = await service.newAccount()
    const { causes, said } = await summaryOf(
      noor,
      because(['budget_cut', STATED], ['knowledge_gap', 'inferred']),
      { kind: 'rejected' },
    )
    t.match(causes, { both: { count: 1, inferred: 1 }, unknown: { count: 1, inferred: 0 } })
    t.equal(
      said('causes').text,
      '2 applications with an interview closed with no job: 1 was in part not about you. ' +
        'You guessed at part of it, and 1 has no known cause.',
    )
  })

  await t.test('is told of a part where the employer stated the other side', async (t) => {
    const noor = await service.newAccount()
    const inPart = because(['budget_cut', STATED], ['knowledge_gap', 'inferred'])
    const ended = (count: number) =>
      `${count} application${count > 1 ? 's' : ''} with an interview closed with no job: `
    const one = await summaryOf(noor, inPart)
    t.equal(one.said('causes').text, `${ended(1)}it was in part not about you. You guessed at part of it.`)
    t.equal(
      one.said('tallies').text,
      'You have 1 closed application: it was a lesson. That is your own guess.',
    )
    const two = await summaryOf(noor, inPart)
    t.match(two.causes, { both: { count: 2, inferred: 2 }, inferredInPart: 2 })
    t.equal(
      two.said('causes').text,
      `${ended(2)}both were in part not about you. You guessed at part of each.`,
    )
    const three = await summaryOf(noor, inPart)
    t.match(three.said('causes').text, 'You guessed at part of each.')
    t.match(three.said('causes').basis, { inferred: 3, inferredInPart: 3 })
    const more = await summaryOf(noor, because(['budget_cut', STATED]))
    t.match(more.said('causes').text, 'You guessed at part of 3.')
  })

  await t.test('is told as whole where both sides are a guess, beside one in part', async (t) => {
    const noor = await service.newAccount()
    const whole = because(['budget_cut', 'inferred'], ['knowledge_gap', 'inferred'])
    const { causes, said } = await summaryOf(noor, whole)
    t.match(causes, { both: { count: 1, inferred: 1 }, inferredInPart: 0 })
    t.match(said('causes').text, 'That is your own guess.')
    const mixed = await summaryOf(noor, because(['budget_cut', STATED], ['knowledge_gap', 'inferred']))
    t.match(mixed.said('causes').text, 'You guessed at all (1 in part).')
  })

  await t.test('does not count where the employer said as much of the same side', async (t) => {
    const noor = await service.newAccount()
    const { causes } = await summaryOf(noor, because(['budget_cut', STATED], ['hiring_freeze', 'inferred']))
    t.match(causes.notAboutYou, { count: 1, inferred: 0 })
  })

  await t.test('is told beside the causes that it is about, that of someone else with it', async (t) => {
    const noor = await service.newAccount()
    const { causes, said } = await summaryOf(
      noor,
      because(['budget_cut', 'inferred']),
      because(['knowledge_gap', STATED]),
      because([SOMEONE_ELSE, 'inferred']),
      because([SOMEONE_ELSE, STATED]),
      { kind: 'rejected' },
    )
    t.match(causes, { notAboutYou: { inferred: 1 }, unknown: { count: 3, inferred: 1 }, comparison: 2 })
    t.equal(
      said('causes').text,
      '5 applications with an interview closed with no job: 1 was not about you and 1 holds something to learn. ' +
        '1 of these is your guess, 2 went to someone else (1 guessed) and 1 has no known cause.',
    )
    t.match(said('causes').basis, { inferred: 2, comparison: 2, comparisonInferred: 1 })
    t.equal(
      said('tallies').text,
      'You have 5 closed applications: 1 was a lesson and 1 was not about you. ' +
        '1 of these is your guess, 2 went to someone else (1 guessed) and 1 has no known cause.',
    )
    t.match(said('tallies').basis, { inferred: 2, comparisonInferred: 1 })
  })
})
