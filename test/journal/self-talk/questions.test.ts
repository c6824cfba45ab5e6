import fc from 'fast-check'
import { test } from 'tap'
import type { Client } from '../../support/client.ts'
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

type Recorded = { result: string; answered: string[]; offer: boolean }

const record = async (account: Client, applications: Recorded[]) => {
  for (const { result, answered, offer } of applications) {
    const { id } = (await account.post('/v1/applications', { company: 'Brightwater' })).body
    const held = { heldOn: '2026-03-17', status: 'completed', result }
    const interview = (await account.post(`/v1/applications/${id}/interviews`, held)).body
    for (const each of answered)
      await account.post(`/v1/interviews/${interview.id}/questions`, {
        prompt: 'Why optics?',
        answered: each,
      })
    if (offer) await account.put(`/v1/applications/${id}/offer`, { receivedOn: '2026-04-01' })
  }
}

/** What may be said of these records: every figure, with what it counts. */
const truths = (applications: Recorded[]) => {
  const answers = applications.flatMap(({ answered }) => answered)
  const well = answers.filter((it) => it === 'well').length
  const decided = applications.filter(({ result }) => /advanced/.test(result)).length
  const advanced = applications.filter(({ result }) => result === 'advanced').length
  const offers = applications.filter(({ offer }) => offer).length
  const told = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return [
    `${advanced} of ${told(decided, 'decided interview')}`,
    `${well} of ${told(answers.length, 'question')}`,
    told(applications.length, 'interview'),
    told(applications.length, 'application'),
    told(offers, 'offer'),
  ]
}

test('a question names no figure that the records do not hold', async (t) => {
  const service = await openService(t)
  await fc.assert(
    fc.asyncProperty(journal, async (applications) => {
      const noor = await service.newAccount()
      await record(noor, applications)
      for (const text of TEXTS) {
        const { findings } = (await noor.post('/v1/self-talk/checks', { text })).body
        t.ok(findings.length > 0, text)
        for (const { question } of findings) {
          const rest = truths(applications).reduce((left, truth) => left.replace(truth, ''), question)
          t.notMatch(rest, /\d/, question)
        }
      }
    }),
    { numRuns: 12 },
  )
})
