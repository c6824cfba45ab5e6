/** The kinds of self-judging wording, as hints: which of them fits "may be". */
export const TYPES = [
  'should_statement',
  'labeling',
  'fortune_telling',
  'mind_reading',
  'overgeneralization',
  'personalization',
  'all_or_nothing',
  'discounting_the_positive',
  'emotional_reasoning',
  'magnification',
  'self_attack',
] as const
export type SelfTalkType = (typeof TYPES)[number]
