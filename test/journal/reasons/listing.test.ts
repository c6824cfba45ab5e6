import { test } from 'tap'
import { openService } from '../../support/service.ts'

const GROUPS: Record<string, string[]> = {
  not_about_you: [
    'internal_restructuring',
    'position_cancelled',
    'hiring_manager_unavailable',
    'internal_candidate',
    'predetermined_candidate',
    'budget_cut',
    'hiring_freeze',
    'internal_change',
    'major_incident',
    'legal_proceedings',
    'personal_connection_hired',
    'filled_before_you',
    'never_a_real_opening',
  ],
  fit: [
    'location_mismatch',
    'compensation_mismatch',
    'work_authorization',
    'timing_mismatch',
    'level_mismatch',
  ],
  comparison: ['another_candidate_preferred'],
  something_to_learn: [
    'knowledge_gap',
    'could_not_show_knowledge',
    'value_not_communicated',
    'examples_missing',
    'preparation_gap',
    'assessment_result',
    'experience_gap',
  ],
  own_choice: [
    'accepted_another_offer',
    'compensation_declined',
    'role_not_wanted',
    'process_too_slow',
    'personal_reasons',
  ],
  unknown: ['no_reason_given'],
}

type Reason = { code: string; group: string; title: string; description: string }

test('the catalogue of reasons', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const read = async (language?: string): Promise<Reason[]> =>
    (await noor.get('/v1/reasons', language ? { 'accept-language': language } : {})).body.data

  await t.test('is complete, every reason in its group, the groups in the order of the method', async (t) => {
    const reasons = await read()
    const expected = Object.entries(GROUPS).flatMap(([group, codes]) =>
      codes.map((code) => ({ group, code })),
    )
    t.strictSame(
      reasons.map(({ group, code }) => ({ group, code })),
      expected,
    )
  })

  await t.test('has a title and a description for each, and no two are alike', async (t) => {
    const reasons = await read()
    for (const { code, title, description } of reasons) {
      t.match(title, /^[A-Z].*\S$/, code)
      t.match(description, /^[A-Z].*\.$/, code)
      t.not(title, code)
    }
    t.equal(new Set(reasons.map(({ title }) => title)).size, reasons.length)
    t.equal(new Set(reasons.map(({ description }) => description)).size, reasons.length)
  })

  await t.test('speaks English to who asks for a language that it does not have', async (t) => {
    const { headers, body } = await noor.get('/v1/reasons', { 'accept-language': 'tlh, fi;q=0.8' })
    t.equal(headers['content-language'], 'en')
    t.strictSame(body.data, await read('en'))
  })
})
