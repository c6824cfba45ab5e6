import type { SummaryCode, TextsOf } from '../figures.ts'
import { counted, inHundred, listed, sentence, withVerb } from './en-words.ts'

type Group = [count: number, one: string, many: string]

/** All of them in a word: it, both, all 3. */
const everyOne = (all: number): string => {
  if (all === 1) return 'it'
  return all === 2 ? 'both' : `all ${all}`
}

type Guesses = { inferred: number; inPart: number }

/** What is inferred of the groups before it; where an ending has two sides, it may be one of them. */
const guessed = ({ inferred, inPart }: Guesses, all: number): string => {
  if (inPart === inferred) {
    const each = all === 1 ? 'it' : 'each'
    return `you guessed at part of ${inferred === all ? each : inferred}`
  }
  if (all === 1) return 'that is your own guess'
  if (inPart > 0) return `you guessed at ${inferred === all ? 'all' : inferred} (${inPart} in part)`
  const which = inferred === all ? everyOne(all) : `${inferred} of these`
  return `${which} ${inferred === 1 ? 'is' : 'are'} your guess`
}

/**
 * Groups of one whole in two sentences: those that are told `first` beside the opening, or else those that follow.
 * A group of none is not said; at least one group holds some. What is inferred of the first groups cuts across them, so
 * it has a clause of its own, right behind them: nobody may take it for a guess at what has no known cause.
 */
const told = (opening: string, all: number, first: Group[], then: Group[], guesses: Guesses): string => {
  const said = (groups: Group[]) =>
    groups
      .filter(([count]) => count > 0)
      .map(([count, one, many]) =>
        count === all ? `${everyOne(all)} ${all === 1 ? one : many}` : withVerb(count, one, many),
      )
  const groups = [said(first), said(then)].filter((group) => group.length > 0)
  const [beside = [], after = []] = groups
  const known = first.reduce((sum, [count]) => sum + count, 0)
  const guess = guesses.inferred > 0 ? [guessed(guesses, known)] : []
  const rest = [...guess, ...(after.length > 0 ? [listed(after)] : [])].join(
    after.length > 1 ? ', ' : ', and ',
  )
  return rest
    ? `${opening}: ${listed(beside)}. ${sentence(rest)}.`
    : `${opening}. ${sentence(listed(beside))}.`
}

const elsewhere = (comparison: number, inferred: number): string => {
  const went = 'went to someone else'
  if (inferred === 0) return went
  return `${went} (${inferred === comparison ? '' : `${inferred} `}guessed)`
}

const nameless = (unknown: number, comparison: number, inferred: number): Group[] => [
  [comparison, elsewhere(comparison, inferred), elsewhere(comparison, inferred)],
  [unknown - comparison, 'has no known cause', 'have no known cause'],
]

/** What counts as led on: an offer shows that somebody said yes, though no interview may be on record. */
const ledTo = (successes: number, offersWithoutInterview: number): string => {
  if (offersWithoutInterview === 0) return 'an interview'
  return offersWithoutInterview === successes ? 'an offer' : 'an interview or an offer'
}

const known = (decided: number, reached: number): string =>
  `${counted(decided, 'case')}${reached > decided ? ' with a known result' : ''}`
const moreUnknown = (count: number): string => `${count} more ${count === 1 ? 'has' : 'have'} none`

/** What the summary says, in the order of the method. */
export const summaryEnglish: TextsOf<SummaryCode> = {
  works_interviews: ({ interviews, applications }) =>
    `You got ${counted(interviews, 'interview')} from ${counted(applications, 'application')}. ` +
    `${interviews === 1 ? 'It' : 'Each one'} is a win: they saw enough to want to talk with you.`,
  works_offers: ({ offers, applications }) =>
    `You got ${counted(offers, 'offer')} from ${counted(applications, 'application')}. ` +
    `${offers === 1 ? 'It' : 'Each one'} is a win, also without an interview on record.`,
  works_no_interview_yet: ({ applications, recorded }) => {
    if (recorded === 0) return 'Your journal is still empty. One application is enough to begin.'
    return applications === 0
      ? 'Your journal shows no sent applications here yet.'
      : `You have sent ${counted(applications, 'application')} so far. There are no interviews in your journal yet.`
  },
  works_rate: ({ successes, trials, low, high, offersWithoutInterview, undated }) =>
    `${successes} of ${counted(trials, 'application')} led to ${ledTo(successes, offersWithoutInterview)}` +
    `${undated > 0 ? `, apart from ${undated} without a date` : ''}. ` +
    `With this count, the true rate may be ${inHundred(low, high)}.`,
  causes: ({ ended, notAboutYou, somethingToLearn, both, unknown, comparison, ...guesses }) =>
    told(
      `${sentence(counted(ended, 'application'))} with an interview closed with no job`,
      ended,
      [
        [notAboutYou, 'was not about you', 'were not about you'],
        [somethingToLearn, 'holds something to learn', 'hold something to learn'],
        [both, 'was in part not about you', 'were in part not about you'],
      ],
      nameless(unknown, comparison, guesses.comparisonInferred),
      { inferred: guesses.inferred - guesses.comparisonInferred, inPart: guesses.inferredInPart },
    ),
  tallies: ({ closed, won, learned, notAboutYou, ownChoice, notKnown, comparison, ...guesses }) =>
    told(
      `You have ${counted(closed, 'closed application')}`,
      closed,
      [
        [won, 'was won', 'were won'],
        [learned, 'was a lesson', 'were lessons'],
        [notAboutYou, 'was not about you', 'were not about you'],
      ],
      [
        [ownChoice, 'was your own choice', 'were your own choice'],
        ...nameless(notKnown, comparison, guesses.comparisonInferred),
      ],
      { inferred: guesses.inferred - guesses.comparisonInferred, inPart: 0 },
    ),
  round_led_on: ({ round, reached, advanced, decided }) =>
    `You went past round ${round} in ${advanced} of ${known(decided, reached)}.` +
    (reached > decided ? ` ${moreUnknown(reached - decided)}.` : ''),
  stalls_at_round: ({ round, reached, advanced, decided }) => {
    const more = reached > decided ? `, and ${moreUnknown(reached - decided)}` : ''
    const counts = advanced > 0 ? `: ${advanced} of ${known(decided, reached)} led on${more}` : ''
    return `Round ${round} is where it stalls${counts}. Your other rounds led on more often.`
  },
  reflections_owed: ({ interviews, offers }) => {
    const waiting = [
      ...(interviews > 0 ? [counted(interviews, 'interview')] : []),
      ...(offers > 0 ? [counted(offers, 'offer')] : []),
    ]
    return (
      `${listed(waiting)} still ${interviews + offers === 1 ? 'waits' : 'wait'} for a look back. ` +
      'You can do that when it suits you.'
    )
  },
}
