import { nextStepOf } from '../../../journal/readings/rules/next-step.ts'
import { type BaseRate, chanceAlone, statement } from '../../../journal/readings/rules/statement.ts'
import type { aheadOf, reflectionsOwed } from '../../ahead/rules.ts'
import type { roundsOf } from '../../rounds/rules.ts'
import type { causesOf, talliesOf } from '../../tallies/rules.ts'
import type { worksOf } from './works.ts'

export type Sections = {
  works: ReturnType<typeof worksOf>
  causes: ReturnType<typeof causesOf>
  tallies: ReturnType<typeof talliesOf>
  rounds: ReturnType<typeof roundsOf>
  chance: { processesWithoutOffer: number; baseRate: BaseRate }
  reflectionsOwed: ReturnType<typeof reflectionsOwed>
  next: ReturnType<typeof aheadOf>
}

/** What the figures do not tell. */
export type Beside = {
  /** Applications of the whole journal, whatever the period. */
  recorded: number
  /** Anywhere in it. */
  offerOnRecord: boolean
  /** Offers without an interview on record among the trials of the rate. */
  offersAmongDated: number
}

/**
 * The summary in statements, in the order of the method; what has no figures behind it is not said, nor is a share of
 * none.
 */
export const statementsOf = (sections: Sections, beside: Beside) => [
  ...works(sections.works, beside),
  ...causes(sections.causes),
  ...tallies(sections.tallies),
  ...rounds(sections.rounds),
  ...chance(sections.chance, beside),
  ...owed(sections.reflectionsOwed),
  next(sections),
]

/** What was won comes first: interviews, or else offers. */
const obtained = (section: Sections['works'], recorded: number) => {
  const { interviewsObtained: interviews, offersWithoutInterview: offers } = section
  const { applicationsSent: applications } = section
  if (interviews > 0) return statement('works_interviews', { interviews, applications })
  if (offers > 0) return statement('works_offers', { offers, applications })
  return statement('works_no_interview_yet', { applications, recorded })
}

const works = (
  section: Sections['works'],
  { recorded, offersAmongDated: offersWithoutInterview }: Beside,
) => {
  const { undated, applicationToInterview } = section
  const { low, high, successes, trials } = applicationToInterview
  return [
    obtained(section, recorded),
    ...(low === null || high === null || successes === 0
      ? []
      : [statement('works_rate', { successes, trials, low, high, offersWithoutInterview, undated })]),
  ]
}

const causes = (sections: Sections['causes']) => {
  const { ended, notAboutYou, somethingToLearn, both, unknown, comparison, inferredInPart } = sections
  if (ended === 0) return []
  const tallied = [notAboutYou, somethingToLearn, both, unknown]
  return [
    statement('causes', {
      ended,
      notAboutYou: notAboutYou.count,
      somethingToLearn: somethingToLearn.count,
      both: both.count,
      unknown: unknown.count,
      comparison,
      inferred: tallied.reduce((sum, { inferred }) => sum + inferred, 0),
      inferredInPart,
      comparisonInferred: unknown.inferred,
    }),
  ]
}

const tallies = (sections: Sections['tallies']) => {
  const { closed, won, learned, notAboutYou, ownChoice, notKnown, comparison } = sections
  if (closed === 0) return []
  const tallied = [won, learned, notAboutYou, ownChoice, notKnown]
  return [
    statement('tallies', {
      closed,
      won: won.count,
      learned: learned.count,
      notAboutYou: notAboutYou.count,
      ownChoice: ownChoice.count,
      notKnown: notKnown.count,
      comparison,
      inferred: tallied.reduce((sum, { inferred }) => sum + inferred, 0),
      comparisonInferred: notKnown.inferred,
    }),
  ]
}

const ASKED_FIRST = [1, 2]

const rounds = ({ perRound, stallsAt }: Sections['rounds']) => {
  const read = perRound.map(({ round, reached, advanced, notAdvanced }) => ({
    round,
    reached,
    advanced,
    decided: advanced + notAdvanced,
  }))
  return [
    ...read
      .filter(({ round, advanced }) => advanced > 0 && ASKED_FIRST.includes(round))
      .map((figures) => statement('round_led_on', figures)),
    ...read.filter(({ round }) => round === stallsAt).map((figures) => statement('stalls_at_round', figures)),
  ]
}

const chance = ({ processesWithoutOffer, baseRate }: Sections['chance'], { offerOnRecord }: Beside) =>
  chanceAlone(processesWithoutOffer, offerOnRecord, baseRate)

const owed = ({ count, interviewCount }: Sections['reflectionsOwed']) =>
  count > 0
    ? [statement('reflections_owed', { interviews: interviewCount, offers: count - interviewCount })]
    : []

const next = ({
  next: { interview, plans, openReflections },
  reflectionsOwed: { count, interviewCount },
}: Sections) =>
  statement(
    'what_next',
    nextStepOf({
      openReflectionId: openReflections.ids.at(0) ?? null,
      reflectionOwed: count > 0 ? 'later' : 'no',
      afterOffer: count > 0 && interviewCount === 0,
      openPlans: plans.count,
      nextInterview: interview && { id: interview.interviewId, startsAt: interview.startsAt },
    }),
  )
