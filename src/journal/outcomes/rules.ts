import type { Evidence, ReasonGroup } from '../reasons/rules.ts'

export const OUTCOME_KINDS = [
  'offer_accepted',
  'offer_declined',
  'offer_rescinded',
  'rejected',
  'no_response',
  'withdrawn',
  'role_closed',
] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]
export const OUTCOME_CHANGES = ['recorded', 'corrected', 'retracted'] as const
export type OutcomeChange = (typeof OUTCOME_CHANGES)[number]
export type DecidedBy = 'employer' | 'candidate' | 'nobody'
export const ATTRIBUTIONS = ['not_about_you', 'something_to_learn', 'both', 'unknown'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** What counts of a reason of an outcome. */
export type GivenReason = { group: ReasonGroup; evidence: Evidence }

const DECIDED_BY: Record<OutcomeKind, DecidedBy> = {
  offer_accepted: 'candidate',
  offer_declined: 'candidate',
  offer_rescinded: 'employer',
  rejected: 'employer',
  no_response: 'nobody',
  withdrawn: 'candidate',
  role_closed: 'employer',
}

/** Whose decision it was. A closed role is the employer's decision about the role; silence is nobody's. */
export const decidedBy = (kind: OutcomeKind): DecidedBy => DECIDED_BY[kind]

/** Whether something outside the record of the candidate bears the reason out. */
export const isFirm = ({ evidence }: GivenReason): boolean =>
  evidence === 'stated_by_employer' || evidence === 'public_information'

export const isFit = ({ group }: GivenReason): boolean => group === 'fit'

/** Fit is neither side's fault, so it counts as not about the candidate. */
export const isNotAboutYou = ({ group }: GivenReason): boolean => group === 'not_about_you' || group === 'fit'

export const isLesson = ({ group }: GivenReason): boolean => group === 'something_to_learn'

/**
 * Whether a reason speaks for something to learn. Silence is never coded as a skill problem: there, only what
 * the employer said earlier counts, not what the candidate reads into it.
 */
const speaksForLearning = (kind: OutcomeKind, reason: GivenReason): boolean =>
  isLesson(reason) && (kind !== 'no_response' || reason.evidence === 'stated_by_employer')

/** They chose someone else, which says neither that it was about the candidate nor that it was not. */
export const isComparison = ({ group }: GivenReason): boolean => group === 'comparison'

/** Whether a reason says anything of why an employer ended it: a choice of the candidate's own cannot. */
export const isCause = ({ group }: GivenReason): boolean => group !== 'own_choice' && group !== 'unknown'

/**
 * Why there was no offer, from the groups of the reasons. Their order and number do not count.
 *
 * - Whose decision it was comes first. Where the candidate decided (an offer accepted or declined, a withdrawal)
 *   there is no cause to look for: null, whatever the reasons. Who withdrew because hiring froze made a choice of
 *   their own on good grounds; the reasons stay on record as those grounds, and a lesson among them stays a lesson.
 * - Reasons not about the candidate (fit included) and reasons to learn decide; together they make `both`.
 * - `comparison` and `unknown` say neither, so beside others they change nothing, and alone they are `unknown`.
 * - Own choice cannot be why the employer or nobody decided, so there it is passed over, and alone it is `unknown`.
 */
export const attributionOf = (kind: OutcomeKind, reasons: readonly GivenReason[]): Attribution | null => {
  if (isOwnDecision(kind)) return null
  const notAboutYou = reasons.some(isNotAboutYou)
  const learning = reasons.some((reason) => speaksForLearning(kind, reason))
  if (notAboutYou && learning) return 'both'
  if (notAboutYou) return 'not_about_you'
  return learning ? 'something_to_learn' : 'unknown'
}

/** Whether it was the candidate who ended it: such an ending says nothing about chances. */
export const isOwnDecision = (kind: OutcomeKind): boolean => decidedBy(kind) === 'candidate'

/** Whether an offer was ever made; one that was turned down or taken back stays an offer, and the stage shows it. */
export const wasOffered = (stage: string): boolean => stage === 'offered' || stage === 'accepted'

type Ending = {
  stage: string
  interviewsHeld: number
  outcome: { kind: OutcomeKind; attribution: Attribution | null } | null
}

/**
 * Whether an application counts as a contested process that ended without an offer: an interview was held, no offer
 * came, it was not the candidate who ended it, and its causes are not all outside of the candidate. What was never
 * theirs to win is no draw that they lost, so it adds nothing to what chance alone does.
 * @see INSIGHTS.md, Unit
 */
export const endedWithoutOffer = ({ stage, interviewsHeld, outcome }: Ending): boolean =>
  interviewsHeld > 0 &&
  outcome !== null &&
  !wasOffered(stage) &&
  !isOwnDecision(outcome.kind) &&
  outcome.attribution !== 'not_about_you'

/** Whether reasons hold inferred ones, and nothing that an employer said or that is public. */
export const isInferredSide = (side: readonly GivenReason[]): boolean =>
  side.some(({ evidence }) => evidence === 'inferred') && !side.some(isFirm)

/** The reasons that decide an attribution: those not about the candidate and those to learn, each side by itself. */
const decidingSides = (kind: OutcomeKind, reasons: readonly GivenReason[]): GivenReason[][] => {
  const notAboutYou = reasons.filter(isNotAboutYou)
  const learning = reasons.filter((reason) => speaksForLearning(kind, reason))
  const deciding = [notAboutYou, learning].filter((side) => side.length > 0)
  return deciding.length > 0 ? deciding : [reasons.filter(isComparison)]
}

/**
 * Whether an attribution rests on inference: the reasons that decide it hold inferred ones and nothing that an
 * employer said or that is public. `both` rests on inference as soon as one of its two sides does. Where neither side
 * decides, only a comparison is a cause that can be inferred: that nobody knows why rests on nothing.
 */
export const restsOnInference = (kind: OutcomeKind, reasons: readonly GivenReason[]): boolean =>
  decidingSides(kind, reasons).some(isInferredSide)

/** Whether one of its two sides rests on inference, and the other does not. */
export const restsOnInferenceInPart = (kind: OutcomeKind, reasons: readonly GivenReason[]): boolean =>
  restsOnInference(kind, reasons) && !decidingSides(kind, reasons).every(isInferredSide)
