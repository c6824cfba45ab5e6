import { drawComeback } from '../../../src/insights/comeback/rules/picture.ts'
import { comebackOf } from '../../../src/insights/comeback/rules.ts'
import { drawFlow } from '../../../src/insights/flow/rules/picture.ts'
import { flowOf } from '../../../src/insights/flow/rules.ts'
import { answerOf } from '../../../src/insights/frame/rules/answer.ts'
import { drawFunnel } from '../../../src/insights/funnel/rules/picture.ts'
import { funnelOf } from '../../../src/insights/funnel/rules.ts'
import type { ApplicationRecord } from '../../../src/insights/records/rules.ts'
import type { OutcomeKind } from '../../../src/journal/outcomes/rules.ts'
import { pictureTexts } from '../../../src/language/say.ts'
import { application, ended, held, WINDOW } from '../records.ts'

const TEXTS = pictureTexts('en')
const { today } = WINDOW
const none = { plans: [], planReviews: [], questions: [], studyItems: [], studyReviews: [], pauses: [] }

/** The three pictures of some applications. */
export const picturesOf = (applications: readonly ApplicationRecord[]) => {
  const search = { applications, lookBacks: [] }
  const flow = answerOf('flow', (window) => flowOf(search, window), WINDOW, null)
  const funnel = answerOf('funnel', (window) => funnelOf(search, window, null), WINDOW, null)
  const comeback = answerOf('comeback', (window) => comebackOf({ ...search, ...none }, window), WINDOW, null)
  return {
    flow: drawFlow({ ...flow, today }, TEXTS).svg,
    funnel: drawFunnel({ ...funnel, today }, TEXTS).svg,
    comeback: drawComeback({ ...comeback, today }, TEXTS).svg,
  }
}

const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 3 + number)).toISOString().slice(0, 10)
const ENDS: (OutcomeKind | null)[] = [
  'no_response',
  'rejected',
  null,
  'no_response',
  'role_closed',
  'withdrawn',
]

/** One of many applications, all alike in every run: some were only saved, most came to rest early, few came far. */
const one = (number: number): ApplicationRecord => {
  const turn = (number * 7919) % 101
  const kind = ENDS[turn % ENDS.length] ?? null
  const day = dayOf(turn % 50)
  const outcome = kind && ended(kind, { learnedOn: turn % 9 === 0 ? null : day })
  if (turn < 4) return application(number, { appliedOn: null, outcome })
  const sent = { appliedOn: dayOf(7 * (number % 8)) }
  if (turn < 62) return application(number, { ...sent, outcome })
  if (turn < 74) return application(number, { ...sent, stage: 'responded', outcome })
  const interviews = Array.from({ length: 1 + (turn % 6) }, (_, at) =>
    held(number * 10 + at, dayOf(20 + at), { round: at + 1 }),
  )
  if (turn < 95) return application(number, { ...sent, interviews, outcome })
  const last = ended(turn < 97 ? 'offer_accepted' : turn < 99 ? 'offer_declined' : 'offer_rescinded')
  const stage = turn < 97 ? 'accepted' : 'offered'
  return application(number, { ...sent, stage, interviews, offer: { receivedOn: day }, outcome: last })
}

const many = (count: number) => Array.from({ length: count }, (_, number) => one(number))

/** The searches whose pictures are kept. */
export const CASES: Record<string, ApplicationRecord[]> = {
  empty: [],
  one: many(1),
  few: many(12),
  many: many(150),
  most: many(5_000),
}
