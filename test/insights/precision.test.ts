import { test } from 'tap'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

/** Every number with more than four digits after the point that an answer holds, by its place. */
const tooFine = (value: unknown, place: string): string[] => {
  if (typeof value === 'number') return value === Number(value.toFixed(4)) ? [] : [`${place}: ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => tooFine(member, `${place}.${name}`))
}

test('no figure claims more than four digits', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const pitchId = (await noor.post('/v1/pitches', { title: 'a', text: 'b' })).body.id
  const reasons = ['budget_cut', 'knowledge_gap', 'no_reason_given'].map((code, n) => ({
    code,
    evidence: n === 1 ? 'inferred' : 'stated_by_employer',
  }))
  const told: Awaited<ReturnType<typeof tell>>[] = []
  for (let n = 0; n < 9; n++) {
    const [heldOn, learnedOn] = [`2026-03-${10 + n}`, `2026-03-${12 + 2 * n}`]
    told.push(
      await tell(
        noor,
        { resumeVersion: 'A' },
        {
          interviews: [{ heldOn, pitchId, kind: 'final', ...(n % 3 === 0 ? { result: 'advanced' } : {}) }],
          ...(n < 7 && { outcome: { kind: 'rejected', learnedOn, reasons: [reasons[n % 3]] } }),
        },
      ),
    )
  }
  await tell(noor, {}, { outcome: { kind: 'rejected' } })
  const names = ['summary', 'funnel?by=resumeVersion', 'rounds', 'reasons', 'forecast', 'chance']
  for (const name of [...names, 'response-times', 'comeback', 'pitches']) {
    const answer = await read(noor, `${name}${name.includes('?') ? '&' : '?'}compareFrom=2026-03-01`)
    t.strictSame(tooFine(answer, name), [])
  }
  const { body: outcome } = await noor.get(`/v1/applications/${told[2]?.id}/outcome`)
  t.ok(outcome.reading.some(({ code }: { code: string }) => code === 'chance_alone'))
  t.strictSame(tooFine(outcome.reading, 'reading'), [])
  const { body: prep } = await noor.get(`/v1/interviews/${told[0]?.interviews[0]}/prep`)
  t.equal(prep.pitch.ledOnRate.trials, 7)
  t.strictSame(tooFine(prep.pitch, 'pitch'), [])
})
