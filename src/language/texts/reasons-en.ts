/** A name of at most six words, and what is meant by it in one or two short sentences. */
export type TitledText = { title: string; description: string }

const groups = {
  not_about_you: {
    title: 'Not about you',
    description: 'The cause lay with the employer. Nothing that you did or said led to it.',
  },
  fit: {
    title: 'Fit',
    description: 'What you need and what they need did not meet. Neither side is at fault.',
  },
  comparison: {
    title: 'Comparison',
    description: 'They compared people and chose someone else. This does not say why.',
  },
  something_to_learn: {
    title: 'Something to learn',
    description: 'A topic, a skill or a way of telling it that you can work on.',
  },
  own_choice: {
    title: 'Your own choice',
    description: 'You were the one who ended it.',
  },
  unknown: {
    title: 'Not known',
    description: 'Nobody has said why, and the record does not show it.',
  },
} as const satisfies Record<string, TitledText>

const reasons = {
  internal_restructuring: {
    title: 'Teams were reshaped',
    description: 'The firm moved its teams or roles around. This role got lost on the way.',
  },
  position_cancelled: {
    title: 'Role cancelled',
    description: 'The employer dropped the role. Those who still wait are often not told.',
  },
  hiring_manager_unavailable: {
    title: 'Hiring manager fell away',
    description:
      'The person who was to hire fell ill, left or moved on. The search stopped or someone inside took the seat.',
  },
  internal_candidate: {
    title: 'Filled from inside',
    description: 'Someone who already works there got the role.',
  },
  predetermined_candidate: {
    title: 'Settled before the ad',
    description: 'They knew who would get it. The role was posted because a rule asked for it.',
  },
  budget_cut: {
    title: 'Money ran out',
    description: 'The money for this role was cut or never came.',
  },
  hiring_freeze: {
    title: 'Hiring freeze',
    description: 'The firm stopped hiring for a while, for this role and for others.',
  },
  internal_change: {
    title: 'Plans changed inside',
    description: 'Goals, leaders or needs changed on their side. The role no longer fit those plans.',
  },
  major_incident: {
    title: 'Something big came up',
    description: 'The firm had to deal with a grave event. Hiring had to wait.',
  },
  legal_proceedings: {
    title: 'Legal trouble',
    description: 'The firm was busy with a court case or a probe. Hiring had to wait.',
  },
  personal_connection_hired: {
    title: 'Someone close was hired',
    description: 'A friend or a relative of someone there got the role.',
  },
  filled_before_you: {
    title: 'Filled before your turn',
    description: 'The role was taken before they got to you.',
  },
  never_a_real_opening: {
    title: 'No real opening',
    description: 'The ad was up, but there was no role to fill behind it.',
  },
  location_mismatch: {
    title: 'Place did not fit',
    description: 'Where the work is done and where you can work did not meet.',
  },
  compensation_mismatch: {
    title: 'Pay did not fit',
    description: 'What they could pay and what you ask for did not meet.',
  },
  work_authorization: {
    title: 'Work permit',
    description: 'The role called for a permit or a visa that could not be had in time.',
  },
  timing_mismatch: {
    title: 'Timing did not fit',
    description: 'When they need someone and when you can start did not meet.',
  },
  level_mismatch: {
    title: 'Level did not fit',
    description: 'The role was meant for a more junior or a more senior person.',
  },
  another_candidate_preferred: {
    title: 'They chose someone else',
    description: 'Another person got the role. This alone does not tell you why.',
  },
  knowledge_gap: {
    title: 'A topic to study',
    description: 'They asked about a topic that you did not know yet.',
  },
  could_not_show_knowledge: {
    title: 'Known, but not shown',
    description: 'You knew it or could do it. It did not come out in the room.',
  },
  value_not_communicated: {
    title: 'Value did not come across',
    description: 'What you would bring to the role did not become clear to them.',
  },
  examples_missing: {
    title: 'Examples were missing',
    description: 'They wanted to hear real cases from your work, and you had none at hand.',
  },
  preparation_gap: {
    title: 'More to prepare',
    description: 'There is more to look up about the firm or the role. It can go on the list for next time.',
  },
  assessment_result: {
    title: 'Test or task',
    description: 'A test or a work sample did not reach the mark that they had set.',
  },
  experience_gap: {
    title: 'More practice asked for',
    description: 'They wanted more years or more cases of this kind than you have so far.',
  },
  accepted_another_offer: {
    title: 'Took another offer',
    description: 'You said yes to another employer.',
  },
  compensation_declined: {
    title: 'Pay was not enough',
    description: 'You turned it down because of what they would pay.',
  },
  role_not_wanted: {
    title: 'Not the role you want',
    description: 'You learned more about the role or the firm, and it was not for you.',
  },
  process_too_slow: {
    title: 'It took too long',
    description: 'You did not want to wait any longer.',
  },
  personal_reasons: {
    title: 'Personal reasons',
    description: 'Something in your own life came first. You owe nobody a closer reason.',
  },
  no_reason_given: {
    title: 'No reason given',
    description: 'The employer did not say why.',
  },
} as const satisfies Record<string, TitledText>

export type ReasonGroupTextCode = keyof typeof groups
export type ReasonTextCode = keyof typeof reasons

/** The names of the reasons in one language. */
export type ReasonTexts = {
  groups: Record<ReasonGroupTextCode, TitledText>
  reasons: Record<ReasonTextCode, TitledText>
}

/** The names of the reasons and of their groups in English. */
export const reasonsEnglish: ReasonTexts = { groups, reasons }
