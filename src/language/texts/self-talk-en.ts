import type { SelfTalkCode, TextsOf } from '../figures.ts'
import { counted } from './en-words.ts'

/** What the journal holds, where it holds any, and then the question. */
const after = (count: number, told: string, question: string) =>
  count > 0 ? `${told} ${question}` : question

/** One question for each kind of self-judging wording, and the texts of support. */
export const selfTalkEnglish: TextsOf<SelfTalkCode> = {
  question_labeling: () => 'Which single moment led you to this word?',
  question_should_statement: () => 'What did you know back then, and what goes on your list for next time?',
  question_fortune_telling: ({ interviews, offers }) =>
    after(
      interviews,
      `Your journal holds ${counted(interviews, 'interview')}${offers > 0 ? ` and ${counted(offers, 'offer')}` : ''} so far.`,
      'What would you try in a new way next time?',
    ),
  question_mind_reading: () => 'What did they say or do, and which part is a guess?',
  question_overgeneralization: ({ advanced, decided }) =>
    after(
      advanced,
      `In your journal, ${advanced} of ${counted(decided, 'decided interview')} led on.`,
      'Which time went another way?',
    ),
  question_personalization: () => 'Which part was in your hands, and which part was in theirs?',
  question_all_or_nothing: ({ well, questions }) =>
    after(
      well,
      `Your journal notes ${well} of ${counted(questions, 'question')} as answered well.`,
      'What share of this went well?',
    ),
  question_discounting_the_positive: () => 'What may they have seen in you to spend this time on you?',
  question_emotional_reasoning: () => 'What are the facts, next to the feeling?',
  question_magnification: ({ applications }) =>
    after(
      applications,
      `Your journal holds ${counted(applications, 'application')}.`,
      'How may this one look a month from now?',
    ),
  question_self_attack: () => 'What would you say to a friend who came out of this?',
  support_explicit: () =>
    'This sounds very heavy, and you do not have to carry it alone. ' +
    'Please call one of these lines now, or the emergency number where you are.',
  support_soft: () => 'This sounds like a hard time. If it helps to talk, these lines are there for you.',
  support_page: () =>
    'No one reads or watches what you write here, and this is no emergency service. ' +
    'If you are in danger, call the emergency number where you are, or one of these lines.',
}
