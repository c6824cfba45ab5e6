import fc from 'fast-check'
import { test } from 'tap'
import { openService } from '../../support/service.ts'

const TEXTS = [
  'I will never get hired.',
  'I always mess everything up.',
  "If I don't get this one I'm a failure.",
  'That one bad answer has destroyed everything I ever worked for.',
  'I am such an idiot.',
]

const journal = fc.array(
  fc.record({
    result: fc.constantFrom('pending', 'advanced', 'not_advanced', 'unknown'),
    answered: fc.array(fc.constantFrom('well', 'partly', 'did_not_know'), { maxLength: 2 }),
    offer: fc.boolean(),
  }),
  { maxLength: 3 },
)

test('a question names no figure that the records do not hold', async (t) => {
  const service = await openService(t)
  await fc.assert(
    fc.asyncProperty(journal, async (applications) => {
      const noor = await service.newAccount()
      for (const { result, answered, offer } of applications) {
        const { id } = (await noor.post('/v1/applications', { company: 'Brightwater' })).body
        const held = { heldOn: '2026-03-17', status: 'completed', result }
        const interview = (await noor.post(`/v1/applications/${id}/interviews`, held)).body
        for (const each of answered)
          await noor.post(`/v1/interviews/${interview.id}/questions`, {
            prompt: 'Why optics?',
            answered: each,
          })
        if (offer) await noor.put(`/v1/applications/${id}/offer`, { receivedOn: '2026-04-01' })
      }
      const answers = applications.flatMap(({ answered }) => answered)
      const results = applications.map(({ result }) => result)
      const count = <Item>(items: Item[], wanted: Item[]) => items.filter((it) => wanted.includes(it)).length
      const known: Record<string, number[]> = {
        interview: [applications.length],
        'decided interview': [count(results, ['advanced', 'not_advanced'])],
        offer: [applications.filter(({ offer }) => offer).length],
        question: [answers.length],
        application: [applications.length],
      }
      const shares = [count(results, ['advanced']), count(answers, ['well'])]
      for (const text of TEXTS) {
        const { findings } = (await noor.post('/v1/self-talk/checks', { text })).body
        t.ok(findings.length > 0, text)
        for (const { question } of findings) {
          for (const [, figure, noun] of question.matchAll(/(\d+) ((?:decided )?[a-z]+?)s?\b(?! \d)/g)) {
            if (noun === 'of') t.ok(shares.includes(Number(figure)), question)
            else t.ok(known[noun]?.includes(Number(figure)), question)
          }
        }
      }
    }),
    { numRuns: 12 },
  )
})
