import type { ReflectionCode, TextsOf } from '../figures.ts'
import { counted } from './en-words.ts'

// Only an interview on record bears out that someone came and spoke.
const SMALL_THINGS = {
  interview: 'that you came, an answer that landed, a good talk',
  application: 'the time you put in, what you wrote, whom you asked',
  period: 'what you sent, what you looked up, a rest you took',
}
const PLACE = { interview: 'in this interview', application: 'on the way here', period: 'in these days' }

/** The three questions of a reflection, and what the record offers as an answer to the first. */
export const reflectionEnglish: TextsOf<ReflectionCode> = {
  prompt_went_well: ({ subject }) =>
    `What worked ${PLACE[subject]}? Small things count too: ${SMALL_THINGS[subject]}.`,
  prompt_did_not_go_well: ({ subject }) =>
    `Which moments ${PLACE[subject]} went other than you wanted? Write down what took place, as a camera would see it.`,
  prompt_do_differently: ({ subject }) =>
    `What will you try in a new way ${subject === 'period' ? 'in the days ahead' : 'when it comes up again'}? ` +
    'It can take this form: if this comes up, then I will do that.',
  went_well_offer: ({ offers }) => (offers > 1 ? `You got ${offers} offers.` : 'You got an offer.'),
  went_well_interview_obtained: ({ interviews }) =>
    interviews > 1 ? `You were asked to ${interviews} interviews.` : 'You were asked to an interview.',
  went_well_round_reached: ({ round }) => `You made it to round ${round}.`,
  went_well_round_won: ({ round }) => `You went past round ${round}.`,
  went_well_answered: ({ questions }) => `You answered ${counted(questions, 'question')} well.`,
  went_well_sent: () => 'You sent it.',
  went_well_applications_sent: ({ applications }) => `You sent ${counted(applications, 'application')}.`,
  went_well_came_back: ({ earlierNos }) =>
    earlierNos > 1 ? `You came back after ${counted(earlierNos, 'no', 'nos')}.` : 'You came back after a no.',
}
