import type { NextActionCode, TextsOf } from '../figures.ts'
import { counted, sentence } from './en-words.ts'

const inDays = (days: number): string => {
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}
const daysAgo = (days: number): string => {
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

const offerDue = (days: number): string => {
  if (days < 0) return `The day for an answer was ${daysAgo(-days)}.`
  if (days === 0) return 'They want to hear from you today.'
  return `They want to hear from you ${days === 1 ? 'by tomorrow' : `within ${days} days`}.`
}

const assignmentDue = (days: number): string =>
  days < 0 ? `It was due ${daysAgo(-days)}.` : `It is due ${inDays(days)}.`

/** What each action is called. */
export const nextActionTitlesEnglish: Record<NextActionCode, string> = {
  near_miss: 'Support after a near miss',
  prepare_interview: 'Look at the prep for your interview',
  answer_offer: 'Answer the offer',
  confirm_interview: 'Did your interview take place?',
  reflect: 'Take a look back',
  review_plan: 'Say how your plan went',
  study: 'Go over your study items',
  assignment: 'Do what you agreed on',
  follow_up: 'Follow up',
  record_silence: 'Record it as no response?',
  date_next_step: 'Set a day for your next step',
  whats_next: 'What is next?',
  interview_ahead: 'An interview is coming up',
}

/** Why an action is worth doing now: what the record shows. */
export const nextActionEnglish: TextsOf<NextActionCode> = {
  near_miss: () =>
    'You got close here before it ended. That can be hard, and there is support when you want it.',
  prepare_interview: ({ days }) =>
    `Your interview is ${inDays(days)}. Plans help more when you see them again before it.`,
  answer_offer: ({ days }) =>
    `You have an offer that waits for your answer.${days === null ? '' : ` ${offerDue(days)}`}`,
  confirm_interview: ({ days }) =>
    `It was to begin ${daysAgo(days)}, and nothing here says whether it was held. Once you say so, it counts.`,
  reflect: ({ after, begun }) => {
    if (begun) return 'You began a look back here. You can pick it up where you left off.'
    return after === 'offer'
      ? 'You got an offer here. The three questions help after a yes, too.'
      : 'This one has no finished look back yet. A look back starts with what worked.'
  },
  review_plan: ({ interviews }) =>
    `You have had ${counted(interviews, 'interview')} since you last looked at it. Did you try it, and did it help?`,
  study: ({ items }) => `${sentence(counted(items, 'study item'))} ${items === 1 ? 'is' : 'are'} due.`,
  assignment: ({ days, madeBy }) =>
    `${madeBy === 'coach' ? 'Your coach noted this for you.' : 'You noted this for yourself.'}${days === null ? '' : ` ${assignmentDue(days)}`}`,
  follow_up: ({ days }) =>
    days > 1
      ? `The day that you set for this step was ${daysAgo(days)}.`
      : `You set this step for ${daysAgo(days)}.`,
  record_silence: ({ days, usualDays, after, ownTimes }) =>
    `No word has come for ${counted(days, 'day')}. ` +
    (ownTimes
      ? `Most answers that you got after an ${after} took ${counted(usualDays, 'day')} or less.`
      : `After ${counted(usualDays, 'day')} an answer is late; you can leave it open, too.`),
  date_next_step: () => 'This one has a next step, but no day for it. You can pick one.',
  whats_next: ({ after }) => {
    if (after === 'advance') return 'A round led on. Keep one more door open: what else draws you?'
    return after === 'setback'
      ? 'One came to an end, and nothing new is here since. Pick one role that draws you.'
      : 'Nothing else waits here. Pick one role that draws you.'
  },
  interview_ahead: ({ days }) =>
    days === null ? 'It has no day yet. That is the place to look now.' : `It is ${inDays(days)}.`,
}
