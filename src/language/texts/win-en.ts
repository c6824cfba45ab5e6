import type { TextsOf, WinCode } from '../figures.ts'
import { counted } from './en-words.ts'

const ACTS = {
  application_sent: 'you sent an application',
  interview_held: 'you went to an interview',
  interview_booked: 'you got an interview',
  study_review: 'you went over a question',
  plan_written: 'you wrote a plan',
}
const LOOKED_BACK_ON = {
  interview: 'an interview',
  application: 'an application',
  period: 'a stretch of days',
}

/** What the record holds that is worth a moment: each one tells the fact, and no more. */
export const winEnglish: TextsOf<WinCode> = {
  interview_obtained: ({ round }) =>
    round > 1
      ? `You were asked to round ${round}.`
      : 'You got an interview. They saw enough to want to talk with you.',
  round_advanced: ({ round }) => `You made it past round ${round}.`,
  came_back: ({ setbacks, act }) =>
    `You came back: after ${setbacks > 1 ? `${setbacks} setbacks` : 'a setback'}, ${ACTS[act]}.`,
  first_study_item_ready: ({ reviews }) =>
    `Your first study item is ready. It took ${counted(reviews, 'review')}.`,
  reflection_finished: ({ subject }) => `You finished a look back on ${LOOKED_BACK_ON[subject]}.`,
  offer_received: ({ interviews }) =>
    `You got an offer.${interviews > 0 ? ` It came after ${counted(interviews, 'interview')}.` : ''}`,
}
