import type { Figures, OutcomeCode, TextsOf } from '../figures.ts'
import { counted, inHundred } from './en-words.ts'
import { nextStepEnglish } from './next-step-en.ts'

const noAnswer = (answered: boolean): string =>
  `No ${answered ? 'further ' : ''}answer came, so nobody gave a reason. It may not have been about you.`

const MAY_NOT_BE_ABOUT_YOU = {
  rejected:
    'This may not have been about you. Roles get frozen, cut or filled from inside, and few firms say so.',
  role_closed: 'The role itself was closed. That may not have been about you.',
  offer_rescinded: 'The offer was taken back. That may not have been about you.',
}

const CHOSE = {
  employer: 'The employer said that they chose someone else.',
  you: 'You noted that they chose someone else.',
  both: 'They chose someone else.',
}

const LESSON_NAMED = { employer: ' that the employer named', you: ' that you named', both: ' noted here' }

const offer = (kind: Figures['offer_win']['kind']): string => {
  if (kind === 'offer_accepted') return 'You took the offer, and that is a win.'
  return kind === 'offer_rescinded'
    ? 'You got an offer before it was taken back. It still counts as a win.'
    : 'You got an offer, and that is a win.'
}

/** What the reading of an outcome says. */
export const outcomeEnglish: TextsOf<OutcomeCode> = {
  interview_was_a_win: ({ interviews, round }) =>
    `You got ${counted(interviews, 'interview')} here${round > 1 ? ` and made it to round ${round}` : ''}. ` +
    `${interviews === 1 ? 'That' : 'Each one'} is a win: they saw enough to want to talk with you.`,
  ended_before_interview: ({ sent }) =>
    sent
      ? 'You sent this one off, and it ended before an interview.'
      : 'You saved this role, and it ended before you applied.',
  interviews_are_rare: ({ baseRateLow, baseRateHigh, source, year }) =>
    `In other searches, ${inHundred(baseRateLow, baseRateHigh)} applications lead to an interview. ` +
    `That is a rough figure (${source}, ${year}).`,
  may_not_be_about_you: (figures) => {
    switch (figures.named) {
      case 'signs':
        return 'You saw signs that this was not about you. That may be so, though nobody has said it.'
      case 'lesson':
        return (
          'It may not have been about you, or only in part. ' +
          `The lesson${figures.reasons > 1 ? 's' : ''}${LESSON_NAMED[figures.namedBy]} can stand next to that.`
        )
      case 'comparison':
        return `${CHOSE[figures.namedBy]} That does not say why, and it may not have been about you.`
      case 'nothing':
        return figures.kind === 'no_response'
          ? noAnswer(figures.answered)
          : MAY_NOT_BE_ABOUT_YOU[figures.kind]
    }
  },
  was_not_about_you: ({ evidence, fit, whole }) => {
    const who = evidence === 'stated_by_employer' ? 'The employer gave' : 'Public facts point to'
    const what = fit
      ? "a cause that is nobody's fault: the two sides did not fit"
      : 'a cause that was not about you'
    return `${who} ${what}.${whole ? '' : ' More than that is noted here.'}`
  },
  chance_alone: ({ processesWithoutOffer, probabilityLow, probabilityHigh, ...rate }) =>
    `By chance alone, ${inHundred(probabilityLow, probabilityHigh)} people would see ` +
    `${counted(processesWithoutOffer, 'application')} that reached an interview end with no offer. This assumes ` +
    `that ${inHundred(rate.baseRateLow, rate.baseRateHigh)} bring one, a rough figure (${rate.source}, ${rate.year}).`,
  learning_noted: ({ reasons, namedBy }) =>
    (reasons === 0
      ? `${namedBy === 'employer' ? 'The employer said' : 'You noted'} that there is something to learn here. `
      : `${namedBy === 'employer' ? 'The employer named' : 'You noted'} ${counted(reasons, 'thing')} to learn here. `) +
    (reasons > 1 ? 'They can turn into plans for next time.' : 'It can turn into a plan for next time.'),
  learning_open: ({ kind }) =>
    kind === 'no_response'
      ? 'Silence does not mean that you lacked a skill. If you see something to learn, you can note it.'
      : 'If you see something to learn, you can note it. You can leave that open, too.',
  learning_none_noted: () => 'You noted that there is nothing to learn here. That can stand as it is.',
  offer_win: ({ kind, interviews }) =>
    kind === 'offer_rescinded' || interviews === 0
      ? offer(kind)
      : `${offer(kind)} It came after ${counted(interviews, 'interview')}.`,
  decision_respected: ({ kind }) =>
    kind === 'withdrawn'
      ? 'You chose to step out of this one. That choice is yours, and it stands.'
      : 'You chose not to take it. That choice is yours, and it stands.',
  door_open: ({ feedback }) =>
    `They want to stay in touch${feedback ? ', and you kept what they said' : ''}. ` +
    'If you want to write to them, that door is open.',
  what_next: nextStepEnglish,
}
