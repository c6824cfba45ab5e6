import type { NextStep } from '../figures.ts'
import { counted } from './en-words.ts'

/** The one thing that is worth doing next. */
export const nextStepEnglish = (step: NextStep): string => {
  switch (step.action) {
    case 'finish_reflection':
      return 'Next: you have a look back that is not done yet. You can pick it up where you left off.'
    case 'start_reflection':
      return step.afterOffer
        ? 'Next: the same three questions help after an offer, too. Start with what worked.'
        : 'Next: three questions wait for you, when you want them. The first is what worked.'
    case 'try_plan':
      return (
        `Next: you have ${counted(step.plans, 'plan')} to try. ` +
        (step.interviewId === null
          ? 'Keep what you wrote close for the next talk.'
          : 'Your next interview is a chance to do so.')
      )
    case 'next_interview':
      return 'Next: an interview is coming up. That is the place to look now.'
    case 'look_ahead':
      return 'Next: what would you like to go for now? Pick one role that draws you.'
  }
}
