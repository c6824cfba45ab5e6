import { test } from 'tap'
import { proposeReasons } from '../../../src/automation/imports/rules/reasons.ts'
import type { OutcomeKind } from '../../../src/journal/outcomes/rules.ts'

const propose = (text: string, outcome: OutcomeKind | null = 'rejected', stated = false) =>
  proposeReasons([{ text, stated }], outcome)

const codesOf = (text: string, outcome: OutcomeKind | null = 'rejected') =>
  propose(text, outcome).map(({ code }) => code)

test('reasons are proposed from notes, misspelt as they are', async (t) => {
  const cases: [string, string][] = [
    ['No longer filing this role', 'position_cancelled'],
    ['recruitment for that posting got canceled', 'position_cancelled'],
    ['job no longer available', 'position_cancelled'],
    ['Role put on hold', 'hiring_freeze'],
    ['hiring freeze', 'hiring_freeze'],
    ['An internal candidate got it', 'internal_candidate'],
    ['the role was filled internally', 'internal_candidate'],
    ['vacancy has already been filled', 'filled_before_you'],
    ['poste déjà pourvu', 'filled_before_you'],
    ['the budget was cut', 'budget_cut'],
    ['due to a restructuring, due to an internal reorg', 'internal_restructuring'],
    ['hiring manager left the company', 'hiring_manager_unavailable'],
    ["gave the job to the owner's nephew", 'personal_connection_hired'],
    ['they already had someone in mind', 'predetermined_candidate'],
    ['ghost job', 'never_a_real_opening'],
    ['company is being sued, lawsuit', 'legal_proceedings'],
    ["auto reject, I don't live in Ohio", 'location_mismatch'],
    ['they do not offer visa sponsorship', 'work_authorization'],
    ['went with another applicant', 'another_candidate_preferred'],
    ['overqualified', 'level_mismatch'],
    ['failed the coding test', 'assessment_result'],
    ['lack of relevant experience', 'experience_gap'],
  ]
  for (const [text, code] of cases) t.same(codesOf(text), [code], text)
})

test('false friends stay silent', async (t) => {
  for (const text of [
    'Visa Talent Partners',
    'no Visa Talent Partners reply',
    'we do not have an appropriate position for you',
    'sorry that you have decided not to continue',
    'Restructured my resume for this one',
    'hiring manager left a voicemail',
    'they cancelled the interview and moved it',
    'Filled out the form online',
    'great team, budget 90k',
    'If the position is filled they will say so',
    'The role has not been filled',
    'no hiring freeze here',
    'Applied as an internal candidate',
    'we keep your resume until a position opens',
  ]) {
    t.same(codesOf(text), [], text)
  }
})

test('the proposal names the words it rests on', async (t) => {
  t.same(propose('Nice call. No longer filing the position, sadly'), [
    { code: 'position_cancelled', evidence: 'inferred', basis: 'No longer filing the position' },
  ])
})

test("the employer's voice is evidence, the person's guess is not", async (t) => {
  const evidence = (text: string, stated = false) => propose(text, 'rejected', stated)[0]?.evidence
  t.equal(evidence('we have filled this: the position has been filled'), 'stated_by_employer')
  t.equal(evidence('Recruiter told me the budget was cut'), 'stated_by_employer')
  t.equal(evidence('I think an internal candidate got it'), 'inferred')
  t.equal(evidence('They said: internal candidate?'), 'inferred')
  t.equal(evidence('Internal candidate'), 'inferred')
  t.equal(evidence('Internal candidate', true), 'stated_by_employer')
})

test('a skill is read into a refusal only, an own choice into an own no', async (t) => {
  t.same(codesOf('lack of experience', 'rejected'), ['experience_gap'])
  for (const outcome of ['no_response', 'withdrawn', null] as const)
    t.same(codesOf('lack of experience', outcome), [])
  t.same(codesOf('salary too low', 'withdrawn'), ['compensation_declined'])
  t.same(codesOf('salary too low', 'rejected'), ['compensation_mismatch'])
  t.same(codesOf('hiring freeze', null), ['hiring_freeze'])
  t.same(codesOf('internal candidate', 'offer_accepted'), [])
})
