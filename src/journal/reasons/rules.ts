/** What kind of cause a reason is. The group decides the attribution of an outcome. */
export const REASON_GROUPS = [
  'not_about_you',
  'fit',
  'comparison',
  'something_to_learn',
  'own_choice',
  'unknown',
] as const
export type ReasonGroup = (typeof REASON_GROUPS)[number]

/** Where the knowledge of a reason comes from. The first two can be checked, the others not. */
export const EVIDENCE = ['stated_by_employer', 'public_information', 'inferred', 'unknown'] as const
export type Evidence = (typeof EVIDENCE)[number]

/** Every reason that the service knows, and its group. Codes are never renamed or moved to another group. */
export const REASON_CATALOGUE = {
  internal_restructuring: 'not_about_you',
  position_cancelled: 'not_about_you',
  hiring_manager_unavailable: 'not_about_you',
  internal_candidate: 'not_about_you',
  predetermined_candidate: 'not_about_you',
  budget_cut: 'not_about_you',
  hiring_freeze: 'not_about_you',
  internal_change: 'not_about_you',
  major_incident: 'not_about_you',
  legal_proceedings: 'not_about_you',
  personal_connection_hired: 'not_about_you',
  filled_before_you: 'not_about_you',
  never_a_real_opening: 'not_about_you',
  location_mismatch: 'fit',
  compensation_mismatch: 'fit',
  work_authorization: 'fit',
  timing_mismatch: 'fit',
  level_mismatch: 'fit',
  another_candidate_preferred: 'comparison',
  knowledge_gap: 'something_to_learn',
  could_not_show_knowledge: 'something_to_learn',
  value_not_communicated: 'something_to_learn',
  examples_missing: 'something_to_learn',
  preparation_gap: 'something_to_learn',
  assessment_result: 'something_to_learn',
  experience_gap: 'something_to_learn',
  accepted_another_offer: 'own_choice',
  compensation_declined: 'own_choice',
  role_not_wanted: 'own_choice',
  process_too_slow: 'own_choice',
  personal_reasons: 'own_choice',
  no_reason_given: 'unknown',
} as const satisfies Record<string, ReasonGroup>
export type ReasonCode = keyof typeof REASON_CATALOGUE

/** The codes of the catalogue, group by group. */
export const REASON_CODES = Object.keys(REASON_CATALOGUE) as [ReasonCode, ...ReasonCode[]]

export const groupOf = (code: ReasonCode): ReasonGroup => REASON_CATALOGUE[code]

export const isCatalogued = (code: string): code is ReasonCode => Object.hasOwn(REASON_CATALOGUE, code)

/** How many reasons an account may add to the catalogue. */
export const MOST_OWN = 200

/** The code of a reason that an account added. None of the catalogue begins like this. */
export const OWN_CODE = /^own_[a-z0-9_]{1,60}$/

const LONGEST_SLUG = 60

/** What is left of a title in unaccented letters and digits. */
const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')

/** The code of a new reason: its title as a slug, with a number where that is taken. */
export const ownCodeFor = (title: string, taken: ReadonlySet<string>): string => {
  const slug = slugOf(title) || 'reason'
  const numbered = (number: number): string => {
    const ending = number === 1 ? '' : `_${number}`
    const code = `own_${slug.slice(0, LONGEST_SLUG - ending.length)}${ending}`
    return taken.has(code) ? numbered(number + 1) : code
  }
  return numbered(1)
}
