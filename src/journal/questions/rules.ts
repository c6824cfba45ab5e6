export const QUESTION_KINDS = [
  'behavioral',
  'technical',
  'situational',
  'case',
  'motivation',
  'culture',
  'compensation',
  'logistics',
  'other',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** How a question was answered. Not knowing and not being able to show it are different things. */
export const ANSWERED = ['well', 'partly', 'did_not_know', 'knew_but_could_not_show'] as const
export type Answered = (typeof ANSWERED)[number]
