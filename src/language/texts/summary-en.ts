import type { SummaryCode, TextsOf } from '../figures.ts'
import { counted, inHundred, listed, sentence, withVerb } from './en-words.ts'

const inferredPart = (count: number) =>
  count === 0 ? [] : [`${withVerb(count, 'rests', 'rest')} on what you inferred`]
const part = (count: number, one: string, many: string) => (count === 0 ? [] : [withVerb(count, one, many)])
const second = (parts: string[]) => (parts.length === 0 ? '' : ` ${sentence(listed(parts))}.`)

/** What the summary says, in the order of the method. */
export const summaryEnglish: TextsOf<SummaryCode> = {
  works_interviews: ({ interviews, applications }) =>
    `You got ${counted(interviews, 'interview')} from ${counted(applications, 'application')}. ` +
    `${interviews === 1 ? 'It' : 'Each one'} is a win: they saw enough to want to talk with you.`,
  works_no_interview_yet: ({ applications }) =>
    `You have sent ${counted(applications, 'application')} so far. There are no interviews in your journal yet.`,
  works_rate: ({ successes, trials, low, high }) =>
    `${successes} of ${counted(trials, 'application')} led to an interview. ` +
    `With this count, the true rate may be ${inHundred(low, high)}.`,
  causes: ({ ended, notAboutYou, somethingToLearn, both, unknown, inferred }) =>
    `Of ${counted(ended, 'process', 'processes')} that ended with no job, ${withVerb(notAboutYou, 'was', 'were')} not about you ` +
    `and ${withVerb(somethingToLearn, 'holds', 'hold')} something to learn.` +
    second([
      ...part(both, 'has both kinds of cause', 'have both kinds of cause'),
      ...part(unknown, 'has no known cause', 'have no known cause'),
      ...inferredPart(inferred),
    ]),
  tallies: ({ closed, won, learned, notAboutYou, ownChoice, notKnown, inferred }) =>
    `Of ${counted(closed, 'closed application')}, ${withVerb(won, 'was', 'were')} won, ` +
    `${withVerb(learned, 'was a lesson', 'were lessons')} and ${withVerb(notAboutYou, 'was', 'were')} not about you.` +
    second([
      ...part(ownChoice, 'was your own choice', 'were your own choice'),
      ...part(notKnown, 'has no known cause', 'have no known cause'),
      ...inferredPart(inferred),
    ]),
  round_led_on: ({ round, advanced, decided }) =>
    `You went past round ${round} in ${advanced} of ${counted(decided, 'case')}.`,
  stalls_at_round: ({ round, advanced, decided }) =>
    `Round ${round} is where it stalls: ${advanced} of ${counted(decided, 'case')} led on. Your other rounds led on more often.`,
  reflections_owed: ({ interviews }) =>
    `${sentence(counted(interviews, 'interview'))} ${interviews === 1 ? 'has' : 'have'} no finished look back yet. ` +
    'You can do that when it suits you.',
}
